import { latest } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import { NAMED_NEXT } from '../wording-grounding-order.ts';
import { governing } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Fact } from './facts.ts';
import type { Topic } from './labels.ts';
import { seriesOf, yearOf } from './series.ts';

/** Whose such a word is: named next, else nearest before it, else what the sentence is about. */
function whoseIs({ index, 0: print }: RegExpExecArray, { text, subjects }: Claims, topic: Topic): readonly string[] {
  const end = index + print.length;
  const behind = NAMED_NEXT.test(text.slice(end)) ? subjects.find((m) => m.start >= end) : undefined;
  return (behind ?? subjects.findLast((m) => m.end <= index) ?? subjects[0])?.value ?? topic.subjects ?? [];
}

/** Who is said to have moved most: first of a ranking of changes, or of all whose values of both years there are. */
export function movedMost(match: RegExpExecArray, claims: Claims, topic: Topic, { facts, values }: Evidence): boolean {
  const { years, measures } = claims;
  const { up, rose, rise, down } = match.groups ?? {};
  const isStep = 'down' in (match.groups ?? {});
  const isUp = isStep ? down === undefined : (up ?? rose ?? rise) !== undefined;
  const order = isUp ? 'highest' : 'lowest';
  const yearly = stepOfYear(match, claims, topic, values, order);
  if (yearly !== null) return yearly;
  // Those that moved most, before their list: the first so many.
  const listed = claims.subjects.length === 0 ? (topic.ahead?.subjects ?? []) : [];
  if (listed.length > 1)
    return listed.every((name) =>
      facts.some(
        (f) =>
          f.kind === 'rank' &&
          f.operation === 'difference' &&
          f.order === order &&
          f.bare <= listed.length &&
          f.subjects.includes(name),
      ),
    );
  const who = whoseIs(match, claims, topic);
  const isOf = (f: Fact): boolean => f.subjects.some((s) => who.includes(s));
  const ranks = facts.filter((f) => f.kind === 'rank' && f.operation === 'difference' && f.order === order);
  if (ranks.length > 0) return ranks.some((f) => f.bare === 1 && isOf(f));
  const said = measures.map((m) => m.value).at(-1) ?? topic.measures;
  const [first, last] = [years[0]?.value, years.at(-1)?.value];
  const moved = seriesOf(values, { subjects: null, measures: said }).flatMap((series) => {
    const to = series.find((f) => yearOf(f) === last) ?? series.at(-1);
    const from = series.find((f) => yearOf(f) === first && first !== last) ?? series.at(-2);
    return to && from && !to.isAverage && !to.isRanked ? [{ fact: to, by: to.value - from.value }] : [];
  });
  const own = moved.find(({ fact }) => isOf(fact));
  const beats = (by: number): boolean => (order === 'highest' ? by > (own?.by ?? 0) : by < (own?.by ?? 0));
  return own !== undefined && moved.length > 1 && !moved.some(({ by }) => beats(by));
}

/** The year in which a figure moved most from the one before, where a year is named and nobody; null otherwise. */
function stepOfYear(
  { index, 0: print }: RegExpExecArray,
  { text, years, subjects, measures }: Claims,
  topic: Topic,
  values: readonly Fact[],
  order: 'highest' | 'lowest',
): boolean | null {
  const end = index + print.length;
  const next = years.find((m) => m.start >= end) ?? years.findLast((m) => m.end <= index);
  if (!next || !NAMED_NEXT.test(text.slice(end)) || subjects.some((m) => m.start >= end)) return null;
  // From one year to another, it is the step to the later one.
  const last = latest(years.filter((m) => m.start >= end).map((m) => m.value)) ?? next.value;
  const who = subjects.findLast((m) => m.end <= index)?.value ?? topic.subjects;
  const said = governing(text, { start: index, end }, measures)?.value ?? topic.measures;
  const [series = []] = seriesOf(values, { subjects: who, measures: said });
  const moved = series.slice(1).map((f, i) => ({ year: yearOf(f), by: f.value - (series[i]?.value ?? 0) }));
  const own = moved.find((step) => step.year === last);
  return own !== undefined && moved.every(({ by }) => (order === 'highest' ? by <= own.by : by >= own.by));
}

/** Which pillar is furthest on, or behind: by the share of its items that are done. */
export function isFurthest(match: RegExpExecArray, claims: Claims, topic: Topic, facts: readonly Fact[]): boolean {
  const { ahead, first } = match.groups ?? {};
  const who = whoseIs(match, claims, topic);
  const shares = facts.filter((f) => f.measures.includes('share.done') && !f.subjects.includes(WHOLE));
  const newest = latest(shares.flatMap((f) => f.years));
  const now = shares.filter((f) => newest !== undefined && f.years.includes(newest));
  const own = now.find((f) => f.subjects.some((s) => who.includes(s)));
  if (!own || new Set(now.map((f) => String(f.subjects))).size < 2) return false;
  return !now.some((f) => ((ahead ?? first) === undefined ? f.value < own.value : f.value > own.value));
}
