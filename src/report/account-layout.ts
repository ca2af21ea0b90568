import { ACCOUNT_HEADER, subColumn, YEAR_HEADER } from './form.ts';
import { isFigureCell, isFigureRow } from './grid.ts';
import { folded, type Line } from './source.ts';
import { isYearCell, measureOf, stackHeaders } from './tables.ts';

/** Where an account table has its columns. Every column that is neither year nor subject is a measure. */
export interface AccountLayout {
  readonly kind: 'account';
  readonly headerRows: number;
  readonly width: number;
  readonly year: number;
  readonly subject: number | null;
  readonly measures: readonly { readonly column: number; readonly name: string; readonly unit: string | null }[];
}

const MOST_HEADER_ROWS = 3;

/** The layout of an account table whose header begins at the first of these lines, or null. */
export function detectAccount(lines: readonly Line[]): AccountLayout | null {
  const [top, ...below] = lines;
  if (!top || top.filled < 2) return null;
  if (top.cells[0] !== '' && !top.cells.some((cell) => YEAR_HEADER.test(folded(cell)))) return null;
  const first = lines.findIndex((line, i) => i > 0 && (hasYear(line) || isFigureRow(line)));
  if (first < 1 || first > MOST_HEADER_ROWS) return null;
  const header = lines.slice(0, first);
  const body = below.slice(first - 1).filter(hasYear);
  const width = Math.max(...header.map((line) => line.cells.length), lines[first]?.cells.length ?? 0);
  const names = stackHeaders(header, width);
  const year = yearColumn(top, names, body);
  if (year === null) return null;
  const subject = subjectColumn(names, year, body);
  const measures = names.flatMap((name, column) =>
    name === '' || column === year || column === subject ? [] : [{ column, ...measureOf(name) }],
  );
  return measures.length === 0
    ? null
    : { kind: 'account', headerRows: first, width, year, subject, measures: distinct(measures) };
}

function hasYear(line: Line): boolean {
  return line.cells.some((cell) => isYearCell(cell));
}

/**
 * The column with a header for years, or with none, under which most rows have one (区分 may also head the accounts).
 * Where no row has one there, rows may have lost a cell: then the column nearest to their years.
 */
function yearColumn(top: Line, names: readonly string[], body: readonly Line[]): number | null {
  const headed = top.cells.flatMap((cell, i) => (YEAR_HEADER.test(folded(cell)) ? [i] : []));
  const bare = (top.cells[0] ?? '') === '' && names[0] === '' ? [0] : [];
  const at = (columns: readonly number[], reach: number) => {
    const votes = columns.map(
      (i) =>
        body.filter(({ cells }) => cells.slice(Math.max(0, i - reach), i + reach + 1).some((cell) => isYearCell(cell)))
          .length,
    );
    const most = Math.max(0, ...votes);
    return most === 0 ? null : (columns[votes.indexOf(most)] ?? null);
  };
  return at(headed, 0) ?? at(bare, 0) ?? at(headed, 1);
}

function subjectColumn(names: readonly string[], year: number, body: readonly Line[]): number | null {
  const byName = names.findIndex((name, i) => i !== year && ACCOUNT_HEADER.test(folded(name)));
  if (byName >= 0) return byName;
  const byShape = names.findIndex((_, i) => {
    const filled = body.map(({ cells }) => cells[i] ?? '').filter((cell) => cell !== '' && !isYearCell(cell));
    return i < year && filled.filter((cell) => !isFigureCell(cell)).length * 2 > filled.length;
  });
  return byShape >= 0 ? byShape : null;
}

/** Two columns of one name would be one measure with two values: the later ones get their order behind the name. */
function distinct<T extends { readonly name: string }>(measures: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return measures.map((measure) => {
    const count = (seen.get(measure.name) ?? 0) + 1;
    seen.set(measure.name, count);
    return count === 1 ? measure : { ...measure, name: subColumn(measure.name, String(count)) };
  });
}

/** True for a row that can belong to the table: it names a year, or continues the year above. */
export function fitsAccount(layout: AccountLayout, line: Line): boolean {
  return line.cells.length <= layout.width + 1 && line.cells.some((cell) => isYearCell(cell));
}
