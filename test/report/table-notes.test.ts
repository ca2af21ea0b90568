import { describe, expect, test } from 'vitest';
import { isYearSpokenOf } from '../../src/report/fiscal-year.ts';
import { noteMarkOf, noteMarksIn } from '../../src/report/notation.ts';
import { PARTS, read, report, row } from './variant.ts';

describe('notes hold for the figures that they are about', () => {
  const accounts = (notes: readonly string[], marks: Readonly<Record<string, string>> = {}) => {
    const mark = (cell: string) => `${cell}${marks[cell] ?? ''}`;
    const rows = ['水道事業会計', '簡易水道事業会計', '公共下水道事業会計'].flatMap((name) => [
      row(mark(name), '令和2年度', mark('10'), '9'),
      row('', mark('令和3年度'), '11', '8'),
    ]);
    const table = ['1. 公営企業', '', '（単位：千円）', '', row('会計名', '年度', mark('収益'), '費用'), ...rows, ''];
    const [found] = read(report(PARTS.cover, table, [...notes, ''], PARTS.items)).tables;
    return (found?.observations ?? []).flatMap(({ subject, measure, year, notes: own }) =>
      (own ?? []).map((note) => `${subject} ${measure} ${year} ${note.slice(0, 6)}`),
    );
  };

  test('by the mark of a subject, for all its years', () => {
    expect(accounts(['※２ 令和２年度までは特別会計'], { 公共下水道事業会計: ' ※２' })).toEqual([
      '公共下水道事業会計 収益 FY2020 ※２ 令和２',
      '公共下水道事業会計 費用 FY2020 ※２ 令和２',
      '公共下水道事業会計 収益 FY2021 ※２ 令和２',
      '公共下水道事業会計 費用 FY2021 ※２ 令和２',
    ]);
  });
  test('by the mark of a header, a year or a single cell', () => {
    const of = (cell: string) =>
      new Set(accounts(['＊1 暫定の値'], { [cell]: ' ＊1' }).map((line) => line.slice(0, -7)));
    expect([...of('収益')]).toHaveLength(6);
    expect([...of('令和3年度')]).toHaveLength(6);
    expect([...of('10')]).toHaveLength(3);
  });
  test('by the subject that is named, and of names inside one another the longest', () => {
    expect(accounts(['※簡易水道の令和3年度は統合前の決算である。'])).toEqual([
      '簡易水道事業会計 収益 FY2021 ※簡易水道の',
      '簡易水道事業会計 費用 FY2021 ※簡易水道の',
    ]);
    expect(accounts(['※水道事業会計は税抜きの額である。'])).toHaveLength(4);
  });
  test('by the years that are spoken of, when neither tells', () => {
    expect(accounts(['※令和3年度以降は見込みである。'])).toHaveLength(6);
    expect(accounts(['※令和2年度以降は見込みである。'])).toHaveLength(12);
    expect(accounts(['※端数は四捨五入した。'])).toEqual([]);
  });
  test('of two notes with one mark, the one that names its subject needs none', () => {
    const found = accounts(['※水道事業の令和2年度は料金を減免した。', '※税込みの額'], { 公共下水道事業会計: '※' });
    expect(new Set(found.map((line) => line.split(' ')[0] + (line.split('※')[1] ?? '')))).toEqual(
      new Set(['水道事業会計水道事業の', '公共下水道事業会計税込みの額']),
    );
  });
});

test('a year is spoken of by name, from when on, and up to when', () => {
  const spoken = (text: string) => (['FY2019', 'FY2020', 'FY2021'] as const).map((year) => isYearSpokenOf(text, year));
  expect(spoken('令和2年度は増額')).toEqual([false, true, false]);
  expect(spoken('令和2年度以降は増額')).toEqual([false, true, true]);
  expect(spoken('令和2年度までは特別会計')).toEqual([true, true, false]);
  expect(spoken('端数は四捨五入')).toEqual([null, null, null]);
});

test('marks of notes', () => {
  expect(['※2 平成', '※27年度は', '※ 4月', '*注', '注1:', '(注)', '令和2'].map(noteMarkOf)).toEqual([
    '※2',
    '※',
    '※',
    '*',
    '注1',
    '注',
    null,
  ]);
  expect(noteMarksIn('下水道※1*')).toEqual(['※1', '*']);
});
