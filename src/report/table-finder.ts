import { type AccountLayout, detectAccount, fitsAccount } from './account-layout.ts';
import type { FiscalYear } from './fiscal-year.ts';
import { CONTINUED } from './form.ts';
import { isFigureRow } from './grid.ts';
import type { Heading } from './headings.ts';
import { isNumberCell } from './item-columns.ts';
import { detectItems, type ItemsLayout } from './item-layout.ts';
import type { Placed } from './layout.ts';
import type { StatusReader } from './legend.ts';
import { detectRanking, fitsRanking, type RankingLayout } from './ranking-layout.ts';
import { detectResults, fitsResults, type ResultsLayout } from './results-table.ts';
import type { Line } from './source.ts';
import { isYearCell } from './tables.ts';

export type Layout = AccountLayout | RankingLayout | ResultsLayout | ItemsLayout;

/** A table in the text, before its title and units are known. */
export interface FoundTable {
  readonly layout: Layout;
  readonly header: readonly Line[];
  readonly rows: Line[];
  readonly heading: Heading | null;
  readonly chapter: Heading | null;
  /** Index of the first header row among the placed lines. */
  readonly from: number;
  /** Index of the last row. */
  to: number;
}

export interface Found {
  readonly tables: readonly FoundTable[];
  /** Rows that belong to no table. */
  readonly loose: ReadonlySet<Line>;
  /** Lines with tabs and one text, which turned out to be text beside the tables. */
  readonly texts: ReadonlySet<Line>;
}

const LOOK_AHEAD = 80;

function detect(lines: readonly Line[], statusOf: StatusReader, reportYear: FiscalYear | null): Layout | null {
  return (
    detectItems(lines, statusOf, reportYear) ?? detectResults(lines) ?? detectRanking(lines) ?? detectAccount(lines)
  );
}

function fits(layout: Layout, line: Line): boolean {
  switch (layout.kind) {
    case 'account':
      return fitsAccount(layout, line);
    case 'ranking':
      return fitsRanking(layout, line);
    case 'results':
      return fitsResults(layout, line);
    case 'items':
      return isNumberCell(line.cells[layout.columns.findIndex((column) => column.role === 'number')] ?? '');
  }
}

/** True for a row of figures of about the table's width: it belongs there, though its cells have slipped. */
function resembles(layout: Layout, line: Line): boolean {
  return layout.kind !== 'items' && Math.abs(line.cells.length - layout.width) <= 1 && isFigureRow(line);
}

function sameHeader(a: readonly Line[], b: readonly Line[]): boolean {
  return a.map((line) => line.text).join('\n') === b.map((line) => line.text).join('\n');
}

/** True for a line that only names the account of the rows below it. */
function namesSubject(layout: Layout, line: Line, next: Line | undefined): boolean {
  if (layout.kind !== 'account' || layout.subject === null || (line.cells[layout.subject] ?? '') === '') return false;
  return next !== undefined && next.cells[layout.subject] === '' && isYearCell(next.cells[layout.year] ?? '');
}

/**
 * Finds the tables by their headers. A header that is repeated (a page break) goes on with the table before it, items
 * excepted: there every header is a table of its own, for it may tell the pillar. A row after other text goes on with the
 * table only when it has its shape.
 */
export function findTables(placed: readonly Placed[], statusOf: StatusReader, reportYear: FiscalYear | null): Found {
  const tables: FoundTable[] = [];
  const loose = new Set<Line>();
  const texts = new Set<Line>();
  let open: FoundTable | null = null;
  let parted = false;
  let between: string[] = [];
  for (let i = 0; i < placed.length; i++) {
    const at = placed[i];
    if (!at || at.kind === 'blank' || at.kind === 'furniture' || at.kind === 'unit') continue;
    if (at.kind !== 'row') {
      parted = true;
      if (at.kind === 'text') between.push(at.line.text);
      if (at.kind === 'heading' && open && at.heading?.text !== open.heading?.text && !groups(open, placed, i))
        open = null;
      continue;
    }
    // A row that has the shape of the open table cannot be a header, for headers hold words where rows hold figures.
    const belongs: boolean = open !== null && fits(open.layout, at.line);
    const ahead: Line[] = belongs ? [] : rowsFrom(placed, i);
    const layout: Layout | null = belongs ? null : (repeated(ahead, tables) ?? detect(ahead, statusOf, reportYear));
    if (layout) {
      const header = ahead.slice(0, layout.headerRows);
      const before: FoundTable | undefined = tables.at(-1);
      const goesOn =
        before !== undefined &&
        layout.kind !== 'items' &&
        before.heading?.text === at.heading?.text &&
        sameHeader(before.header, header) &&
        between.every((text) => CONTINUED.test(text));
      if (goesOn) open = before;
      else {
        open = { layout, header, rows: [], heading: at.heading, chapter: at.chapter, from: i, to: i };
        tables.push(open);
      }
      i = placed.findIndex((p, k) => k >= i && p.line === header.at(-1));
      open.to = i;
    } else if (
      at.line.filled === 1 &&
      !(belongs || (open && namesSubject(open.layout, at.line, placed[i + 1]?.line)))
    ) {
      texts.add(at.line);
      between.push(at.line.text);
      parted = true;
      continue;
    } else if (open && (!parted || belongs || resembles(open.layout, at.line))) {
      open.rows.push(at.line);
      open.to = i;
    } else {
      open = null;
      loose.add(at.line);
    }
    parted = false;
    between = [];
  }
  return { tables, loose, texts };
}

/** True for a heading below the chapter's between the items of one table, which groups those behind it. */
function groups({ layout, chapter }: FoundTable, placed: readonly Placed[], at: number): boolean {
  const next = placed.slice(at + 1).find(({ kind }) => kind !== 'blank' && kind !== 'furniture');
  const isWithin = next?.kind === 'row' && next.chapter?.text === chapter?.text;
  return layout.kind === 'items' && isWithin && fits(layout, next.line);
}

/** An item table whose header is repeated without its second row: it has the columns of the table before it. */
function repeated(ahead: readonly Line[], tables: readonly FoundTable[]): Layout | null {
  const [top, next] = ahead;
  const known = tables.findLast(({ layout }) => layout.kind === 'items');
  if (!top || !next || known?.layout.kind !== 'items' || known.header.length < 2) return null;
  if (known.header[0]?.text !== top.text || !fits(known.layout, next)) return null;
  return { ...known.layout, headerRows: 1 };
}

/** The rows from here on, blank lines left out, up to the next line of another kind. */
function rowsFrom(placed: readonly Placed[], from: number): Line[] {
  const rows: Line[] = [];
  for (let i = from; i < placed.length && rows.length < LOOK_AHEAD; i++) {
    const at = placed[i];
    if (at?.kind === 'row') rows.push(at.line);
    else if (at?.kind !== 'blank') break;
  }
  return rows;
}
