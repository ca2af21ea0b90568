import type { Calculation } from '../tools/calculate.ts';
import type { FigureHit } from '../tools/figure-index.ts';
import { isWithin } from '../tools/limit.ts';
import { stepBetween } from '../tools/steps.ts';
import type { TextComparison } from '../tools/text-comparison.ts';
import type { Frame } from './frame.ts';
import { inUnit, limitIn, type StatedAmount } from './limit.ts';
import type { ComposeContext } from './part.ts';

/** Yes or no before the figure, where the question states something that the figure settles; otherwise nothing. */
export function verdictSentence(truth: boolean | null, { words, frame }: ComposeContext): string[] {
  // What the question says beside the figure may be wrong, and a yes would be one to that too.
  return truth === null || frame.topic.length > 0 ? [] : [truth ? words.affirms() : words.denies()];
}

/** Whether a figure is what the question says: within its bound, as large as stated, below or above zero. */
export function settles(figure: Pick<FigureHit, 'value' | 'unit'>, frame: Frame): boolean | null {
  const { value, unit } = figure;
  if (value === null) return null;
  const { limit, words, asksWhether } = frame;
  if (limit) {
    const bound = limitIn(limit, unit);
    return bound && isWithin(value, bound);
  }
  if (!asksWhether) return null;
  const said = amountsSaid(frame).flatMap((amount) => inUnit(amount, unit) ?? []);
  const [only, second] = said;
  if (only !== undefined) return second === undefined ? Math.abs(value) === only : null;
  if (words.has('negative')) return value < 0;
  return words.has('positive') ? value > 0 : null;
}

/** Whether all figures of a series are what the question says, or moved so from each year to the next. */
export function settlesSeries(figures: readonly FigureHit[], frame: Frame): boolean | null {
  const { asksWhether, words } = frame;
  if (!asksWhether || figures.length < 2 || figures.some((f) => f.value === null)) return null;
  if (words.has('increase') !== words.has('decrease')) {
    const steps = figures.slice(1).map((f, i) => stepBetween(figures[i] ?? f, f).difference);
    return steps.every((step) => (words.has('increase') ? step > 0 : step < 0));
  }
  const each = figures.map((figure) => settles(figure, frame));
  return each.includes(null) ? null : each.every((is) => is);
}

/** Whether a place is the one that the question states; a superlative that is to be confirmed states the first. */
export function settlesPlace(rank: number, { positions: [place], words, asksWhether }: Frame): boolean | null {
  if (place !== undefined) return rank === place;
  const isSuperlative = words.has('highest') || words.has('lowest') || words.has('best') || words.has('worst');
  return asksWhether && isSuperlative ? rank === 1 : null;
}

/** Whether the one year that the question names is the one with the highest or lowest figure. */
export function settlesExtreme({ operation, chosen }: Calculation, { years, asksWhether }: Frame): boolean | null {
  const [year, another] = years;
  if (!asksWhether || year === undefined || another !== undefined) return null;
  return operation === 'highest' || operation === 'lowest' ? chosen.some((figure) => figure.year === year) : null;
}

type Move = Pick<Calculation, 'operation' | 'value'> | Pick<TextComparison, 'operation' | 'value'>;

/** Whether a figure moved the way the question says. */
export function settlesMove({ operation, value }: Move, { words, asksWhether }: Frame): boolean | null {
  const moves = operation === 'difference' || operation === 'growth';
  if (!moves || !asksWhether || words.has('increase') === words.has('decrease')) return null;
  return words.has('increase') ? value > 0 : value < 0;
}

/** Whether a number of items is the one stated; a total that is stated beside it settles nothing. */
export function settlesCount(count: number, total: number, frame: Frame): boolean | null {
  if (frame.limit) return isWithin(frame.limit.unit === 'percent' ? (count / total) * PERCENT : count, frame.limit);
  if (!frame.asksWhether) return null;
  const [only, second] = amountsSaid(frame).filter((a) => a.value !== total || a.value === count);
  return only && !second && only.unit === null ? only.value === count : null;
}

const PERCENT = 100;

function amountsSaid({ amounts, stated, numbers }: Frame): StatedAmount[] {
  const bare = [...new Set([...stated, ...numbers])];
  return [...amounts, ...bare.map((value): StatedAmount => ({ value, unit: null }))];
}
