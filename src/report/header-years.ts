import { itemRole } from './form.ts';
import { folded, type Line } from './source.ts';
import { isYearCell } from './tables.ts';

/**
 * The rows of a header with the years below the schedule they belong to. Some reports set them above the cells of the rows
 * instead, which may have a cell more in front: where there are just as many years as the schedule is wide, nothing else
 * can be meant. All other headers stay as they are.
 */
export function withYearsBelow(header: readonly Line[]): readonly Line[] {
  const [top, ...below] = header;
  if (!top) return header;
  const start = top.cells.findIndex((cell) => cell !== '' && itemRole(folded(cell)) === 'schedule');
  const next = top.cells.findIndex((cell, i) => i > start && cell !== '');
  if (start < 0 || next < 0) return header;
  return [top, ...below.map((line) => moved(line, start, next - start))];
}

function moved(line: Line, start: number, width: number): Line {
  const at = line.cells.flatMap((cell, i) => (isYearCell(cell) ? [i] : []));
  const [from] = at;
  const isRun = at.every((column, i) => column === (from ?? 0) + i);
  const isAlone = line.cells.every((cell, i) => cell === '' || at.includes(i));
  if (from === undefined || from === start || at.length !== width || !isRun || !isAlone) return line;
  const years = line.cells.slice(from, from + width);
  return { ...line, cells: line.cells.map((_, i) => years[i - start] ?? '') };
}
