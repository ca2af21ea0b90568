import { latest, startOf } from '../../report/fiscal-year.ts';
import { FROM_BEHIND } from '../wording-grounding.ts';
import type { Quantity } from '../wording-quantities.ts';
import type { Claims } from './claims.ts';
import type { Fact } from './facts.ts';
import { nearestTo } from './told.ts';

/** One of two figures, from the one to the other, that a sentence of a result has of two years in this order. */
export function isInPair(number: Quantity, fact: Fact, { text, numbers }: Claims, facts: readonly Fact[]): boolean {
  const { sentence } = fact.inText ?? {};
  if (sentence === undefined) return false;
  const at = numbers.indexOf(number);
  const isFirst = FROM_BEHIND.test(text.slice(number.end));
  const other = numbers[isFirst ? at + 1 : at - 1];
  if (!other || other.unit !== number.unit || (!isFirst && !FROM_BEHIND.test(text.slice(other.end)))) return false;
  const [first, second] = isFirst ? [number, other] : [other, number];
  // What the pair is of is said before it.
  const before = text.slice(0, first.start);
  if (nearestTo(before.split('、').slice(-2).join(' '), [sentence]).length === 0) return false;
  const yearOf = (n: Quantity): number | null => {
    const own = facts.find((f) => f.inText?.sentence === sentence && f.value === n.value);
    const year = own && latest(own.years);
    return year ? startOf(year) : null;
  };
  const [from, to] = [yearOf(first), yearOf(second)];
  return from !== null && to !== null && from < to;
}
