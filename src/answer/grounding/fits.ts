import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { Status } from '../../report/model.ts';
import { BECAME_OF, becomes, COUNTS_ITEMS } from '../wording-grounding.ts';
import { RANKED_BEHIND } from '../wording-grounding-order.ts';
import { IN_CHARGE, WENT } from '../wording-grounding-words.ts';
import type { Quantity, UnitClass } from '../wording-quantities.ts';
import type { Claims } from './claims.ts';
import type { Fact } from './facts.ts';
import { isTotal, type Labels } from './labels.ts';
import { isSameMonth } from './text.ts';

/** Whether a number says the size of a fact, as printed or multiplied out, rounded where it says so. */
export function sizeFits(number: Quantity, fact: Fact, reported: FiscalYear): boolean {
  if (fact.unit === 'month' || number.unit === 'month')
    return fact.unit === number.unit && isSameMonth(number, fact, reported);
  const [value, bare] = [Math.abs(fact.value), Math.abs(fact.bare)];
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  if (number.sized ? same(number.value, value) : same(number.bare, bare) || same(number.value, value)) return true;
  if (fact.unit === 'percent' && number.unit === null && number.bare < 1 && same(number.bare * 100, value)) return true;
  const off = value - number.value;
  if (number.bound && fact.kind === 'table')
    return (number.bound === 'above' ? off > 0 : off < 0) && Math.abs(off) <= MOST_BEYOND * number.value;
  // Cut off behind the last digit is as good as rounded: 237.6 is about 237 as well as about 238.
  const isCut = off > 0 && off < 2 * number.tolerance && number.value >= LEAST_CUT * number.tolerance;
  return (
    number.rounded &&
    (Math.abs(off) <= number.tolerance * (1 + 1e-9) || isCut) &&
    Math.abs(off) <= MOST_ROUNDING * value
  );
}
/** Of two digits the second would be off by too much. */
const LEAST_CUT = 200;
/** A rounded figure that is off by more says something else, and so does a limit that is far away. */
const MOST_ROUNDING = 0.05;
const MOST_BEYOND = 0.25;

/** A rate moved by so many points, and not by so many percent. */
export function pointsFit({ counter }: Quantity, { kind, unit, operation }: Fact): boolean {
  return !(kind === 'change' && operation === 'difference' && unit === 'percent' && PERCENT_SIGN.test(counter));
}
const PERCENT_SIGN = /^(?:%|percent$)/iu;

/** The second highest is not the second lowest. */
export function rankFits({ end }: Quantity, { kind, order }: Fact, text: string): boolean {
  const { low, high } = (kind === 'rank' && RANKED_BEHIND.exec(text.slice(end))?.groups) || {};
  return low !== undefined ? order === 'lowest' : high === undefined || order === 'highest';
}

/** So many went back: a number of changes in that direction. */
export function wayFits({ start, end }: Quantity, { kind, unit, way }: Fact, text: string): boolean {
  if (kind !== 'count' || unit !== 'items') return true;
  const { back, forward } = WENT.exec(text.slice(Math.max(0, start - WENT_NEAR), end + WENT_NEAR))?.groups ?? {};
  return way === (back !== undefined ? -1 : forward !== undefined ? 1 : null);
}
const WENT_NEAR = 14;

/** From this status to that: a number of those that went so, and not the other way. */
export function turnFits({ from }: Fact, { text, statuses }: Claims): boolean {
  const said = statuses.flatMap((m) => m.value);
  if (from.length === 0 || new Set(said).size < 2 || !becomes(text, statuses)) return true;
  const between = text.slice(statuses[0]?.end, statuses.at(-1)?.start);
  const first = BECAME_OF.test(between) ? said.at(-1) : said[0];
  return first !== undefined && from.includes(first);
}

/** The length of a list says nothing about one item, nor how many items a section is in charge of. */
export function countFits(number: Quantity, fact: Fact, { text, items, subjects }: Claims): boolean {
  const { start, unit } = number;
  if (fact.kind !== 'count' || fact.subjects.length > 0) return true;
  // How many sections are in charge is said with that word.
  if (fact.item !== null) return fact.unit !== 'sections' || IN_CHARGE.test(text);
  const isOne = items.length === 1 && items[0]?.value.length === 1 && (items[0]?.end ?? 0) <= start;
  if (isOne && unit !== 'items' && unit !== 'rank') return false;
  return !(IN_CHARGE.test(text) && subjects.length > 0 && unit === 'items' && !isTotal(number, text));
}

/** Things that a count of things without a class of its own may count. */
const COUNTABLE: ReadonlySet<UnitClass> = new Set(['items', 'sections', 'rank']);

/** Whether a number counts what a fact counts. */
export function unitFits(number: Quantity, fact: Fact): boolean {
  if (fact.kind === 'rank') return number.unit === 'rank';
  if (number.unit === 'rank') return false;
  if (number.unit === 'month' || fact.unit === 'month') return number.unit === fact.unit;
  if (fact.kind === 'text' && fact.inText && /\p{Script=Han}/u.test(number.counter + fact.inText.counter))
    return isSameCounter(number, fact.unit, fact.inText.counter);
  // The difference of two rates is one of points.
  if (number.unit === 'points')
    return fact.unit === 'points' || (fact.unit === 'percent' && fact.operation === 'difference');
  if (number.unit === null || number.unit === fact.unit) return true;
  if (number.unit === 'times') return fact.operation === 'ratio';
  if (fact.unit === null) return fact.kind === 'table' || (fact.kind === 'count' && COUNTABLE.has(number.unit));
  // 五つの部署, 3つの会計
  return fact.unit === 'sections' && number.unit === 'items' && !COUNTS_ITEMS.test(number.counter);
}

/** What a text counts by another word than the draft; a word in Latin letters is a translation. */
function isSameCounter(number: Quantity, unit: UnitClass | null, printed: string): boolean {
  if (number.counter === '') return true;
  const isForeign = !/[^\p{Script=Latin}\s]/u.test(number.counter);
  if (number.unit !== unit) return isForeign && [number.unit, unit].every((u) => u !== null && THINGS.has(u));
  return number.unit !== 'other' || isForeign || number.counter === printed;
}
const THINGS: ReadonlySet<UnitClass> = new Set(['items', 'sections', 'other']);

/** A number of those that have one status or another is said of both; of those that went from one to another, too. */
export function statusesFit(own: readonly Status[], said: Labels['statuses']): boolean {
  if (own.length === 0 || said === null) return true;
  if (own.length > 1) return own.every((status) => said.some((group) => group.includes(status)));
  return said.some((group) => group.length === 1 && group.every((status) => own.includes(status)));
}
