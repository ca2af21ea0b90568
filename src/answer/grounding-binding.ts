import { type FiscalYear, findYears, yearsOfEra } from '../report/fiscal-year.ts';
import { ATTACHES, CLAUSE_END, CLOSES, OPENS, SHORT_YEARS } from './wording-grounding.ts';

/** Something that a sentence names, and where. */
export interface Mention<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Years named in a normalised sentence; one without its era is the one of `known`. */
export function yearsIn(text: string, known: ReadonlySet<FiscalYear>): Mention<FiscalYear>[] {
  const named = findYears(text).map(({ start, end, year }) => ({ start, end, value: year }));
  const short = [...text.matchAll(SHORT_YEARS)].flatMap(({ index, 0: print, 1: n }) => {
    const end = index + print.length;
    if (named.some((year) => index < year.end && end > year.start)) return [];
    const value = yearsOfEra(Number(n)).find((year) => known.has(year));
    return value ? [{ start: index, end, value }] : [];
  });
  return [...named, ...short].sort((a, b) => a.start - b.start);
}

/**
 * Which mention of its kind a number belongs to: the one attached behind it (83 million yen in FY2019), else the nearest
 * before it in the sentence, else the next one in the same clause. Null when the sentence has none.
 */
export function governing<T>(text: string, number: Place, mentions: readonly Mention<T>[]): Mention<T> | null {
  const behind = mentions.filter((m) => m.start >= number.end);
  const attached = behind.find((m) => {
    const between = text.slice(number.end, m.start);
    return ATTACHES.test(between) || (OPENS.test(between) && CLOSES.test(text.slice(m.end)));
  });
  if (attached) return attached;
  const before = mentions.findLast((m) => m.end <= number.start);
  if (before) return before;
  const next = behind[0];
  return next && !CLAUSE_END.test(text.slice(number.end, next.start)) ? next : null;
}
