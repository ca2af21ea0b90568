import { describe, expect, test } from 'vitest';
import { openSearch } from '../../src/search/search.ts';
import { REAL_TEXT, read } from '../report/variant.ts';
import { relatedWords } from '../support/scope.ts';

const report = read(REAL_TEXT, 'arao-r2');
const search = openSearch(
  report,
  relatedWords({ はんこ: ['押印'], 'online bidding': ['電子', '入札'], bidding: ['入札'] }),
);
const best = (query: string) => search.find(search.terms(query), 1)[0]?.passage;

describe('search in the real report', () => {
  test.each(report.items.map((item) => [item.kind, item.number, item.title] as const))(
    'finds item %s %i first by its title %s',
    (kind, number, title) => {
      expect(best(title)?.item).toMatchObject({ kind, number });
    },
  );
  test('finds an item by words of its text', () => {
    expect(best('PayPay')?.item).toMatchObject({ kind: 'plan', number: 33 });
    expect(best('おもやいタクシー')?.item).toMatchObject({ kind: 'extra', number: 7 });
    expect(best('３６４１８時間')?.item).toMatchObject({ kind: 'plan', number: 14 });
  });
  test('finds an item by what people say for the words of the report', () => {
    expect(best('はんこの廃止')?.item).toMatchObject({ kind: 'extra', number: 5 });
    expect(best('online bidding')?.item).toMatchObject({ kind: 'extra', number: 8 });
  });
  test('finds a caption, a paragraph and a row', () => {
    expect(best('財政力指数')).toMatchObject({ kind: 'caption', title: '県下14市 財政力指数' });
    expect(best('人事評価制度の導入、公立万田保育園の民間移管')).toMatchObject({ kind: 'text' });
    expect(best('松ヶ浦環境センター')).toMatchObject({ kind: 'row' });
  });
  test('finds nothing for words that the report does not have', () => {
    expect(search.find(search.terms('宇宙ロケット dragons'), 5)).toEqual([]);
    expect(search.find(search.terms(''), 5)).toEqual([]);
  });
  test('has all passages in the order of their numbers', () => {
    expect(search.passages.map((p) => p.id)).toEqual(search.passages.map((_, i) => i));
  });
});

describe('terms of a query', () => {
  test('are its words, and the longest forms of the vocabulary as one term each', () => {
    expect(search.terms('online bidding 2020')).toEqual([
      { typed: 'online bidding', words: ['online', 'bidding'], related: ['電子', '入札'] },
      { typed: '2020', words: ['2020'], related: [] },
    ]);
  });
  test('leave out words to be ignored', () => {
    expect(search.terms('採用試験の状況', new Set(['状況'])).map((t) => t.typed)).not.toContain('状況');
  });
  test('of a compound that the report lacks bring the parts that it has', () => {
    expect(search.terms('受験生')).toEqual([{ typed: '受験生', words: ['受験生'], related: ['受験'] }]);
    expect(best('受験生')?.item).toMatchObject({ kind: 'plan', number: 19 });
  });
  test('weigh more the rarer they are, and nothing when the report lacks them', () => {
    const weight = (query: string) => Math.max(...search.terms(query).map((t) => search.weight(t)));
    expect(weight('宇宙')).toBe(0);
    expect(weight('職員')).toBeGreaterThan(0);
    expect(weight('PayPay')).toBeGreaterThan(weight('職員'));
    expect(weight('はんこ')).toBe(weight('押印'));
  });
});
