import { compareYears, type FiscalYear } from './fiscal-year.ts';
import {
  AVERAGE_LABEL,
  RANK_HEADER,
  RATIO_MEASURE,
  SECTION_HEADER,
  TOTAL_LABEL,
  topOfCaption,
  unitInName,
} from './form.ts';
import type { FigureTable, Observation } from './model.ts';
import { parseFigure, withoutNoteMarks } from './notation.ts';
import { folded, type Line, nameOf } from './source.ts';
import { type Block, type Findings, isYearCell, measureOf, problemAt, refAt, yearOfCell } from './tables.ts';

/** One year of a ranking: the column of names and the columns of values beside it. */
interface Group {
  readonly year: FiscalYear;
  readonly name: number;
  readonly values: readonly { readonly column: number; readonly name: string; readonly unit: string | null }[];
}

export interface RankingLayout {
  readonly kind: 'ranking';
  readonly headerRows: number;
  readonly width: number;
  readonly groups: readonly Group[];
  /** Columns of ranks: they repeat the order and hold no figure. */
  readonly ranks: readonly number[];
}

/** Years in the first row, a name and a value column under each: the layout of a ranking, or null. */
export function detectRanking(lines: readonly Line[]): RankingLayout | null {
  const [top, second] = lines;
  if (!top || !second) return null;
  const starts: { column: number; year: FiscalYear }[] = [];
  for (const [column, cell] of top.cells.entries()) {
    const year = yearOfCell(cell, starts.at(-1)?.year ?? null);
    if (cell !== '' && !year && !RANK_HEADER.test(folded(cell))) return null;
    if (year) starts.push({ column, year });
  }
  const names = second.cells.flatMap((cell, i) => (SECTION_HEADER.test(folded(cell)) ? [i] : []));
  if (starts.length === 0 || names.length < starts.length || second.cells.some((cell) => isYearCell(cell))) return null;
  const ranks = [...top.cells.entries(), ...second.cells.entries()]
    .filter(([, cell]) => RANK_HEADER.test(folded(cell)))
    .map(([i]) => i);
  const width = Math.max(top.cells.length, second.cells.length);
  const groups = starts.flatMap(({ column, year }, i): Group[] => {
    const end = starts[i + 1]?.column ?? width;
    const name = names.find((at) => at >= column && at < end);
    if (name === undefined) return [];
    const values = second.cells.flatMap((cell, at) =>
      at < column || at >= end || at === name || ranks.includes(at) || cell === ''
        ? []
        : [{ column: at, ...measureOf(cell) }],
    );
    return [{ year, name, values }];
  });
  if (groups.length !== starts.length || groups.some((group) => group.values.length === 0)) return null;
  return { kind: 'ranking', headerRows: 2, width, groups, ranks };
}

/** True for a row that can belong to the ranking: names, and beside them numbers in every filled value column. */
export function fitsRanking(layout: RankingLayout, line: Line): boolean {
  if (line.cells.length > layout.width + 1 || line.filled < 2) return false;
  const values = layout.groups.flatMap(({ name, values }) =>
    values.map(({ column }) => ({ name: line.cells[name] ?? '', value: line.cells[column] ?? '' })),
  );
  return (
    values.every(({ value }) => parseFigure(value, null) !== null) &&
    values.some(({ name, value }) => value !== '' && name !== '' && !isYearCell(name))
  );
}

/** Reads a ranking. A value without a name, or a name beside something that is no number, refuses the report. */
export function readRanking(block: Block<RankingLayout>, id: string, report: string, findings: Findings): FigureTable {
  const { layout, title, chapter } = block;
  const observations: Observation[] = [];
  const money = block.units.find((unit) => unit !== '%') ?? null;
  for (const line of block.rows) {
    for (const group of layout.groups) {
      const cell = line.cells[group.name] ?? '';
      for (const { column, name, unit } of group.values) {
        const ratio = RATIO_MEASURE.test(name);
        const fallback = unit ?? unitInName(name) ?? (ratio ? (block.units.includes('%') ? '%' : null) : money);
        const figure = parseFigure(line.cells[column] ?? '', fallback);
        if (cell === '' && figure?.print === '') continue;
        if (!figure) {
          const message = `The cell "${line.cells[column]}" (${name}) is not a number. Correct it in the text of the report.`;
          findings.problems.push(problemAt('unreadable-number', line, message));
        } else if (cell === '') {
          const message = `The value "${figure.print}" has no name beside it. Add the name, or remove the value.`;
          findings.problems.push(problemAt('unassigned-cells', line, message));
        } else {
          const source = refAt(report, line, column, chapter, title);
          const whole = TOTAL_LABEL.test(folded(cell));
          if (whole && figure.unit !== '%') {
            const message = `The total "${cell}" is no section; it was left out of the ranking.`;
            findings.warnings.push(problemAt('total-in-ranking', line, message));
            continue;
          }
          const role = whole || AVERAGE_LABEL.test(folded(cell)) ? 'average' : 'value';
          observations.push({
            ...figure,
            table: id,
            subject: nameOf(withoutNoteMarks(cell)).replaceAll(' ', ''),
            measure: name,
            year: group.year,
            role,
            source,
          });
        }
      }
    }
    checkOverflow(layout, line, findings);
  }
  checkTwice(observations, block, findings);
  const listed = observations.filter((o) => o.role === 'value');
  return {
    id,
    kind: 'ranking',
    title,
    chapter,
    unit: observations.find((o) => o.unit !== null)?.unit ?? money,
    subjects: [...new Set(listed.map((o) => o.subject))],
    measures: [...new Set(layout.groups.flatMap((group) => group.values.map((value) => value.name)))],
    years: layout.groups.map((group) => group.year).sort(compareYears),
    observations,
    top: topOf(title, layout, listed),
    notes: block.notes,
    source: { report, line: block.header[0]?.number ?? 0, cell: null, chapter, place: title },
  };
}

/** The number of the caption holds only when no year lists more than that. */
function topOf(title: string, layout: RankingLayout, listed: readonly Observation[]): number | null {
  const top = topOfCaption(title.normalize('NFKC'));
  const longest = Math.max(
    0,
    ...layout.groups.map((g) => listed.filter((o) => o.year === g.year && o.measure === g.values[0]?.name).length),
  );
  return top !== null && longest <= top ? top : null;
}

function checkOverflow(layout: RankingLayout, line: Line, findings: Findings): void {
  const known = new Set([...layout.ranks, ...layout.groups.flatMap((g) => [g.name, ...g.values.map((v) => v.column)])]);
  const extra = line.cells.findIndex((cell, i) => cell !== '' && !known.has(i));
  if (extra < 0) return;
  const message = `The cell "${line.cells[extra]}" stands under no column header. Give it one, or remove it.`;
  findings.problems.push(problemAt('unassigned-cells', line, message));
}

function checkTwice(observations: readonly Observation[], block: Block<RankingLayout>, findings: Findings): void {
  const seen = new Set<string>();
  for (const o of observations) {
    const key = `${o.year} ${o.subject} ${o.measure}`;
    const line = block.rows.find((row) => row.number === o.source.line);
    if (seen.has(key) && line)
      findings.problems.push(problemAt('duplicate-row', line, `${o.subject} stands twice in ${o.year}. Keep one.`));
    seen.add(key);
  }
}
