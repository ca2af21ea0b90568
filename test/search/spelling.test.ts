import { describe, expect, test } from 'vitest';
import { buildSpelling } from '../../src/search/spelling.ts';

const spelling = buildSpelling(['overtime hours', 'expenditure', 'Section', 'RPA', 'achiev*', '総務課']);

describe('spelling slips', () => {
  test('of one letter changed, left out or added are mended', () => {
    expect(spelling.mend('ovartime')).toBe('overtime');
    expect(spelling.mend('expnditure')).toBe('expenditure');
    expect(spelling.mend('secttion')).toBe('section');
  });
  test('of two neighbours swapped are mended', () => {
    expect(spelling.mend('overtmie')).toBe('overtime');
  });
  test('are mended inside a text, and the rest of it stays as written', () => {
    expect(spelling.mend('Which 総務課 has overtiem, R2?')).toBe('Which 総務課 has overtime, R2?');
  });
  test('of two letters are left alone', () => {
    expect(spelling.mend('ovartimo')).toBe('ovartimo');
  });
  test('in words of three letters are left alone', () => {
    expect(spelling.mend('RPB rap')).toBe('RPB rap');
  });
});

describe('words without a slip', () => {
  test('stay as written, in any case', () => {
    for (const text of ['overtime', 'OVERTIME Hours', 'Section']) expect(spelling.mend(text)).toBe(text);
  });
  test('stay with the endings of a plural or a verb, and behind a known beginning', () => {
    for (const text of ['sections', 'sectioned', 'sectional', 'achieved', 'achievement'])
      expect(spelling.mend(text)).toBe(text);
  });
  test('that are near no known word stay', () => {
    expect(spelling.mend('population of dragons')).toBe('population of dragons');
    expect(buildSpelling([]).mend('overtmie')).toBe('overtmie');
  });
  test('in Japanese stay', () => {
    expect(spelling.mend('総務か の 超勤時間は？')).toBe('総務か の 超勤時間は？');
  });
});

describe('of several known words a slip away', () => {
  test('the one that begins alike longest is meant', () => {
    expect(buildSpelling(['ratio', 'patio']).mend('ratia')).toBe('ratio');
    expect(buildSpelling(['station', 'stating']).mend('statiog')).toBe('station');
  });
  test('none is chosen when they begin equally alike', () => {
    expect(buildSpelling(['lane', 'line']).mend('lune')).toBe('lune');
  });
});
