import { addYears, compareYears, type FiscalYear, latest } from '../../report/fiscal-year.ts';
import { CLAUSE_END, COMPARED, FROM_BEHIND } from '../wording-grounding.ts';
import { ARROW, ARROW_BETWEEN, LEAVES, MOVED_BY, TURNED_INTO, UP_FROM } from '../wording-grounding-order.ts';
import type { Quantity } from '../wording-quantities.ts';
import { asideAt, governing, type Mention, type Place } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Labels, Topic } from './labels.ts';

/** The years of a number: those said of it, or told before; 8, up from 4: that is of the year before. */
export function yearsAt(
  number: Quantity,
  own: Mention<FiscalYear> | null,
  topic: Topic,
  claims: Claims,
): readonly FiscalYear[] | null {
  const isFrom = UP_FROM.test(claims.text.slice(0, number.start)) && !(own && own.start >= number.end);
  const now = own?.value ?? latest(topic.years ?? []);
  if (isFrom && now) return [addYears(now, -1)];
  return own ? [own.value] : yearsOfStep(number, topic.years, claims);
}

/** The year of a number. The first of two, 143から2, is of the year that the first of two before it was of. */
export function yearAt(number: Quantity, claims: Claims): Mention<FiscalYear> | null {
  const { text, relative, numbers, subjects, measures } = claims;
  const years = claims.years.filter((m) => (asideAt(m, claims)?.end ?? number.end) >= number.end);
  const own = governing(text, number, years);
  if (own && relative.includes(own)) {
    const between = text.slice(own.end, number.start);
    const isNear = own.end <= number.start ? !CLAUSE_END.test(between) && !/\d/u.test(between) : true;
    const absolute = years.filter((m) => !relative.includes(m));
    if (!isNear) return governing(text, number, absolute);
  }
  // 平成28年度（275百万円減、7,899→7,624）: from what it was in the year before.
  const isBefore = own && own.end <= number.start && ARROW.test(text.slice(number.end));
  if (isBefore && MOVED_BY.test(text.slice(own.end, number.start))) return { ...own, value: addYears(own.value, -1) };
  const isFrom = FROM_BEHIND.test(text.slice(number.end)) || LEAVES.test(text.slice(0, number.start));
  // Set against that year: what it became is of the year that was talked about.
  if (own && !isFrom && own.end <= number.start && isStep(number, own, claims)) return null;
  if (!own || own.start >= number.end || !isFrom) return own;
  // From one year to another, 5から8に.
  // A year and its other name in brackets are one.
  const earlier = years.findLast((m) => m.end <= own.start && m.value !== own.value);
  const isPair =
    earlier &&
    TURNED_INTO.test(text.slice(earlier.end, own.start)) &&
    !numbers.some((n) => n.start >= earlier.end && n.end <= number.start);
  // 21→24→42: each step is a year later.
  if (isPair) return { ...earlier, value: addYears(earlier.value, stepsBefore(number, claims)) };
  const isApart = [...subjects, ...measures].some((m) => m.start >= own.end && m.end <= number.start);
  const first = isApart ? numbers.find((n) => n.end < number.start && FROM_BEHIND.test(text.slice(n.end))) : undefined;
  return first ? governing(text, first, years) : own;
}

/** The second of two figures behind a year that both are set against: compared with FY2019, from 4 to 8. */
function isStep(number: Quantity, { end }: Place, { text, numbers }: Claims): boolean {
  const first = numbers.findLast((n) => n.end <= number.start && n.start >= end);
  return COMPARED.test(text.slice(end)) && first !== undefined && FROM_BEHIND.test(text.slice(first.end));
}

/** Of the years told before: a figure amid a chain of them is that of one year, 21→24→42 from the first of two years on. */
function yearsOfStep(number: Quantity, years: Labels['years'], claims: Claims): Labels['years'] {
  const [from, to] = years?.toSorted(compareYears) ?? [];
  const steps = stepsBefore(number, claims);
  const next = claims.numbers.find((n) => n.start >= number.end);
  const isAmid = steps > 0 && next && ARROW_BETWEEN.test(claims.text.slice(number.end, next.start));
  return isAmid && from && to ? [addYears(from, steps)] : years;
}

/** How many figures lead up to a number by arrows: 1 for the second of 21→24→42. */
function stepsBefore(number: Quantity, claims: Claims): number {
  const before = claims.numbers.findLast((n) => n.end <= number.start);
  return before && ARROW_BETWEEN.test(claims.text.slice(before.end, number.start))
    ? stepsBefore(before, claims) + 1
    : 0;
}
