import { compareYears, type FiscalYear } from './fiscal-year.ts';
import { RANK_HEADER, SECTION_HEADER } from './form.ts';
import { parseFigure } from './notation.ts';
import { folded, type Line } from './source.ts';
import { isYearCell, measureOf, yearOfCell } from './tables.ts';

/** One year of a ranking: the column of names and the columns of values beside it. */
export interface RankingGroup {
  readonly year: FiscalYear;
  readonly name: number;
  readonly values: readonly { readonly column: number; readonly name: string; readonly unit: string | null }[];
}

export interface RankingLayout {
  readonly kind: 'ranking';
  readonly headerRows: number;
  readonly width: number;
  readonly groups: readonly RankingGroup[];
  /** Columns of ranks: they repeat the order and hold no figure. */
  readonly ranks: readonly number[];
  /** False when the years do not stand above their columns, so that a value may come under another year. */
  readonly regular: boolean;
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
  if (starts.length === 0 || second.cells.some((cell) => isYearCell(cell))) return null;
  // One column of names before all years is a table of another kind; a name less than years is a header that lost a cell.
  const first = starts[0]?.column ?? 0;
  if (names.length < starts.length - 1 || names.every((at) => at < first)) return null;
  const ranks = [...top.cells.entries(), ...second.cells.entries()]
    .filter(([, cell]) => RANK_HEADER.test(folded(cell)))
    .map(([i]) => i);
  const width = Math.max(top.cells.length, second.cells.length);
  const groups = starts.flatMap(({ column, year }, i): RankingGroup[] => {
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
  const regular = isRegular(starts, groups, second, ranks);
  return { kind: 'ranking', headerRows: 2, width, groups, ranks, regular };
}

/**
 * True when every year stands above the first column of its group, all groups have as many columns, no column is without
 * a group, and the years run one way. A cell lost or added in the header breaks this.
 */
function isRegular(
  starts: readonly { readonly column: number; readonly year: FiscalYear }[],
  groups: readonly RankingGroup[],
  second: Line,
  ranks: readonly number[],
): boolean {
  const sizes = groups.map(({ values }) => values.length);
  const covered = new Set([...ranks, ...groups.flatMap(({ name, values }) => [name, ...values.map((v) => v.column)])]);
  const steps = starts.slice(1).map(({ year }, i) => Math.sign(compareYears(year, starts[i]?.year ?? year)));
  return (
    groups.length === starts.length &&
    sizes.every((size) => size > 0 && size === sizes[0]) &&
    groups.every(({ name }, i) => {
      const start = starts[i]?.column ?? -1;
      return name === start || (name === start + 1 && ranks.includes(start));
    }) &&
    groups.every(({ name, values }) => values.every(({ column }, k) => column === name + 1 + k)) &&
    second.cells.every((cell, i) => cell === '' || covered.has(i)) &&
    steps.every((step) => step !== 0 && step === steps[0])
  );
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
