import { englishYear, type FiscalYear } from '../report/fiscal-year.ts';
import type { Status } from '../report/model.ts';
import { decimalsPrinted, printNumber } from '../report/notation.ts';
import type { FigureHit, TableInfo } from '../tools/figure-index.ts';
import type { Miss } from '../tools/miss.ts';
import { ITEMS_UNIT, PERCENT_UNIT, WHOLE } from '../tools/progress-figures.ts';
import type { Names, StageRun, Wording } from './wording.ts';

const STATUS: Readonly<Record<Status, readonly [word: string, mark: string]>> = {
  done: ['implemented', '○'],
  partial: ['partially implemented', '△'],
  not: ['not implemented or under consideration', '×'],
  later: ['planned for a later year', '―'],
};

/** Units of the tables as an English reader says them. */
const UNITS: Readonly<Record<string, string>> = {
  百万円: ' million yen',
  千円: ' thousand yen',
  万円: ' × 10,000 yen',
  億円: ' × 100 million yen',
  円: ' yen',
  時間: ' hours',
  人: ' people',
  名: ' people',
  件: ' cases',
  日: ' days',
  ポイント: ' points',
  [ITEMS_UNIT]: ' items',
  [PERCENT_UNIT]: '%',
};

const QUANTITIES: Readonly<Record<'people' | 'money' | 'percent' | 'days' | 'hours', string>> = {
  people: 'a number of people',
  money: 'an amount of money',
  percent: 'a share',
  days: 'a number of days',
  hours: 'a number of hours',
};

function unit(name: string | null): string {
  return name === null ? '' : (UNITS[name] ?? ` ${name}`);
}

function isRate(figure: Pick<FigureHit, 'unit'>): boolean {
  return figure.unit === PERCENT_UNIT;
}

function figureName(figure: FigureHit, names: Names): string {
  return `${names.measure(figure.measure)} of ${names.subject(figure.subject)}`;
}

function span(run: StageRun): string {
  const years = run.from === run.to ? englishYear(run.from) : `${englishYear(run.from)} to ${englishYear(run.to)}`;
  return `${years}: 「${run.stage}」`;
}

function years(list: readonly FiscalYear[]): string {
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last) return 'none';
  return list.length > 2 ? `${englishYear(first)} to ${englishYear(last)}` : list.map(englishYear).join(' and ');
}

function some(list: readonly string[]): string {
  return list.slice(0, 8).join(', ') + (list.length > 8 ? ' and others' : '');
}

function tableName(table: TableInfo | null): string {
  return table ? `The table 「${table.title}」` : 'The report';
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function miss(m: Miss, names: Names): string {
  switch (m.what) {
    case 'item': {
      const label = english.itemLabel(m.item.kind, m.item.number);
      if (m.numbers.length === 0) return `${label} is not in the report.`;
      return `${label} is not in the report. ${m.item.kind === 'plan' ? 'Plan items' : 'Out-of-plan items'} run from ${Math.min(...m.numbers)} to ${Math.max(...m.numbers)}.`;
    }
    case 'subject':
      return `"${m.asked}" is not in the report.${m.nearest.length > 0 ? ` Nearest: ${some(m.nearest.map(names.subject))}.` : ''}`;
    case 'measure':
      return `Figures for "${m.asked}" are not in the report.${m.nearest.length > 0 ? ` Its tables have: ${some(m.nearest.map(names.measure))}.` : ''}`;
    case 'combination':
      return `The report does not give ${names.measure(m.measure)} for ${names.subject(m.subject)}.${m.nearest.length > 0 ? ` Its table has: ${some(m.nearest.map(names.measure))}.` : ''}`;
    case 'year':
      return `The report does not give a value for ${m.subject === WHOLE ? 'the status' : names.subject(m.subject)} in ${englishYear(m.year)}.${m.years.length > 0 ? ` ${tableName(m.table)} covers ${years(m.years)}.` : ''}`;
    case 'not-listed': {
      const subject = names.subject(m.subject);
      const listed = m.years.length > 0 ? ` ${subject} is listed in ${m.years.map(englishYear).join(', ')}.` : '';
      if (m.table.top !== null) {
        return `${subject} is not among the top ${m.table.top} of ${englishYear(m.year)}, so its ${names.measure(m.measure)} is not in the report (this does not mean zero).${listed}`;
      }
      return `${subject} is not listed for ${englishYear(m.year)}: ${tableName(m.table)} does not give its ${names.measure(m.measure)}.${listed}`;
    }
    case 'blank':
      return `For ${names.subject(m.subject)}, ${names.measure(m.measure)} in ${englishYear(m.year)}, the report prints "${m.print || 'blank'}": no value is given.`;
    case 'caption':
      return `「${m.caption.text}」 is only the title of a picture; the text of the report does not contain its values. Please look at the original document.`;
    case 'operands':
      return {
        'too-few': 'The figures needed for this calculation are not in the report.',
        units: 'Figures of different units cannot be calculated together.',
        zero: 'The base figure is zero or negative, so a rate cannot be calculated.',
      }[m.reason];
  }
}

export const english: Wording = {
  whole: 'the whole plan',
  countMeasure(measure) {
    if (measure === 'items') return 'number of items';
    const [kind, status] = measure.split('.');
    const word =
      status === 'done' || status === 'partial' || status === 'not' || status === 'later' ? STATUS[status][0] : null;
    return word && kind === 'items'
      ? `number of items ${word}`
      : word && kind === 'share'
        ? `share of items ${word}`
        : null;
  },
  year: englishYear,
  amount({ value, print, unit: name }) {
    if (value === null) return `"${print}" (no value)`;
    if (value < 0)
      return `−${printNumber(-value, { decimals: decimalsPrinted(print) })}${unit(name)} (printed ${print})`;
    return name === PERCENT_UNIT && print.endsWith('%') ? print : `${print}${unit(name)}`;
  },
  number: (value, name, decimals) => `${printNumber(value, { decimals, minus: '−' })}${unit(name)}`,
  unit: (name) => unit(name).trim(),
  status: (status, print) => `${STATUS[status][0]} (${print ?? STATUS[status][1]})`,
  statusWord: (status) => STATUS[status][0],
  join: (parts) => parts.join(', '),
  sentence: (parts) => parts.filter((p) => p !== '').join(' '),
  quote: (text) => `「${text}」`,
  itemLabel: (kind, number) => (kind === 'plan' ? `Item ${number}` : `Out-of-plan item ${number}`),
  itemName: (item, names) => `${english.itemLabel(item.kind, item.number)} ${names.title(item.title)}`,
  itemShort: (item, names) => `${item.kind === 'extra' ? 'out-of-plan ' : ''}${item.number} ${names.title(item.title)}`,

  itemStatus: (item, s, names) =>
    `${english.itemName(item, names)}: status at the end of ${englishYear(s.year)} is ${english.status(s.status, s.print)}.`,
  otherStatus: (s) => `At the end of ${englishYear(s.year)}: ${english.status(s.status, s.print)}.`,
  earlierStatus: (year, status, print, report, certain) =>
    `At the end of ${englishYear(year)}: ${english.status(status, print)} (${report}${certain ? '' : '; the title is only similar, so it may be another item'}).`,
  noStatus: (item, year, known, names) =>
    `The report does not give a status of ${english.itemName(item, names)} for ${englishYear(year)}; it gives ${known.map(englishYear).join(' and ')}.`,
  extraItem: (item, names) => `${english.itemName(item, names)} is outside the plan and has no status.`,
  owner: (owners, names) =>
    owners
      ? `In charge: ${owners.map(names.section).join(', ')}.`
      : 'The section in charge is not stated in the report.',
  ownerOf: (item, names) =>
    item.owners
      ? `In charge of ${english.itemName(item, names)}: ${item.owners.map(names.section).join(', ')}.`
      : `The section in charge of ${english.itemName(item, names)} is not stated in the report.`,
  schedule(item, runs, names) {
    const start = runs.find((r) => r.implementing);
    const lead = start
      ? `implementation (「${start.stage}」) from ${englishYear(start.from)}`
      : 'no year of implementation is given';
    return `Schedule of ${english.itemName(item, names)}: ${lead}. ${runs.map(span).join('; ')}.`;
  },
  scheduledIn: (entry) =>
    `The schedule says ${entry.stage ? `「${entry.stage}」` : 'nothing'} for ${englishYear(entry.year)}.`,
  pillarOf: (item, names) =>
    `Pillar: ${item.pillar ? names.pillar(item.pillar) : 'cannot be read from the report'}. Policy: ${item.policy ? `「${item.policy}」` : 'cannot be read from the table'}.`,
  outline: (text) => `Outline (in Japanese): 「${text}」`,
  says: (sentences) => `The report says (in Japanese): 「${sentences.join('')}」`,
  saysIn: (item, sentences, names) => `${english.itemName(item, names)} says (in Japanese): 「${sentences.join('')}」`,
  saysUnder: (heading, sentences) => `Under 「${heading}」 the report says (in Japanese): 「${sentences.join('／')}」`,
  alsoNumbered: (item, names) => `Note: there is also ${english.itemName(item, names)}.`,
  alsoIn: (items, names) => `Related: ${items.map((i) => english.itemName(i, names)).join(', ')}.`,
  notInItem: (words, item, names) =>
    `I could not find ${words.map((w) => `"${w}"`).join(', ')} in ${english.itemName(item, names)}.`,
  line: (item, detail, names) => `${english.itemShort(item, names)}: ${detail}`,
  statusChanged: (item, a, b, names) => `${english.itemShort(item, names)} (${a.print}→${b.print})`,
  denies: () => 'No.',
  affirms: () => 'Yes.',

  listLead: (count, of, year, conditions, extra) =>
    `${plural(count, extra ? 'out-of-plan item' : 'item')}${conditions.length > 0 ? ` (${conditions.join('; ')})` : ''}, of ${of} in all${year ? `; status at the end of ${englishYear(year)}` : ''}.`,
  listNone: (of, conditions, extra) =>
    `There are no ${extra ? 'out-of-plan items' : 'items'} with: ${conditions.join('; ')} (of ${of} in all).`,
  extraLead: (count) => `${plural(count, 'out-of-plan item')}:`,
  conditionOwner: (sections) => `in charge: ${sections.join(', ')}`,
  conditionStage: (word, year, starting) =>
    `${word ? `「${word}」` : 'implementation'} ${starting ? 'from' : 'in'} ${englishYear(year)}`,
  conditionNoOwner: () => 'no section in charge stated',
  statusGroup: (status, print, count) => `${english.status(status, print)}, ${count}: `,

  countLead: (subject, year, parts, total) =>
    `At the end of ${englishYear(year)}, ${subject}: ${parts.join(', ')} (of ${total} items).`,
  countPart: (status, figure, share) => `${figure.print} ${english.status(status)}${share ? `, ${share.print}` : ''}`,
  jointShare: (statuses, share) =>
    `The report prints ${share} for ${statuses.map((s) => STATUS[s][1]).join(' and ')} together.`,
  before: (year, parts) => `At the end of ${englishYear(year)}: ${parts.join(', ')}.`,
  changesLead: ([a, b], count, what) =>
    `From the end of ${englishYear(a)} to the end of ${englishYear(b)}, ${plural(count, 'item')} ${what}.`,
  changeKind(direction, from, to) {
    const words = (list: readonly Status[]): string => list.map((s) => STATUS[s][1]).join(' or ');
    if (from && to)
      return direction === 'unchanged' ? `stayed ${words(to)}` : `went from ${words(from)} to ${words(to)}`;
    if (to) return `became ${words(to)}`;
    if (from) return `left ${words(from)}`;
    return { improved: 'improved', worsened: 'fell back', unchanged: 'stayed the same' }[direction ?? ''] ?? 'changed';
  },
  oneYearOnly: () => 'This report gives the status of one year only, so a comparison is not available.',

  figure: (f, names) => `${figureName(f, names)} in ${englishYear(f.year)}: ${english.amount(f)}.`,
  figureShort: (f, names) => `${englishYear(f.year)}, ${figureName(f, names)}: ${english.amount(f)}`,
  figureLead: () => 'As follows.',
  contradiction: (f) =>
    `The report prints ${f.print}, but the balance worked out from its own figures is ${english.number(f.contradicts ?? 0, f.unit, decimalsPrinted(f.print))}.`,
  older: (print, report) => `${report} printed ${print}.`,
  againstAverage(f, average) {
    const difference = (f.value ?? 0) - (average.value ?? 0);
    return `That is ${difference > 0 ? 'above' : difference < 0 ? 'below' : 'equal to'} the printed average of ${english.amount(average)}.`;
  },
  assumedYear: (year) => `(No year was given; this is the latest, ${englishYear(year)}.)`,
  assumedSubject: (subject, others) => `(No account was given; this is the ${subject}. Others: ${others.join(', ')}.)`,
  tableNote: (note) => `(Note in the report: 「${note}」)`,
  topOnly: (_table, top) => `The report lists only the top ${top} of each year.`,
  seriesLead(figures, names) {
    const [first] = figures;
    return first
      ? `${figureName(first, names)} by year: ${figures.map((f) => `${englishYear(f.year)} ${english.amount(f)}`).join(', ')}.`
      : '';
  },
  seriesTrend(first, last, { difference, decimals, highest, lowest }) {
    const size = `${printNumber(Math.abs(difference), { decimals })}${isRate(first) ? ' points' : unit(first.unit)}`;
    const move = difference > 0 ? `up ${size}` : difference < 0 ? `down ${size}` : 'no change';
    return `From ${englishYear(first.year)} to ${englishYear(last.year)}: ${move}. Highest in ${englishYear(highest.year)}, lowest in ${englishYear(lowest.year)}.`;
  },
  rankingLead(result, names) {
    const [first] = result.rows;
    const { args, average } = result;
    if (!first) return '';
    const measure = names.measure(result.measure);
    const when = englishYear(result.year);
    if (args.average && average)
      return `In ${when}, ${plural(result.rows.length, 'section')} of ${result.of} had a ${measure} ${args.average} the printed average of ${english.amount(average)}.`;
    if (args.sign) return `In ${when}, ${result.rows.length} of ${result.of} had a ${args.sign} ${measure}.`;
    const rows = result.rows.map((r) => `${names.subject(r.figure.subject)} (${english.amount(r.figure)})`).join(', ');
    if (args.position) return `Number ${args.position} in ${measure}, ${args.order} first, in ${when}: ${rows}.`;
    if (result.rows.every((r) => r.rank === 1)) return `The ${args.order} ${measure} in ${when}: ${rows}.`;
    return `${measure} in ${when}, ${args.order} first:`;
  },
  rankingNone: (result, names) =>
    `In ${englishYear(result.year)} no subject fulfils this for ${names.measure(result.measure)}.`,
  ranked: (rank, figure, names) => `${rank}. ${names.subject(figure.subject)} ${english.amount(figure)}`,
  rankOf(result, names) {
    const [row] = result.rows;
    if (!row) return '';
    return `${names.subject(row.figure.subject)} is number ${row.rank} of ${result.of} in ${names.measure(result.measure)}, ${result.args.order} first, in ${englishYear(result.year)}: ${english.amount(row.figure)}.`;
  },
  equalToAverage: (figures, names) =>
    `Exactly at the average: ${figures.map((f) => names.subject(f.subject)).join(', ')}.`,
  textComparison({ operation, comparison: { now, before }, value, decimals, formula }) {
    const size = printNumber(Math.abs(value), { decimals });
    const path = `From ${before.print}${unit(before.unit)} to ${now.print}${unit(now.unit)}`;
    const full = `(${formula} = ${printNumber(value, { decimals, minus: '−' })})`;
    if (operation === 'ratio') return `${path}: ${size} times ${full}.`;
    const moved = value > 0 ? 'up' : value < 0 ? 'down' : 'no change,';
    return `${path}: ${moved} ${size}${operation === 'growth' ? '%' : unit(now.unit)} ${full}.`;
  },
  calculation(result, names) {
    const [first] = result.inputs;
    const last = result.inputs.at(-1);
    if (!first || !last) return '';
    const size = english.number(Math.abs(result.value), result.unit, result.decimals);
    const same = result.inputs.every((f) => f.subject === first.subject && f.measure === first.measure);
    const sameMeasure = result.inputs.every((f) => f.measure === first.measure);
    const each = result.inputs
      .map((f) => `${figureName(f, names)} in ${englishYear(f.year)} ${english.amount(f)}`)
      .join('; ');
    const path = `from ${english.amount(first)} in ${englishYear(first.year)} to ${english.amount(last)} in ${englishYear(last.year)}`;
    const formula = `(${result.formula})`;
    switch (result.operation) {
      case 'difference': {
        const points = isRate(first)
          ? `${printNumber(Math.abs(result.value), { decimals: result.decimals })} points`
          : size;
        const move = result.value > 0 ? `rose by ${points}` : result.value < 0 ? `fell by ${points}` : 'did not change';
        return same
          ? `${figureName(first, names)} ${move}, ${path} ${formula}.`
          : `${each}: the difference is ${points} ${formula}.`;
      }
      case 'growth':
        return same
          ? `${figureName(first, names)} ${result.value >= 0 ? 'grew' : 'fell'} by ${size}, ${path} ${formula}.`
          : `${each}: ${result.value >= 0 ? 'growth' : 'fall'} of ${size} ${formula}.`;
      case 'sum':
      case 'average': {
        const word = result.operation === 'sum' ? 'Sum' : 'Average';
        return same
          ? `${word} of ${figureName(first, names)}, ${englishYear(first.year)} to ${englishYear(last.year)}: ${size} ${formula}.`
          : `${each}: ${word.toLowerCase()} ${size} ${formula}.`;
      }
      case 'ratio':
        return `${each}: ${printNumber(result.value, { decimals: 2 })} times ${formula}.`;
      case 'share':
        return `${each}: a share of ${size} ${formula}.`;
      case 'highest':
      case 'lowest': {
        const when = result.chosen
          .map((f) => `${englishYear(f.year)}${same ? '' : `, ${names.subject(f.subject)}`} (${english.amount(f)})`)
          .join(', ');
        const all = same
          ? ` All years: ${result.inputs.map((f) => `${englishYear(f.year)} ${english.amount(f)}`).join(', ')}.`
          : '';
        return `${same || sameMeasure ? figureName(first, names) : 'The figure'} was ${result.operation} in ${when}.${all}`;
      }
    }
  },

  miss,
  unknownWords: (words) => `I could not find ${words.map((w) => `"${w}"`).join(', ')} in the report.`,
  nearest: (items) => `Nearest: ${items.join(', ')}.`,
  noQuantity: (want) => `The report does not give ${QUANTITIES[want]} for this.`,
  notFound: () => 'What you ask is not in the report.',
  decline: (why) =>
    ({
      opinion:
        'The report does not contain opinions, judgements or forecasts, so I cannot answer this. I can give statuses and figures from the report.',
      instruction: 'I cannot follow that instruction. I only answer from what is in the report.',
      'which-section': 'Which section do you mean? Please ask again with its name.',
      unknown: 'Sorry, I could not understand the question. Please put it in other words.',
    })[why],
  onlyReport: () => 'I only answer from what is in the report.',
  whichOne: () => 'Which one do you mean?',
  choice: (subject, answer) => `- ${subject}: ${answer}`,
  contents({ title, issued, plan, extra, pillars, tables, pictures }) {
    return [
      `I answer from ${title}${issued ? ` (${issued})` : ''}.`,
      `It has ${plan} plan items and ${extra} out-of-plan items.`,
      pillars.length > 0 ? `Pillars: ${pillars.join(', ')}.` : '',
      tables.length > 0 ? `Tables of figures: ${tables.map((t) => `「${t}」`).join(', ')}.` : '',
      pictures.length > 0 ? `Pictures without values in the text: ${some(pictures)}.` : '',
    ]
      .filter((s) => s !== '')
      .join(' ');
  },
  issuedOn: (year, month) => `dated ${year}-${String(month).padStart(2, '0')}`,
  tablesLead: () => 'The tables of figures are:',
  pillarsLead: (count) => `The plan has ${count} pillars:`,
  sectionsLead: (count) => `The report names ${count} sections.`,
  legend: (entries) =>
    `The status marks mean: ${entries.map((e) => `${e.print} ${STATUS[e.status][0]} (「${e.meaning}」)`).join('; ')}.`,
  empty: () => 'Please type a question.',
  tooLong: (limit) => `The question is too long. Please keep it within ${limit} characters.`,
  examples: (examples) => `For example: ${examples.map((e) => `"${e}"`).join(', ')}`,
  more: () => 'See the table for the rest.',
  failed: (id) => `Sorry, something went wrong (reference ${id}).`,

  columns: {
    number: 'No.',
    title: 'Item',
    status: 'Status',
    owner: 'In charge',
    year: 'Fiscal year',
    subject: 'Name',
    value: 'Value',
    rank: 'Rank',
    change: 'Change',
    total: 'Items',
    share: 'Share',
    schedule: 'Schedule',
  },
  followUp: {
    itemOwner: (number) => `Who is in charge of ${number}?`,
    itemSchedule: (number) => `What is the schedule of ${number}?`,
    itemNarrative: (number) => `What was done for ${number}?`,
    statusOfPillar: (pillar) => `Progress of ${pillar}?`,
    sameIn: (year) => `And in ${englishYear(year)}?`,
    trend: (subject, measure) => `Trend of ${measure} of ${subject}?`,
    listStatus: (status) => `Which items are ${STATUS[status][0]}?`,
    whole: () => 'Overall progress?',
    lowest: (measure) => `Which has the lowest ${measure}?`,
    legend: () => 'What do the marks mean?',
  },
};
