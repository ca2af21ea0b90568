import { isParticle, isWord } from './span-words.ts';
import type { Span } from './spans.ts';
import { AGO, ALONE, LEADING, PERIOD, YEARS } from './wording-duration.ts';

/** A number of years that a question speaks of: one after the other (3年連続), before now (5年前), or as a period (5年間). */
export interface Duration {
  readonly kind: 'in-a-row' | 'ago' | 'period';
  readonly years: number;
  /** The pieces that say it. */
  readonly spans: readonly Span[];
}

/** Pieces between a number of years and the word that they follow on each other. */
const NEAR = 3;

/** The first number of years in a question; null where there is none. */
export function readDuration(spans: readonly Span[]): Duration | null {
  for (const [i, span] of spans.entries()) {
    const number = span.meanings.find((m) => m.type === 'number');
    if (number?.type !== 'number' || span.meanings.some((m) => m.type === 'year')) continue;
    const near = spans.slice(i + 1, i + 1 + NEAR);
    const behind = near.map((s) => s.text).join(' ');
    const counted = near.find((s) => YEARS.test(s.text));
    if (counted && near.some((s) => isWord(s, 'steady')))
      return { kind: 'in-a-row', years: number.value, spans: [span, counted] };
    const unit = near.filter((s) => s.start === near[0]?.start || ALONE.test(s.text));
    if (AGO.test(behind)) return { kind: 'ago', years: number.value, spans: [span, ...unit] };
    const before = spans.slice(0, i).findLast((s) => !isParticle(s));
    const leading = before && LEADING.test(before.text) ? [before] : [];
    if (PERIOD.test(behind))
      return { kind: 'period', years: number.value, spans: [...leading, span, ...unit.slice(0, 1)] };
  }
  return null;
}
