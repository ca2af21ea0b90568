import { addYears, compareYears } from '../../report/fiscal-year.ts';
import { SIGNS } from '../wording-grounding.ts';
import { IT, LIES, LIES_ENGLISH, LIMIT_NEXT, MADE, YEAR_BEFORE_END } from '../wording-grounding-order.ts';
import { baseYear } from './base-year.ts';
import { governing, type Place } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Fact } from './facts.ts';
import type { Topic } from './labels.ts';
import { seriesOf, valueLike, yearOf } from './series.ts';
import { balanceOf, countedIn } from './topic.ts';
import { movesIn, wayOf } from './trends.ts';

/** How many items are done. */
const DONE = 'items.done';

/** Whether several subjects are spoken of together or several years. */
export type Axis = 'subject' | 'year';

/** What a sentence says of figures, and whether it holds of one. */
export interface Predicate extends Place {
  /** Of which measures; null where neither the sentence nor one before it says so. */
  readonly measures: readonly string[] | null;
  /** A rise or a fall. */
  readonly isMove: boolean;
  /** Null where the results cannot tell. `axis`: of several subjects in a year, or of one in several years. */
  holds(value: Fact, axis: Axis): boolean | null;
}

/** What a sentence says of figures: above or below something, a loss or a surplus, a rise or a fall. */
export function predicatesIn(
  claims: Claims,
  topic: Topic,
  values: readonly Fact[],
  averages: readonly string[],
): Predicate[] {
  return [...levels(claims, topic, values, averages), ...signs(claims, topic), ...moves(claims, topic, values)].sort(
    (a, b) => a.start - b.start,
  );
}

function measuresAt(place: Place, claims: Claims, topic: Topic): readonly string[] | null {
  const { text, measures } = claims;
  const own = measures.findLast((m) => m.end <= place.start) ?? governing(text, place, measures);
  if (own) return own.value;
  return countedIn(claims) ?? topic.counted ?? topic.measures;
}

/** Above or below a number, the average, or the value of one who is named. */
function levels(claims: Claims, topic: Topic, values: readonly Fact[], averages: readonly string[]): Predicate[] {
  const { text, numbers, subjects, measures } = claims;
  const touches = (m: Place, at: number): boolean => m.end <= at && /^[)）\s]*$/u.test(text.slice(m.end, at));
  const follows = (m: Place, at: number): boolean => m.start >= at && LIMIT_NEXT.test(text.slice(at, m.start));
  const found: Predicate[] = [];
  const add = (match: RegExpExecArray, above: boolean, isNear: (m: Place) => boolean, place: Place): void => {
    const number = numbers.find(isNear);
    const other = measures.find(isNear);
    const name = subjects.find(isNear)?.value ?? (IT.test(text.slice(place.end)) ? averages : undefined);
    if (!number && !name && !other) {
      if (YEAR_BEFORE_END.test(text.slice(0, match.index)))
        found.push(yearOnYear(place, above, measuresAt(place, claims, topic), values));
      return;
    }
    found.push({
      ...place,
      isMove: false,
      measures: measuresAt({ start: other?.start ?? match.index, end: match.index }, claims, topic),
      holds: (value) => {
        const bar = number
          ? number.value
          : other
            ? measureOf(other.value, value, values)
            : valueLike(name ?? [], value, values);
        return bar === null ? null : above ? value.value > bar : value.value < bar;
      },
    });
  };
  for (const match of text.matchAll(LIES)) {
    const { over, more, rose } = match.groups ?? {};
    const end = match.index + match[0].length;
    add(match, (over ?? more ?? rose) !== undefined, (m) => touches(m, match.index), { start: match.index, end });
  }
  for (const match of text.matchAll(LIES_ENGLISH)) {
    const { over } = match.groups ?? {};
    const end = match.index + match[0].length;
    add(match, over !== undefined, (m) => follows(m, end), { start: match.index, end });
  }
  return found;
}

/** Above the year before, or below it. */
function yearOnYear(
  place: Place,
  above: boolean,
  measures: readonly string[] | null,
  values: readonly Fact[],
): Predicate {
  return {
    ...place,
    isMove: true,
    measures,
    holds: (value) => {
      const [series = []] = seriesOf(values, value);
      const before = series.find((f) => yearOf(f) === addYears(yearOf(value), -1));
      return before ? (above ? value.value > before.value : value.value < before.value) : null;
    },
  };
}

/** Another measure of the same subject and year. */
function measureOf(measures: readonly string[], value: Fact, values: readonly Fact[]): number | null {
  const bar = values.find(
    (f) =>
      f.measures.some((m) => measures.includes(m)) &&
      String([f.subjects, f.years]) === String([value.subjects, value.years]),
  );
  return bar?.value ?? null;
}

function signs(claims: Claims, topic: Topic): Predicate[] {
  const isName = (m: RegExpExecArray): boolean =>
    !MADE.test(claims.text.slice(0, m.index)) && claims.measures.some((o) => m.index >= o.start && m.index < o.end);
  return [...claims.text.matchAll(SIGNS)]
    .filter((m) => !isName(m))
    .map((match): Predicate => {
      const { loss } = match.groups ?? {};
      const wanted = loss === undefined ? 1 : -1;
      const place = { start: match.index, end: match.index + match[0].length };
      const named = claims.measures.length > 0 ? (governing(claims.text, place, claims.measures)?.value ?? null) : null;
      return {
        ...place,
        isMove: false,
        measures: named ?? balanceOf(claims, topic),
        holds: (value) => (value.kind === 'table' && value.unit === 'yen' ? Math.sign(value.value) === wanted : null),
      };
    });
}

/** A rise or fall between the two years that are named, else against the one that it is compared with, or the year before. */
function moves(claims: Claims, topic: Topic, values: readonly Fact[]): Predicate[] {
  const named = [...new Set(claims.years.map((m) => m.value))].sort(compareYears);
  const base = baseYear(claims);
  return movesIn(claims).map((match): Predicate => {
    const wanted = wayOf(match);
    const place = { start: match.index, end: match.index + match[0].length };
    const { better, worse } = match.groups ?? {};
    // A part of a plan got better: more of its items are done.
    const isOfPlan = (better ?? worse) !== undefined && values.some((f) => f.measures.includes(DONE));
    return {
      ...place,
      isMove: true,
      measures: measuresAt(place, claims, topic) ?? (isOfPlan ? [DONE] : null),
      holds: (value, axis) => {
        const [series = []] = seriesOf(values, value);
        const first = named.length > 1 ? named[0] : base;
        const from = axis === 'subject' && first ? first : addYears(yearOf(value), -1);
        const before = series.find((f) => yearOf(f) === from);
        return before ? Math.sign(value.value - before.value) === wanted : null;
      },
    };
  });
}
