import type { FiscalYear } from '../../report/fiscal-year.ts';
import { CHOSEN, DENIED_SOON, LIES_ENGLISH, NAMES_NEXT } from '../wording-grounding-order.ts';
import { governing, type Mention, type Place } from './binding.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Fact, Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { problem } from './moves.ts';
import { seriesOf, valueLike, valuesIn, yearOf } from './series.ts';

/** Whether a value lies beyond another as the sentence says. */
type Holds = (value: number, limit: number) => boolean;

/** Which of two has more, told by its name alone: A is the longer one; its expenditure exceeded its revenue. */
export function wrongChoices(
  claims: Claims,
  topic: Topic,
  backed: readonly Backed[],
  values: readonly Fact[],
): Ungrounded[] {
  const { text } = claims;
  const chosen = [...text.matchAll(CHOSEN)].filter((match) => {
    const { over, more, choice } = match.groups ?? {};
    const above = (over ?? more) !== undefined;
    const denied = DENIED_SOON.test(text.slice(match.index + match[0].length));
    const isTrue: Holds = (value, limit) => (above ? value > limit : value < limit) !== denied;
    const pairs = pairsAt(match.index, claims, topic, backed, values);
    return pairs.length > 0 ? !pairs.every(([value, limit]) => isTrue(value, limit)) : choice !== undefined;
  });
  const turned = [...text.matchAll(LIES_ENGLISH)].filter((match) => {
    const end = match.index + match[0].length;
    const limit = claims.measures.find((m) => m.start >= end && NAMES_NEXT.test(text.slice(end, m.start)));
    const { over } = match.groups ?? {};
    const above = over !== undefined;
    return measuresTurned(limit, claims, topic, values, (a, b) => (above ? a > b : a < b));
  });
  return [...chosen, ...turned].map(([print]) => problem(print));
}

/** One measure said to lie above another of the same subject and year, which does not. */
export function measuresTurned(
  limit: Mention<readonly string[]> | undefined,
  { text, subjects, measures, years }: Claims,
  topic: Topic,
  values: readonly Fact[],
  isTrue: Holds,
): boolean {
  const own = limit && measures.findLast((m) => m.end <= limit.start && String(m.value) !== String(limit.value));
  if (!limit || !own) return false;
  const year = governing(text, own, years)?.value ?? topic.years?.at(-1);
  const who = governing(text, own, subjects)?.value ?? topic.subjects;
  const [value, bar] = [own, limit].map((m) => measured(m.value, who, year, values));
  return value != null && bar != null && !isTrue(value, bar);
}

function measured(
  measures: readonly string[],
  subjects: readonly string[] | null,
  year: FiscalYear | undefined,
  values: readonly Fact[],
): number | null {
  const [series] = seriesOf(values, { subjects, measures });
  return (year ? series?.find((f) => yearOf(f) === year) : series?.at(-1))?.value ?? null;
}

/** The value of the name, measure or year that ends at a place, with that of each other of its kind. */
function pairsAt(
  at: number,
  claims: Claims,
  topic: Topic,
  backed: readonly Backed[],
  values: readonly Fact[],
): (readonly [number, number])[] {
  const { text, subjects, measures, years } = claims;
  const touches = (m: Place): boolean => m.end <= at && /^[)）」\s]*$/u.test(text.slice(m.end, at));
  const place = { start: at, end: at };
  const [subject, measure, year] = [subjects.findLast(touches), measures.findLast(touches), years.findLast(touches)];
  const about = governing(text, place, measures)?.value ?? topic.measures;
  const who = governing(text, place, subjects)?.value ?? topic.subjects;
  const then = governing(text, place, years)?.value ?? topic.years?.at(-1);
  const against = (value: number | null, others: readonly (number | null)[]): (readonly [number, number])[] =>
    others.flatMap((other) => (value === null || other === null ? [] : [[value, other] as const]));
  if (subject) {
    const isOf = (f: Fact): boolean => f.subjects.some((s) => subject.value.includes(s));
    const like =
      backed.flatMap((b) => valuesIn(b.facts)).find(isOf) ??
      values.find((f) => isOf(f) && f.measures.some((m) => about?.includes(m)) && (!then || yearOf(f) === then));
    const own = (m: readonly string[]): boolean => m.some((name) => subject.value.includes(name));
    const named = subjects.map((m) => m.value).filter((value) => !own(value));
    const others = named.length > 0 ? named : (topic.subjects ?? []).map((name) => [name]).filter((v) => !own(v));
    return against(
      valueLike(subject.value, like, values),
      others.map((value) => valueLike(value, like, values)),
    );
  }
  if (measure) {
    const named = measures.map((m) => m.value).filter((value) => String(value) !== String(measure.value));
    const others =
      named.length > 0
        ? named
        : (topic.measures ?? []).map((m) => [m]).filter(([m = '']) => !measure.value.includes(m));
    return against(
      measured(measure.value, who, then, values),
      others.map((value) => measured(value, who, then, values)),
    );
  }
  if (!year) return [];
  const others = [...years.map((m) => m.value), ...(topic.years ?? [])].filter((value) => value !== year.value);
  return against(
    measured(about ?? [], who, year.value, values),
    others.map((value) => measured(about ?? [], who, value, values)),
  );
}
