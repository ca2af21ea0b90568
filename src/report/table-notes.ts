/** Which figures a note below a table is about: by its mark, by the subject that it names, else by its year. */
import { type FiscalYear, isYearSpokenOf } from './fiscal-year.ts';
import type { FigureTable, Observation } from './model.ts';
import { nameForms, noteMarkOf, noteMarksIn } from './notation.ts';
import { folded } from './source.ts';

/** A cell with a note mark, and the figures it stands for: those of a subject, a measure or a year; what is not set is any. */
export interface Marked {
  readonly cell: string;
  readonly subject?: string;
  readonly measure?: string;
  readonly year?: FiscalYear;
}

/** The table with every figure that a note is about holding that note. */
export function withNotes(table: FigureTable, marked: readonly Marked[]): FigureTable {
  if (table.notes.length === 0) return table;
  const scopes = table.notes.map((note) => scopeOf(note, table, marked));
  const observations = table.observations.map((o) => {
    const notes = table.notes.filter((_, i) => scopes[i]?.(o));
    return notes.length > 0 ? { ...o, notes } : o;
  });
  return { ...table, observations };
}

type Scope = (o: Pick<Observation, 'subject' | 'measure' | 'year'>) => boolean;

function scopeOf(note: string, table: FigureTable, marked: readonly Marked[]): Scope {
  const text = note.normalize('NFKC');
  const mark = noteMarkOf(text);
  const rivals = table.notes.filter((other) => noteMarkOf(other.normalize('NFKC')) === mark).length;
  const named = table.subjects.length > 1 ? subjectsIn(text, table.subjects) : [];
  const cells = mark === null ? [] : marked.filter(({ cell }) => noteMarksIn(cell.normalize('NFKC')).includes(mark));
  // Of several notes with one mark those that name their subject need none.
  if (cells.length > 0 && (rivals === 1 || named.length === 0))
    return (o) =>
      cells.some(
        ({ subject, measure, year }) =>
          (subject ?? o.subject) === o.subject && (measure ?? o.measure) === o.measure && (year ?? o.year) === o.year,
      );
  if (named.length > 0) return (o) => named.includes(o.subject) && isYearSpokenOf(text, o.year) !== false;
  return (o) => isYearSpokenOf(text, o.year) === true;
}

/** The subjects that a text names; of names that hold one another (水道 in 簡易水道) the longest. */
function subjectsIn(text: string, subjects: readonly string[]): string[] {
  const where = folded(text);
  const found = subjects.flatMap((subject) =>
    nameForms(subject).flatMap((form) => {
      const start = where.indexOf(folded(form));
      return start < 0 ? [] : [{ subject, start, end: start + folded(form).length }];
    }),
  );
  const isInside = (a: { start: number; end: number }): boolean =>
    found.some((b) => b.start <= a.start && b.end >= a.end && b.end - b.start > a.end - a.start);
  return [...new Set(found.filter((each) => !isInside(each)).map(({ subject }) => subject))];
}
