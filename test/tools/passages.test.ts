import { describe, expect, test } from 'vitest';
import { type PassagesArgs, searchPassages } from '../../src/tools/passages.ts';
import { compareInText, type TextComparisonArgs } from '../../src/tools/text-comparison.ts';
import { REAL_TEXT, read, SMALL } from '../report/variant.ts';
import { realScope, relatedWords, scopeOf } from '../support/scope.ts';

const scope = realScope();
const search = (query: string, more: Omit<PassagesArgs, 'query'> = {}) => searchPassages.run(scope, { query, ...more });
const first = (query: string, more: Omit<PassagesArgs, 'query'> = {}) => search(query, more).hits[0];
const inItem = (number: number, kind: 'plan' | 'extra' = 'plan') => ({ items: [{ kind, number }] });

describe('passages for a query', () => {
  test('come best first, with item, source, body and score', () => {
    const { hits } = search('債権の滞納整理');
    expect(hits[0]).toMatchObject({
      kind: 'item',
      title: '債権に関する滞納整理の一元化',
      item: { kind: 'plan', number: 23 },
      source: { line: 329 },
    });
    expect(hits[0]?.body).toContain('生活再建型滞納整理');
    expect(hits.map((h) => h.score)).toEqual(hits.map((h) => h.score).sort((a, b) => b - a));
  });
  test('are five when no number is asked for, else no more than that', () => {
    expect(search('職員の研修').hits).toHaveLength(5);
    expect(search('職員の研修', { count: 2 }).hits).toHaveLength(2);
  });
  test('are only of the kind asked for', () => {
    const kinds = (kind: NonNullable<PassagesArgs['kind']>) =>
      new Set(
        search('新型コロナウイルス 市民 学校給食 行政改革大綱', { kind, count: 10 }).hits.map((h) => h.item?.kind),
      );
    expect(kinds('plan')).toEqual(new Set(['plan']));
    expect(kinds('extra')).toEqual(new Set(['extra']));
    expect(kinds('item')).toEqual(new Set(['plan', 'extra']));
    expect(kinds('text')).toEqual(new Set([undefined]));
  });
  test('can be looked for inside items alone, even where no word leads to them', () => {
    const { hits } = search('タクシー', inItem(1));
    expect(hits.map((h) => h.item?.number)).toEqual([1]);
    expect(hits[0]).toMatchObject({ score: 0, coverage: 0, sentences: [] });
    expect(search('タクシー', inItem(99)).hits).toEqual([]);
  });
  test('are none for an empty query', () => {
    expect(search('')).toMatchObject({ hits: [], unknown: [], terms: [] });
  });
});

describe('the sentences of a passage', () => {
  test('are whole sentences of its text that fit, at most three, in reading order', () => {
    const hit = first('採用試験 面接 論文');
    const narrative = hit?.item?.narrative ?? '';
    expect(hit?.item?.number).toBe(19);
    expect(hit?.sentences.length).toBeGreaterThan(0);
    expect(hit?.sentences.length).toBeLessThanOrEqual(3);
    const places = hit?.sentences.map((s) => narrative.indexOf(s)) ?? [];
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
  test('come from the outline where the narrative has none that fits', () => {
    expect(first('ゼネラリスト', inItem(20))?.sentences.join('')).toContain('ゼネラリストとスペシャリスト');
  });
  test('of a caption and a paragraph are their own text', () => {
    expect(first('財政力指数')).toMatchObject({ kind: 'caption', item: null, sentences: ['県下14市 財政力指数'] });
    expect(first('第四次行政改革大綱の策定', { kind: 'text' })?.sentences[0]).toContain('行政改革大綱');
  });
});

describe('the kind of fact wanted', () => {
  test.each([
    ['people', '採用 応募', inItem(19), '101名'],
    ['money', '給食センター', inItem(2, 'extra'), '2億1,500万円'],
    ['percent', '押印', inItem(5, 'extra'), '88.8%'],
    ['date', 'コンビニ 収納', inItem(33), '令和3年4月'],
    ['amount', '施設 包括管理', inItem(28), '45施設'],
    ['days', '休暇', inItem(14), '9.08日'],
    ['hours', '超過勤務', inItem(14), '36,418時間'],
    ['reason', '管理職 研修', inItem(16), '新型コロナウイルスの影響により'],
  ] as const)('%s brings a sentence that states it', (want, query, where, stated) => {
    expect(first(query, { ...where, want, count: 1 })?.sentences.join('\n')).toContain(stated);
  });
  test('goes before sentences that hold more words of the query', () => {
    const said = (want: PassagesArgs['want']) => first('手続き 窓口 市民', { ...inItem(34), want })?.sentences.join('');
    expect(said(null)).not.toContain('12月から導入');
    expect(said('date')).toContain('12月から導入');
  });
  test('period brings paragraphs that state one, the plan’s own first', () => {
    const { hits } = search('推進期間', { want: 'period' });
    expect(hits[0]?.sentences.join('')).toContain('令和元年度から令和 5 年度までの 5 年間');
    expect(hits.every((h) => h.kind === 'text')).toBe(true);
  });
});

describe('how much of a query is covered', () => {
  test('is all of it where a passage holds every word', () => {
    expect(search('債権の滞納整理').unknown).toEqual([]);
    expect(first('債権の滞納整理')?.coverage).toBe(1);
  });
  test('falls with words that the report does not know, and those are named', () => {
    const { hits, unknown } = search('宇宙 採用試験');
    expect(unknown).toEqual(['宇宙']);
    expect(hits[0]?.item?.number).toBe(19);
    expect(hits[0]?.coverage).toBeCloseTo(2 / 3, 6);
  });
  test('falls with known words that stand elsewhere', () => {
    const coverage = first('採用試験 ふるさと納税', inItem(19))?.coverage ?? 0;
    expect(coverage).toBeGreaterThan(0);
    expect(coverage).toBeLessThan(1);
  });
  test('of unknown words alone is nothing found', () => {
    expect(search('宇宙 dragon')).toMatchObject({ hits: [], unknown: ['宇宙', 'dragon'] });
  });
  test('counts a word for which the vocabulary has one of the report', () => {
    const own = scopeOf(REAL_TEXT, [], relatedWords({ 判子: ['押印'] }));
    const { hits, unknown } = searchPassages.run(own, { query: '判子' });
    expect(unknown).toEqual([]);
    expect(hits[0]).toMatchObject({ item: { kind: 'extra', number: 5 }, coverage: 1 });
    expect(search('判子').unknown).toEqual(['判子']);
  });
});

test('every passage found is of the report that is open', () => {
  const report = read(REAL_TEXT, 'arao-r2');
  for (const { source, body, item } of search('市民 職員 令和').hits) {
    expect(source.report).toBe(report.id);
    expect(item === null || report.items.some((i) => i.title === item.title)).toBe(true);
    expect(body).not.toBe('');
  }
});

type Operation = TextComparisonArgs['operation'];
const compare = (number: number, query: string, operation: Operation = 'difference') =>
  compareInText.run(realScope(), { item: { kind: 'plan', number }, query, operation });

describe('two quantities that the text of an item compares', () => {
  test('give difference, ratio and growth, with formula and the sentence', () => {
    expect(compare(14, '超過勤務時間')).toMatchObject({
      kind: 'text-comparison',
      operation: 'difference',
      item: { number: 14 },
      sentence: '・R2超過勤務時間 36,418時間（R1 29,671時間）',
      comparison: {
        now: { value: 36418, unit: '時間', print: '36,418' },
        before: { value: 29671, unit: '時間', print: '29,671' },
      },
      value: 6747,
      decimals: 0,
      formula: '36,418 − 29,671',
    });
    const ratio = compare(14, '超過勤務時間', 'ratio');
    expect(ratio).toMatchObject({ decimals: 2, formula: '36,418 ÷ 29,671' });
    expect('value' in ratio && ratio.value).toBeCloseTo(1.23, 2);
    const growth = compare(14, '超過勤務時間', 'growth');
    expect(growth).toMatchObject({ decimals: 1, formula: '(36,418 − 29,671) ÷ 29,671 × 100' });
    expect('value' in growth && growth.value).toBeCloseTo(22.7, 1);
  });
  test('are chosen by the words of the query where the text has several', () => {
    expect(compare(14, '夏季休暇')).toMatchObject({ comparison: { now: { print: '4.3' }, before: { print: '3.7' } } });
    expect(compare(14, '年次休暇')).toMatchObject({ comparison: { now: { print: '9.08' } }, decimals: 2 });
  });
  test('are read in the order in which the sentence says them', () => {
    expect(compare(19, '応募')).toMatchObject({
      value: 36,
      comparison: { now: { print: '101' }, before: { print: '65' } },
    });
  });
});

describe('no comparison', () => {
  test('in an item whose text has none, or an item that is not there', () => {
    expect(compare(1, '講座').kind).toBe('no-text-comparison');
    expect(compare(99, '講座').kind).toBe('no-text-comparison');
  });
  test('with a quantity of zero before, or of another unit', () => {
    const narrative = (text: string) =>
      compareInText.run(scopeOf(SMALL.replace('花壇を五か所に設けた。', text)), {
        item: { kind: 'plan', number: 1 },
        query: '花壇',
        operation: 'growth',
      }).kind;
    expect(narrative('花壇は12か所（前年度8か所）である。')).toBe('text-comparison');
    expect(narrative('花壇は12か所（前年度0か所）である。')).toBe('no-text-comparison');
    expect(narrative('花壇は12か所（前年度8人）である。')).toBe('no-text-comparison');
  });
});
