import { describe, expect, test } from 'vitest';
import { buildLexicalIndex, type Term } from '../../src/search/lexical.ts';
import type { Passage } from '../../src/search/passages.ts';

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
