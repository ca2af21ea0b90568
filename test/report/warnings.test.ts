import { describe, expect, test } from 'vitest';
import { arePillarsSure } from '../../src/report/pillars.ts';
import { PARTS, read, report, row, SMALL } from './variant.ts';

const codes = (text: string) => read(text).warnings.map(({ code }) => code);

describe('what the cover does not say', () => {
  test('a city', () => {
    const cover = PARTS.cover.filter((line) => line !== 'みどり町').map((line) => line.replace('みどり町', '町の'));
    expect(codes(report(cover, PARTS.results, PARTS.items))).toEqual(['no-city']);
  });
  test('anything', () => {
    expect(codes(report(PARTS.results, PARTS.items))).toEqual(['no-title', 'no-city']);
  });
});

describe('a row of items is lost', () => {
  const lost = SMALL.split('\n').filter((line) => !line.startsWith('2\t'));
  const found = read(lost.join('\n'));
  test('the gap in the numbers is told, with the numbers', () => {
    expect(found.warnings.filter(({ code }) => code === 'number-gap')).toMatchObject([{ excerpt: '2' }]);
  });
  test('pillars that are placed in spite of it are in doubt, and their counts contradict', () => {
    expect(found.items.map(({ pillar }) => pillar)).not.toContain(undefined);
    expect(arePillarsSure(found)).toBe(false);
    expect(arePillarsSure(read(SMALL))).toBe(true);
  });
  test('several numbers in a row are one run, and a number far off is one', () => {
    const renumbered = SMALL.replace('\n3\t人材', '\n6\t人材');
    expect(read(renumbered).warnings).toMatchObject([{ code: 'number-gap', excerpt: '3-5' }]);
    // Numbers by chapter are a way of numbering.
    expect(codes(SMALL.replace('\n3\t人材', '\n301\t人材'))).toEqual([]);
  });
  test('in a table that begins with the name of its pillar the rest of it keeps that pillar', () => {
    const labelled = PARTS.items.map((line) => {
      if (!line.includes('\t')) return line;
      const pillar = line.startsWith('番号') ? '体系' : line.startsWith('1\t') ? 'まちの力' : '';
      const [first = '', ...others] = line.split('\t');
      return row(first, line.startsWith('3\t') ? 'ひとの力' : pillar, ...others);
    });
    const two = labelled.filter((line) => !line.startsWith('2\t'));
    const rest = read(report(PARTS.cover, PARTS.results, two));
    expect(rest.items.map(({ pillar }) => pillar)).toEqual(['まちの力', 'ひとの力']);
    const wrong = rest.checks.filter(({ code, verdict }) => code === 'items' && verdict === 'contradicts');
    expect(wrong.map(({ printed, expected }) => [printed, expected])).toEqual([
      [2, 1],
      [3, 2],
    ]);
  });
});

describe('the unit of a table', () => {
  const unit = '（単位：千円）';
  const table = PARTS.accounts.filter((line) => line !== unit);
  const units = (...parts: readonly (readonly string[])[]) =>
    read(report(PARTS.cover, ...parts, PARTS.items)).tables.map((found) => found.unit);

  test('may stand below it', () => {
    expect(units([...table.slice(0, -1), unit, ''])).toEqual(['千円']);
    expect(units([...table, unit, ''])).toEqual(['千円']);
    expect(units([...table.slice(0, -1), '※令和2年度は臨時の事業を含む。', unit, ''])).toEqual(['千円']);
  });
  test('is that of the next table where it stands nearer to that one', () => {
    const second = [row('年度', '収入', '支出'), row('令和2年度', '9', '8'), row('令和3年度', '7', '6'), ''];
    expect(units([...table, unit, ...second])).toEqual([null, '千円']);
    expect(units([...table.slice(0, -1), unit, '', '', ...second])).toEqual(['千円', null]);
    expect(
      units([...table.slice(0, -1), '（単位：千円）', '', '1.2 病院会計', '', '（単位：百万円）', ...second]),
    ).toEqual(['千円', '百万円']);
  });
  test('is missed where none is printed, but not for ratios', () => {
    expect(codes(report(PARTS.cover, table, PARTS.items))).toEqual(['no-unit']);
    const ratios = ['1. 指標', '', row('年度', '財政力指数'), row('令和2年度', '0.42'), row('令和3年度', '0.43'), ''];
    expect(codes(report(PARTS.cover, ratios, PARTS.items))).toEqual([]);
  });
});
