import { describe, expect, it } from 'vitest';
import { judge, normalise } from './judge.ts';
import { pythonPattern } from './python-pattern.ts';
import type { Question } from './question-file.ts';

function aQuestion(more: Partial<Question> = {}): Question {
  return { id: 'q', class: 'value', lang: 'ja', q: '？', must: [], must_not: [], cite: [], kind: 'value', ...more };
}

describe('normalising', () => {
  it.each([
    ['９，５５２ 百万円', '9552百万円'],
    ['**△110** `百万円`', '△110百万円'],
    ['R1 29,671', 'R1 29671'],
    ['項目 3, 5 と 12', '項目3,5と12'],
    ['1, 2,345', '1,2345'],
    ['終わり 。\u200b\n次', '終わり。次'],
  ])('%j becomes %j', (text, plain) => {
    expect(normalise(text)).toBe(plain);
  });
});

describe('patterns', () => {
  it('have the classes of Python', () => {
    expect(pythonPattern('\\bR1\\b').test('R1は')).toBe(false);
    expect(pythonPattern('\\bR1\\b').test('(R1)')).toBe(true);
    expect(pythonPattern('^\\w+$').test('総務課')).toBe(true);
    expect(pythonPattern('a\\sb').test('a\ufeffb')).toBe(false);
    expect(pythonPattern('[○⭕\\-]', 'iu').test('-')).toBe(true);
  });

  it('are refused when they hold what has no counterpart', () => {
    expect(() => pythonPattern('(a)\\1')).toThrow('not supported');
  });
});

describe('an answer', () => {
  it('passes when each group has a match, nothing forbidden stands in it and the place is cited', () => {
    const question = aQuestion({ must: [['9552', '95\\.5億'], ['百万円']], must_not: ['9553'], cite: ['整理番号23'] });
    expect(judge(question, { answer: '9,552 百万円です', citations: ['報告書 整理番号 23'] })).toEqual([]);
    expect(judge(question, { answer: '9,553百万円', citations: [] })).toEqual([
      'missing group: 9552 || 95\\.5億',
      "forbidden: 9553 -> '9553'",
      "citation: want 整理番号23, got ''",
    ]);
  });

  it('fails when there is none, or too much of it', () => {
    expect(judge(aQuestion(), null)).toEqual(['no answer line']);
    expect(judge(aQuestion(), { answer: ' ，\n', citations: [] })).toEqual(['empty answer']);
    const dump = { answer: 'あ'.repeat(1501), citations: ['a', 'b', 'c', 'd', 'e'] };
    expect(judge(aQuestion(), dump)).toEqual([
      'too long: 1501 characters (a dump of the report would match anything)',
      '5 citations: at most 4',
    ]);
  });

  it('may list numbers as a range, where a list is asked', () => {
    const must = [['(?<![0-9])17(?![0-9])']];
    const ranged = { answer: '項目16～18です', citations: [] };
    expect(judge(aQuestion({ must, kind: 'list' }), ranged)).toEqual([]);
    expect(judge(aQuestion({ must }), ranged)).toHaveLength(1);
  });

  it('names the item that it cites, where an item is sought', () => {
    const question = aQuestion({ class: 'retrieval_ja', cite: ['項目7(?![0-9])'] });
    expect(judge(question, { answer: '実施済です', citations: ['項目7'] })).toEqual([
      'the answer does not name the item it cites',
    ]);
    expect(judge(question, { answer: '項目7は実施済です', citations: ['項目7'] })).toEqual([]);
  });
});
