import { compareYears } from '../../report/fiscal-year.ts';
import { FROM_BEHIND } from '../wording-grounding.ts';
import { CHAIN_JOINT, CHAIN_MOVES, PAIR_MOVES, YEAR_OF_CHAIN } from '../wording-grounding-order.ts';
import type { Quantity } from '../wording-quantities.ts';
import { governing } from './binding.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import { type Fact, unique } from './facts.ts';
import { unitFits } from './fits.ts';
import type { Topic } from './labels.ts';
import { seriesOf, stepsOf, valuesIn, yearOf } from './series.ts';

/** Fewer figures one behind the other may be those of several. */
const LEAST = 3;

/**
 * Figures of years that follow each other, told one behind the other without their years: 804, 563 and 433. Each number
 * of such a run with the value of its year. The run begins with the year that is said right before it, or with the first
 * of two that are named and as far apart as it is long; else it is the whole course, or the end of it.
 */
export function chainsIn(claims: Claims, topic: Topic, values: readonly Fact[]): ReadonlyMap<Quantity, Fact> {
  const found = new Map<Quantity, Fact>();
  for (const run of runsIn(claims)) {
    const facts = factsOfRun(run, claims, topic, values);
    for (const [i, fact] of (facts ?? []).entries()) {
      const number = run[i];
      if (number) found.set(number, fact);
    }
  }
  return found;
}

function runsIn({ text, numbers }: Claims): Quantity[][] {
  const runs: Quantity[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && CHAIN_JOINT.test(text.slice(last.end, number.start))) run.push(number);
    else runs.push([number]);
  }
  return runs.filter((run) => run.length >= LEAST);
}

function factsOfRun(run: readonly Quantity[], claims: Claims, topic: Topic, values: readonly Fact[]): Fact[] | null {
  const [first] = run;
  if (!first) return null;
  const { text, subjects, measures, numbers } = claims;
  const own = (mentions: Claims['subjects']): readonly string[] | null =>
    governing(text, first, mentions)?.value ?? null;
  const about = { subjects: own(subjects) ?? topic.subjects, measures: own(measures) ?? topic.measures };
  const before = numbers.findLast((n) => n.end <= first.start)?.end ?? 0;
  const dated = claims.years.findLast((m) => m.end <= first.start && m.start >= before);
  const year = dated && YEAR_OF_CHAIN.test(text.slice(dated.end, first.start)) ? dated.value : null;
  const named = unique([...claims.years.map((m) => m.value), ...(topic.years ?? [])]).sort(compareYears);
  const windows = seriesOf(values, about).flatMap((series) => {
    const [from, to] = [named[0], named.at(-1)];
    const span = named.length > 1 ? series.filter((f) => yearOf(f) >= (from ?? '') && yearOf(f) <= (to ?? '')) : [];
    const start = year ?? (span.length === run.length ? from : undefined);
    return series.flatMap((f, at) => {
      const part = series.slice(at, at + run.length);
      const isStart = start === undefined ? at + run.length === series.length : yearOf(f) === start;
      return isStart && part.length === run.length && part.every((fact, i) => isValue(run[i], fact)) && isOfUnit(run, f)
        ? [part]
        : [];
    });
  });
  return windows[0] ?? null;
}

/** In the unit of the table; it may stand behind the last of the run only. */
function isOfUnit(run: readonly Quantity[], fact: Fact): boolean {
  return run.every((number) => unitFits(number, fact));
}

/** With its sign, as printed or multiplied out; the unit may stand behind the last of the run. */
function isValue(number: Quantity | undefined, { value, bare }: Fact): boolean {
  if (!number || value < 0 !== number.negative) return false;
  const isNear = (a: number, b: number): boolean => Math.abs(a - Math.abs(b)) <= 1e-9 * Math.max(1, Math.abs(b));
  return number.sized ? isNear(number.value, value) : isNear(number.bare, bare) || isNear(number.value, value);
}

/** Which way it went from one figure to the other of a pair that is told right before a place: 2から3への増加. */
export function wayOfPairBefore(at: number, { text, numbers }: Claims, backed: readonly Backed[]): number | null {
  const [first, second] = numbers.filter((n) => n.end <= at).slice(-2);
  if (!first || !second || !FROM_BEHIND.test(text.slice(first.end)) || !PAIR_MOVES.test(text.slice(second.end, at)))
    return null;
  const [from, to] = [first, second].map((number) => valuesIn(backed.find((b) => b.number === number)?.facts ?? []));
  const ways = (from ?? []).flatMap((a) =>
    (to ?? []).flatMap((b) =>
      String([a.subjects, a.measures]) === String([b.subjects, b.measures]) && yearOf(a) < yearOf(b)
        ? [Math.sign(b.value - a.value)]
        : [],
    ),
  );
  return ways[0] ?? null;
}

/** Which way each step of a run of figures went that is told right before a place: 225, 230 and 236, and so it rose. */
export function stepsToldBefore(at: number, claims: Claims, backed: readonly Backed[]): readonly number[] | null {
  const run = runsIn(claims).find((r) => CHAIN_MOVES.test(claims.text.slice(r.at(-1)?.end ?? at, at)));
  const facts = run?.flatMap((number) => valuesIn(backed.find((b) => b.number === number)?.facts ?? []).slice(0, 1));
  return facts && facts.length === run?.length ? stepsOf(facts) : null;
}
