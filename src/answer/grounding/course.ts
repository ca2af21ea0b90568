import { compareYears, type FiscalYear } from '../../report/fiscal-year.ts';
import type { Fact } from './facts.ts';
import { stepsOf, yearOf } from './series.ts';

/** Which way a word says that something went. */
export type Way = 1 | -1 | 0 | 'both';

/** What a sentence says of the course of a figure. */
export interface Course {
  readonly wanted: Way;
  readonly own: readonly FiscalYear[];
  readonly from: FiscalYear | null;
  readonly isSteady: boolean;
  readonly isUntil: boolean;
}

/** Whether a series went so. */
export function went(series: readonly Fact[], { wanted, own, from, isSteady, isUntil }: Course): boolean {
  if (series.length < 2) return false;
  const last = own.length > 1 ? own.at(-1) : own[0];
  const upTo = last && from === null ? series.filter((f) => compareYears(yearOf(f), last) <= 0) : series;
  const start = from ?? (own.length > 1 ? own[0] : undefined);
  const part = start
    ? upTo.filter((f) => compareYears(yearOf(f), start) >= 0)
    : own.length === 1 && !isSteady && !isUntil
      ? upTo.slice(-2)
      : upTo;
  if (wanted === 0) return part.length > 1 && isFlat(part);
  const steps = stepsOf(part);
  if (wanted === 'both') return steps.includes(1) && steps.includes(-1);
  if (isSteady || (from !== null && own.length < 2)) return steps.length > 0 && steps.every((step) => step === wanted);
  const [a, b] = [part[0], part.at(-1)];
  if (!a || !b || a === b) return false;
  return Math.sign(b.value - a.value) === wanted && (own.length > 0 || steps.at(-1) === wanted);
}

/** No step of more than a few per cent. */
function isFlat(series: readonly Fact[]): boolean {
  return series.slice(1).every((f, i) => {
    const before = series[i]?.value ?? 0;
    return Math.abs(f.value - before) <= FLAT * Math.abs(before);
  });
}
const FLAT = 0.03;
