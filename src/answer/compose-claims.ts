import type { Calculation } from '../tools/calculate.ts';
import type { FigureHit } from '../tools/figure-index.ts';
import type { Claim } from './claimed-order.ts';
import type { Called } from './compose.ts';
import { type Frame, speaksOf } from './frame.ts';
import type { ComposeContext, Part } from './part.ts';

/** One figure, said to be larger than another, year by year. */
export interface ClaimedYears {
  readonly subject: string;
  readonly measure: string;
  /** The smaller one: another subject, or another measure of the same. */
  readonly than: { readonly subject: string } | { readonly measure: string };
  readonly years: readonly ClaimedYear[];
}

/** Two figures of one year, of which a question asks in which years the one is the larger. */
export interface ClaimedYear {
  readonly larger: FigureHit;
  readonly smaller: FigureHit;
  /** It is so in that year. */
  readonly holds: boolean;
}

/** The differences of several years that a claim is asked of, and what they tell; null where a question asks none. */
export function claimedYearsIn(
  called: readonly Called[],
  { claim, words }: Frame,
): { calls: readonly Called[]; told: ClaimedYears } | null {
  if (!claim || !speaksOf({ words }, 'year', 'whichYear', 'when')) return null;
  const found = called.flatMap((call) => {
    const year = call.result.kind === 'calculation' ? yearOf(call.result, claim) : null;
    return year ? [{ call, year }] : [];
  });
  const [first, second] = found;
  if (!first || !second) return null;
  const { larger, smaller } = first.year;
  const than = larger.subject === smaller.subject ? { measure: smaller.measure } : { subject: smaller.subject };
  const years = found.map((f) => f.year);
  return { calls: found.map((f) => f.call), told: { subject: larger.subject, measure: larger.measure, than, years } };
}

function yearOf({ operation, inputs }: Calculation, claim: Claim): ClaimedYear | null {
  const figureOf = (names: readonly string[]): FigureHit | undefined =>
    inputs.find(({ subject, measure }) => names.includes(subject) || names.includes(measure));
  const [larger, smaller] = [figureOf(claim.larger), figureOf(claim.smaller)];
  if (operation !== 'difference' || !larger || !smaller || larger === smaller || larger.year !== smaller.year)
    return null;
  return { larger, smaller, holds: (larger.value ?? 0) > (smaller.value ?? 0) };
}

export function composeClaimedYears(told: ClaimedYears, { words, names }: ComposeContext): Part {
  return {
    sentences: [words.claimedYears(told, names)],
    sources: told.years.flatMap(({ larger, smaller }) => [larger.source, smaller.source]),
    found: true,
  };
}
