import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expectedYears,
  findYears,
  fiscalYear,
  longYear,
  parseYear,
  printYears,
  shortYear,
} from '../../src/report/fiscal-year.ts';
import { yearOfCell } from '../../src/report/tables.ts';

describe('years of headers', () => {
  test.each([
    ['平成 27 年度', 'FY2015'],
    ['令和元年度', 'FY2019'],
    ['R2年度末見込み', 'FY2020'],
    ['取組状況（R1年度末時点）', 'FY2019'],
    ['Ｈ３０', 'FY2018'],
    ['平成31年度※', 'FY2019'],
    ['2021年度', 'FY2021'],
  ])('%s is %s', (cell, year) => {
    expect(yearOfCell(cell)).toBe(year);
  });
  test.each(['令和3年2月', '令和元年度～令和5年度', '9,552', '年度', '', '28年度'])('"%s" names none', (cell) => {
    expect(yearOfCell(cell)).toBeNull();
  });
  test('a year without its era follows the one before', () => {
    expect(yearOfCell('28年度', 'FY2015')).toBe('FY2016');
    expect(yearOfCell('元年度', 'FY2018')).toBe('FY2019');
    expect(yearOfCell('2年度', 'FY2019')).toBe('FY2020');
    expect(yearOfCell('40年度', 'FY2019')).toBeNull();
  });
});

test('any fiscal year prints back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1926, max: 2099 }), (start) => {
      const year = fiscalYear(start);
      expect(parseYear(longYear(year))).toBe(year);
      expect(parseYear(shortYear(year))).toBe(year);
      expect(parseYear(`${start}年度`)).toBe(year);
      expect(parseYear(year)).toBe(year);
    }),
  );
});

test.each([
  ['4.実施計画の実施状況（令和2年度末見込み）', ['FY2020']],
  ['実施状況（R2年度末(見込)）', ['FY2020']],
  ['取組状況（令和2年度見込み、令和元年度末時点）', ['FY2020']],
  ['実施状況（令和2年度末時点）', []],
  ['今後の見込み', []],
])('%s gives as expected %j', (heading, years) => {
  expect(expectedYears(heading)).toEqual(years);
});

describe('years in words', () => {
  test('are from the first to the last where all between are there, else each', () => {
    expect(printYears(['FY2017', 'FY2018', 'FY2019'], shortYear, '–', ', ')).toBe('H29–R1');
    expect(printYears(['FY2015', 'FY2017'], shortYear, '–', ', ')).toBe('H27, H29');
  });

  test('may have the era cut to its first character, or the century left out', () => {
    expect(findYears('平27と令元').map(({ year }) => year)).toEqual(['FY2015', 'FY2019']);
    expect(findYears("FY19 and FY'20").map(({ year }) => year)).toEqual(['FY2019', 'FY2020']);
    expect(findYears('水平27')).toEqual([]);
  });
});
