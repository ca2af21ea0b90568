import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/answer/assistant.ts';
import { openAssistant } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { assistant } from './support.ts';

const firstLine = (...questions: readonly string[]): string => {
  let turn: Turn | null = null;
  let text = '';
  for (const question of questions) {
    const reply = assistant.ask(question, turn);
    turn = reply.turn;
    [text = ''] = reply.answer.text.split('\n');
  }
  return text;
};

describe('a digest is asked for', () => {
  it.each([
    ['ダイジェストをください', '【ダイジェスト】計画全体'],
    ['全体のダイジェストを見せて', '【ダイジェスト】計画全体'],
    ['財務のダイジェストをください', '【ダイジェスト】財務マネジメント'],
    ['人材マネジメントのダイジェスト', '【ダイジェスト】人材マネジメント'],
    ['総務課のダイジェストをお願いします', '【ダイジェスト】総務課'],
    ['令和2年度の報告書のダイジェストは？', '【ダイジェスト】計画全体'],
    ['総務課と財政課のダイジェスト', '【ダイジェスト】総務課・財政課'],
    ['digest', '[Digest] the whole plan'],
    ['Please give me a digest of the whole plan', '[Digest] the whole plan'],
    ['digest for financial management', '[Digest] Financial Management'],
    ['Digest for the General Affairs Section please', '[Digest] General Affairs Section'],
  ])('%s', (question, title) => {
    expect(firstLine(question)).toBe(title);
  });

  it('and another one after it by its name alone', () => {
    expect(firstLine('財務のダイジェストをください', '政策は？')).toBe('【ダイジェスト】政策マネジメント');
    expect(firstLine('項目23の状況は？', 'ダイジェストをください')).toBe('【ダイジェスト】計画全体');
  });

  it('without a composer gets the counts', async () => {
    const plain = await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS);
    const { answer } = plain.ask('ダイジェストをください', null);
    expect([answer.kind, answer.called.map(({ call }) => call.name)]).toEqual(['answer', ['progress']]);
    expect(answer.text).toContain('21項目');
  });
});
