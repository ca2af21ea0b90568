import { englishYear } from '../report/fiscal-year.ts';
import type { Status } from '../report/model.ts';
import type { Wording } from './wording.ts';
import { englishFigures } from './wording-en-figures.ts';
import { englishMiss } from './wording-en-miss.ts';
import { itemLabel, plural, QUANTITIES, STATUS, some, span, unit } from './wording-en-words.ts';

/** A sentence that begins with a name in small letters. */
function capital(sentence: string): string {
  return sentence.replace(/^[a-z]/u, (letter) => letter.toUpperCase());
}

export const english: Wording = {
  ...englishFigures,
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
  unit: (name) => unit(name).trim(),
  status: (status, print) => `${STATUS[status][0]} (${print ?? STATUS[status][1]})`,
  join: (parts) => parts.join(', '),
  sentence: (parts) =>
    parts
      .filter((p) => p !== '')
      .map(capital)
      .join(' '),
  quote: (text) => `「${text}」`,
  itemLabel,
  itemName: (item, names) => `${itemLabel(item.kind, item.number)} ${names.title(item.title)}`,
  itemShort: (item, names) => `${item.kind === 'extra' ? 'out-of-plan ' : ''}${item.number} ${names.title(item.title)}`,

  endOf: (year, expected) =>
    `the end of ${expected ? englishYear(year).replace(')', ', expected)') : englishYear(year)}`,
  itemStatus: (item, s, expected, names) =>
    `${english.itemName(item, names)}: status at ${english.endOf(s.year, expected)} is ${english.status(s.status, s.print)}.`,
  otherStatus: (s, expected) => `At ${english.endOf(s.year, expected)}: ${english.status(s.status, s.print)}.`,
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

  listLead: (count, of, end, conditions, extra) =>
    `${plural(count, extra ? 'out-of-plan item' : 'item')}${conditions.length > 0 ? ` (${conditions.join('; ')})` : ''}, of ${of} in all${end ? `; status at ${end}` : ''}.`,
  listNone: (of, conditions, extra) =>
    `There are no ${extra ? 'out-of-plan items' : 'items'} with: ${conditions.join('; ')} (of ${of} in all).`,
  extraLead: (count) => `${plural(count, 'out-of-plan item')}:`,
  pillarDoubt: ({ withoutPillar, misplaced }) =>
    [
      ...(withoutPillar > 0 ? [`Besides, ${plural(withoutPillar, 'item')} cannot be placed under a pillar.`] : []),
      ...(misplaced
        ? ["The items do not add up to the report's counts by pillar, so the pillar of some is in doubt."]
        : []),
    ].join(' '),
  conditionOwner: (sections) => `in charge: ${sections.join(', ')}`,
  conditionNotOwner: (sections) => `not in charge: ${sections.join(', ')}`,
  conditionNotStage: (stages) => `other than ${stages.map((stage) => `「${stage}」`).join(', ')}`,
  conditionStage: (word, year, starting) =>
    `${word ? `「${word}」` : 'implementation'} ${starting ? 'from' : 'in'} ${englishYear(year)}`,
  conditionOwnerCount: ({ least, most }) =>
    `${least}${most === null ? ' or more' : ''} ${least === 1 && most !== null ? 'section' : 'sections'} in charge`,
  conditionNoOwner: () => 'no section in charge stated',
  statusGroup: (status, print, count) => `${english.status(status, print)}, ${count}: `,

  countLead: (subject, year, parts, total) =>
    `At the end of ${englishYear(year)}, ${subject}: ${parts.join(', ')} (of ${total} items).`,
  countPart: (status, figure, share) => `${figure.print} ${english.status(status)}${share ? `, ${share.print}` : ''}`,
  jointShare: (statuses, share) =>
    `The report prints ${share} for ${statuses.map((s) => STATUS[s][1]).join(' and ')} together.`,
  before: (year, parts) => `At the end of ${englishYear(year)}: ${parts.join(', ')}.`,
  changesLead: ([a, b], count, what) =>
    `From ${a} to ${b}, ${count === 0 ? 'no items' : plural(count, 'item')} ${what}.`,
  changeKind(direction, from, to) {
    const words = (list: readonly Status[]): string => list.map((s) => STATUS[s][1]).join(' or ');
    if (from && to)
      return direction === 'unchanged' ? `stayed ${words(to)}` : `went from ${words(from)} to ${words(to)}`;
    if (to) return `became ${words(to)}`;
    if (from) return `left ${words(from)}`;
    return { improved: 'improved', worsened: 'fell back', unchanged: 'stayed the same' }[direction ?? ''] ?? 'changed';
  },
  planCompared: (older, newer) => `${older} and ${newer} compared.`,
  planChanged: (change, count) =>
    `${{ added: 'New items', removed: 'Items no longer there', retitled: 'Items with another title', renumbered: 'Items with another number' }[change]}: ${count === 0 ? 'none' : count}.`,
  itemMoved: ({ before, after, certain }, change, names) =>
    change === 'renumbered'
      ? `${before.number} → ${english.itemShort(after, names)}`
      : `${english.itemShort(before, names)} → ${english.itemShort(after, names)}${certain ? '' : ' (taken for the same item, as the titles are alike)'}`,
  noOlderReport: () =>
    'There is no older report here to compare with, so that I cannot tell which items are new, gone or changed.',
  oneYearOnly: () => 'This report gives the status of one year only, so a comparison is not available.',

  miss: englishMiss,
  leftAside: (words) => `(I could not make use of ${words.map((w) => `"${w}"`).join(', ')}.)`,
  unreadLine: (word, line) =>
    `Line ${line} of the report has 「${word}」, but that line could not be read, so I cannot answer. Please look at the original document.`,
  unknownWords: (words) => `I could not find ${words.map((w) => `"${w}"`).join(', ')} in the report.`,
  nearest: (items) => `Nearest: ${items.join(', ')}.`,
  noFigureOf: (name) => `The report does not give a figure for "${name}".`,
  noFigureForYear: (year) => `The report does not give this for ${englishYear(year)}.`,
  noQuantity: (want) => `The report does not give ${QUANTITIES[want]} for this.`,
  noReason: () => 'The report does not state a reason for this.',
  noPerson: () => 'The report does not name persons.',
  notFound: () =>
    'I could not find this in the report, whose text is in Japanese. An item number, or the words of the report, may lead to it.',
  decline: (why) =>
    ({
      opinion:
        'The report does not contain opinions, judgements or forecasts, so I cannot answer this. I can give statuses and figures from the report.',
      instruction: 'I cannot follow that instruction. I only answer from what is in the report.',
      lacking: 'I cannot list the sections or pillars that have none. Please ask for the numbers of each.',
      exclusion:
        'I cannot list everything except something, or what did not happen. Please name the sections, pillars or statuses that you want.',
      'which-section': 'Which section do you mean? Please ask again with its name.',
      'which-one': 'What is it about? Please ask again with the number or title of an item, a section or an account.',
      unknown: 'Sorry, I could not understand the question. Please put it in other words.',
    })[why],
  onlyReport: () => 'I only answer from what is in the report.',
  greeting: () => 'Happy to help: ask me anything about the report, or type help to see how.',
  sourcesAre: (citations) =>
    citations.length === 0 ? 'The answer before has no source.' : `It stands here:\n${citations.join('\n')}`,
  onlyOlder: (report, older) => `(${report} does not have it; this is from ${older}.)`,
  noReport: (year, report) =>
    `(There is no ${year ? `report of ${englishYear(year)}` : 'older report'} here; this is from ${report}.)`,
  partly: () => '(Part of your question may not be answered here. Please ask one thing at a time.)',
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
  issued: (title, on) => `${title} is ${on}.`,
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
