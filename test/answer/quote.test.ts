import { expect, test } from 'vitest';
import { quoteOf } from '../../src/answer/quote.ts';
import { ask, scope } from './support.ts';

const [passage] = scope.search.passages.filter((p) => p.kind === 'text');
const hit = (sentences: readonly string[], body: string) => {
  if (!passage) throw new Error('no passage');
  const { title, kind, source } = passage;
  return { title, kind, source, item: null, sentences, body, score: 1, coverage: 1 };
};

test('a quotation shows where it leaves sentences out', () => {
  const body = '一つ目です。二つ目です。三つ目です。';
  expect(quoteOf(hit(['一つ目です。', '三つ目です。'], body)).join('')).toBe('一つ目です。…三つ目です。');
  expect(quoteOf(hit(['一つ目です。', '二つ目です。'], body)).join('')).toBe('一つ目です。二つ目です。');
});

test.each([
  ['平成30年度のふるさと納税の寄附額は？', /^平成30年度の数値は、報告書に記載が見当たりません/u],
  ['R1の自治会加入率は？', /^整理番号3/u],
])('a figure of the text is of its own year: %s', (question, start) => {
  expect(ask(question).text).toMatch(start);
});
