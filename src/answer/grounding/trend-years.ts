import { addYears, compareYears, type FiscalYear, latest } from '../../report/fiscal-year.ts';
import { CLAUSE_END } from '../wording-grounding.ts';
import { FROM_FIGURE, FROM_FIGURE_ENGLISH, SINCE, SINCE_ENGLISH, SINCE_THEN } from '../wording-grounding-order.ts';
import type { Place } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Topic } from './labels.ts';

/** The clause around a place. */
export function clauseAt(text: string, at: number): Place {
  // A remark in brackets ends nothing.
  const plain = text.replaceAll(/[(（][^()（）]*[)）]/gu, (remark) => ' '.repeat(remark.length));
  const ends = [...plain.matchAll(new RegExp(CLAUSE_END.source, 'gu'))];
  const start = ends.findLast((m) => m.index + m[0].length <= at);
  const end = ends.find((m) => m.index >= at);
  return { start: start ? start.index + start[0].length : 0, end: end?.index ?? text.length };
}

/** The year from which on something is said to hold; since then is since the year that was talked about. */
export function since({ text, years }: Claims, { start, end }: Place, topic?: Topic): FiscalYear | null {
  const own = years.find((m) => m.start >= start && m.end <= end && SINCE.test(text.slice(m.end, end)));
  if (own) return own.value;
  if (SINCE_THEN.test(text.slice(start, end)))
    return (
      years.findLast((m) => m.end <= start)?.value ??
      latest((topic?.years ?? []).filter((y) => !years.some((m) => m.value === y))) ??
      topic?.years?.at(-1) ??
      null
    );
  if (!SINCE_ENGLISH.test(text.slice(start, end))) return null;
  return (
    years.find((m) => m.start >= start && m.end <= end)?.value ?? years.findLast((m) => m.end <= start)?.value ?? null
  );
}

/** The years between which it went, where they lead the sentence: from A to B, this rose and that fell. */
export function spanOf(here: Claims['years'], clause: Place, years: Claims['years']): Claims['years'] {
  const before = years.filter((m) => m.end <= clause.start);
  return here.length === 0 && before.length === 2 && before.length === years.length ? before : here;
}

/** From a figure of one year to that of the year that the next clause begins with, or that was named before. */
export function withEnd(here: Claims['years'], clause: Place, { text, years, relative }: Claims): Claims['years'] {
  const [first] = here;
  if (here.length !== 1 || !first) return here;
  if (FROM_FIGURE_ENGLISH.test(text.slice(clause.start, first.start))) {
    const later = years.find((m) => m.start > clause.end && !/[.;]/u.test(text.slice(clause.end, m.start)));
    return later ? [first, later] : here;
  }
  if (!FROM_FIGURE.test(text.slice(first.end, clause.end))) return here;
  const next = years.find((m) => m.start > clause.end && /^[、,]\s*$/u.test(text.slice(clause.end, m.start)));
  const end = next ?? years.find((m) => m.end <= clause.start && compareYears(m.value, first.value) > 0);
  if (end) return [first, end];
  // From the year before to the one that is spoken of.
  return relative.includes(first) ? [first, { ...first, value: addYears(first.value, 1) }] : here;
}
