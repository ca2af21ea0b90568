import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/assemble.ts';
import type { Turn } from '../../src/answer/assistant.ts';
import { assistant, calls } from './support.ts';

function last(...questions: readonly string[]): Answer {
  let turn: Turn | null = null;
  let answer = assistant.ask('', null).answer;
  for (const question of questions) ({ answer, turn } = assistant.ask(question, turn));
  return answer;
}

describe('where the answer before stands', () => {
  test.each([
    [['項目23の状況は？', '出典は？'], '原文329行目'],
    [['令和元年度の病院の純損益は？', 'どこに載ってますか'], '1.3 公営企業会計 病院事業会計'],
    [['What is the status of item 23?', 'Source?'], '原文329行目'],
  ])('is told when it is asked: %j', (questions, place) => {
    const { text, citations } = last(...questions);
    expect(text).toContain(place);
    expect(text).toContain(citations[0]);
  });
  test('leaves the conversation where it was', () => {
    expect(last('項目23の状況は？', '出典は？', '担当は？').text).toContain('収納課');
  });
  test('is nowhere when nothing was told', () => {
    expect(last('出典は？').kind).toBe('clarify');
  });
});

describe('the others', () => {
  test.each([
    ['Which plan items does 文化企画課 handle?', 'Which of them are done?', "and those that aren't?"],
    ['文化企画課の担当は？', 'そのうち○は？', 'そうじゃないのは？'],
  ])('of those of some status: %s / %s / %s', (...questions) => {
    expect(calls(last(...questions))[0]?.[1]).toMatchObject({
      sections: ['文化企画課'],
      statuses: ['partial', 'not', 'later'],
    });
  });
});
