import { describe, expect, test } from 'vitest';
import { withYearsBelow } from '../../src/report/header-years.ts';
import type { Line } from '../../src/report/source.ts';

const line = (...cells: readonly string[]): Line => ({
  number: 1,
  text: cells.join(' '),
  cells,
  filled: cells.filter((cell) => cell !== '').length,
  tabbed: true,
});
const TOP = line('番号', '取組名', 'スケジュール', '', '進捗状況', '所管課');
const cellsOf = (...header: readonly Line[]) => withYearsBelow(header)[1]?.cells;

describe('the years of a schedule', () => {
  test('that stand a cell too far right are set below it', () => {
    expect(cellsOf(TOP, line('', '', '', 'R4年度', 'R5年度', ''))).toEqual(['', '', 'R4年度', 'R5年度', '', '']);
  });
  test.each([
    ['where they stand below it', line('', '', 'R4年度', 'R5年度', '', '')],
    ['where one is missing', line('', '', '', 'R4年度', '', '')],
    ['where one is too many', line('', '', '', 'R4年度', 'R5年度', 'R6年度')],
    ['where a label stands beside them', line('', '', '', 'R4年度', 'R5年度', '備考')],
  ])('stay as they are %s', (_, below) => {
    expect(cellsOf(TOP, below)).toEqual(below.cells);
  });
});
