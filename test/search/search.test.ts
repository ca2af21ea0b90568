import { describe, expect, test } from 'vitest';
import { buildLexicalIndex, type Term } from '../../src/search/lexical.ts';
import type { Passage } from '../../src/search/passages.ts';
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
  test('does not take a compound for its parts, where the report lacks it as a whole', () => {
    const compounds = openSearch(report, relatedWords({ 電子マネー収納: ['電子マネー収納'], 町内会: ['自治会'] }));
    const [missing] = compounds.terms('電子マネー収納');
    expect(missing && compounds.weight(missing)).toBe(0);
    const [known] = compounds.terms('町内会');
    expect(known && compounds.weight(known)).toBeGreaterThan(0);
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
      { typed: 'online bidding', words: [], related: ['電子', '入札'] },
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

function passage(id: number, more: Partial<Passage>): Passage {
  const source = { report: 'test', line: id + 1, cell: null, chapter: '', place: '' };
  return { id, kind: 'text', title: '', heading: '', body: '', item: null, source, ...more };
}

function term(...typed: readonly string[]): Term {
  return { typed: typed.join(' '), words: typed, related: [] };
}

const ids = (hits: readonly { passage: Passage }[]): number[] => hits.map((h) => h.passage.id);

describe('a lexical index', () => {
  const index = buildLexicalIndex([
    passage(0, { title: '図書館', body: '移転する。' }),
    passage(1, { title: '移転', body: '図書館の話。' }),
    passage(2, { title: '入札', body: '電子入札を行う。' }),
  ]);

  test('puts a passage with the word in its title first', () => {
    expect(ids(index.search([term('図書館')], 5))).toEqual([0, 1]);
    expect(ids(index.search([term('移転')], 5))).toEqual([1, 0]);
  });
  test('finds passages with any of the terms and says which each one holds', () => {
    const hits = index.search([term('図書館'), term('入札'), term('宇宙')], 5);
    expect(new Map(hits.map((h) => [h.passage.id, h.terms]))).toEqual(
      new Map([
        [0, [0]],
        [1, [0]],
        [2, [1]],
      ]),
    );
  });
  test('gives no more than asked for, best first', () => {
    const hits = index.search([term('図書館'), term('移転')], 1);
    expect(hits).toHaveLength(1);
    const all = index.search([term('図書館'), term('移転')], 5).map((h) => h.score);
    expect(all).toEqual(all.toSorted((a, b) => b - a));
  });
  test('finds nothing for words that no passage has, and for no words', () => {
    expect(index.search([term('宇宙')], 5)).toEqual([]);
    expect(index.search([], 5)).toEqual([]);
    expect(index.search([term()], 5)).toEqual([]);
  });
  test('counts in how many passages a word stands', () => {
    expect(['図書館', '入札', '宇宙'].map((w) => index.frequency(w))).toEqual([2, 1, 0]);
    expect(index.size).toBe(3);
  });
  test('is not upset by words that objects know', () => {
    for (const word of ['constructor', '__proto__', 'toString']) expect(index.search([term(word)], 5)).toEqual([]);
  });
});

describe('weights of the lexical index', () => {
  test('a related word counts half of a typed one', () => {
    const index = buildLexicalIndex([passage(0, { body: '図書館' }), passage(1, { body: '学校' })]);
    const hits = index.search([{ typed: '図書館', words: ['図書館'], related: ['学校'] }], 5);
    expect(ids(hits)).toEqual([0, 1]);
    expect((hits[1]?.score ?? 0) / (hits[0]?.score ?? 1)).toBeCloseTo(0.5, 6);
    expect(hits.map((h) => h.terms)).toEqual([[0], [0]]);
  });
  test('a word that is typed and related counts as typed', () => {
    const index = buildLexicalIndex([passage(0, { body: '図書館' }), passage(1, { body: '学校' })]);
    const typed = index.search([term('学校')], 5)[0]?.score;
    const both = index.search([{ typed: '学校', words: ['学校'], related: ['学校'] }], 5)[0]?.score;
    expect(both).toBe(typed);
  });
  test('text goes before rows of tables that repeat the same words', () => {
    const index = buildLexicalIndex([
      passage(0, { kind: 'row', title: '普通会計', body: '歳入' }),
      passage(1, { kind: 'caption', title: '普通会計', body: '歳入' }),
      passage(2, { kind: 'item', title: '普通会計', body: '歳入' }),
    ]);
    expect(ids(index.search([term('普通'), term('会計')], 5))).toEqual([2, 1, 0]);
  });
  test('a rare word says more than a common one', () => {
    const common = [0, 1, 2, 3].map((id) => passage(id, { body: '職員 研修' }));
    const index = buildLexicalIndex([...common, passage(4, { body: '職員 図書館' })]);
    expect(ids(index.search([term('研修'), term('図書館')], 5))[0]).toBe(4);
  });
});
