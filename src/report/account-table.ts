import type { AccountLayout } from './account-layout.ts';
import { areTurned, movedFigures } from './balance.ts';
import { compareYears, type FiscalYear } from './fiscal-year.ts';
import { accountOfHeading, RATIO_MEASURE } from './form.ts';
import { type Grid, gridOf, isFigureCell, isHeaderStraight, isStraight } from './grid.ts';
import { withoutNumber } from './headings.ts';
import type { FigureTable, Observation } from './model.ts';
import { hasNoteMark, parseFigure, withoutNoteMarks } from './notation.ts';
import { type Line, nameOf } from './source.ts';
import { type Marked, withNotes } from './table-notes.ts';
import { type Block, checkUnits, type Findings, isYearCell, problemAt, refAt, yearOfCell } from './tables.ts';

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
  const needed = Math.max(layout.year, layout.subject ?? 0, ...layout.measures.map(({ column }) => column)) + 1;
  const grid = gridOf(block.header, block.rows, needed);
  const rows = rowsOf(block, only, grid, findings);
  checkHeader(block, grid, findings);
  checkShifts(block, rows, findings);
  for (const row of rows) {
    for (const { column, name, unit } of layout.measures) {
      const at = column + row.shift;
      const fallback = unit ?? (RATIO_MEASURE.test(name) ? rate : money);
      const figure = parseFigure(row.line.cells[at] ?? '', fallback);
      if (!figure) {
        const named = row.line.cells[at] ?? '';
        const message = `The cell "${named}" (${name}) is not a number. Correct it in the text of the report.`;
        findings.problems.push(problemAt('unreadable-number', row.line, message, { named }));
        continue;
      }
      observations.push({
        ...figure,
        table: id,
        subject: row.subject,
        measure: name,
        year: row.year,
        role: 'value',
        source: refAt(report, row.line, at, chapter, placeOf(title, row.subject)),
      });
    }
    checkOverflow(layout, row, findings);
  }
  checkUnits(block.header[0], observations, findings);
  const table: FigureTable = {
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
  return withNotes(table, markedCells(block, rows));
}

/** Where to look: under the title, in the rows of the account. */
function placeOf(title: string, account: string): string {
  return title.includes(account) ? title : `${title} ${account}`;
}

/** The cells in which a note mark can stand, with what they stand for. */
function markedCells({ layout, header }: Block<AccountLayout>, rows: readonly Row[]): Marked[] {
  const { measures, subject: named, year: dated } = layout;
  const heads = measures.flatMap(({ column, name }) =>
    header.map(({ cells }) => ({ cell: cells[column] ?? '', measure: name })),
  );
  return rows.reduce<Marked[]>((found, { line, shift, subject, year }) => {
    const cell = (column: number) => line.cells[column + shift] ?? '';
    found.push({ cell: cell(dated), subject, year });
    if (named !== null && shift === 0) found.push({ cell: cell(named), subject });
    for (const { column, name } of measures) found.push({ cell: cell(column), subject, year, measure: name });
    return found;
  }, heads);
}

const EMPTY: Line = { number: 0, cells: [], text: '', filled: 0, tabbed: false };

function checkOverflow(layout: AccountLayout, row: Row, findings: Findings): void {
  const known = new Set([layout.year, layout.subject, ...layout.measures.map((m) => m.column)]);
  const extra = row.line.cells.findIndex((cell, i) => cell !== '' && !known.has(i - row.shift));
  if (extra < 0) return;
  const message = `The cell "${row.line.cells[extra]}" stands under no column header. Give it one, or remove it.`;
  findings.problems.push(problemAt('unassigned-cells', row.line, message));
}

/** A header of which a cell was lost or added gives every column behind it the name of its neighbour. */
function checkHeader({ header, rows, layout }: Block<AccountLayout>, grid: Grid, findings: Findings): void {
  const [top] = header;
  const empty = layout.measures.some(({ column }) => rows.every(({ cells }) => (cells[column] ?? '') === ''));
  const even = header.every(({ cells }) => cells.length === grid.usual);
  if (!top || (isHeaderStraight(header, grid) && (even || !empty))) return;
  const message = 'The cells of this header do not stand above the columns of its rows. Give every row as many cells.';
  findings.problems.push(problemAt('unassigned-cells', top, message));
}

function rowsOf(block: Block<AccountLayout>, only: string, grid: Grid, findings: Findings): Row[] {
  const { layout } = block;
  const rows: Row[] = [];
  let subject = layout.subject === null ? only : '';
  let before: FiscalYear | null = null;
  for (const line of block.rows) {
    const at = line.cells.findIndex((cell, i) => Math.abs(i - layout.year) <= 1 && isYearCell(cell, before));
    const year: FiscalYear | null = at < 0 ? null : yearOfCell(line.cells[at] ?? '', before);
    const lost: boolean = at === layout.year - 1 && lostSubject(layout, line, grid, before, year);
    const named: string = layout.subject === null || lost ? '' : (line.cells[layout.subject] ?? '');
    const label = line.cells[layout.year] ?? '';
    const straight = lost || isStraight(line.cells, grid);
    if (at < 0 && named !== '' && line.filled === 1) {
      subject = subjectOf(named);
      continue;
    }
    if (at < 0 && straight && /^\P{N}+$/u.test(label) && !isFigureCell(label)) {
      findings.unread.push(line);
      const message = 'This row names no fiscal year (a mean or a difference?) and was left out.';
      findings.warnings.push(problemAt('row-without-year', line, message));
      continue;
    }
    // Years that stand before the accounts may hold for the rows below them.
    const merged: FiscalYear | null =
      at < 0 && label === '' && named !== '' && layout.year < (layout.subject ?? 0) ? before : null;
    const of: FiscalYear | null = year ?? merged;
    if (of === null || (at >= 0 && at !== layout.year && !lost)) {
      const message =
        'It is not clear which account or fiscal year this row is about. Align its cells with the header.';
      findings.problems.push(problemAt('unassigned-cells', line, message));
      continue;
    }
    if (isFigureCell(named) || (layout.subject !== null && named === '' && subject === '')) {
      const message = 'This row names no account. Align its cells with the header.';
      findings.problems.push(problemAt('unassigned-cells', line, message));
      continue;
    }
    if (!straight) {
      const message = `This row has ${line.cells.length} cells where ${grid.usual} are usual, so it is not clear which figure stands under which header. Give it one cell for every column.`;
      findings.problems.push(problemAt('unassigned-cells', line, message));
      continue;
    }
    if (named !== '') subject = subjectOf(named);
    before = of;
    rows.push({ line, shift: lost ? -1 : 0, year: of, subject });
  }
  for (const [i, row] of rows.entries()) {
    const first = rows.slice(0, i).find((other) => other.year === row.year && other.subject === row.subject);
    if (!first) continue;
    const other = first.line.number;
    const message = `${row.subject} has a second row for ${row.year}; the first is line ${other}. Keep one.`;
    findings.problems.push(problemAt('duplicate-row', row.line, message, { other }));
  }
  return rows;
}

/** True when all that is wrong with a row is that it lost its empty cell for the account, which goes on with the next year. */
function lostSubject(
  { subject, year: column }: AccountLayout,
  { cells }: Line,
  grid: Grid,
  before: FiscalYear | null,
  year: FiscalYear | null,
): boolean {
  if (subject === null || subject > column || before === null || year === null) return false;
  return Math.abs(compareYears(before, year)) === 1 && isStraight(cells.toSpliced(subject, 0, ''), grid);
}

function subjectOf(cell: string): string {
  return nameOf(hasNoteMark(cell) ? withoutNoteMarks(cell) : cell).replaceAll(' ', '');
}

/** Refuses rows whose figures add up only when two of them change places or all move by one column. */
function checkShifts({ header, layout }: Block<AccountLayout>, rows: readonly Row[], findings: Findings): void {
  const figures = rows.map(({ line, shift }) =>
    layout.measures.map(({ column, name }) => ({ name, figure: parseFigure(line.cells[column + shift] ?? '', null) })),
  );
  for (const [i, row] of rows.entries()) {
    const moved = movedFigures(figures[i] ?? []);
    if (moved === null) continue;
    const message = `The figures of this row add up only when ${moved}. Put every figure under its header.`;
    findings.problems.push(problemAt('shifted-cells', row.line, message));
  }
  const [top] = header;
  if (!top || !areTurned(figures)) return;
  const message =
    'Every difference has the wrong sign: the headers of revenue and expenditure seem to have changed places.';
  findings.problems.push(problemAt('shifted-cells', top, message));
}
