/** Whether the cells of a row stand under their columns for certain: a lost or added tab moves every value behind it. */
import { parseFigure } from './notation.ts';
import type { Line } from './source.ts';

/** How many cells the lines of a table have, and how many of them its columns need. */
export interface Grid {
  /** Cells of most lines of the table, header lines included. */
  readonly usual: number;
  /** Cells up to the last column that has a meaning. */
  readonly needed: number;
}

export function gridOf(header: readonly Line[], rows: readonly Line[], needed: number): Grid {
  const widest = Math.max(...header.map((line) => line.cells.length));
  const counts = new Map<number, number>();
  for (const { cells } of [...header, ...rows]) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [usual = needed] = [...counts]
    .sort(([a, many], [b, more]) => more - many || Number(b === widest) - Number(a === widest) || b - a)
    .map(([cells]) => cells);
  return { usual, needed };
}

/**
 * True when nothing but empty cells behind the last column can be missing. One cell too many is never certain, even an
 * empty one: the row may have had an empty cell at its end and have got one in its middle.
 */
export function isStraight(cells: readonly string[], { usual, needed }: Grid): boolean {
  if (cells.length < needed || cells.slice(needed).some((cell) => cell !== '')) return false;
  return cells.length === usual || (cells.length < usual && cells[needed - 1] !== '');
}

/** True for a number or a dash, false for nothing and for words. */
export function isFigureCell(cell: string): boolean {
  return cell !== '' && parseFigure(cell, null) !== null;
}

/** True for a row that has numbers in most of its filled cells; ① in a header is none. */
export function isFigureRow(line: Line): boolean {
  const numbers = line.cells.filter((cell) => /[0-9０-９]/u.test(cell) && parseFigure(cell, null)?.value != null);
  return numbers.length >= 2 && numbers.length * 2 > line.filled;
}

/**
 * True when the rows of a header stand right above each other and above the rows of the table. Only empty cells at the
 * end of a header row may be missing or too many, and only where it shows that it is these.
 */
export function isHeaderStraight(header: readonly Line[], { usual, needed }: Grid): boolean {
  const [top, ...below] = header;
  if (!top) return false;
  const labelled = (column: number) => below.some(({ cells }) => (cells[column] ?? '') !== '');
  const last = top.cells.findLastIndex((cell) => cell !== '');
  const { length } = top.cells;
  const same = header.every(({ cells }) => cells.length === length);
  const topStands =
    same ||
    length === usual ||
    (length > usual ? !labelled(last) : last === length - 1 && (last >= needed - 1 || labelled(last)));
  const belowStand = below.every(
    ({ cells }) =>
      cells.length === usual || cells.length === length || (cells.length < usual && (cells.at(-1) ?? '') !== ''),
  );
  return topStands && belowStand && !isSlipped(top, labelled);
}

/** The labels of the second row slipped: a wide parent has none in its first column, a narrow parent has one. */
function isSlipped(top: Line, labelled: (column: number) => boolean): boolean {
  const parents = top.cells.flatMap((cell, column) => (cell === '' ? [] : [column]));
  const isWide = (column: number, k: number) => (parents[k + 1] ?? top.cells.length) - column > 1;
  const reaches = (column: number, k: number) => labelled(column + 1) && isWide(column, k);
  return (
    parents.some((column, k) => reaches(column, k) && !labelled(column)) &&
    parents.some((column, k) => !isWide(column, k) && labelled(column))
  );
}
