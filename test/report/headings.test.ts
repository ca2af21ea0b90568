import { describe, expect, test } from 'vitest';
import { parseHeading, withoutNumber } from '../../src/report/headings.ts';

describe('numbered headings', () => {
  test.each([
    ['1. 会計の状況', 'number', '1. 会計の状況', '会計の状況'],
    ['４．実施計画の状況', 'number', '４．実施計画の状況', '実施計画の状況'],
    ['4.実施計画の状況', 'number', '4.実施計画の状況', '実施計画の状況'],
    ['1. 2 特別会計', 'section', '1.2 特別会計', '特別会計'],
    ['１－２　特別会計', 'section', '1-2 特別会計', '特別会計'],
    ['1.2特別会計', 'section', '1.2 特別会計', '特別会計'],
    ['第3章 取組の実績', 'chapter', '第3章 取組の実績', '取組の実績'],
    ['Ⅱ 財政', 'roman', 'Ⅱ 財政', '財政'],
    ['（1）地域', 'bracket', '（1）地域', '地域'],
    ['【令和2年度】', 'corner', '【令和2年度】', '令和2年度'],
  ])('%s', (line, kind, text, name) => {
    expect(parseHeading(line, 1)).toMatchObject({ kind, text, name });
  });
  test.each(['令和2年度末', '9,552', '3.5%', '1 (11.2%)', '10', '1. 本市では取組を進めた。', '12 / 34'])(
    '"%s" is none',
    (line) => {
      expect(parseHeading(line, 1)).toBeNull();
    },
  );
  test('labels lose their number', () => {
    expect(
      ['1. 地域経営', '（2）地域経営', '③地域経営', 'Ⅳ 地域経営', '地域経営', '5地域経営'].map(withoutNumber),
    ).toEqual(Array(6).fill('地域経営'));
  });
});
