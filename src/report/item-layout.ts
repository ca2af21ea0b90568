import { compareYears, type FiscalYear } from './fiscal-year.ts';
import { ARROW, type ItemRole, isStage, itemRole } from './form.ts';
import type { StatusReader } from './legend.ts';
import { folded, type Line, nameOf } from './source.ts';
import { isYearCell, yearOfCell } from './tables.ts';

/** One column of an item table. `progress` is split by what its cells hold: a status mark or the text on what was done. */
export type Column =
  | {
      readonly role: 'number' | 'pillar' | 'policy' | 'title' | 'outline' | 'owner' | 'narrative' | 'other';
      readonly heading: string;
    }
  | { readonly role: 'schedule' | 'status'; readonly heading: string; readonly year: FiscalYear };

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
export function detectItems(lines: readonly Line[], statusOf: StatusReader): ItemsLayout | null {
  const [top] = lines;
  if (!top || top.filled < 3) return null;
  const roles = top.cells.map((cell) => (cell === '' ? null : itemRole(folded(cell))));
  if (!roles.includes('number') || !(roles.includes('title') || roles.includes('policy'))) return null;
  const first = lines.findIndex((line, i) => i > 0 && isNumberCell(line.cells[roles.indexOf('number')] ?? ''));
  const headerRows = first < 0 ? 1 : first;
  if (headerRows > 3) return null;
  const drafts = draftColumns(lines.slice(0, headerRows));
  const rows = lines.slice(headerRows).filter((line) => isNumberCell(line.cells[roles.indexOf('number')] ?? ''));
  const columns = settle(drafts, rows, statusOf);
  return columns
    ? { kind: 'items', headerRows, width: Math.max(...lines.slice(0, headerRows).map((l) => l.cells.length)), columns }
    : null;
}

/** A bare item number: `12`, `１２`, `12.`, `No.12`, `(12)`. */
export function isNumberCell(cell: string): boolean {
  return numberOf(cell) !== null;
}
export function numberOf(cell: string): number | null {
  const match = /^(?:No\.?|№|第|項目|\()?([0-9]{1,4})(?:[.)]|番|号)?$/iu.exec(folded(cell));
  return match ? Number(match[1]) : null;
}

/** Header rows as columns; a parent over several years (スケジュール) becomes one column a year. */
function draftColumns(header: readonly Line[]): Draft[] {
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
      [...subs, own].map((cell) => yearOfCell(cell, lastYear(drafts))).find((found) => found !== null) ?? null;
    const heading = nameOf(subs.reduce((name, sub) => (name === '' ? sub : `${name}（${sub}）`), parent));
    const bare = subs.length > 0 ? subs.some((sub) => isYearCell(sub)) : isYearCell(own);
    const named = itemRole(folded(parent));
    const role = named === null && bare && year ? 'schedule' : named === 'schedule' && !year ? null : named;
    drafts.push({ role, heading, year: role === 'schedule' || role === 'progress' ? year : null, column });
  }
  return drafts;
}

function lastYear(drafts: readonly Draft[]): FiscalYear | null {
  return drafts.at(-1)?.role === 'schedule' ? (drafts.at(-1)?.year ?? null) : null;
}

/**
 * Decides what the header leaves open. A progress column is a status where the cells are marks, else the narrative; rows may
 * be shifted, so the marks are counted from the end of the text: the k-th longest-text column is the narrative.
 */
function settle(drafts: readonly Draft[], rows: readonly Line[], statusOf: StatusReader): Column[] | null {
  const progress = drafts.filter((draft) => draft.role === 'progress');
  const offset = (row: Line) => Math.max(0, trimmed(row) - (drafts.at(-1)?.column ?? 0) - 1);
  const marksIn = (draft: Draft) =>
    rows.filter((row) => statusOf(row.cells[draft.column + offset(row)] ?? '') !== null).length;
  const textIn = (draft: Draft) =>
    rows.filter((row) => (row.cells[draft.column + offset(row)] ?? '').length > 14).length;
  const isStatus = (draft: Draft) => draft.year !== null && marksIn(draft) > textIn(draft);
  const narratives = progress.filter((draft) => !isStatus(draft));
  const hasTitle = drafts.some((draft) => draft.role === 'title');
  let titled = hasTitle;
  const columns = drafts.map((draft): Column => {
    const { role, heading, year } = draft;
    if (role === 'schedule' && year) return { role, heading, year };
    if (role === 'progress' && isStatus(draft) && year) return { role: 'status', heading, year };
    if (role === 'progress') return { role: draft === narratives[0] ? 'narrative' : 'other', heading };
    if (role === 'policy' && !titled && !drafts.some((d) => d.role === 'pillar')) {
      titled = true;
      return { role: 'title', heading };
    }
    if (role === 'outline' && narratives.length === 0) return { role: 'narrative', heading };
    if (role === null || role === 'schedule') return { role: 'other', heading };
    return { role, heading };
  });
  const count = (role: Column['role']) => columns.filter((column) => column.role === role).length;
  return count('number') === 1 && count('title') === 1 && count('narrative') >= 1 ? columns : null;
}

function trimmed(row: Line): number {
  return row.cells.findLastIndex((cell) => cell !== '') + 1;
}

export function yearsOf(columns: readonly Column[], role: 'schedule' | 'status'): FiscalYear[] {
  return columns.flatMap((column) => (column.role === role ? [column.year] : [])).sort(compareYears);
}

export function isScheduleCell(cell: string): boolean {
  return cell === '' || ARROW.test(folded(cell)) || isStage(cell);
}
