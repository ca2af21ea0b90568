import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readStoredTurn, storedFrame } from '../../src/answer/stored-turn.ts';
import { assistant } from './support.ts';

const folder = new URL('../eval/', import.meta.url);
const line = z.object({ q: z.string() });
const questions = readdirSync(fileURLToPath(folder))
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
  .map((text) => line.parse(JSON.parse(text)).q);

describe('a kept turn', () => {
  it('comes back from JSON as it was, whatever was asked', () => {
    expect(questions.length).toBeGreaterThan(500);
    for (const question of questions.filter((_, i) => i % 3 === 0)) {
      const { turn } = assistant.ask(question, null);
      const kept: unknown = JSON.parse(JSON.stringify(storedFrame(turn)));
      expect(readStoredTurn(kept, turn.report), question).toEqual(turn);
    }
  });

  it('that cannot be read leaves the conversation without one', () => {
    for (const damaged of [
      undefined,
      3,
      {},
      { language: 'fr' },
      { ...Object(storedFrame(first())), words: ['nonsense'] },
    ])
      expect(readStoredTurn(damaged, 'r')).toEqual({ frame: null, report: 'r' });
  });
});

function first() {
  return assistant.ask(questions[0] ?? '', null).turn;
}
