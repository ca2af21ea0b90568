import { englishYear, printYears } from '../report/fiscal-year.ts';
import { decimalsPrinted, printNumber } from '../report/notation.ts';
import type { Limit } from '../tools/limit.ts';
import { ITEMS_UNIT, PERCENT_UNIT } from '../tools/progress-figures.ts';
import { isAmongNamed, type RankingResult } from '../tools/ranking.ts';
import { areInRow, type Step } from '../tools/steps.ts';
import type { FigureWording } from './figure-wording.ts';
import { englishChanges } from './wording-en-changes.ts';
import { figureName, isRate, plural, unit } from './wording-en-words.ts';

/** above 200 hours · at most 50% · below zero */
function limitWords({ side, value, inclusive, until }: Limit, name: string | null): string {
  const print = (end: number): string => `${printNumber(end)}${unit(name)}`;
  if (until)
    return `${inclusive ? 'from' : 'above'} ${print(value)} ${until.inclusive ? 'to' : 'to below'} ${print(until.value)}`;
  // There are no fewer items than none.
  if (value === 0 && side === 'below' && inclusive && name === ITEMS_UNIT) return 'at zero';
  const bound = side === 'above' ? (inclusive ? 'at least' : 'above') : inclusive ? 'at most' : 'below';
  return `${bound} ${value === 0 ? 'zero' : `${printNumber(value)}${unit(name)}`}`;
}

const BILLION = 1e9;

/** Sentences on figures, rankings and calculations. */
export const englishFigures: FigureWording = {
  ...englishChanges,
  amount({ value, print, unit: name }) {
    if (value === null) return `"${print}" (no value)`;
    if (value < 0)
      return `−${printNumber(-value, { decimals: decimalsPrinted(print) })}${unit(name)} (printed ${print})`;
    return name === PERCENT_UNIT && print.endsWith('%') ? print : `${print}${unit(name)}`;
  },
  number: (value, name, decimals) => `${printNumber(value, { decimals, minus: '−' })}${unit(name)}`,
  figure: (f, names) => `${figureName(f, names)} in ${englishYear(f.year)}: ${englishFigures.amount(f)}.`,
  contradiction: (f) =>
    `The report prints ${f.print}, but the balance worked out from its own figures is ${englishFigures.number(f.contradicts ?? 0, f.unit, decimalsPrinted(f.print))}.`,
  sign(is, denies) {
    const [said, other] =
      is === 'positive' ? ['positive (a surplus)', 'negative'] : ['negative (a deficit)', 'positive'];
    return `That is ${said}${denies ? `, not ${other}` : ''}.`;
  },
  writtenOut(amounts) {
    const said = amounts.map(({ yen, year }) => {
      const size = Math.abs(yen);
      const billions = size >= BILLION ? ` (${printNumber(size / BILLION)} billion yen)` : '';
      return `${year ? `${englishYear(year)} ` : ''}${yen < 0 ? '−' : ''}${printNumber(size)} yen${billions}`;
    });
    return said.length > 1 ? `In yen: ${said.join(', ')}.` : `That is ${said.join('')}.`;
  },
  older: (print, report) => `${report} printed ${print}.`,
  againstAverage(f, average) {
    const difference = (f.value ?? 0) - (average.value ?? 0);
    return `That is ${difference > 0 ? 'above' : difference < 0 ? 'below' : 'equal to'} the printed average of ${englishFigures.amount(average)}.`;
  },
  assumedYear: (year) => `(No year was given; this is the latest, ${englishYear(year)}.)`,
  assumedSubject: (subject, others) => `(No account was given; this is the ${subject}. Others: ${others.join(', ')}.)`,
  tableNote: (note) => `(Note in the report: 「${note}」)`,
  noUnit: () => '(The table prints no unit, so the unit is not known.)',
  topOnly: (_table, top) => `The report lists only the top ${top} of each year.`,
  seriesLead(figures, names) {
    const [first] = figures;
    return first
      ? `${figureName(first, names)} by year: ${figures.map((f) => `${englishYear(f.year)} ${englishFigures.amount(f)}`).join(', ')}.`
      : '';
  },
  seriesWithin({ limit, figures }, any, names) {
    const lead = `${figureName(any, names)} was ${limitWords(limit, any.unit)} in`;
    return figures.length > 0
      ? `${lead} ${figures.map((f) => `${englishYear(f.year)} (${englishFigures.amount(f)})`).join(', ')}.`
      : `${lead} none of these years.`;
  },
  seriesMoves({ moves, steps }, any, names) {
    const up = moves === 'rises' || moves === 'largest-rise';
    const most = moves === 'rises' || moves === 'falls' ? '' : ' most';
    const size = ({ difference, decimals }: Step): string =>
      `${printNumber(Math.abs(difference), { decimals })}${isRate(any) ? ' points' : unit(any.unit)}`;
    const when = steps.map(
      (step) =>
        `${englishYear(step.to.year)} (${up ? 'up' : 'down'} ${size(step)}, ${step.from.print} to ${step.to.print})`,
    );
    const lead = `${figureName(any, names)} ${up ? 'rose' : 'fell'}${most} from the year before in`;
    const inRow = areInRow(steps) ? `: ${steps.length} years in a row` : '';
    return when.length > 0 ? `${lead} ${when.join(', ')}${inRow}.` : `${lead} none of these years.`;
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
      return `In ${when}, ${plural(result.matching, 'section')} of ${result.of} had a ${measure} ${args.average} the printed average of ${englishFigures.amount(average)}.`;
    if (args.limit)
      return `In ${when}, ${measure} ${limitWords(args.limit, result.unit)}: ${result.matching} of ${result.of}.`;
    if (args.sign) return `In ${when}, ${result.matching} of ${result.of} had a ${args.sign} ${measure}.`;
    const told = (those: RankingResult['rows']): string =>
      those
        .map(({ figure: f }) => {
          const own = names.measure(f.measure);
          const header = own === measure ? '' : `${own} `;
          return `${names.subject(f.subject)} (${header}${englishFigures.amount(f)})`;
        })
        .join(', ');
    const rows = told(result.rows);
    if (args.position && args.position > 1)
      return `Number ${args.position} in ${measure}, ${args.order} first, in ${when}: ${rows}.`;
    const firsts = result.rows.filter((r) => r.rank === 1);
    if (isAmongNamed(result))
      return `The ${args.order} ${measure} of ${args.subjects?.map(names.subject).join(', ')} in ${when}: ${told(firsts)}.`;
    if (firsts.length === result.rows.length) return `The ${args.order} ${measure} in ${when}: ${rows}.`;
    return `${measure} in ${when}, ${args.order} first:`;
  },
  mostOfYears: (figures, order, names) =>
    `The ${order} of these: ${figures.map((f) => `${names.subject(f.subject)} in ${englishYear(f.year)} (${englishFigures.amount(f)})`).join(', ')}.`,
  inYears: (subjects, years) =>
    `In ${years === 'one' ? 'a single year' : 'each of these years'}: ${subjects.length === 0 ? 'none' : subjects.join(', ')}.`,
  rankingWithout: (subjects) => `(Without ${subjects.join(', ')}.)`,
  rankingNone: ({ args, year, measure, unit: name, of }, names) =>
    args.limit
      ? `In ${englishYear(year)}, ${names.measure(measure)} ${limitWords(args.limit, name)}: none of ${of}.`
      : args.sign
        ? `In ${englishYear(year)}, none of ${of} had a ${args.sign} ${names.measure(measure)}.`
        : `In ${englishYear(year)} no subject fulfils this for ${names.measure(measure)}.`,
  ranked({ rank, figure }, { measure }, names) {
    const own = names.measure(figure.measure);
    const header = own === names.measure(measure) ? '' : ` (${own})`;
    return `${rank}. ${names.subject(figure.subject)}${header} ${englishFigures.amount(figure)}`;
  },
  rankingScope({ compared, measure }, names) {
    const headers = Map.groupBy(compared, (c) => names.measure(c.measure));
    const told = [...headers].map(([header, own]) => {
      const by = headers.size > 1 || header !== names.measure(measure) ? `${header} in ` : 'the accounts of ';
      return `${by}${own.map((c) => `「${c.table.title}」`).join(', ')}`;
    });
    return `(Compared: ${told.join('; ')}.)`;
  },
  rankOf(result, names) {
    const [row] = result.rows;
    if (!row) return '';
    return `${names.subject(row.figure.subject)} is number ${row.rank} of ${result.of} in ${names.measure(result.measure)}, ${result.args.order} first, in ${englishYear(result.year)}: ${englishFigures.amount(row.figure)}.`;
  },
  claimedYears({ subject, measure, than, years }, names) {
    const other = 'subject' in than ? names.subject(than.subject) : names.measure(than.measure);
    const held = years.filter(({ holds }) => holds).map((year) => englishYear(year.larger.year));
    const when = held.length > 0 ? `in ${held.join(', ')}` : 'in none of these years';
    const rows = years.map(
      (year) =>
        `${englishYear(year.larger.year)} ${englishFigures.amount(year.larger)} and ${englishFigures.amount(year.smaller)}`,
    );
    return `${names.measure(measure)} of ${names.subject(subject)} was larger than ${other} ${when} (${rows.join('; ')}).`;
  },
  placesOverYears({ subject, measure, order, table, places, missing }, names) {
    const name = `${names.subject(subject)} had the ${order} ${names.measure(measure)}`;
    const firsts = places.filter(({ row }) => row.rank === 1);
    const others = places.filter(({ row }) => row.rank !== 1);
    const isOnly = firsts.length === 1 && places.length + missing.length > 1;
    const when = firsts.map(({ year, row }) => `${englishYear(year)} (${englishFigures.amount(row.figure)})`);
    const lead =
      firsts.length > 0 ? `${name}${isOnly ? ' only' : ''} in ${when.join(', ')}.` : `${name} in none of these years.`;
    const rest = others.map(
      ({ year, row, of }) => `${englishYear(year)} number ${row.rank} of ${of} (${englishFigures.amount(row.figure)})`,
    );
    const absent = missing.map(englishYear).join(', ');
    const unlisted = table.top === null ? `Not listed in ${absent}` : `Not among the top ${table.top} in ${absent}`;
    const told = rest.length > 0 ? ` ${order === 'highest' ? 'Highest' : 'Lowest'} first: ${rest.join(', ')}.` : '';
    return `${lead}${told}${missing.length > 0 ? ` ${unlisted}.` : ''}`;
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
    const size = englishFigures.number(Math.abs(result.value), result.unit, result.decimals);
    const signed = englishFigures.number(result.value, result.unit, result.decimals);
    const same = result.inputs.every((f) => f.subject === first.subject && f.measure === first.measure);
    const sameMeasure = result.inputs.every((f) => f.measure === first.measure);
    const years = result.inputs.map((f) => f.year);
    const period = printYears(years, englishYear, ' to ', ', ');
    const figures = result.inputs.map(
      (f) => `${figureName(f, names)} in ${englishYear(f.year)} ${englishFigures.amount(f)}`,
    );
    const each = figures.join('; ');
    const path = `from ${englishFigures.amount(first)} in ${englishYear(first.year)} to ${englishFigures.amount(last)} in ${englishYear(last.year)}`;
    const formula = `(${result.formula})`;
    switch (result.operation) {
      case 'difference': {
        const points = isRate(first)
          ? `${printNumber(Math.abs(result.value), { decimals: result.decimals })} points`
          : size;
        const move = result.value > 0 ? `rose by ${points}` : result.value < 0 ? `fell by ${points}` : 'did not change';
        return same
          ? `${figureName(first, names)} ${move}, ${path} ${formula}.`
          : `${figures.toReversed().join('; ')}: the difference is ${result.value < 0 ? '−' : ''}${points} ${formula}.`;
      }
      case 'growth':
        return same
          ? `${figureName(first, names)} ${result.value >= 0 ? 'grew' : 'fell'} by ${size}, ${path} ${formula}.`
          : `${each}: ${result.value >= 0 ? 'growth' : 'fall'} of ${size} ${formula}.`;
      case 'sum':
      case 'average': {
        const word = result.operation === 'sum' ? 'Sum' : 'Average';
        return same
          ? `${word} of ${figureName(first, names)}, ${period}: ${signed} ${formula}.`
          : `${each}: ${word.toLowerCase()} ${signed} ${formula}.`;
      }
      case 'ratio':
        return `${each}: ${printNumber(result.value, { decimals: 2 })} times ${formula}.`;
      case 'share':
        return `${each}: a share of ${size} ${formula}.`;
      case 'highest':
      case 'lowest': {
        const when = result.chosen
          .map(
            (f) => `${englishYear(f.year)}${same ? '' : `, ${names.subject(f.subject)}`} (${englishFigures.amount(f)})`,
          )
          .join(', ');
        const all = same
          ? ` All years: ${result.inputs.map((f) => `${englishYear(f.year)} ${englishFigures.amount(f)}`).join(', ')}.`
          : '';
        if (same) return `${figureName(first, names)} was ${result.operation} in ${when}.${all}`;
        // Two different figures, of which one is the larger.
        const chosen = result.chosen.map(
          (f) => `${figureName(f, names)} in ${englishYear(f.year)} (${englishFigures.amount(f)})`,
        );
        return sameMeasure
          ? `${names.measure(first.measure)} was ${result.operation} in ${when}.`
          : `The ${result.operation === 'highest' ? 'larger' : 'smaller'} one is ${chosen.join(', ')}.`;
      }
    }
  },
};
