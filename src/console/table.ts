import type { AnswerTable } from '../answer/part.ts';
import { cut, padEnd, padStart, widthOf, wrap } from './width.ts';

const GAP = '  ';
/** A column of words is not made narrower than this, nor a heading. */
const NARROWEST = 8;

interface Column {
  readonly label: string;
  readonly numeric: boolean;
  readonly cells: readonly string[];
}

/**
 * A table with aligned columns of at most `width` columns of the terminal. Long words are cut; figures never are, since a
 * cut figure is a wrong figure: where they do not fit, each row becomes lines of heading and value. `bars` is drawn behind
 * the rows where there is room for it.
 */
export function renderTable(table: AnswerTable, width: number, bars?: (room: number) => readonly string[]): string[] {
  const columns = table.columns.map(({ label, numeric }, at): Column => {
    return { label, numeric, cells: table.rows.map((row) => row[at]?.text ?? '') };
  });
  const widths = columnWidths(columns, width);
  const caption = table.caption === '' ? [] : wrap(table.caption, width);
  if (!widths) return [...caption, ...asRecords(columns, table.rows.length, width)];
  const used = sum(widths) + GAP.length * (widths.length - 1);
  const drawn = bars?.(width - used - GAP.length) ?? [];
  const headings = columns.map(({ label }, i) => wrap(label, widths[i] ?? 0));
  const height = Math.max(0, ...headings.map((lines) => lines.length));
  return [
    ...caption,
    ...Array.from({ length: height }, (_, line) =>
      joined(
        headings.map((lines) => lines[lines.length - height + line] ?? ''),
        columns,
        widths,
      ),
    ),
    widths.map((w) => '-'.repeat(w)).join(GAP),
    ...table.rows.map((_, row) => {
      const cells = columns.map(({ cells }, i) => cut(cells[row] ?? '', widths[i] ?? 0));
      return `${padEnd(joined(cells, columns, widths), drawn.length > 0 ? used : 0)}${GAP}${drawn[row] ?? ''}`.trimEnd();
    }),
  ];
}

function joined(cells: readonly string[], columns: readonly Column[], widths: readonly number[]): string {
  return cells
    .map((cell, i) => (columns[i]?.numeric ? padStart(cell, widths[i] ?? 0) : padEnd(cell, widths[i] ?? 0)))
    .join(GAP)
    .trimEnd();
}

/** A width for each column, or null when the figures cannot stand side by side. Headings are folded before words are cut. */
function columnWidths(columns: readonly Column[], width: number): number[] | null {
  const cells = columns.map((column) => Math.max(0, ...column.cells.map(widthOf)));
  const widths = columns.map(({ label }, i) => Math.max(widthOf(label), cells[i] ?? 0));
  const folded = columns.map(({ label }, i) => Math.max(cells[i] ?? 0, Math.min(widthOf(label), NARROWEST)));
  const least = columns.map(({ numeric }, i) => (numeric ? (folded[i] ?? 0) : Math.min(widths[i] ?? 0, NARROWEST)));
  const room = width - GAP.length * (columns.length - 1);
  if (sum(least) > room) return null;
  narrow(widths, folded, room);
  narrow(widths, least, room);
  return widths;
}

/** Takes columns of the terminal from the widest until all fit, but none below its least width. */
function narrow(widths: number[], least: readonly number[], room: number): void {
  for (let over = sum(widths) - room; over > 0; over--) {
    const wide = widths.map((width, i) => (width > (least[i] ?? 0) ? width : 0));
    const widest = Math.max(...wide);
    if (widest === 0) return;
    const at = wide.indexOf(widest);
    widths[at] = widest - 1;
  }
}

function asRecords(columns: readonly Column[], rows: number, width: number): string[] {
  return Array.from({ length: rows }, (_, row) => [
    ...(row > 0 ? ['-'.repeat(NARROWEST)] : []),
    ...columns.flatMap(({ label, cells }) => wrap(`${label}: ${cells[row] ?? ''}`.trimEnd(), width, GAP)),
  ]).flat();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
