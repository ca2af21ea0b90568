import { type Answer, MAX_ANSWER } from '../answer/assemble.ts';
import type { Language } from '../answer/frame.ts';
import { type Names, wordingFor } from '../answer/wording.ts';
import { openTable } from './open-table.ts';
import type { Reminder } from './reminder.ts';
import { digestWording } from './wording.ts';

/** A reminder as people read it: a line for every item that is due, with what was last noted; buttons are the face's. */
export function composeReminder(reminder: Reminder, language: Language, names: Names): Answer {
  const words = wordingFor(language);
  const own = digestWording(language);
  const { items, section, year, next } = reminder;
  const lead = [own.reminderTitle(section, names), own.reminderLead(items.length, year)];
  const lines = items.map((open) => own.dueLine(open, next, names));
  const end = own.basis(reminder);
  const text = (shown: number): string =>
    [...lead, ...lines.slice(0, shown), ...(shown < lines.length ? [words.more()] : []), end].join('\n');
  let shown = lines.length;
  while (shown > 0 && text(shown).length > MAX_ANSWER) shown--;
  const [first] = items;
  return {
    kind: 'answer',
    language,
    text: text(shown),
    table: openTable(own.tableCaption(year), items, reminder, language, names),
    citations: reminder.citations,
    sources: reminder.sources,
    followUps: first ? [words.followUp.itemNarrative(words.itemLabel(first.item.kind, first.item.number))] : [],
    choices: [],
    called: reminder.called,
  };
}
