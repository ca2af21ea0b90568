import { CLAUSE_END } from '../wording-grounding.ts';
import {
  APPOSED,
  AVERAGE_END,
  BREAKS,
  DENIED_SOON,
  IT_BEFORE,
  LIES,
  LIES_ENGLISH,
  THAN,
  THAN_WHOM,
  WHOSE_FOLLOWS,
} from '../wording-grounding-order.ts';
import { governing } from './binding.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Fact, Ungrounded } from './facts.ts';
import { isTotal, type Topic } from './labels.ts';
import { isLevel, problem, worth, wrongMoves } from './moves.ts';
import { rivalsOf, seriesOf, valueLike, valuesIn, yearOf } from './series.ts';
import { measuresTurned, wrongChoices } from './which-of-two.ts';

/** What is said to have risen or fallen from one figure to another, or to lie above or below one, and does not. */
export function wrongComparisons(
  claims: Claims,
  topic: Topic,
  backed: readonly Backed[],
  values: readonly Fact[],
): Ungrounded[] {
  return [
    ...wrongMoves(claims, backed, values),
    ...wrongSides(claims, topic, backed, values),
    ...wrongSidesEnglish(claims, topic, backed, values),
    ...wrongThan(claims, topic, values),
    ...wrongChoices(claims, topic, backed, values),
    ...wrongCounts(claims, backed, values),
  ];
}

/** Japanese: A は B を上回る; B を上回るのは A. */
function wrongSides(claims: Claims, topic: Topic, backed: readonly Backed[], values: readonly Fact[]): Ungrounded[] {
  const { text, subjects, measures } = claims;
  const levels = backed.filter(isLevel);
  return [...text.matchAll(LIES)].flatMap((match): Ungrounded[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const { over, more, rose } = match.groups ?? {};
    const above = (over ?? more ?? rose) !== undefined;
    const denied = DENIED_SOON.test(text.slice(end));
    const isTrue = (value: number, limit: number): boolean => (above ? value > limit : value < limit) !== denied;
    const touches = (m: { end: number }): boolean => m.end <= start && /^[)）\s]*$/u.test(text.slice(m.end, start));
    // What was told before the last figure is what that is held against: B lies below it.
    const isIt = IT_BEFORE.test(text.slice(0, start));
    const limit = isIt ? levels.filter((b) => b.number.end <= start).at(-2) : levels.find((b) => touches(b.number));
    const name = limit ? undefined : subjects.findLast(touches);
    if (!limit && AVERAGE_END.test(text.slice(0, start))) {
      const near = WHOSE_FOLLOWS.test(text.slice(end))
        ? levels.find((b) => b.number.start >= end)
        : levels.findLast((b) => b.number.end <= start);
      const [own] = near ? valuesIn(near.facts) : [];
      const bar =
        own && values.find((f) => f.isAverage && String([f.measures, f.years]) === String([own.measures, own.years]));
      if (own) return !bar || isTrue(own.value, bar.value) ? [] : [problem(match[0])];
      return averageOf(claims, topic, values, start).every(([value, average]) => isTrue(value, average))
        ? []
        : [problem(match[0])];
    }
    if (!limit && !name)
      return measuresTurned(measures.findLast(touches), claims, topic, values, isTrue) ? [problem(match[0])] : [];
    const follows = WHOSE_FOLLOWS.test(text.slice(end));
    const from = isIt ? start : (limit?.number.start ?? name?.start ?? 0);
    const unit = limit?.number.unit;
    const others = levels.filter((b) => b !== limit && (unit === undefined || b.number.unit === unit));
    const ahead = others.filter((b) => b.number.start >= end && !BREAKS.test(text.slice(end, b.number.start)));
    const last = others.filter((b) => b.number.end <= from).at(-1);
    const compared = follows ? ahead : last ? [last] : [];
    if (compared.length > 0) {
      const fits = compared.every((b) => {
        const bar = limit ? worth(limit) : name && valueLike(name.value, b.facts[0], values);
        return bar == null || isTrue(worth(b), bar);
      });
      const isWhole =
        !limit || limit.facts.length > 0 || areAllBeyond(compared, (f) => isTrue(f.value, worth(limit)), values);
      return fits && isWhole ? [] : [problem(text.slice(start, end))];
    }
    // No figure on one side: the values of those who are named.
    const isLimit = (names: readonly string[]): boolean =>
      names.some((n) => limit?.facts.some((f) => f.subjects.includes(n)));
    const named = subjects.filter((m) => m !== name && !isLimit(m.value) && (follows ? m.start >= end : m.end <= from));
    const topical = topic.subjects?.filter((n) => !isLimit([n])) ?? [];
    const other =
      (follows ? named[0] : named.at(-1)) ?? (topical.length > 0 ? { start, end, value: topical } : undefined);
    const about = governing(text, { start, end }, measures)?.value ?? topic.measures;
    const model = limit ? valuesIn(limit.facts)[0] : undefined;
    const sample =
      model ??
      values.find(
        (f) =>
          about?.some((m) => f.measures.includes(m)) && (!claims.years[0] || f.years.includes(claims.years[0].value)),
      );
    const value = other && valueLike(other.value, sample, values);
    const bar = limit ? worth(limit) : name && valueLike(name.value, sample, values);
    return value == null || bar == null || isTrue(value, bar) ? [] : [problem(text.slice(start, end))];
  });
}

/** Whether those that are named are all that lie beyond a limit that only the sentence sets. */
function areAllBeyond(told: readonly Backed[], isBeyond: (f: Fact) => boolean, values: readonly Fact[]): boolean {
  const [own] = told.flatMap((b) => valuesIn(b.facts));
  return own !== undefined && rivalsOf(values, own).filter(isBeyond).length === told.length;
}

/** The values of those that a sentence is about, each with its average; nothing but a wrong pair where there are none. */
function averageOf(
  { text, subjects, measures, years }: Claims,
  topic: Topic,
  values: readonly Fact[],
  at: number,
): [number, number][] {
  const place = { start: at, end: at };
  const bars = values.filter((f) => f.isAverage);
  const parts = subjects.filter((m) => !bars.some((f) => f.subjects.some((s) => m.value.includes(s))));
  const who = (parts.findLast((m) => m.end <= at) ?? parts[0])?.value ?? topic.subjects;
  const said = governing(text, place, measures)?.value ?? topic.measures;
  const year = governing(text, place, years)?.value ?? topic.years?.at(-1);
  const pairs = seriesOf(values, { subjects: who, measures: said }).flatMap((series): [number, number][] => {
    const own = year ? series.find((f) => yearOf(f) === year) : series.at(-1);
    const bar =
      own && !own.isAverage && bars.find((f) => String([f.measures, f.years]) === String([own.measures, own.years]));
    return own && bar ? [[own.value, bar.value]] : [];
  });
  return pairs.length > 0 ? pairs : [[Number.NaN, Number.NaN]];
}

/** English: one who is named has more than another. */
function wrongThan({ text, subjects, measures, years }: Claims, topic: Topic, values: readonly Fact[]): Ungrounded[] {
  return [...text.matchAll(THAN)].flatMap((match): Ungrounded[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const other = subjects.find((m) => m.start >= end && THAN_WHOM.test(text.slice(end, m.start)));
    const own = subjects.findLast((m) => m.end <= start && !m.value.some((n) => other?.value.includes(n)));
    const said = governing(text, { start, end }, measures)?.value ?? topic.measures;
    const year = years[0]?.value ?? topic.years?.at(-1);
    const like = values.find(
      (f) => (said === null || f.measures.some((m) => said.includes(m))) && (!year || f.years.includes(year)),
    );
    const [value, bar] = [own, other].map((m) => m && valueLike(m.value, like, values));
    if (value == null || bar == null) return [];
    const { over, beyond } = match.groups ?? {};
    return ((over ?? beyond) === undefined ? value < bar : value > bar) ? [] : [problem(match[0])];
  });
}

/** English: A lies below B. */
function wrongSidesEnglish(
  claims: Claims,
  topic: Topic,
  backed: readonly Backed[],
  values: readonly Fact[],
): Ungrounded[] {
  const { text } = claims;
  const levels = backed.filter(isLevel);
  return [...text.matchAll(LIES_ENGLISH)].flatMap((match): Ungrounded[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const limit = levels.find((b) => b.number.start >= end);
    if (!limit || CLAUSE_END.test(text.slice(end, limit.number.start).replace(APPOSED, ''))) return [];
    const { unit } = limit.number;
    const compared = levels.findLast((b) => b.number.end <= start && (unit === null || b.number.unit === unit));
    const value = compared ? worth(compared) : valueOfThat(limit, start, claims, topic, values);
    if (value === null) return [];
    const { over } = match.groups ?? {};
    const above = over !== undefined;
    const isTrue = above ? value > worth(limit) : value < worth(limit);
    return isTrue ? [] : [problem(text.slice(start, limit.number.end))];
  });
}

/** The value of whom the sentence is about, for the measure and year of the figure that it is held against. */
function valueOfThat(
  limit: Backed,
  at: number,
  { subjects }: Claims,
  topic: Topic,
  values: readonly Fact[],
): number | null {
  const [bar] = valuesIn(limit.facts);
  if (!bar) return null;
  const isOther = (name: string): boolean => !bar.subjects.includes(name);
  const named = subjects.findLast((m) => m.end <= at)?.value ?? topic.subjects ?? [];
  return valueLike(named.filter(isOther), bar, values);
}

/** How many lie beyond a limit that the sentence names. */
function wrongCounts({ text }: Claims, backed: readonly Backed[], values: readonly Fact[]): Ungrounded[] {
  const limit = backed.find(({ number, facts }) => number.bound && valuesIn(facts).length > 0);
  const [sample] = limit ? valuesIn(limit.facts) : [];
  if (!limit || !sample) return [];
  const { bound, value } = limit.number;
  const inYears = seriesOf(values, sample)[0] ?? [];
  const beyond = (f: Fact): boolean => !f.isAverage && (bound === 'above' ? f.value > value : f.value < value);
  const rivals = values.filter((f) => String([f.measures, f.years]) === String([sample.measures, sample.years]));
  const subjects = new Set(rivals.filter(beyond).map((f) => String(f.subjects))).size;
  return backed.flatMap(({ number }): Ungrounded[] => {
    if (number.start < limit.number.end || isTotal(number, text)) return [];
    if (number.unit !== 'sections' && number.unit !== 'items') return [];
    const isTrue = number.bare === subjects || number.bare === inYears.filter(beyond).length;
    return isTrue ? [] : [{ kind: 'figure', text: number.print }];
  });
}
