import { compareYears, type FiscalYear } from './fiscal-year.ts';
import { ACCOUNT_HEADER, accountOfHeading, RATIO_MEASURE, subColumn, YEAR_HEADER } from './form.ts';
import { withoutNumber } from './headings.ts';
import type { FigureTable, Observation } from './model.ts';
import { hasNoteMark, parseFigure, withoutNoteMarks } from './notation.ts';
import { folded, type Line, nameOf } from './source.ts';
import {
  type Block,
  type Findings,
  isYearCell,
  measureOf,
  problemAt,
  refAt,
  stackHeaders,
  yearOfCell,
} from './tables.ts';

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
  const [top] = lines;
  if (!top || top.filled < 2) return null;
  if (!top.cells.some((cell) => YEAR_HEADER.test(folded(cell)))) return null;
  const first = lines.findIndex((line, i) => i > 0 && line.cells.some((cell) => isYearCell(cell)));
  if (first < 1 || first > MOST_HEADER_ROWS) return null;
  const year = yearColumn(top, lines[first]);
  if (year < 0) return null;
  const header = lines.slice(0, first);
  const width = Math.max(...header.map((line) => line.cells.length), lines[first]?.cells.length ?? 0);
  const names = stackHeaders(header, width);
  const subject = subjectColumn(names, year, lines[first]);
  const measures = names.flatMap((name, column) =>
    name === '' || column === year || column === subject ? [] : [{ column, ...measureOf(name) }],
  );
  return measures.length === 0
    ? null
    : { kind: 'account', headerRows: first, width, year, subject, measures: distinct(measures) };
}

/** The column with a header for years (区分 may also head the accounts) and a year below it. */
function yearColumn(top: Line, first: Line | undefined): number {
  return top.cells.findIndex((cell, i) => YEAR_HEADER.test(folded(cell)) && isYearCell(first?.cells[i] ?? ''));
}

function subjectColumn(names: readonly string[], year: number, first: Line | undefined): number | null {
  const byName = names.findIndex((name, i) => i !== year && ACCOUNT_HEADER.test(folded(name)));
  if (byName >= 0) return byName;
  const byShape = names.findIndex((_, i) => i < year && parseFigure(first?.cells[i] ?? '', null) === null);
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

interface Row {
  readonly line: Line;
  /** How far the cells are shifted against the header: −1 when the empty subject cell was lost. */
  readonly shift: number;
  readonly year: FiscalYear;
  readonly subject: string;
}

/** Reads an account table. A cell that is no number refuses the report, as does a row without a year. */
export function readAccount(block: Block<AccountLayout>, id: string, report: string, findings: Findings): FigureTable {
  const { layout, title, chapter } = block;
  const only = nameOf(accountOfHeading(withoutNumber(title)));
  const money = block.units.find((unit) => unit !== '%') ?? block.units[0] ?? null;
  const rate = block.units.includes('%') ? '%' : null;
  const observations: Observation[] = [];
  for (const row of rowsOf(block, only, findings)) {
    for (const { column, name, unit } of layout.measures) {
      const at = column + row.shift;
      const fallback = unit ?? (RATIO_MEASURE.test(name) ? rate : money);
      const figure = parseFigure(row.line.cells[at] ?? '', fallback);
      if (!figure) {
        const message = `The cell "${row.line.cells[at]}" (${name}) is not a number. Correct it in the text of the report.`;
        findings.problems.push(problemAt('unreadable-number', row.line, message));
        continue;
      }
      observations.push({
        ...figure,
        table: id,
        subject: row.subject,
        measure: name,
        year: row.year,
        role: 'value',
        source: refAt(report, row.line, at, chapter, title),
      });
    }
    checkOverflow(layout, row, findings);
  }
  return {
    id,
    kind: 'account',
    title,
    chapter,
    unit: money,
    subjects: [...new Set(observations.map((o) => o.subject))],
    measures: layout.measures.map((measure) => measure.name),
    years: [...new Set(observations.map((o) => o.year))].sort(compareYears),
    observations,
    top: null,
    notes: block.notes,
    source: refAt(report, block.header[0] ?? block.rows[0] ?? EMPTY, null, chapter, title),
  };
}

const EMPTY: Line = { number: 0, cells: [], text: '', filled: 0, tabbed: false };

function checkOverflow(layout: AccountLayout, row: Row, findings: Findings): void {
  const known = new Set([layout.year, layout.subject, ...layout.measures.map((m) => m.column)]);
  const extra = row.line.cells.findIndex((cell, i) => cell !== '' && !known.has(i - row.shift));
  if (extra < 0) return;
  const message = `The cell "${row.line.cells[extra]}" stands under no column header. Give it one, or remove it.`;
  findings.problems.push(problemAt('unassigned-cells', row.line, message));
}

function rowsOf(block: Block<AccountLayout>, only: string, findings: Findings): Row[] {
  const { layout } = block;
  const rows: Row[] = [];
  let subject = layout.subject === null ? only : '';
  let before: FiscalYear | null = null;
  for (const line of block.rows) {
    const at = line.cells.findIndex((cell, i) => Math.abs(i - layout.year) <= 1 && isYearCell(cell, before));
    const shift = at < 0 ? 0 : at - layout.year;
    const shifted =
      shift === -1 && layout.subject !== null && layout.subject < layout.year && line.cells.length < layout.width;
    const named = layout.subject === null || shifted ? '' : (line.cells[layout.subject] ?? '');
    if (at < 0 && named !== '' && line.filled === 1) {
      subject = subjectOf(named);
      continue;
    }
    const year: FiscalYear | null =
      at < 0 && line.cells[layout.year] === '' && named !== '' ? before : yearOfCell(line.cells[at] ?? '', before);
    if (year === null && at < 0 && /^\P{N}+$/u.test(line.cells[layout.year] ?? '')) {
      findings.unread.push(line);
      findings.warnings.push(
        problemAt(
          'row-without-year',
          line,
          'This row names no fiscal year (a mean or a difference?) and was left out.',
        ),
      );
      continue;
    }
    if (year === null || (shift !== 0 && !shifted) || (layout.subject !== null && named === '' && subject === '')) {
      findings.problems.push(
        problemAt(
          'unassigned-cells',
          line,
          'It is not clear which account or fiscal year this row is about. Align its cells with the header.',
        ),
      );
      continue;
    }
    if (named !== '') subject = subjectOf(named);
    before = year;
    rows.push({ line, shift, year, subject });
  }
  for (const [i, row] of rows.entries()) {
    if (rows.findIndex((other) => other.year === row.year && other.subject === row.subject) === i) continue;
    findings.problems.push(
      problemAt('duplicate-row', row.line, `${row.subject} has a second row for ${row.year}. Keep one.`),
    );
  }
  return rows;
}

function subjectOf(cell: string): string {
  return nameOf(hasNoteMark(cell) ? withoutNoteMarks(cell) : cell).replaceAll(' ', '');
}
