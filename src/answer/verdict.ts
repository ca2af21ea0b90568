import type { PlanItem, Status } from '../report/model.ts';
import type { Calculation } from '../tools/calculate.ts';
import type { FigureHit } from '../tools/figure-index.ts';
import { isWithin } from '../tools/limit.ts';
import { WHOLE } from '../tools/progress-figures.ts';
import { stepBetween } from '../tools/steps.ts';
import type { TextComparison } from '../tools/text-comparison.ts';
import { type Frame, speaksOf } from './frame.ts';
import { inUnit, limitIn, type StatedAmount } from './limit.ts';
import type { ComposeContext } from './part.ts';

/** Yes or no before the figure, where the question states something that the figure settles; otherwise nothing. */
export function verdictSentence(truth: boolean | null, { words, frame }: ComposeContext): string[] {
  // What the question says beside the figure may be wrong, and a yes would be one to that too.
  return truth === null || frame.topic.length > 0 ? [] : [truth ? words.affirms() : words.denies()];
}

/** Whether a figure is what the question says: within its bound, as large as stated, below or above zero. */
export function settles(figure: Pick<FigureHit, 'value' | 'unit' | 'contradicts'>, frame: Frame): boolean | null {
  const { value, unit, contradicts } = figure;
  // A printed value that its own row denies settles nothing.
  if (value === null || (contradicts ?? value) * value < 0) return null;
  const { limit, words, asksWhether } = frame;
  if (limit) {
    const bound = limitIn(limit, unit);
    return bound && isWithin(value, bound);
  }
  if (!asksWhether) return null;
  const said = amountsSaid(frame).flatMap((amount) => inUnit(amount, unit) ?? []);
  const [only, second] = said;
  const sign = words.has('negative') ? -1 : words.has('positive') ? 1 : null;
  if (only === undefined) return sign === null ? null : value * sign > 0;
  if (second !== undefined || (sign === null && value < 0)) return null;
  return value === only * (sign ?? 1);
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
export function settlesPlace(
  rank: number,
  { positions: [place], words, asksWhether, duration }: Frame,
): boolean | null {
  if (place !== undefined) return rank === place;
  // "Three years in a row" is not settled by one of them.
  if (duration) return null;
  const isSuperlative = words.has('highest') || words.has('lowest') || words.has('best') || words.has('worst');
  return asksWhether && isSuperlative ? rank === 1 : null;
}

/** Whether of two figures the one is the larger that the question says. */
export function settlesOrder(figures: readonly FigureHit[], frame: Frame): boolean | null {
  const { claim, asksWhether } = frame;
  if (!asksWhether) return null;
  if (!claim) return settlesAgainstWhole(figures, frame);
  const figureOf = (names: readonly string[]): FigureHit | undefined =>
    figures.find(({ subject, measure }) => names.includes(subject) || names.includes(measure));
  const [larger, smaller] = [figureOf(claim.larger), figureOf(claim.smaller)];
  if (!larger || !smaller || larger.year !== smaller.year || larger.unit !== smaller.unit) return null;
  return larger.value === null || smaller.value === null ? null : larger.value > smaller.value;
}

/** Whether the one that is set against the whole plan is on the side of it that the question says. */
function settlesAgainstWhole(figures: readonly FigureHit[], frame: Frame): boolean | null {
  const whole = figures.find(({ subject }) => subject === WHOLE);
  const [own, another] = figures.filter((figure) => figure !== whole);
  const isAbove = speaksOf(frame, 'above', 'highest');
  if (!own || another || isAbove === speaksOf(frame, 'below', 'lowest')) return null;
  if (!whole || whole.value === null || own.value === null || whole.year !== own.year) return null;
  return isAbove ? own.value > whole.value : own.value < whole.value;
}

/** Whether a figure lies on the side of its printed average that the question says. */
export function settlesSide({ value }: FigureHit, average: FigureHit | null, frame: Frame): boolean | null {
  const { words, asksWhether } = frame;
  if (!asksWhether || value === null || average === null || average.value === null) return null;
  if (words.has('above') === words.has('below')) return null;
  return words.has('above') ? value > average.value : value < average.value;
}

/** Whether the one year that the question names is the one with the highest or lowest figure. */
export function settlesExtreme({ operation, chosen }: Calculation, { years, asksWhether }: Frame): boolean | null {
  const [year, another] = years;
  if (!asksWhether || year === undefined || another !== undefined) return null;
  return operation === 'highest' || operation === 'lowest' ? chosen.some((figure) => figure.year === year) : null;
}

type Move = Pick<Calculation, 'operation' | 'value' | 'unit'> | Pick<TextComparison, 'operation' | 'value'>;

/** Whether a figure moved the way the question says. */
export function settlesMove(move: Move, frame: Frame): boolean | null {
  const { operation, value } = move;
  const { words, asksWhether } = frame;
  const unit = 'unit' in move ? move.unit : null;
  const moves = operation === 'difference' || operation === 'growth';
  if (!moves || !asksWhether || words.has('increase') === words.has('decrease')) return null;
  const isSo = words.has('increase') ? value > 0 : value < 0;
  const said = amountsSaid(frame);
  if (said.length === 0) return isSo;
  const [only, second] = said.flatMap((amount) => inUnit(amount, unit) ?? []);
  return only === undefined || second !== undefined ? null : isSo && Math.abs(value) === only;
}

/** Whether all of a number of items have the one status that the question says of all. */
export function settlesAll(statuses: readonly (Status | null)[], { ofAll, statuses: said }: Frame): boolean | null {
  const [only, second] = new Set(said.flat());
  if (ofAll !== 'status' || only === undefined || second !== undefined || statuses.length === 0) return null;
  return statuses.every((status) => status === only);
}

/** Whether all of a number of items are those of the one section that the question says of all. */
export function settlesOwner(items: readonly Pick<PlanItem, 'owners'>[], { sections }: Frame): boolean | null {
  const [only, second] = sections;
  if (only === undefined || second !== undefined || items.length === 0) return null;
  return items.every(({ owners }) => owners?.includes(only) ?? false);
}

/** Whether a number of items, or their printed `share` in percent, is the one stated; a total stated beside settles nothing. */
export function settlesCount(count: number, total: number, frame: Frame, share: number | null = null): boolean | null {
  const inPercent = share ?? (count / total) * PERCENT;
  if (frame.limit) return isWithin(frame.limit.unit === 'percent' ? inPercent : count, frame.limit);
  if (!frame.asksWhether) return null;
  if (frame.ofAll === 'status' && amountsSaid(frame).length === 0) return count === total;
  const [only, second] = amountsSaid(frame).filter((a) => a.value !== total || a.value === count);
  if (!only || second) return null;
  if (only.unit === 'percent') return share === null ? null : only.value === share;
  return only.unit === null ? only.value === count : null;
}

const PERCENT = 100;

function amountsSaid({ amounts, stated, numbers }: Frame): StatedAmount[] {
  const bare = [...new Set([...stated, ...numbers])];
  return [...amounts, ...bare.map((value): StatedAmount => ({ value, unit: null }))];
}
