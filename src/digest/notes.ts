import { type Answer, MAX_ANSWER } from '../answer/assemble.ts';
import type { ItemRef } from '../answer/meaning.ts';
import type { Status } from '../report/model.ts';
import { type DigestWording, digestWording } from './wording.ts';

/** What a section wrote about an item after the report was made. Never mixed with the report's own words. */
export interface NoteView {
  readonly id: string;
  /** Report that the note follows, by identifier. */
  readonly report: string;
  readonly item: ItemRef;
  readonly text: string;
  /** How the author sees it; not a status of the report. */
  readonly status: Status | null;
  /** Name to show; null when the author had it taken off. */
  readonly author: string | null;
  /** Day that the author gives, `2021-05-31`. */
  readonly on: string;
  readonly writtenAt: Date;
}

/** Notes on an item of a report, the newest first. */
export function notesOn(notes: readonly NoteView[], report: string, { kind, number }: ItemRef): NoteView[] {
  return notes
    .filter((n) => n.report === report && n.item.kind === kind && n.item.number === number)
    .toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime());
}

/** Notes of one answer; more would bury the report's words. */
const MOST_NOTES = 3;

/** The items that an answer speaks of, as its calls found them: named ones first, then those of its best passage. */
function itemsOf({ called }: Answer): { report: string; item: ItemRef }[] {
  return called.flatMap(({ result }) => {
    if (result.kind === 'items') return result.items.map(({ item }) => ({ report: item.source.report, item }));
    if (result.kind === 'item-list') return result.items.map((item) => ({ report: item.source.report, item }));
    if (result.kind !== 'passages') return [];
    return result.hits.slice(0, 1).flatMap(({ item }) => (item ? [{ report: item.source.report, item }] : []));
  });
}

/**
 * The answer with the newest note on each item that it speaks of, below the report's words and under a heading of their
 * own. What the report says is never shortened for a note: notes that do not fit are counted.
 */
export function withNotes(
  answer: Answer,
  notes: readonly NoteView[],
  words: DigestWording = digestWording(answer.language),
): Answer {
  if (answer.kind !== 'answer' || notes.length === 0) return answer;
  const newest = new Map<string, NoteView>();
  for (const { report, item } of itemsOf(answer)) {
    const [note] = notesOn(notes, report, item);
    if (note) newest.set(note.id, note);
  }
  const found = [...newest.values()];
  for (let shown = Math.min(found.length, MOST_NOTES); shown >= 0; shown--) {
    if (found.length === 0) return answer;
    const lines = found.slice(0, shown).map((note) => words.noteLine(note));
    const text = [
      answer.text,
      words.notesHeading(found.length),
      ...lines,
      ...(shown < found.length ? [words.moreNotes(found.length - shown)] : []),
    ].join('\n');
    if (text.length <= MAX_ANSWER) return { ...answer, text };
  }
  return answer;
}
