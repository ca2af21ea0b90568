import { type Answer, MAX_ANSWER, MAX_CITATIONS } from '../answer/assemble.ts';
import type { Language } from '../answer/frame.ts';
import { type Names, wordingFor } from '../answer/wording.ts';
import { openTable } from './open-table.ts';
import type { Reminder } from './reminder.ts';
import { shortNames } from './short-names.ts';
import { type Detail, digestWording } from './wording.ts';

const DETAILS: readonly Detail[] = ['full', 'title', 'number'];

/**
 * One message with what is due: a line an item with what was last noted, under the name of each section where there are
 * several; buttons are the face's. Null when nothing is due.
 */
export function composeReminders(reminders: readonly Reminder[], language: Language, names: Names): Answer | null {
  const [first] = reminders;
  if (!first) return null;
  const words = wordingFor(language);
  const own = digestWording(language);
  // An item of several sections stands under each of them, and once in the table.
  const items = [...new Map(reminders.flatMap((r) => r.items).map((open) => [open.item, open])).values()].toSorted(
    (a, b) => a.item.number - b.item.number,
  );
  const [leading] = items;
  return {
    kind: 'answer',
    language,
    text: textOf(reminders, first, items.length, language, shortNames(names)),
    table: openTable(own.tableCaption(first.year), items, first, language, names),
    citations: [...new Set(reminders.flatMap((r) => r.citations))].slice(0, MAX_CITATIONS),
    sources: [...new Set(reminders.flatMap((r) => r.sources))].slice(0, MAX_CITATIONS),
    followUps: leading ? [words.followUp.itemNarrative(words.itemLabel(leading.item.kind, leading.item.number))] : [],
    choices: [],
    called: reminders.flatMap((r) => r.called),
  };
}

/** The most detailed text within the limit; if need be, the last lines give way to a word on the table. */
function textOf(
  reminders: readonly Reminder[],
  first: Reminder,
  count: number,
  language: Language,
  names: Names,
): string {
  const own = digestWording(language);
  const single = reminders.length === 1;
  const lead = [
    single ? own.reminderTitle(first.section, names) : own.remindersTitle(),
    own.reminderLead(count, first.year),
  ];
  const end = own.basis(first);
  const linesOf = ({ section, items, next }: Reminder, detail: Detail): string[] => [
    ...(single ? [] : [own.reminderHeading(section, items.length, names)]),
    ...(detail === 'full'
      ? items.map((open) => own.dueLine(open, next, names))
      : [own.dueItems(items.map(({ item }) => own.item(item, detail, names)))]),
  ];
  const whole = (lines: readonly string[]): string => [...lead, ...lines, end].join('\n');
  let lines: string[] = [];
  for (const detail of DETAILS) {
    lines = reminders.flatMap((reminder) => linesOf(reminder, detail));
    if (whole(lines).length <= MAX_ANSWER) return whole(lines);
  }
  const more = wordingFor(language).more();
  while (lines.length > 0 && whole([...lines, more]).length > MAX_ANSWER) lines.pop();
  return whole([...lines, more]);
}
