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
}

export interface LimitRead {
  readonly limit: StatedLimit;
  /** The span of its number: it stands for nothing else. */
  readonly span: Span;
}

const BOUNDS: readonly (readonly [WordKey, Pick<Limit, 'side' | 'inclusive'>])[] = [
  ['orMore', { side: 'above', inclusive: true }],
  ['orLess', { side: 'below', inclusive: true }],
  ['over', { side: 'above', inclusive: false }],
  ['under', { side: 'below', inclusive: false }],
  ['above', { side: 'above', inclusive: false }],
  ['below', { side: 'below', inclusive: false }],
];
/** Words that may name the unit of a bare number; any other noun makes it a number of something else (65 years old). */
const UNIT_WORDS: readonly WordKey[] = ['hours', 'percent', 'counter', 'item', 'section', 'account', 'days'];
/** Spans between a number and its bound: unit and particle. */
const REACH = 3;

/** The bound that a question sets to a figure: a number with a word of comparison beside it. Null when it sets none. */
export function readLimit(spans: readonly Span[]): LimitRead | null {
  for (const [i, span] of spans.entries()) {
    const amount = amountOf(span);
    if (!amount) continue;
    const bound = boundBehind(spans, i) ?? boundBefore(spans, i);
    if (bound) return { limit: { ...amount, ...bound }, span };
  }
  return null;
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

function amountOf(span: Span): StatedAmount | null {
  for (const meaning of span.meanings) {
    if (meaning.type === 'amount') return { value: meaning.value, unit: meaning.unit };
    if (meaning.type === 'number' && !meaning.ordinal) return { value: meaning.value, unit: null };
  }
  return null;
}

function boundOf(span: Span | undefined): Pick<Limit, 'side' | 'inclusive'> | null {
  return BOUNDS.find(([word]) => span?.meanings.some((m) => m.type === 'word' && m.word === word))?.[1] ?? null;
}

function boundBehind(spans: readonly Span[], at: number): Pick<Limit, 'side' | 'inclusive'> | null {
  for (let i = at + 1; i <= at + REACH; i++) {
    const bound = boundOf(spans[i]);
    if (bound) return bound;
    const span = spans[i];
    if (!span || !isBetween(span)) return null;
  }
  return null;
}

function boundBefore(spans: readonly Span[], at: number): Pick<Limit, 'side' | 'inclusive'> | null {
  for (let i = at - 1; i >= at - REACH; i--) {
    const bound = boundOf(spans[i]);
    if (bound) return bound;
    if (!spans[i]?.meanings.every((m) => m.type === 'stop')) return null;
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
