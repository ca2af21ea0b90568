import { addYears, compareYears, type FiscalYear, yearsSpanned } from '../../report/fiscal-year.ts';
import type { Operation } from '../../tools/calculate.ts';
import type { FigureHit } from '../../tools/figure-index.ts';
import { commonUnit, inUnitOf } from '../../tools/units.ts';
import { type Frame, speaksOf } from '../frame.ts';
import { allYears, newestYear, type Pair, yearsFor } from './figure-slots.ts';
import type { ReadingContext } from './reading.ts';

type Input = Pair & { year: FiscalYear };

/** Two figures of one year are set against each other in every year named; anything else is one calculation. */
export function inputSets(
  frame: Frame,
  scope: ReadingContext['scope'],
  pairs: readonly Pair[],
  operation: Operation,
): Input[][] {
  const [pair] = pairs;
  const asksEachYear = frame.years.length === 0 && frame.claim !== null && speaksOf(frame, 'year', 'whichYear', 'when');
  const years = pair && asksEachYear ? allYears(scope, pair) : yearsSpanned(frame.years);
  if (pairs.length !== 2 || years.length < 2 || operation === 'sum') return [inputsOf(frame, scope, pairs, operation)];
  return years.map((year) => inputsOf({ ...frame, years: [year] }, scope, pairs, operation));
}

/** Several subjects or measures in one year, or one figure in several years. */
function inputsOf(frame: Frame, scope: ReadingContext['scope'], pairs: readonly Pair[], operation: Operation): Input[] {
  const [pair] = pairs;
  if (!pair) return [];
  if (pairs.length > 1) {
    const years = yearsFor(frame, scope, pairs).years;
    const year = years.at(-1);
    if (!year) return [];
    if (years.length > 1 && operation === 'sum') return distinct(pairs, years);
    if (pairs.length > 2 && operation === 'difference') return extremesOf(scope, pairs, year);
    return inOrder(frame, scope, pairs, year, operation).map((p) => ({ ...p, year }));
  }
  if (operation === 'ratio') return overTime(frame, scope, pair, operation).toReversed();
  return overTime(frame, scope, pair, operation);
}

/** Each figure once, whatever names it twice. */
function distinct(pairs: readonly Pair[], years: readonly FiscalYear[]): Input[] {
  const inputs = pairs.flatMap((pair) => years.map((year): Input => ({ ...pair, year })));
  return [...new Map(inputs.map((input) => [`${input.subject}\t${input.measure}\t${input.year}`, input])).values()];
}

/** A share is of the one that the other is set against; a difference is taken as said, or else from the larger one. */
function inOrder(
  frame: Frame,
  scope: ReadingContext['scope'],
  pairs: readonly Pair[],
  year: FiscalYear,
  operation: Operation,
): readonly Pair[] {
  if (operation === 'share' || operation === 'ratio') return frame.base === 0 ? pairs.toReversed() : pairs;
  if (operation !== 'difference') return pairs;
  // The tool takes the first from the last.
  if (frame.minuend) return frame.minuend === 'first' ? pairs.toReversed() : pairs;
  return bySize(scope, pairs, year);
}

/** Of several subjects the lowest and the highest: what lies between is smaller. */
function extremesOf(scope: ReadingContext['scope'], pairs: readonly Pair[], year: FiscalYear): Input[] {
  const sorted = bySize(scope, pairs, year);
  return [sorted[0], sorted.at(-1)].flatMap((pair) => (pair ? [{ ...pair, year }] : []));
}

/** The smallest first, in whatever unit of money each is printed. */
export function bySize(scope: ReadingContext['scope'], pairs: readonly Pair[], year: FiscalYear): Pair[] {
  const figureOf = ({ subject, measure }: Pair): FigureHit | undefined =>
    scope.figures.of(subject).find((f) => f.measure === measure && f.year === year);
  const unit = commonUnit(pairs.map((pair) => figureOf(pair)?.unit ?? null));
  const worthOf = (pair: Pair): number => {
    const figure = figureOf(pair);
    return inUnitOf(figure?.value ?? 0, figure?.unit ?? null, unit ?? null) ?? 0;
  };
  return pairs.toSorted((a, b) => worthOf(a) - worthOf(b));
}

/** The year before another one in which a figure was highest; null where that one is. */
function peakOf(scope: ReadingContext['scope'], { subject, measure }: Pair, until: FiscalYear): FiscalYear | null {
  const own = scope.figures.of(subject).filter((f) => f.measure === measure && compareYears(f.year, until) <= 0);
  const [peak] = own.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return peak && peak.year !== until ? peak.year : null;
}

/** One figure in several years: those named, or one against the year before, or the first against the newest. */
function overTime(frame: Frame, scope: ReadingContext['scope'], pair: Pair, operation: Operation): Input[] {
  const years = [...new Set(frame.years)].sort(compareYears);
  const known = allYears(scope, pair);
  const newest = newestYear(scope, [pair]);
  // The total of one figure in one year is the figure itself.
  if (operation === 'sum') {
    const isOfYears = speaksOf(frame, 'allYears', 'through', 'trend', 'each');
    return (years.length > 0 ? yearsSpanned(years) : isOfYears ? known : []).map((year) => ({ ...pair, year }));
  }
  if (years.length >= 2) return [years[0], years.at(-1)].flatMap((year) => (year ? [{ ...pair, year }] : []));
  const [only] = years;
  // From its peak to a year.
  const peak = only && frame.words.has('highest') ? peakOf(scope, pair, only) : null;
  if (only && peak) return [peak, only].map((year) => ({ ...pair, year }));
  // Five years ago, or another year, against now.
  const toNow = frame.duration?.kind === 'ago' || frame.words.has('latest');
  if (only && newest && toNow && compareYears(only, newest) < 0)
    return [only, newest].map((year) => ({ ...pair, year }));
  // One year named: from the year before; with the newest year, or 5年間, from the first.
  const at = only ? known.indexOf(only) : -1;
  // "The year before" is the very one, also where the table lacks it: then that is what is said.
  const isNamed = frame.words.has('lastYear') || frame.words.has('yearBefore');
  const sinceThen = speaksOf(frame, 'allYears', 'through', 'latest', 'trend', 'compare');
  const asksBefore = isNamed || (at === 0 && !sinceThen && speaksOf(frame, 'increase', 'decrease'));
  const before = only && asksBefore ? addYears(only, -1) : at > 0 ? known[at - 1] : undefined;
  if (only && at >= 0 && before && !frame.words.has('through'))
    return [
      { ...pair, year: before },
      { ...pair, year: only },
    ];
  if (only && newest && only !== newest)
    return [
      { ...pair, year: only },
      { ...pair, year: newest },
    ];
  const first = frame.words.has('allYears') || !only ? known[0] : known.at(-2);
  return first && newest && first !== newest
    ? [
        { ...pair, year: first },
        { ...pair, year: newest },
      ]
    : [];
}
