import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runFeedback } from '../src/feedback-command.ts';
import { openState } from '../src/state/database.ts';
import { anOutput } from './support/faces.ts';

const folder = mkdtempSync(join(tmpdir(), 'gyokaku-feedback-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the list of feedback', () => {
  it('says that nothing is kept yet where the bot never ran', async () => {
    await expect(runFeedback(folder, anOutput())).rejects.toMatchObject({ code: 'STATE_MISSING' });
  });

  it('shows what was bad or not answered, newest first, while the bot is running', async () => {
    let minute = 0;
    const now = () => new Date(Date.UTC(2021, 5, 7, 9, minute++));
    let id = 0;
    const state = await openState(folder, {
      now,
      newId: () => `id${++id}`,
      mask: (text) => text.replace(/\d{4,}/, '***'),
    });
    const empty = anOutput();
    await runFeedback(folder, empty);
    expect(empty.written()).toContain('Nothing was rated bad');
    await state.turns.save({
      id: 't',
      conversation: 'c',
      user: 'U1',
      question: '電話は\n0968631111',
      frame: null,
      report: 'r',
      answer: {},
    });
    await state.feedback.rate({ turn: 't', user: 'U1', rating: 'bad', reason: 'wrong: 違う' });
    await state.feedback.rate({ turn: 't', user: 'U2', rating: 'good', reason: null });
    await state.feedback.unanswered({ asked: 'q', question: '市長の給料は？', kind: 'abstain' });
    const output = anOutput();
    expect(await runFeedback(folder, output)).toBe(0);
    const lines = output
      .written()
      .trim()
      .split('\n')
      .map((line) => line.split('\t').slice(1));
    expect(lines).toEqual([
      ['abstain', '市長の給料は？', ''],
      ['bad', '電話は ***', 'wrong: 違う'],
    ]);
    await state.close();
  });
});
