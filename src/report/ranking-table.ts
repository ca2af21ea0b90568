import { compareYears } from './fiscal-year.ts';
import { AVERAGE_LABEL, RATIO_MEASURE, TOTAL_LABEL, topOfCaption, unitInName } from './form.ts';
import { type Grid, gridOf, isFigureCell } from './grid.ts';
import type { FigureTable, Observation } from './model.ts';
import { parseFigure, withoutNoteMarks } from './notation.ts';
import type { RankingGroup, RankingLayout } from './ranking-layout.ts';
import { folded, type Line, nameOf } from './source.ts';
import { type Marked, withNotes } from './table-notes.ts';
import { type Block, checkUnits, type Findings, problemAt, refAt } from './tables.ts';

/** Reads a ranking. Anything but a name with all its values, or a gap at the end of a year, refuses the report. */
export function readRanking(block: Block<RankingLayout>, id: string, report: string, findings: Findings): FigureTable {
  const { layout, title, chapter } = block;
  const [header] = block.header;
  if (header && !layout.regular) {
    const message = 'The years of this header do not stand above their columns. Give every year as many cells.';
    findings.problems.push(problemAt('unassigned-cells', header, message));
  }
  const needed = Math.max(...layout.groups.flatMap((group) => group.values.map(({ column }) => column))) + 1;
  const grid = gridOf(block.header, block.rows, needed);
  const observations: Observation[] = [];
  const money = block.units.find((unit) => unit !== '%') ?? null;
  for (const line of layout.regular ? block.rows : []) {
    const unclear = whyUnclear(layout, grid, line, observations);
    if (unclear !== null) findings.problems.push(problemAt('unassigned-cells', line, unclear));
    for (const group of unclear === null ? layout.groups : []) {
      const cell = line.cells[group.name] ?? '';
      if (isGap(group, line)) continue;
      for (const { column, name, unit } of group.values) {
        const ratio = RATIO_MEASURE.test(name);
        const fallback = unit ?? unitInName(name) ?? (ratio ? (block.units.includes('%') ? '%' : null) : money);
        const figure = parseFigure(line.cells[column] ?? '', fallback);
        const whole = TOTAL_LABEL.test(folded(cell));
        const at = {
          table: id,
          subject: nameOf(withoutNoteMarks(cell)).replaceAll(' ', ''),
          measure: name,
          year: group.year,
          role: whole || isAverage(cell) ? 'average' : 'value',
          source: refAt(report, line, column, chapter, title),
        } as const;
        if (!figure) {
          // It keeps its place, so that the rows below are not taken to stand below a gap.
          observations.push({ ...at, value: null, unit: null, print: line.cells[column] ?? '' });
          const named = line.cells[column] ?? '';
          const message = `The cell "${named}" (${name}) is not a number. Correct it in the text of the report.`;
          findings.problems.push(problemAt('unreadable-number', line, message, { named }));
        } else if (whole && figure.unit !== '%') {
          const message = `The total "${cell}" is no section; it was left out of the ranking.`;
          findings.warnings.push(problemAt('total-in-ranking', line, message));
        } else {
          observations.push({ ...figure, ...at });
        }
      }
    }
  }
  checkTwice(observations, block, findings);
  checkUnits(header, observations, findings);
  const listed = observations.filter((o) => o.role === 'value');
  const table: FigureTable = {
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
  return withNotes(table, markedCells(block, observations));
}

/** The cells in which a note mark can stand, with what they stand for. */
function markedCells({ layout, header, rows }: Block<RankingLayout>, observations: readonly Observation[]): Marked[] {
  const lines = new Map(rows.map((line) => [line.number, line]));
  const heads = layout.groups.flatMap(({ year, name, values }) =>
    header.flatMap(({ cells }) => [
      { cell: cells[name] ?? '', year },
      ...values.map(({ column, name: measure }) => ({ cell: cells[column] ?? '', year, measure })),
    ]),
  );
  return observations.reduce<Marked[]>((found, { source, subject, year, measure }) => {
    const cells = lines.get(source.line)?.cells ?? [];
    const name = layout.groups.find((group) => group.year === year)?.name ?? -1;
    found.push(
      { cell: cells[name] ?? '', subject, year },
      { cell: cells[source.cell ?? -1] ?? '', subject, year, measure },
    );
    return found;
  }, heads);
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

const isAverage = (name: string) => AVERAGE_LABEL.test(folded(name));

/** True when a year has nothing in this row: its list is shorter than that of another year. */
function isGap({ name, values }: RankingGroup, { cells }: Line): boolean {
  const isNothing = (cell = '') => cell === '' || parseFigure(cell, null)?.value === null;
  return isNothing(cells[name]) && values.every(({ column }) => isNothing(cells[column]));
}

/** Why it is not clear which value belongs to which name and year in a row, or null. `above` is what was read before. */
function whyUnclear(
  { groups, ranks }: RankingLayout,
  { usual }: Grid,
  line: Line,
  above: readonly Observation[],
): string | null {
  const { cells } = line;
  const known = new Set([...ranks, ...groups.flatMap((group) => [group.name, ...group.values.map((v) => v.column)])]);
  const extra = cells.find((cell, i) => cell !== '' && !known.has(i));
  if (extra !== undefined) return `The cell "${extra}" stands under no column header. Give it one, or remove it.`;
  const rank = ranks.map((i) => cells[i] ?? '').find((cell) => !Number.isInteger(parseFigure(cell, null)?.value ?? 0));
  if (rank !== undefined) return `The cell "${rank}" is no rank. Align the cells of this row with the header.`;
  for (const group of groups.filter((each) => !isGap(each, line))) {
    const { name, values, year } = group;
    const label = cells[name] ?? '';
    const blank = values.find(({ column }) => (cells[column] ?? '') === '');
    if (label === '')
      return `The value "${cells[values[0]?.column ?? name]}" has no name beside it. Add the name, or remove the value.`;
    if (isFigureCell(label))
      return `The number "${label}" stands where a name should. Align the cells with the header.`;
    if (blank) return `"${label}" has no value beside it (${blank.name}). Add the value, or remove the name.`;
    const listed = above.filter((o) => o.role === 'value' && o.year === year && o.measure === values[0]?.name);
    if (isAverage(label) || TOTAL_LABEL.test(folded(label))) continue;
    // A pair lost from the middle of a row lets the pairs behind it come under the year before.
    const own = above.filter((o) => o.year === year && o.measure === values[0]?.name).length;
    if (own < new Set(above.map((o) => o.source.line)).size)
      return `"${label}" stands below a gap of its column. Align the cells with the header.`;
    const value = parseFigure(cells[values[0]?.column ?? name] ?? '', null)?.value ?? null;
    if (cells.length < usual && breaksOrder(listed, value))
      return `"${label}" does not fit into the order of its column, and cells of this row are missing. Add them.`;
  }
  return null;
}

/** True when values fall (or rise) all the way down and this one does not. */
function breaksOrder(listed: readonly Observation[], value: number | null): boolean {
  const values = listed.flatMap((o) => o.value ?? []);
  const isSorted = (all: readonly number[], sign: number) =>
    all.every((one, i) => i === 0 || sign * (one - (all[i - 1] ?? one)) >= 0);
  return (
    value !== null && [1, -1].some((s) => isSorted(values, s)) && ![1, -1].some((s) => isSorted([...values, value], s))
  );
}

function checkTwice(observations: readonly Observation[], block: Block<RankingLayout>, findings: Findings): void {
  const seen = new Map<string, number>();
  for (const o of observations) {
    const key = `${o.year} ${o.subject} ${o.measure}`;
    const line = block.rows.find((row) => row.number === o.source.line);
    const other = seen.get(key);
    if (other !== undefined && line) {
      const message = `${o.subject} stands twice in ${o.year}, also in line ${other}. Keep one.`;
      findings.problems.push(problemAt('duplicate-row', line, message, { other }));
    } else seen.set(key, o.source.line);
  }
}
