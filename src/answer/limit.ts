import { type AmountUnit, yenOf } from '../report/prose-notation.ts';
import type { Limit } from '../tools/limit.ts';
import type { WordKey } from './lexicon.ts';
import type { Span } from './spans.ts';

/** A figure that a question states, as far as its unit is said. */
export interface StatedAmount {
  readonly value: number;
  /** null: a bare number, in the unit of whatever it is set against. */
  readonly unit: AmountUnit | null;
}

/** A bound that a question sets: more than 200 hours, below 50 %. */
export interface StatedLimit extends StatedAmount {
  readonly side: Limit['side'];
  readonly inclusive: boolean;
  /** The other end, in the same unit: 10%台, 20 to 30 hours. */
  readonly until: { readonly value: number; readonly inclusive: boolean } | null;
}

export interface LimitRead {
  readonly limit: StatedLimit;
  /** The spans of its numbers: they stand for nothing else. */
  readonly spans: readonly Span[];
}

type Bound = Pick<Limit, 'side' | 'inclusive'>;

const BOUNDS: readonly (readonly [WordKey, Bound])[] = [
  ['orMore', { side: 'above', inclusive: true }],
  ['orLess', { side: 'below', inclusive: true }],
  ['over', { side: 'above', inclusive: false }],
  ['under', { side: 'below', inclusive: false }],
  ['above', { side: 'above', inclusive: false }],
  ['below', { side: 'below', inclusive: false }],
];
/** Words that may name the unit of a bare number; any other noun makes it a number of something else (65 years old). */
const UNIT_WORDS: readonly WordKey[] = ['hours', 'percent', 'counter', 'item', 'section', 'account', 'days'];
const ARTICLE = /^the$/iu;
/** Spans between a number and its bound: unit and particle. */
const REACH = 3;

/**
 * The bound that a question sets to a figure: a number with a word of comparison beside it, two of them, or the range that
 * a number stands for (10%台). Null when it sets none.
 */
export function readLimit(spans: readonly Span[]): LimitRead | null {
  const found = spans.flatMap((span, i): { amount: StatedAmount; bound: Bound; span: Span }[] => {
    const amount = amountOf(span);
    const bound = amount && (boundBehind(spans, i) ?? boundBefore(spans, i));
    return amount && bound ? [{ amount, bound, span }] : [];
  });
  const [first] = found;
  if (!first) return rangeOf(spans);
  const last = found.find(({ amount, bound }) => bound.side === 'below' && amount.value > first.amount.value);
  if (first.bound.side === 'below' || !last)
    return { limit: { ...first.amount, ...first.bound, until: null }, spans: [first.span] };
  const until = { value: last.amount.value, inclusive: last.bound.inclusive };
  // 20以上30時間未満: the unit stands behind the last number.
  const unit = first.amount.unit ?? last.amount.unit;
  return { limit: { value: first.amount.value, unit, ...first.bound, until }, spans: [first.span, last.span] };
}

/** A decade (10%台: from 10 to below 20), or from one amount to another. */
function rangeOf(spans: readonly Span[]): LimitRead | null {
  for (const [i, span] of spans.entries()) {
    const amount = amountOf(span);
    if (!amount) continue;
    const [next, behind] = [spans[i + 1], spans[i + 2]];
    if (wordsOf(next).includes('decade') || (next && isBetween(next) && wordsOf(behind).includes('decade'))) {
      const until = { value: amount.value + step(amount.value), inclusive: false };
      return { limit: { ...amount, side: 'above', inclusive: true, until }, spans: [span] };
    }
    const other = behind && amountOf(behind);
    const isRange = wordsOf(next).some((word) => word === 'through' || word === 'and');
    // Bare numbers are those of items.
    if (other?.unit && behind && isRange && other.value > amount.value) {
      const until = { value: other.value, inclusive: true };
      return {
        limit: { value: amount.value, unit: other.unit, side: 'above', inclusive: true, until },
        spans: [span, behind],
      };
    }
  }
  return null;
}

/** What the last digit that is not zero is worth: 10 of 120. */
function step(value: number): number {
  return 10 ** (/0*$/.exec(String(Math.trunc(value)))?.[0].length ?? 0);
}

function wordsOf(span: Span | undefined): readonly WordKey[] {
  return span?.meanings.flatMap((m) => (m.type === 'word' ? [m.word] : [])) ?? [];
}

/** The amounts with a unit that a question states. */
export function amountsIn(spans: readonly Span[]): StatedAmount[] {
  return spans.flatMap((span) => (span.meanings.some((m) => m.type === 'amount') ? (amountOf(span) ?? []) : []));
}

/** An amount in the unit of a figure; null where the two cannot be set against each other. */
export function inUnit({ value, unit }: StatedAmount, figureUnit: string | null): number | null {
  const yen = figureUnit === null ? null : yenOf(figureUnit);
  if (unit === 'money') return yen === null ? null : value / yen;
  if (unit === 'percent') return figureUnit === '%' ? value : null;
  return value;
}

/** The bound in the unit of a figure; null where the two cannot be set against each other. */
export function limitIn({ unit, value, until, side, inclusive }: StatedLimit, figureUnit: string | null): Limit | null {
  const bound = inUnit({ value, unit }, figureUnit);
  if (bound === null) return null;
  const end = until && inUnit({ value: until.value, unit }, figureUnit);
  return { side, value: bound, inclusive, ...(until && end !== null ? { until: { ...until, value: end } } : {}) };
}

function amountOf(span: Span): StatedAmount | null {
  for (const meaning of span.meanings) {
    if (meaning.type === 'amount') return { value: meaning.value, unit: meaning.unit };
    if (meaning.type === 'number' && !meaning.ordinal) return { value: meaning.value, unit: null };
  }
  return null;
}

function boundOf(span: Span | undefined): Bound | null {
  return BOUNDS.find(([word]) => span?.meanings.some((m) => m.type === 'word' && m.word === word))?.[1] ?? null;
}

function boundBehind(spans: readonly Span[], at: number): Bound | null {
  for (let i = at + 1; i <= at + REACH; i++) {
    const bound = boundOf(spans[i]);
    if (bound) return bound;
    const span = spans[i];
    if (!span || !isBetween(span)) return null;
  }
  return null;
}

function boundBefore(spans: readonly Span[], at: number): Bound | null {
  for (let i = at - 1; i >= at - REACH; i--) {
    const bound = boundOf(spans[i]);
    if (bound) return bound;
    // "Over the three accounts": a number with an article counts things that are known.
    if (!spans[i]?.meanings.every((m) => m.type === 'stop') || ARTICLE.test(spans[i]?.text ?? '')) return null;
  }
  return null;
}

/** A unit, a function word or a particle in kana. */
function isBetween({ text, meanings }: Span): boolean {
  return meanings.some(
    (m) =>
      m.type === 'stop' ||
      m.type === 'measure' ||
      (m.type === 'word' && UNIT_WORDS.includes(m.word)) ||
      (m.type === 'rest' && /^[\u3041-\u309f]{1,2}$/u.test(text)),
  );
}
