import { addYears, latest, startOf } from '../../report/fiscal-year.ts';
import { CLAUSE_END, GAIN, LOSS } from '../wording-grounding.ts';
import {
  ARROW,
  ARROW_END,
  AVERAGES,
  CHANGES,
  COSTS,
  DIFFERS,
  EVERY_TIME,
  FALLS,
  FROM_FIGURE,
  FROM_TO,
  HAS_ARROW,
  IMPROVES,
  LESS_BEFORE,
  LESS_BEHIND,
  OVER_PERIOD,
  RATE_BEFORE,
  RATIOS,
  RISES,
  SINCE,
  SUMS,
  WORSENS,
  YEAR_BEFORE,
} from '../wording-grounding-order.ts';
import type { Quantity } from '../wording-quantities.ts';
import { governing } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Fact } from './facts.ts';
import type { Topic } from './labels.ts';

/** A minus is not lost, what rose did not fall, and what was calculated is said to be that. */
export function signFits(number: Quantity, fact: Fact, claims: Claims, topic: Topic): boolean {
  const { text } = claims;
  if (fact.kind === 'calculated') return isOperationSaid(fact, text);
  if (fact.kind === 'change') return isChangeSaid(number, fact, claims, topic);
  if (fact.value === 0) return true;
  // 5% less is a minus of 5%, in a draft as in a text.
  const less = LESS_BEHIND.test(text.slice(number.end)) || LESS_BEFORE.test(text.slice(0, number.start));
  if (fact.inText && less !== number.negative) {
    const isLess = LESS_BEHIND.test(fact.inText.sentence.slice(fact.inText.end));
    if (fact.value < 0 || isLess) return fact.value < 0 !== isLess;
  }
  // So much less is not how much it is.
  if (
    fact.inText &&
    LESS_BEHIND.test(fact.inText.sentence.slice(fact.inText.end)) &&
    (!FALLS.test(text) || COSTS.test(text.slice(number.end)))
  )
    return false;
  const said = nearerOf(clauseOf(text, number), LOSS, GAIN);
  const isBalance = fact.unit === 'yen' && fact.kind === 'table';
  if (fact.value > 0) return !number.negative && !(isBalance && said === 'first');
  return (number.negative || said === 'first') && said !== 'second';
}

function isOperationSaid({ operation }: Fact, text: string): boolean {
  switch (operation) {
    case 'sum':
      return SUMS.test(text) && !AVERAGES.test(text);
    case 'average':
      return AVERAGES.test(text) && !SUMS.test(text.replaceAll('+', ''));
    case 'difference':
    case 'growth':
      return DIFFERS.test(text) && !EVERY_TIME.test(text);
    case 'ratio':
    case 'share':
      return RATIOS.test(text);
    default:
      return true;
  }
}

/** Both ends of a change are said, or the later one of two years that follow each other; and which way it went. */
function isChangeSaid(number: Quantity, fact: Fact, claims: Claims, topic: Topic): boolean {
  const { text } = claims;
  if (!isMoveSaid(number, text) || isEveryTime(text, number) || !areEndsSaid(number, fact, claims, topic)) return false;
  if (fact.value === 0) return true;
  // 減少率は14.4%: the word says which way the rate is counted.
  const rate = RATE_BEFORE.exec(text.slice(0, number.start))?.groups;
  if (rate) return fact.value < 0 === (rate.down !== undefined) && !number.negative;
  const said = directionAt(text, number, fact.unit === 'yen');
  if (fact.value > 0) return !number.negative && said !== 'down';
  return number.negative || said === 'down' || (said === null && /[-△▲]\d/u.test(text));
}

function isEveryTime(text: string, number: Quantity): boolean {
  const { before, behind } = clauseOf(text, number);
  return EVERY_TIME.test(`${before} ${behind}`);
}

/** In words, or by an arrow between two other figures: 35.6 → 28.2 (△7.4). */
function isMoveSaid({ start, end }: Quantity, text: string): boolean {
  if (CHANGES.test(text) || FROM_TO.test(text.slice(0, start))) return true;
  return HAS_ARROW.test(text) && !ARROW.test(text.slice(end)) && !ARROW_END.test(text.slice(0, start));
}

function areEndsSaid(
  number: Quantity,
  { years }: Fact,
  { text, years: own, compared, numbers }: Claims,
  topic: Topic,
): boolean {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return true;
  const here = [...own.map((m) => m.value), ...compared];
  const said = here.length > 0 ? here : (topic.years ?? []);
  if (said.includes(first) && said.includes(last)) return true;
  // From the year that is named to the one that was talked about.
  const isFrom = own.some((m) => m.value === first && [SINCE, FROM_FIGURE].some((s) => s.test(text.slice(m.end))));
  if (isFrom && said.every((year) => year === first) && latest(topic.years ?? []) === last) return true;
  // Year by year: each with how much it moved from the one before.
  if (addYears(first, 1) === last && governing(text, number, own)?.value === last) return true;
  if (said.some((year) => year !== first && year !== last)) return false;
  const length = startOf(last) - startOf(first);
  if (numbers.some((n) => n.unit === 'years' && (n.bare === length || n.bare === length + 1))) return true;
  // "Over the period": from its first year to its last.
  const named = [...here, ...(topic.years ?? [])];
  if (OVER_PERIOD.test(text) && named.includes(last)) return true;
  if (addYears(first, 1) !== last) return false;
  return said.includes(last) || new RegExp(YEAR_BEFORE.source, 'iu').test(text);
}

/** The clause in which a number stands, with the number as a blank. */
function clauseOf(text: string, { start, end }: Quantity): { before: string; behind: string } {
  const before = text.slice(0, start).split(new RegExp(CLAUSE_END, 'u')).at(-1) ?? '';
  const behind = text.slice(end).split(new RegExp(CLAUSE_END, 'u'))[0] ?? '';
  return { before, behind };
}

/** Which of two words stands nearer to a number in its clause. */
function nearerOf(
  { before, behind }: { before: string; behind: string },
  first: RegExp,
  second: RegExp,
): 'first' | 'second' | null {
  const distance = (shape: RegExp): number => {
    const near = [...before.matchAll(new RegExp(shape.source, 'giu'))].at(-1);
    const next = behind.search(new RegExp(shape.source, 'iu'));
    return Math.min(
      near ? before.length - near.index - near[0].length : Number.POSITIVE_INFINITY,
      next < 0 ? Number.POSITIVE_INFINITY : next,
    );
  };
  const [a, b] = [distance(first), distance(second)];
  if (a === b) return null;
  return a < b ? 'first' : 'second';
}

/** The word for rising or falling that stands nearest to the number; better and worse count for money. */
function directionAt(text: string, number: Quantity, isMoney: boolean): 'up' | 'down' | null {
  const or = (shape: RegExp, more: RegExp): RegExp =>
    isMoney ? new RegExp(`${shape.source}|${more.source}`, 'iu') : shape;
  const around = { before: text.slice(0, number.start), behind: text.slice(number.end) };
  const nearer = nearerOf(around, or(RISES, IMPROVES), or(FALLS, WORSENS));
  return nearer && (nearer === 'first' ? 'up' : 'down');
}
