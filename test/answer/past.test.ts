import { describe, expect, test } from 'vitest';
import type { Turn } from '../../src/answer/assistant.ts';
import { readStoredTurn, storedFrame } from '../../src/answer/stored-turn.ts';
import { assistant } from './support.ts';

/** The answer to the last of these, each asked after the one before it as it is kept between questions. */
function last(...questions: readonly string[]): string {
  let turn: Turn | null = null;
  let text = '';
  for (const question of questions) {
    const reply = assistant.ask(question, turn);
    text = reply.answer.text;
    turn = readStoredTurn(JSON.parse(JSON.stringify(storedFrame(reply.turn))), reply.turn.report);
  }
  return text;
}

describe('what a conversation was about before', () => {
  const elsewhere = ['H30の国保の実質収支は？', '項目3の担当課は？', '総務課の残業時間は？'];

  test('is gone back to by its name', () => {
    expect(last(...elsewhere, 'さっきの国保、H29だと？')).toContain('国民健康保険特別会計の実質収支は299百万円');
    expect(last(...elsewhere, '先ほどの項目3、状況は？')).toContain('整理番号3');
  });

  test('is gone back to without a name: the one before the last', () => {
    expect(last('病院の純損益は？', '項目3の担当課は？', 'さっきのH30は？')).toContain(
      '病院事業会計の純損益は143百万円',
    );
  });

  test('is not kept for ever', () => {
    const topics = [
      '項目3の担当課は？',
      '項目4の担当課は？',
      '項目5の担当課は？',
      '項目6の担当課は？',
      '項目7の担当課は？',
    ];
    expect(last('H30の国保の実質収支は？', ...topics, 'さっきの国保、H29だと？')).toContain('歳入は8,952百万円');
  });
});
