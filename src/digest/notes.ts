import { type Answer, MAX_ANSWER } from '../answer/assemble.ts';
import type { PlanItem, Status } from '../report/model.ts';
import { itemsOf } from '../tools/all.ts';
import { type DigestWording, digestWording } from './wording.ts';

/**
 * What a section wrote about an item after the report was made. Never mixed with the report's own words. The notes that
 * are kept have this shape.
 */
export interface NoteView {
  readonly id: string;
  /** The item of a report that the note follows, by all that tells it from others. */
  readonly item: {
    readonly report: string;
    readonly kind: PlanItem['kind'];
    readonly number: number;
    readonly title: string;
  };
  readonly text: string;
  /** How its author sees it; not a status of the report. */
  readonly status: Status | null;
  /** Section for which it was written. */
  readonly section: string | null;
  /** Day that the author gives, `2021-05-31`. */
  readonly on: string;
  /** When it was written, or edited since. */
  readonly changedAt: Date;
}

/** Notes on an item, the newest first. */
export function notesOn(notes: readonly NoteView[], { kind, number, title, source }: PlanItem): NoteView[] {
  return newestFirst(
    notes.filter(
      ({ item }) =>
        item.report === source.report && item.kind === kind && item.number === number && item.title === title,
    ),
  );
}

export function newestFirst(notes: readonly NoteView[]): NoteView[] {
  return notes.toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
}

/** Notes of one answer; more would bury the report's words. */
const MOST_NOTES = 3;

/** The items that an answer speaks of, as its calls found them: named ones first, then those of its best passage. */
function itemsIn({ called }: Answer): PlanItem[] {
  return called.flatMap(({ result }) =>
    result.kind === 'passages' ? itemsOf({ ...result, hits: result.hits.slice(0, 1) }) : itemsOf(result),
  );
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
  for (const item of itemsIn(answer)) {
    const [note] = notesOn(notes, item);
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
