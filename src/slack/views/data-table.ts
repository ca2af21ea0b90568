import type { DataTableBlock, RawNumberElement, RawTextElement } from '@slack/types';
import type { AnswerCell, AnswerTable } from '../../answer/part.ts';
import { wordingFor } from '../../answer/wording.ts';
import type { SlackWording } from '../wording.ts';
import { oneLine } from './escape.ts';
import { cut, LIMITS } from './limits.ts';

/** A run of rows that fits into one message. `from` counts from 0, `to` is the row after the last. */
export interface TablePage {
  readonly from: number;
  readonly to: number;
}

/** Rows that Slack shows before the reader turns its own pages. */
const ROWS_AT_ONCE = 20;
/** More lines of text than this are not read on a phone. */
const LINES_AT_ONCE = 50;
/** One row with its labels finds room in a message of plain sections too, however many columns there are. */
const ROW_CHARACTERS = 1_200;
const HEADER_CHARACTERS = 600;
const CELL = 400;
const LABEL = 100;
const CAPTION = 150;

/** A table as Slack takes it: no empty cell, at most 20 columns, every row of one length. */
export interface ReadyTable {
  readonly caption: string;
  readonly labels: readonly string[];
  readonly rows: readonly (readonly (RawTextElement | RawNumberElement)[])[];
  /** Columns that found no room. */
  readonly left: number;
}

/** Null for a table without rows or columns. */
export function readyTable(table: AnswerTable, words: SlackWording): ReadyTable | null {
  const columns = table.columns.slice(0, LIMITS.dataTable.columns);
  if (columns.length === 0 || table.rows.length === 0) return null;
  const cellMax = Math.min(CELL, Math.floor(ROW_CHARACTERS / columns.length));
  const labelMax = Math.min(LABEL, Math.floor(HEADER_CHARACTERS / columns.length));
  return {
    caption: cut(oneLine(words.table(oneLine(table.caption))), CAPTION),
    labels: columns.map(({ label }) => cut(oneLine(label), labelMax) || words.notStated),
    rows: table.rows.map((row) => columns.map((_, i) => cellOf(row[i], cellMax, words))),
    left: table.columns.length - columns.length,
  };
}

/** A number carries its printed form, and a minus is said beside it; a figure is never cut, since it would be another one. */
function cellOf(cell: AnswerCell | undefined, max: number, words: SlackWording): RawTextElement | RawNumberElement {
  const print = oneLine(cell?.text ?? '');
  if (print === '') return { type: 'raw_text', text: words.notStated };
  const value = cell?.value ?? null;
  if (value === null || !Number.isFinite(value)) return { type: 'raw_text', text: cut(print, max) };
  const said = value < 0 ? wordingFor(words.language).amount({ value, print, unit: null }) : print;
  return { type: 'raw_number', value, text: said.length <= max ? said : words.doesNotFit };
}

/** Pages of rows for `dataTable`. */
export function tablePages(table: ReadyTable): TablePage[] {
  const header = sum(table.labels.map((l) => l.length));
  const { characters, rows } = LIMITS.dataTable;
  return paged(
    table.rows.map((row) => sum(row.map((cell) => cell.text.length))),
    characters - header,
    rows - 1,
  );
}

/** Pages of rows for `tableLines`, each within `characters`. */
export function linePages(table: ReadyTable, characters: number, words: SlackWording): TablePage[] {
  return paged(
    table.rows.map((row) => 1 + lineOf(table, row, words).length),
    characters - table.caption.length,
    LINES_AT_ONCE,
  );
}

/** Runs of rows of these sizes, each within the room and at most `most` rows; every run has one row at least. */
function paged(sizes: readonly number[], room: number, most: number): TablePage[] {
  const pages: TablePage[] = [];
  let from = 0;
  let used = 0;
  sizes.forEach((size, i) => {
    if (i > from && (used + size > room || i - from >= most)) {
      pages.push({ from, to: i });
      from = i;
      used = 0;
    }
    used += size;
  });
  return [...pages, { from, to: sizes.length }];
}

export function dataTable(table: ReadyTable, { from, to }: TablePage): DataTableBlock {
  return {
    type: 'data_table',
    caption: table.caption,
    rows: [
      table.labels.map((text) => ({ type: 'raw_text' as const, text })),
      ...table.rows.slice(from, to).map((row) => [...row]),
    ],
    page_size: Math.min(ROWS_AT_ONCE, to - from),
    row_header_column_index: headerColumn(table),
  };
}

/** The column that tells the rows apart: one of words if there is, so that a screen reader names the row by it. */
function headerColumn({ labels, rows }: ReadyTable): number {
  const tells = labels.map((_, i) => new Set(rows.map((row) => row[i]?.text)).size === rows.length);
  const words = labels.findIndex((_, i) => tells[i] && rows.every((row) => row[i]?.type === 'raw_text'));
  return Math.max(0, words < 0 ? tells.indexOf(true) : words);
}

/** The same rows as lines of text. */
export function tableLines(table: ReadyTable, { from, to }: TablePage, words: SlackWording): string {
  return [table.caption, ...table.rows.slice(from, to).map((row) => lineOf(table, row, words))].join('\n');
}

function lineOf({ labels }: ReadyTable, row: ReadyTable['rows'][number], words: SlackWording): string {
  return words.row(row.map((cell, i) => [labels[i] ?? '', cell.text] as const));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
