import { english as answers } from '../answer/wording-en.ts';
import { itemLabel, plural } from '../answer/wording-en-words.ts';
import { englishYear } from '../report/fiscal-year.ts';
import { cut } from './cut.ts';
import type { DigestWording } from './wording.ts';

const UNASSIGNED = 'items without a single section in charge';
const NOTES = 'Progress notes made after the report';

/** What to do, by the codes of https://docs.slack.dev/reference/methods/chat.postMessage#errors. */
const UNDELIVERED: readonly (readonly [codes: readonly string[], advice: string])[] = [
  [['not_in_channel'], 'The app was not invited to the channel. Please run /invite there.'],
  [
    ['channel_not_found', 'is_archived', 'user_not_found', 'user_disabled'],
    'Its destination is gone or archived. Please change it with /gyokaku schedule.',
  ],
  [
    ['missing_scope', 'restricted_action', 'no_permission', 'not_allowed_token_type'],
    'The app may not post there. Please tell your IT officer.',
  ],
  [
    ['invalid_auth', 'token_revoked', 'token_expired', 'account_inactive', 'not_authed'],
    'The app is no longer authorised. Please tell your IT officer.',
  ],
  [['rate_limited', 'ratelimited'], 'Slack limited how much may be sent for too long. The next one comes as usual.'],
  [
    ['no_connection', 'no_answer', 'service_unavailable', 'internal_error', 'unreadable_answer'],
    'Slack could not be reached for too long. The next one comes as usual.',
  ],
];

/** 1 year 7 months, 8 months, 2 years. */
function duration(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [
    ...(years > 0 ? [plural(years, 'year')] : []),
    ...(rest > 0 || years === 0 ? [plural(rest, 'month')] : []),
  ].join(' ');
}

export const english: DigestWording = {
  digestTitle: (subjects) => `[Digest] ${subjects.length > 0 ? subjects.join(', ') : answers.whole}`,
  reminderTitle: (section, names) => `[For you to check this week] ${section ? names.section(section) : UNASSIGNED}`,
  remindersTitle: () => '[For you to check this week]',
  reminderHeading: (section, count, names) =>
    `${section ? names.section(section) : UNASSIGNED} (${plural(count, 'item')})`,
  basis({ report, age }) {
    const dated = report.issued ? ` (${answers.issuedOn(report.issued.year, report.issued.month)})` : '';
    return `From ${report.name}${dated}.${age.old ? ` This report is ${duration(age.months)} old.` : ''}`;
  },
  countsLead: (subject, year, before, total) =>
    `Status of ${subject} at the end of ${englishYear(year)}, of ${total} items${
      before ? ` (in brackets: end of ${englishYear(before)})` : ''
    }`,
  countLine: (status, now, before) =>
    `- ${status}: ${now.count}${now.share ? `, ${now.share}` : ''}${
      before ? ` (${before.count}${before.share ? `, ${before.share}` : ''})` : ''
    }`,
  countsOfSeveral: (year, before) =>
    `Status at the end of ${englishYear(year)}${before ? ` (in brackets: end of ${englishYear(before)})` : ''}`,
  countRow: (subject, total, counts) =>
    `- ${subject}, ${total} items: ${counts
      .map((c) => `${c.status} ${c.count}${c.before ? ` (${c.before})` : ''}`)
      .join(', ')}`,
  jointShares: (statuses, share, before) =>
    `${answers.jointShare(statuses, [share ?? [], before === null ? [] : `(${before})`].flat().join(' '))} The share of each is worked out.`,
  noItems: (subjects) => `The plan has no items of ${subjects.join(', ')}.`,
  firstHeading: () => 'To look at first',
  firstLine({ item, reason, status, before, since, start }, detail, names) {
    const mark = names.status(status.status, status.print);
    const planned = start ? `; ${english.plannedFrom(start)}` : '';
    const why = {
      'fell-back': `fell back${before ? ` from ${names.status(before.status, before.print)}` : ''} to ${mark}`,
      'not-begun': `${mark}${planned}`,
      'no-owner': `${mark}; no section in charge stated`,
      stalled: `${mark} ${english.since(since)}`,
      'due-next': `${mark}${planned}`,
    }[reason];
    const owner = detail === 'full' && item.owners ? ` In charge: ${item.owners.map(names.section).join(', ')}.` : '';
    return `- ${answers.itemName(item, names)}: ${why}.${owner}`;
  },
  improvedHeading: ([before], count) => `Improved since the end of ${englishYear(before)}: ${some(count)}`,
  worsenedHeading: ([before], count) => `Fell back since the end of ${englishYear(before)}: ${some(count)}`,
  oneYearOnly: answers.oneYearOnly,
  change: ({ item, before, after }, detail, names) =>
    `${english.item(item, detail, names)}${detail === 'number' ? '' : ` (${before.print}→${after.print})`}`,
  openHeading: (year, count) => `Not fully implemented at the end of ${englishYear(year)}: ${some(count)}`,
  openGroup: (status, count, items) => `- ${status}, ${count}: ${items.join(', ')}`,
  openItem({ item, since }, detail, names) {
    const owner = item.owners ? item.owners.map(names.section).join(', ') : 'no section in charge stated';
    return `${english.item(item, detail, names)}${detail === 'full' ? ` (${owner}; ${english.since(since)})` : ''}`;
  },
  ownerlessHeading: (count) => `No section in charge stated: ${some(count)}`,
  atLargeHeading: (count) => `With an owner that stands for several sections: ${some(count)}`,
  ownedItem: (item, detail, names) =>
    `${english.item(item, detail, names)} (${(item.owners ?? []).map(names.section).join(', ')})`,
  startingHeading: (year, count) => `Planned to be carried out from ${englishYear(year)}: ${some(count)}`,
  item: (item, detail, names) =>
    detail === 'number'
      ? `${item.kind === 'extra' ? 'out-of-plan ' : ''}${item.number}`
      : answers.itemShort(item, names),
  list: (items) => items.join(', '),
  since: ({ year, atLeast }) => `since ${atLeast ? 'at least ' : ''}the end of ${englishYear(year)}`,
  newNotesHeading: (count) => `${NOTES}, since the last digest: ${count}`,
  reminderLead: (count, year) =>
    `${plural(count, 'item')} to check, by the status at the end of ${englishYear(year)}. Please tell how ${
      count === 1 ? 'it stands' : 'they stand'
    } now.`,
  dueLine({ item, status, since, start, note }, next, names) {
    const mark = names.status(status.status, status.print);
    const isLater = status.status === 'later';
    const facts = isLater
      ? [mark, ...(start ? [english.plannedFrom(start)] : [])]
      : [`${mark} ${english.since(since)}`, ...(start?.year === next ? [english.plannedFrom(start)] : [])];
    const noted = note ? `\n  ${NOTES}: ${english.noteLine(note)}` : '';
    return `- ${answers.itemName(item, names)}: ${facts.join('; ')}${noted}`;
  },
  dueItems: (items) => `- ${items.join(', ')}`,
  plannedFrom: (start) => `planned 「${start.stage}」 from ${englishYear(start.year)}`,
  notesHeading: () => `${NOTES} (not part of the report)`,
  noteLine({ item, text, status, section, on }) {
    const by = [on, ...(section ? [section] : []), ...(status ? [`own assessment: ${answers.status(status)}`] : [])];
    return `${itemLabel(item.kind, item.number)}: 「${cut(text)}」 (${by.join(', ')})`;
  },
  moreNotes: (count) => `and ${count} more`,
  undelivered(kind, code) {
    const what = kind === 'digest' ? 'The digest' : 'The weekly reminder';
    return `${what} could not be delivered. ${UNDELIVERED.find(([codes]) => codes.includes(code))?.[1] ?? `Slack answered "${code}". Please tell your IT officer.`}`;
  },
  chartTitle: (year, ofShares) =>
    `${ofShares ? 'Share of items implemented' : 'Number of items by status'} at the end of ${englishYear(year)}`,
  columns: { since: 'In this state', note: NOTES },
  tableCaption: (year) => `Not fully implemented at the end of ${englishYear(year)}`,
};

function some(count: number): string {
  return count > 0 ? String(count) : 'none';
}
