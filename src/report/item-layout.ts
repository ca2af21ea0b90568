import { addYears, type FiscalYear } from './fiscal-year.ts';
import { type ItemRole, isNumberHeader, itemRole, subColumn, yearsAgo } from './form.ts';
import { withYearsBelow } from './header-years.ts';
import { cellsOf, misfitOfRow } from './item-align.ts';
import { type Column, isNumberCell } from './item-columns.ts';
import { shapeOf } from './item-shapes.ts';
import type { StatusReader } from './legend.ts';
import { folded, type Line, nameOf } from './source.ts';
import { isYearCell, yearOfCell } from './tables.ts';

export interface ItemsLayout {
  readonly kind: 'items';
  readonly headerRows: number;
  readonly width: number;
  /** From left to right, as the header names them; rows may have one cell more or less. */
  readonly columns: readonly Column[];
}

interface Draft {
  readonly role: ItemRole | null;
  readonly heading: string;
  readonly year: FiscalYear | null;
  readonly column: number;
}

/** The layout of an item table whose header begins at the first of these lines, or null. */
export function detectItems(
  lines: readonly Line[],
  statusOf: StatusReader,
  reportYear: FiscalYear | null,
): ItemsLayout | null {
  const [top] = lines;
  if (!top || top.filled < 3 || !top.cells.some((cell) => isNumberHeader(folded(cell)))) return null;
  const roles = top.cells.map((cell) => (cell === '' ? null : itemRole(folded(cell))));
  if (!roles.includes('number') || !(roles.includes('title') || roles.includes('policy'))) return null;
  const first = lines.findIndex((line, i) => i > 0 && isNumberCell(line.cells[roles.indexOf('number')] ?? ''));
  const headerRows = first < 0 ? 1 : first;
  if (headerRows > 3) return null;
  const drafts = draftColumns(withYearsBelow(lines.slice(0, headerRows)), reportYear);
  const rows = lines.slice(headerRows).filter((line) => isNumberCell(line.cells[roles.indexOf('number')] ?? ''));
  const columns = settle(drafts, rows, statusOf, reportYear);
  return columns
    ? { kind: 'items', headerRows, width: Math.max(...lines.slice(0, headerRows).map((l) => l.cells.length)), columns }
    : null;
}

/** Header rows as columns; a parent over several years (スケジュール) becomes one column a year. */
function draftColumns(header: readonly Line[], reportYear: FiscalYear | null): Draft[] {
  const [top, ...below] = header;
  const width = Math.max(...header.map((line) => line.cells.length));
  const drafts: Draft[] = [];
  let parent = '';
  for (let column = 0; column < width; column++) {
    const own = top?.cells[column] ?? '';
    if (own !== '') parent = own;
    const subs = below.map((line) => line.cells[column] ?? '').filter((cell) => cell !== '');
    if (own === '' && subs.length === 0) continue;
    const year =
      [...subs, own].map((cell) => yearOfCell(cell, lastYear(drafts))).find((found) => found !== null) ??
      relativeYear([...subs, own].join(''), reportYear);
    const heading = nameOf(subs.reduce((name, sub) => subColumn(name, sub), parent));
    const bare = subs.length > 0 ? subs.some((sub) => isYearCell(sub)) : isYearCell(own);
    const named = itemRole(folded(parent));
    const role = named === null && bare && year ? 'schedule' : named === 'schedule' && !year ? null : named;
    drafts.push({ role, heading, year: role === 'schedule' || role === 'progress' ? year : null, column });
  }
  return drafts;
}

/** 今年度 and 前年度 count from the report's year. */
function relativeYear(header: string, reportYear: FiscalYear | null): FiscalYear | null {
  const ago = reportYear ? yearsAgo(folded(header)) : null;
  return reportYear && ago !== null ? addYears(reportYear, ago) : null;
}

function lastYear(drafts: readonly Draft[]): FiscalYear | null {
  return drafts.at(-1)?.role === 'schedule' ? (drafts.at(-1)?.year ?? null) : null;
}

/** Rows by which the readings of a header are compared. */
const SAMPLE = 3;

/**
 * Decides what the header leaves open: which of the progress columns is the narrative and which are statuses. Rows may be
 * shifted against the header, so every reading is tried on the rows and the one that fits best is taken.
 */
function settle(
  drafts: readonly Draft[],
  rows: readonly Line[],
  statusOf: StatusReader,
  reportYear: FiscalYear | null,
): Column[] | null {
  const progress = drafts.filter((draft) => draft.role === 'progress');
  const readings = [...progress, null]
    .flatMap((narrative) => {
      // A single status column need not say its year: it is the report's.
      const unnamed = progress.some((draft) => draft !== narrative && draft.year === null);
      const years = unnamed && reportYear ? [null, reportYear] : [null];
      return years.map((year) => readAs(drafts, narrative, year));
    })
    .filter(isWhole);
  if (readings.length <= 1) return readings[0] ?? null;
  const sample = rows.slice(0, SAMPLE).map((row) => cellsOf(row, drafts.length).map((cell) => shapeOf(cell, statusOf)));
  const costs = readings.map((columns) => sample.reduce((sum, shapes) => sum + misfitOfRow(columns, shapes), 0));
  return readings[costs.indexOf(Math.min(...costs))] ?? null;
}

/**
 * The columns when `narrative` is the one with the text. The other progress columns that name a year are statuses; one
 * that names none is a status of `unnamed`, or no status when that is null.
 */
function readAs(drafts: readonly Draft[], narrative: Draft | null, unnamed: FiscalYear | null): Column[] {
  const titled = drafts.some((draft) => draft.role === 'title' || draft.role === 'pillar');
  const named = drafts.find((draft) => draft.role === 'policy');
  return drafts.map((draft): Column => {
    const { role, heading, year } = draft;
    if (role === 'schedule') return year ? { role, heading, year } : { role: 'other', heading };
    if (role === 'progress' && draft === narrative) return { role: 'narrative', heading };
    if (role === 'progress') {
      const of = year ?? unnamed;
      return of ? { role: 'status', heading, year: of } : { role: 'other', heading };
    }
    if (role === 'policy' && draft === named && !titled) return { role: 'title', heading };
    if (role === 'outline' && narrative === null) return { role: 'narrative', heading };
    return { role: role ?? 'other', heading };
  });
}

function isWhole(columns: readonly Column[]): boolean {
  const count = (role: Column['role']) => columns.filter((column) => column.role === role).length;
  const years = columns.flatMap((column) => (column.role === 'status' ? [column.year] : []));
  const distinct = new Set(years).size === years.length;
  return count('number') === 1 && count('title') === 1 && count('narrative') === 1 && distinct;
}
