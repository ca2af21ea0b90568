import { expect, test } from 'vitest';
import { quoteOf } from '../../src/answer/quote.ts';
import { scope } from './support.ts';

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
