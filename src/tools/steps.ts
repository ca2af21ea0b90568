import { z } from 'zod';
import { addYears } from '../report/fiscal-year.ts';
import { decimalsNeeded } from '../report/notation.ts';
import type { FigureHit } from './figure-index.ts';

export const movesSchema = z
  .enum(['rises', 'falls', 'largest-rise', 'largest-fall'])
  .describe('Years that moved this way against the year before: all of them, or the one that moved most');
export type Moves = z.infer<typeof movesSchema>;

/** How a figure moved from one year to another. */
export interface Step {
  readonly from: FigureHit;
  readonly to: FigureHit;
  /** In the unit of the figure; positive for a rise. */
  readonly difference: number;
  /** Digits behind the point that the printed figures need. */
  readonly decimals: number;
}

/** The step from one figure with a value to another. */
export function stepBetween(from: FigureHit, to: FigureHit): Step {
  const decimals = Math.max(decimalsNeeded(from.print), decimalsNeeded(to.print));
  return { from, to, decimals, difference: Number(((to.value ?? 0) - (from.value ?? 0)).toFixed(decimals)) };
}

/** The steps of an ascending series that moved as asked. A year without the one before has no step. */
export function stepsOf(series: readonly FigureHit[], moves: Moves): Step[] {
  const steps = series.flatMap((to, i): Step[] => {
    const from = series[i - 1];
    if (!from || from.year !== addYears(to.year, -1) || from.value === null || to.value === null) return [];
    return [stepBetween(from, to)];
  });
  const up = moves === 'rises' || moves === 'largest-rise';
  const moved = steps.filter((s) => (up ? s.difference > 0 : s.difference < 0));
  if (moves === 'rises' || moves === 'falls') return moved;
  const most = Math.max(...moved.map((s) => Math.abs(s.difference)));
  return moved.filter((s) => Math.abs(s.difference) === most);
}

/** True for several moves of which each begins where the one before ended. */
export function areInRow(steps: readonly Step[]): boolean {
  return steps.length > 1 && steps.every(({ from }, i) => i === 0 || steps[i - 1]?.to.year === from.year);
}
