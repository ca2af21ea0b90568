import { compareYears, type FiscalYear } from './fiscal-year.ts';
import {
  COUNT_HEADER,
  hasSentence,
  MARK_SEPARATORS,
  PILLAR_HEADER,
  statusOfMark,
  statusOfMeaning,
  TOTAL_LABEL,
  YEAR_BEFORE_MARK,
} from './form.ts';
import { type Grid, gridOf, isFigureCell, isHeaderStraight, isStraight } from './grid.ts';
import { withoutNumber } from './headings.ts';
import { isNumberCell } from './item-columns.ts';
import type { Figure, PillarResult, ResultsTable, Status, StatusCount } from './model.ts';
import { hasNoteMark } from './notation.ts';
import { folded, foldSpaces, type Line, nameOf } from './source.ts';
import { type Block, type Findings, problemAt, refAt, yearOfCell } from './tables.ts';

export interface ResultsLayout {
  readonly kind: 'results';
  readonly headerRows: number;
  readonly width: number;
  readonly pillar: number;
  readonly total: number | null;
  readonly counts: readonly {
    readonly column: number;
    readonly year: FiscalYear;
    readonly statuses: readonly Status[];
  }[];
}

/** A header cell of marks: `○`, `×(-)`, `△一部実施`. Null when it is none. */
function statusesOf(cell: string): Status[] | null {
  const text = folded(cell);
  if (text === '' || text.length > 24) return null;
  const parts = text.split(MARK_SEPARATORS).filter((part) => part !== '');
  const statuses = parts.map((part) => statusOfMark(part) ?? statusOfMark([...part][0] ?? ''));
  if (statuses.every((status) => status !== null) && statuses.length > 0 && statuses.length <= 2) return statuses;
  const words = parts.map((part) => statusOfMeaning(part));
  return words.every((status) => status !== null) && words.length > 0 && words.length <= 2 ? words : null;
}

/** A row of an item has marks and years too, but also a number and running text, which no header has. */
function isHeaderRow({ cells }: Line): boolean {
  return !cells.some((cell) => hasSentence(cell) || isNumberCell(cell));
}

/** A header of years over marks of status: the layout of the results table, or null. */
export function detectResults(lines: readonly Line[]): ResultsLayout | null {
  for (const headerRows of [2, 3, 1]) {
    const header = lines.slice(0, headerRows);
    const last = header.at(-1);
    if (!last || header.length < headerRows || !header.every(isHeaderRow)) continue;
    const width = Math.max(...header.map((line) => line.cells.length));
    const counts: { column: number; year: FiscalYear; statuses: Status[] }[] = [];
    let year: FiscalYear | null = null;
    for (let column = 0; column < width; column++) {
      const above = header.slice(0, -1).map((line) => line.cells[column] ?? '');
      const own = last.cells[column] ?? '';
      for (const cell of headerRows === 1 ? [own] : above) if (cell !== '') year = yearOfCell(cell);
      const statuses = statusesOf(headerRows === 1 ? own.replace(YEAR_BEFORE_MARK, '') : own);
      if (statuses && year) counts.push({ column, year, statuses });
    }
    const marked = last.cells.filter((cell) => statusOfMark(folded(cell)) !== null).length;
    if (counts.length < 2 || (marked < 2 && headerRows !== 1)) continue;
    const names = Array.from({ length: width }, (_, i) => folded(header.map((line) => line.cells[i] ?? '').join('')));
    const free = names.map((_, i) => i).filter((i) => !counts.some((c) => c.column === i) && names[i] !== '');
    const total = free.find((i) => COUNT_HEADER.test((names[i] ?? '').replace(/\(.*$/u, ''))) ?? null;
    const pillar =
      free.find((i) => i !== total && PILLAR_HEADER.test(names[i] ?? '')) ??
      free.find((i) => i !== total) ??
      (total === 0 ? null : 0);
    if (pillar === null) continue;
    return { kind: 'results', headerRows, width, pillar, total, counts };
  }
  return null;
}

/** True for a row that can belong to the table: a name, and counts in the columns of counts. */
export function fitsResults(layout: ResultsLayout, line: Line): boolean {
  if (line.cells.length > layout.width + 1 || (line.cells[layout.pillar] ?? '') === '') return false;
  const cells = layout.counts.map(({ column }) => line.cells[column] ?? '');
  return cells.some((cell) => parseCounts(cell)) && cells.every((cell) => parseCounts(cell) || isMissing(cell));
}

function isMissing(cell: string): boolean {
  return cell === '' || statusOfMark(folded(cell)) === 'later';
}

const COUNTS = /^(?<first>[0-9,]+)(?:\((?<second>[0-9,]+)\)(?!%))?(?:\(?(?<share>[0-9]+(?:\.[0-9]+)?)%\)?)?$/u;

/** `4 (44.4%)`, `0(4) (44.4%)`, `2※ (28.5%)`: one or two counts and the share printed with them; null for anything else. */
export function parseCounts(
  cell: string,
): { counts: number[]; share: Figure | null; noted: boolean; print: string } | null {
  const print = foldSpaces(cell.normalize('NFKC'));
  const groups = COUNTS.exec(folded(print).replace(/※[0-9]?|\*/gu, ''))?.groups;
  if (!groups) return null;
  const counts = [groups.first, groups.second].filter((n) => n !== undefined).map((n) => Number(n.replaceAll(',', '')));
  const share = groups.share;
  return {
    counts,
    share: share === undefined ? null : { value: Number(share), unit: '%', print: `${share}%` },
    noted: hasNoteMark(print),
    print,
  };
}

/** Reads the table of counts by pillar, status and year. A cell that is no count refuses the report. */
export function readResults(block: Block<ResultsLayout>, report: string, findings: Findings): ResultsTable {
  const { layout, title, chapter } = block;
  const columns = [layout.pillar, layout.total ?? 0, ...layout.counts.map(({ column }) => column)];
  const grid = gridOf(block.header, block.rows, Math.max(...columns) + 1);
  checkHeader(block, grid, findings);
  const rows = block.rows.map((line): PillarResult => {
    const label = line.cells[layout.pillar] ?? '';
    if (isFigureCell(label) || parseCounts(label) || !isStraight(line.cells, grid)) {
      const message = `This row has ${line.cells.length} cells where ${grid.usual} are usual, or no name where one should stand. Give it one cell for every column.`;
      findings.problems.push(problemAt('unassigned-cells', line, message));
      return {
        pillar: '',
        label,
        total: null,
        totalShare: null,
        counts: [],
        source: refAt(report, line, null, chapter, title),
      };
    }
    const totalCell = layout.total === null ? '' : (line.cells[layout.total] ?? '');
    const total = totalCell === '' ? null : parseCounts(totalCell);
    if (totalCell !== '' && !total) findings.problems.push(unreadable(line, totalCell));
    if (label === '')
      findings.problems.push(problemAt('unassigned-cells', line, 'This row of the results table has no name. Add it.'));
    const counts = layout.counts.flatMap(({ column, year, statuses }): StatusCount[] => {
      const cell = line.cells[column] ?? '';
      const read = parseCounts(cell);
      if (read && read.counts.length === statuses.length) {
        return [{ year, statuses, ...read, source: refAt(report, line, column, chapter, title) }];
      }
      if (isMissing(cell)) {
        findings.warnings.push(
          problemAt(
            'missing-count',
            line,
            'A cell of the results table is empty; it is taken as not stated, not as 0.',
          ),
        );
      } else findings.problems.push(unreadable(line, cell));
      return [];
    });
    const extra = line.cells.find((cell, i) => cell !== '' && !columns.includes(i));
    if (extra !== undefined)
      findings.problems.push(problemAt('unassigned-cells', line, `The cell "${extra}" stands under no column header.`));
    return {
      pillar: nameOf(withoutNumber(label)),
      label,
      total: total?.counts[0] ?? null,
      totalShare: total?.share ?? null,
      counts,
      source: refAt(report, line, null, chapter, title),
    };
  });
  const isTotal = (row: PillarResult) => TOTAL_LABEL.test(folded(row.label));
  return {
    title,
    chapter,
    years: [...new Set(layout.counts.map((c) => c.year))].sort(compareYears),
    pillars: rows.filter((row) => !isTotal(row)),
    total: rows.find(isTotal) ?? null,
    notes: block.notes,
    source: refAt(
      report,
      block.header[0] ?? block.rows[0] ?? { number: 0, cells: [], text: '', filled: 0, tabbed: false },
      null,
      chapter,
      title,
    ),
  };
}

/** A header of which a cell was lost or added puts counts under another status or year: then a year has a status twice. */
function checkHeader({ header, layout }: Block<ResultsLayout>, grid: Grid, findings: Findings): void {
  const [top] = header;
  const heads = layout.counts.flatMap(({ year, statuses }) => statuses.map((status) => `${year} ${status}`));
  if (!top || (isHeaderStraight(header, grid) && new Set(heads).size === heads.length)) return;
  const message = 'The years and marks of this header do not stand above their columns. Give every row as many cells.';
  findings.problems.push(problemAt('unassigned-cells', top, message));
}

function unreadable(line: Line, cell: string) {
  return problemAt(
    'unreadable-number',
    line,
    `The cell "${cell}" is not a count with a share, like 4 (44.4%). Correct it.`,
    { named: cell },
  );
}
