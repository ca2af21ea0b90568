import { describe, expect, test } from 'vitest';
import { passagesOf } from '../../src/search/passages.ts';
import { PARTS, REAL_TEXT, read, report, SMALL } from '../report/variant.ts';

const real = read(REAL_TEXT, 'arao-r2');
const passages = passagesOf(real);
const ofKind = (kind: string) => passages.filter((p) => p.kind === kind);

describe('passages of the real report', () => {
  test('have one for each item, of the plan and beside it', () => {
    expect(ofKind('item').map((p) => p.item)).toEqual(real.items);
    const item23 = passages.find((p) => p.item?.kind === 'plan' && p.item.number === 23);
    expect(item23).toMatchObject({ title: '債権に関する滞納整理の一元化', source: { line: 329 } });
    expect(item23?.heading).toContain('財務マネジメント');
  });
  test('of an item hold its outline, its narrative and the sections in charge', () => {
    const body = passages.find((p) => p.item?.kind === 'plan' && p.item.number === 10)?.body ?? '';
    expect(body).toContain('組織機構や人員体制を見直す。');
    expect(body).toContain('8月に全部署を対象に人事ヒアリング');
    expect(body).toContain('総務課 文化企画課');
  });
  test('have one for each row of a figure table, with measures and prints', () => {
    const row = ofKind('row').find((p) => p.title === '普通会計 平成30年度');
    expect(row).toMatchObject({ heading: '1.1 普通会計', item: null, source: { line: 42 } });
    expect(row?.body).toContain('実質単年度収支 △110');
  });
  test('have every figure in exactly one row', () => {
    const rows = new Set(real.tables.flatMap((t) => t.observations.map((o) => `${t.id} ${o.subject} ${o.year}`)));
    expect(ofKind('row')).toHaveLength(rows.size);
  });
  test('have captions of pictures without values', () => {
    expect(ofKind('caption').map((p) => p.title)).toContain('県下14市 財政力指数');
  });
  test('keep the lines of one list together', () => {
    const lists = ofKind('text').filter((p) => p.body.includes('財政基盤の強化'));
    expect(lists.map((p) => p.body)).toEqual([expect.stringContaining('公共施設等の適正管理')]);
    expect(lists[0]?.title).toContain('財務マネジメント');
  });
  test('have neither headings nor legends', () => {
    const texts = passages.map((p) => p.body);
    expect(texts).not.toContain('1. 荒尾市会計別決算等の状況');
    expect(texts.some((text) => text.startsWith('「○」:実施済'))).toBe(false);
  });
  test('are numbered in order and stand in a line of the report', () => {
    expect(passages.map((p) => p.id)).toEqual(passages.map((_, i) => i));
    const lines = REAL_TEXT.split('\n').length;
    for (const { source } of passages) {
      expect(source.line).toBeGreaterThan(0);
      expect(source.line).toBeLessThanOrEqual(lines);
    }
  });
});

describe('passages of a small report', () => {
  test('are its rows and items', () => {
    expect(passagesOf(read(SMALL)).map((p) => [p.kind, p.title])).toEqual([
      ['item', '花いっぱい運動'],
      ['item', '町民講座'],
      ['item', '職員研修の充実'],
      ['row', '一般会計 令和2年度'],
      ['row', '一般会計 令和3年度'],
    ]);
  });
  test('have paragraphs one by one', () => {
    const background = ['2. 計画について', '', '本町は計画を策定した。', '', '計画は五年間である。', ''];
    const text = report(PARTS.cover, PARTS.accounts, background, PARTS.items);
    const paragraphs = passagesOf(read(text)).filter((p) => p.kind === 'text');
    expect(paragraphs.map((p) => p.body)).toEqual(['本町は計画を策定した。', '計画は五年間である。']);
  });
});
