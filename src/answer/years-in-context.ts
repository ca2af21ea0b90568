import { addYears, compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import { type Frame, speaksOf } from './frame.ts';

const MOVES = ['compare', 'difference', 'increase', 'decrease', 'growth', 'change'] as const;

/** The year before, or after, the one that was just talked about; otherwise those that a follow-up names itself. */
export function relativeYears(frame: Frame, previous: Frame): readonly FiscalYear[] {
  const year = previous.years[0] ?? previous.result.year;
  if (!year) return frame.years;
  // Set against the year before, the year itself is meant.
  const compares = speaksOf(frame, ...MOVES);
  if (compares && frame.words.has('yearBefore')) return [year];
  // "Did it improve the next year" sets it against the year itself.
  if (frame.words.has('yearAfter'))
    return speaksOf(frame, 'improved', 'worsened', 'increase', 'decrease', 'change')
      ? [year, addYears(year, 1)]
      : [addYears(year, 1)];
  return frame.words.has('yearBefore') ? [addYears(year, -1)] : frame.years;
}

/** The years of a follow-up: its own, the two just asked for where it sets them against each other, or the last ones. */
export function yearsInContext(frame: Frame, previous: Frame, asksGap: boolean): readonly FiscalYear[] {
  const own = relativeYears(frame, previous);
  // そこからR1は: from the year that was talked about.
  const [from, another] = previous.years;
  if (frame.words.has('that') && frame.words.has('through') && from && !another && own.length === 1)
    return [...new Set([from, ...own])].sort(compareYears);
  const { before } = previous;
  const told = previous.result.year;
  const [year, second] = own;
  // How much higher it was by R1: than in the year that was told.
  if (year && !second && told && told !== year && previous.years.length === 0 && speaksOf(frame, ...MOVES))
    return [told, year].sort(compareYears);
  if (own.length > 0) return own;
  // How much it fell, after one year and then another.
  const isOfTwo = previous.years.length === 1 && before.years.length === 1 && !speaksOf(frame, 'allYears', 'through');
  if (isOfTwo && speaksOf(frame, ...MOVES)) return [...before.years, ...previous.years].sort(compareYears);
  if (frame.words.has('sameYear') && told && previous.years.length === 0) return [told];
  if (frame.words.has('samePeriod')) return [...new Set([...before.years, ...previous.years])].sort(compareYears);
  const years = asksGap && previous.years.length === 0 && told ? [told] : previous.years;
  if (asksGap && years.length === 1 && before.years.length === 1) return [...before.years, ...years].sort(compareYears);
  // 5年間: but the same two years are those that were told.
  const isOfAll = frame.words.has('allYears') && !speaksOf(frame, 'that', 'sameYear', 'samePeriod');
  return asksYear(frame) || frame.words.has('latest') || isOfAll ? [] : years;
}

/** "In which year was it lowest", and since when it is below zero, is asked of all of them. */
function asksYear(frame: Frame): boolean {
  return (
    frame.words.has('whichYear') ||
    (speaksOf(frame, 'year', 'when', 'allYears') && speaksOf(frame, 'highest', 'lowest', 'negative', 'positive'))
  );
}
