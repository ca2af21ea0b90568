/** What the readers of the different tables share. */
import type { FiscalYear } from './fiscal-year.ts';
import { addYears, findYears, parseYear, startOf } from './fiscal-year.ts';
import { RATIO_MEASURE, subColumn, UNIT_IN_BRACKETS } from './form.ts';
import type { Observation, Problem, SourceRef } from './model.ts';
import { parseUnit, SHORT_YEAR, withoutNoteMarks, YEAR_DIGIT } from './notation.ts';
import { excerptOf, folded, type Line, nameOf } from './source.ts';

/** A table as found in the text: its header and its rows, with what stands around it. */
export interface Block<Layout> {
  readonly layout: Layout;
  readonly header: readonly Line[];
  readonly rows: readonly Line[];
  readonly title: string;
  readonly chapter: string;
  /** Unit lines that hold for the table, as printed: `百万円`; more than one when the line names several. */
  readonly units: readonly string[];
  readonly notes: readonly string[];
}

/** What a reader of a table hands back besides its data. A problem refuses the report, a warning does not. */
export interface Findings {
  readonly problems: Problem[];
  readonly warnings: Problem[];
  /** Lines of rows that hold no data of the table after all. */
  readonly unread: Line[];
}

export function newFindings(): Findings {
  return { problems: [], warnings: [], unread: [] };
}

export function problemAt(
  code: string,
  line: Line,
  message: string,
  more: Pick<Problem, 'named' | 'other'> = {},
): Problem {
  return { code, line: line.number, excerpt: excerptOf(line, 80), message, ...more };
}

export function refAt(report: string, line: Line, cell: number | null, chapter: string, place: string): SourceRef {
  return { report, line: line.number, cell, chapter, place };
}

/**
 * The fiscal year of a header or year cell: alone (`平成 27 年度`), with words beside it (`R2年度末見込み`), or shortened
 * after the year before it (`28年度` after `平成27年度`). Null for none, several, or a calendar month.
 */
export function yearOfCell(cell: string, before: FiscalYear | null = null): FiscalYear | null {
  if (cell.length > 40 || !YEAR_DIGIT.test(cell)) return null;
  const text = withoutNoteMarks(cell.normalize('NFKC'));
  const exact = parseYear(text);
  if (exact) return exact;
  const [only, second] = findYears(text);
  if (only && !second && only.month === null) {
    const rest = text.slice(0, only.start) + text.slice(only.end);
    return /[0-9]/u.test(rest) ? null : only.year;
  }
  const short = SHORT_YEAR.exec(folded(text))?.[1];
  if (!short || !before) return null;
  return (
    [1, -1].map((step) => addYears(before, step)).find((year) => eraYears(year).includes(Number(short) || 1)) ?? null
  );
}

/** The years within an era that a fiscal year can be called: FY2019 is 31 (平成) and 1 (令和). */
function eraYears(year: FiscalYear): number[] {
  const start = startOf(year);
  return [start - 2018, start - 1988, start - 1925, start % 100].filter((n) => n > 0);
}

/** True when a cell is nothing but a year, so that it heads a column or a row of that year. */
export function isYearCell(cell: string, before: FiscalYear | null = null): boolean {
  return cell !== '' && cell.length <= 20 && yearOfCell(cell, before) !== null;
}

/** A header as the name of a measure (no white space, no note mark) and the unit it carries in brackets. */
export function measureOf(header: string): { name: string; unit: string | null } {
  const bare = withoutNoteMarks(header);
  const inside = UNIT_IN_BRACKETS.exec(bare);
  const unit = inside?.[1] ? parseUnit(inside[1]) : null;
  return { name: nameOf(unit && inside ? bare.replace(inside[0], '') : bare).replaceAll(' ', ''), unit };
}

/** Header cells of up to three rows as one name a column: `parent（sub）`; an empty parent is that of its left neighbour. */
export function stackHeaders(rows: readonly Line[], width: number): string[] {
  const tops = rows[0]?.cells ?? [];
  let parent = '';
  return Array.from({ length: width }, (_, column) => {
    const own = tops[column] ?? '';
    if (own !== '') parent = own;
    const subs = rows
      .slice(1)
      .map((row) => row.cells[column] ?? '')
      .filter((cell) => cell !== '');
    return subs.reduce((name, sub) => subColumn(name, sub), own === '' && subs.length === 0 ? '' : parent);
  });
}

/** Warns of a table whose figures carry no unit, for nobody can tell thousands of yen from millions. Ratios need none. */
export function checkUnits(header: Line | undefined, observations: readonly Observation[], findings: Findings): void {
  const bare = observations.filter((o) => o.value !== null && !RATIO_MEASURE.test(o.measure));
  if (!header || bare.length === 0 || bare.some((o) => o.unit !== null)) return;
  const message =
    'No unit is printed with this table; its figures are given without one. Add a line with the unit above or below it.';
  findings.warnings.push(problemAt('no-unit', header, message));
}
