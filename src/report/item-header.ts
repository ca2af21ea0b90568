import { itemRole } from './form.ts';
import { isHeaderStraight } from './grid.ts';
import { withYearsBelow } from './header-years.ts';
import type { ItemsLayout } from './item-layout.ts';
import { folded, type Line } from './source.ts';
import { type Block, type Findings, isYearCell, problemAt } from './tables.ts';

/**
 * Refuses an item table whose header lost or repeated a cell: its rows have more filled cells than it has, its years
 * slipped from below the schedule, or a year stands there twice.
 */
export function checkItemHeader(block: Block<ItemsLayout>, usual: number, findings: Findings): void {
  const { rows } = block;
  const header = withYearsBelow(block.header);
  const [top] = header;
  const widest = Math.max(...header.map(({ cells }) => cells.length));
  const wider = rows.filter(({ cells }) => cells.findLastIndex((cell) => cell !== '') >= widest);
  const stands = isHeaderStraight(header, { usual, needed: usual }) && wider.length * 2 <= rows.length;
  if (!top || (stands && areYearsStraight(header, block.layout))) return;
  const message = 'The cells of this header do not stand above the columns of its rows. Give every row as many cells.';
  findings.problems.push(problemAt('unassigned-cells', top, message));
}

function areYearsStraight(header: readonly Line[], layout: ItemsLayout): boolean {
  const [top, ...below] = header;
  const years = layout.columns.flatMap((column) => (column.role === 'schedule' ? [column.year] : []));
  if (new Set(years).size !== years.length) return false;
  const hasYear = (column: number) => below.some(({ cells }) => isYearCell(cells[column] ?? ''));
  const headed = top?.cells.flatMap((cell, i) => (itemRole(folded(cell)) === 'schedule' ? [i] : [])) ?? [];
  return headed.every((i) => hasYear(i) || !below.some(({ cells }) => cells.some((cell) => isYearCell(cell))));
}
