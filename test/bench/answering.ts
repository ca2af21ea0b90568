import type { Assistant, Turn } from '../../src/answer/assistant.ts';
import { quantile } from './figures.ts';

/** What is asked: a question after the earlier ones of its thread, of one report. */
export interface Asked {
  readonly q: string;
  readonly thread?: readonly string[] | undefined;
  /** The newest report when there is none. */
  readonly report?: string;
}

/** Times of the answers in milliseconds, one a question and round; the warm-up rounds are not counted. */
export function answerTimes(
  assistant: Assistant,
  questions: readonly Asked[],
  warmUp: number,
  rounds: number,
): number[] {
  const times: number[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const { q, thread = [], report } of questions) {
      let turn: Turn | null = report === undefined ? null : { frame: null, report };
      for (const earlier of thread) turn = assistant.ask(earlier, turn).turn;
      const start = performance.now();
      assistant.ask(q, turn);
      if (round >= warmUp) times.push(performance.now() - start);
    }
  }
  return times;
}

export function p50(times: readonly number[]): number {
  return quantile(times, 0.5);
}

export function p99(times: readonly number[]): number {
  return quantile(times, 0.99);
}
