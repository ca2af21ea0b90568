import {
  BECAME_ENGLISH,
  BECOMES,
  FROM_TO_ENGLISH,
  TO_ENGLISH,
  TURN_BETWEEN,
  TURNED_INTO,
} from '../wording-grounding-order.ts';
import type { Quantity } from '../wording-quantities.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Fact, Ungrounded } from './facts.ts';
import { seriesOf, valuesIn, yearOf } from './series.ts';

type Direction = 'up' | 'down';

/** The value of a number: that of the figure behind it, with its sign. */
export function worth({ number, facts }: Backed): number {
  const exact = facts.find((f) => !number.bound || Math.abs(f.value) === number.value);
  return exact ? exact.value : (number.negative ? -1 : 1) * number.value;
}

/** A number that may be one of two that are compared; amounts of change and counts of years are not. */
export function isLevel({ number, facts }: Backed): boolean {
  return (
    number.unit !== 'years' &&
    number.unit !== 'rank' &&
    number.unit !== 'month' &&
    !facts.some((f) => f.kind === 'change')
  );
}

export function problem(text: string): Ungrounded {
  return { kind: 'order', text: text.trim() };
}

/** A became B, told as a rise or a fall; without A, B against the year before it. */
export function wrongMoves(
  { text, numbers }: Claims,
  backed: readonly Backed[],
  values: readonly Fact[],
): Ungrounded[] {
  const levels = backed.filter(isLevel);
  return levels.flatMap((b, i): Ungrounded[] => {
    const { number } = b;
    const a = levels[i - 1];
    const between = a && TURN_BETWEEN.exec(text.slice(a.number.end, number.start));
    const said = between ? directionOf(between, b.facts) : directionTo(text, number, numbers, b.facts);
    if (said === null) return [];
    const isFrom = a && a.number.unit === number.unit && TURNED_INTO.test(text.slice(a.number.end, number.start));
    if (a && isFrom) return holds(said, worth(a), worth(b)) ? [] : [problem(text.slice(a.number.start, number.end))];
    const own = valuesIn(b.facts);
    if (own.length === 0) return [];
    const isTrue = own.some((f) => {
      const [series = []] = seriesOf(values, f);
      const before = series.filter((other) => yearOf(other) < yearOf(f)).at(-1);
      return before !== undefined && holds(said, before.value, f.value);
    });
    return isTrue ? [] : [problem(number.print)];
  });
}

/** Which way it went to a number: …に減少 behind it, fell to … before it. */
function directionTo(
  text: string,
  { start, end }: Quantity,
  numbers: readonly Quantity[],
  facts: readonly Fact[],
): Direction | 'either' | null {
  const behind = BECOMES.exec(text.slice(end));
  if (behind) return directionOf(behind, facts);
  const before = text.slice(0, start);
  const verb = [...before.matchAll(BECAME_ENGLISH)].at(-1);
  if (!verb) return null;
  const between = before.slice(verb.index + verb[0].length);
  const held = numbers.filter((n) => n.start > verb.index && n.end <= start).length;
  const leads = held === 0 ? TO_ENGLISH.test(between) : held === 1 && FROM_TO_ENGLISH.test(between);
  return leads ? directionOf(verb, facts) : null;
}

/** Better and worse say which way it went only of money. */
function directionOf({ groups = {} }: RegExpExecArray, facts: readonly Fact[]): Direction | 'either' {
  const isMoney = facts.some((f) => f.unit === 'yen');
  const { up, down, better, worse } = groups;
  if (up !== undefined || (isMoney && better !== undefined)) return 'up';
  return down !== undefined || (isMoney && worse !== undefined) ? 'down' : 'either';
}

function holds(direction: Direction | 'either', from: number, to: number): boolean {
  if (direction === 'either') return to !== from;
  return direction === 'up' ? to > from : to < from;
}
