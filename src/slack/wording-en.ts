import { STATUS } from '../answer/wording-en-words.ts';
import { englishYear } from '../report/fiscal-year.ts';
import type { SlackWording } from './wording.ts';

function counted(count: number | string, noun: string): string {
  return `${count} ${noun}${String(count) === '1' ? '' : 's'}`;
}

function ofShare(share: string | null): string {
  return share ? ` (${share})` : '';
}

export const english: SlackWording = {
  language: 'en',

  notStated: 'not stated',
  doesNotFit: '(too long to show)',
  table: (caption) => (caption === '' ? 'Table' : caption),
  row: (cells) => `• ${cells.map(([label, text]) => `${label}: ${text}`).join('; ')}`,
  rowsShown: (from, to, of) => `Rows ${from} to ${to} of ${of} are shown.`,
  toRows: (from, to) => `Rows ${from} to ${to}`,
  columnsLeft: (count) =>
    `${counted(count, 'column')} on the right ${count === 1 ? 'does' : 'do'} not fit and ${count === 1 ? 'is' : 'are'} left out.`,
  unit: (unit) => `Unit: ${unit}`,
  years: 'Fiscal year',

  citation: (citation) => `Source: ${citation}`,
  followUps: 'You can go on with',
  choices: 'Please choose',
  target(target) {
    if (target.kind === 'item')
      return target.of === 'plan' ? `item ${target.number}` : `out-of-plan item ${target.number}`;
    return `${target.name}${target.more ? ' and others' : ''}`;
  },
  sourceOf: (target) => `Source of ${target}`,
  choose: (choice) => `Choose "${choice}"`,
  show: 'Show in channel',
  useful: 'Useful',
  notUseful: 'Not useful',
  usefulLabel: (good) => (good ? 'This answer was useful' : 'This answer was not useful'),

  source: {
    title: 'Source (as printed)',
    report: (name, title, issued) => `The very words of ${name} (${title}${issued ? `, ${issued}` : ''}).`,
    header: (line) => `Line ${line} (heading of the table)`,
    line: (line) => `Line ${line}`,
    cells: 'The mark ｜ stands between two columns of the table.',
    left: (lines) => `${counted(lines, 'more line')} not shown. Please see the original report.`,
    cut: 'Too long to be shown in full. Please see the original report for the rest.',
  },
  close: 'Close',
  answer: { title: 'Answer', asked: (question) => `Question: ${question}` },
  itemQuestion: (number) => `What is the status of item ${number}?`,

  feedback: {
    title: 'Your feedback',
    lead: 'This helps to improve the answers. What was not useful?',
    reason: 'Reason',
    reasons: {
      wrong: 'Wrong content or figures',
      missing: 'It does not say what I want to know',
      misread: 'My question was misunderstood',
      unclear: 'Hard to understand',
      other: 'Something else',
    },
    comment: 'Details (optional)',
    hint: 'Please leave out personal data such as names and phone numbers.',
    send: 'Send',
    cancel: 'Cancel',
    thanks: (good) =>
      good ? 'Thank you for your feedback.' : 'Thank you for your feedback. It helps to improve the answers.',
  },

  noticeTitle: 'Notice',
  notice: (kind, { id, limit }) =>
    ({
      'too-long': `The question is too long. Please keep it within ${limit} characters.`,
      'too-fast': 'Those were many questions in a short time. Please wait a minute and ask again.',
      guest: 'Sorry, questions of guests are not answered in this workspace.',
      stranger: 'Sorry, only members of this workspace are answered.',
      unknown:
        'Sorry, Slack could not say just now whether you are a member of this workspace. Please try again shortly.',
      channel: 'Sorry, questions are not answered in this channel. Please ask in a direct message.',
      failed: `Sorry, something went wrong and there is no answer. Please ask again later.${
        id ? ` If it goes on, please tell the person in charge this reference: ${id}.` : ''
      }`,
      expired: 'This answer is no longer kept, so the button does nothing. Please ask the question again.',
      stopped: 'The answer was stopped.',
      window: 'The window could not be opened. Please try once more.',
      uncertain: 'It is not certain that this was done. If nothing has changed, please try once more.',
      late: 'Sorry, no answers could be given for a while, and your question was left without one. Please ask it again.',
      forgotten: 'The record of your questions was deleted.',
    })[kind],
  forgetWords: ['forget me', 'forget everything'],
  help: {
    title: 'How to use it',
    lead: 'Ask about the report on administrative reform in everyday words. Every figure comes with its source.',
    lines: [
      { what: 'Direct message', does: 'just write the question' },
      { what: 'Channel', does: 'mention the app with the question (it answers in a thread)' },
      { what: '/gyokaku question', does: 'shows the answer to you alone' },
      { what: '/gyokaku item 23', does: 'shows the status of item 23' },
      { what: '/gyokaku list partially implemented', does: 'lists the items that fulfil a condition' },
      { what: '/gyokaku digest', does: 'shows a digest of the progress ("digest finance" for a part of it)' },
      { what: '/gyokaku schedule', does: 'sets up digests and reminders that come by themselves' },
      { what: '/gyokaku notes', does: 'edits or withdraws your progress notes' },
      { what: '/gyokaku forget', does: 'deletes what is kept of you; progress notes stay, without your name' },
      { what: '/gyokaku help', does: 'shows this page' },
    ],
    tail: 'The Home tab shows the progress of the plan and what each section has not finished yet.',
  },

  home: {
    title: (report) => `Progress: ${report}`,
    overall: (year, total) => `The whole plan at the end of ${englishYear(year)} (${counted(total, 'item')})`,
    status: (status, count, share) =>
      `${STATUS[status][0]} (${STATUS[status][1]})\n${counted(count, 'item')}${ofShare(share)}`,
    before: (year, count, share) => `end of ${englishYear(year)}: ${counted(count, 'item')}${ofShare(share)}`,
    byPillar: 'Items by pillar',
    pillar: 'Pillar',
    year: 'End of',
    total: 'Items',
    notDone: 'Items not implemented yet',
    section: 'Section in charge',
    allSections: (open) => `All sections (${open})`,
    sectionOption: (section, open) => `${section} (${open})`,
    sectionsLeft: (count) =>
      `${counted(count, 'more section')} cannot be listed here. Please ask with the name of the section.`,
    open: (section, count) =>
      count === 0
        ? `${section ?? 'All sections'}: every item is implemented.`
        : `${section ?? 'All sections'}: ${counted(count, 'item')}`,
    itemsLeft: (count) => `${counted(count, 'more item')} not shown. Choose a section, or ask.`,
    questions: 'Questions to try (press to see the answer)',
    digest: 'See the digest',
    basis: (name, title, issued) => `The figures are those of ${name} (${title}${issued ? `, ${issued}` : ''}).`,
    privacy:
      'Your questions are kept for a limited time so that you can ask on, and then deleted. "/gyokaku forget" deletes them at any time.',
  },

  pane: {
    prompts: 'Questions to try',
    working: (tool) =>
      tool === null
        ? 'Looking into the report…'
        : {
            get_items: 'Reading the items…',
            list_items: 'Listing items…',
            progress: 'Counting the progress…',
            plan_changes: 'Comparing with the report before…',
            status_changes: 'Comparing with the year before…',
            look_up_figures: 'Looking up figures…',
            figure_series: 'Following the figures over the years…',
            rank_figures: 'Ranking…',
            rank_changes: 'Ranking what changed…',
            calculate: 'Calculating…',
            compare_in_text: 'Comparing figures of the text…',
            search_passages: 'Searching the text…',
            report_contents: 'Looking at the contents of the report…',
          }[tool],
  },
};
