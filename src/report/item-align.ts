import { ARROW, isSectionName, isStage } from './form.ts';
import { type Column, isNumberCell } from './item-layout.ts';
import type { StatusReader } from './legend.ts';
import { folded } from './source.ts';

/** What a row's cells were taken for: one cell index (or null: not printed) for every column, and the spare pillar cell. */
export interface Assignment {
  readonly cells: readonly (number | null)[];
  /** A cell before the policy that the header has no column for: the pillar, split from it. */
  readonly spare: number | null;
}

const IMPOSSIBLE = 1000;
/** What leaving out a column costs: what reports do lose (owner, policy) is cheap, what they never lose is dear. */
const MISSING: Readonly<Record<Column['role'], number>> = {
  number: IMPOSSIBLE,
  title: 60,
  narrative: 50,
  outline: 40,
  status: 45,
  schedule: 45,
  owner: 20,
  policy: 20,
  pillar: 20,
  other: 20,
};
const SPARE_FILLED = 8;
const SPARE_EMPTY = 5;
const EMPTY_EXTRA = 10;

function isSentence(cell: string): boolean {
  return /[。！]|です|ます$|する$|った$/u.test(cell) || cell.length > 60;
}

/** How badly a cell fits a column, 0 for well. The shapes are those of the form, not of one report. */
export function misfit(column: Column, cell: string, statusOf: StatusReader): number {
  const short = cell.length <= 4;
  const sentence = isSentence(cell);
  const arrow = ARROW.test(folded(cell));
  const mark = short && !arrow && statusOf(cell) !== null && cell.length <= 2;
  switch (column.role) {
    case 'number':
      return isNumberCell(cell) ? 0 : IMPOSSIBLE;
    case 'schedule':
      if (cell === '' || arrow) return 0;
      if (isStage(cell)) return 0;
      return mark ? 15 : cell.length <= 12 ? 8 : sentence ? 60 : 30;
    case 'status':
      if (cell === '') return 25;
      if (statusOf(cell) !== null) return 0;
      return short ? 12 : sentence ? 80 : 40;
    case 'owner':
      if (cell === '') return 12;
      if (mark || arrow) return 60;
      if (sentence) return 60;
      return cell.split(/[ 、,，・／/]/u).every((part) => isSectionName(part)) ? 0 : cell.length <= 24 ? 15 : 30;
    case 'title':
      if (cell === '') return 80;
      return mark || arrow ? 60 : sentence ? 30 : isStage(cell) && cell.length <= 4 ? 20 : cell.length > 45 ? 12 : 0;
    case 'policy':
    case 'pillar':
      if (cell === '') return 0;
      return mark || arrow ? 60 : sentence ? 40 : isStage(cell) && cell.length <= 4 ? 20 : 0;
    case 'outline':
    case 'narrative':
      if (cell === '') return 25;
      if (mark || arrow) return 60;
      return sentence || cell.length >= 40
        ? 0
        : isStage(cell) && cell.length <= 8
          ? 25
          : cell.split(/[ 、]/u).every((p) => isSectionName(p))
            ? 30
            : 10;
    case 'other':
      return 0;
  }
}

interface State {
  readonly cost: number;
  readonly assigned: readonly (number | null)[];
  readonly spare: number | null;
}

/**
 * Lays the cells of a row under the columns of its header, in order, with the least misfit: a column may be missing, an
 * empty cell may be too many, and a filled cell may be too many before the policy (a pillar split from it). Null when
 * nothing fits, `ambiguous` when two ways fit equally well and put a text under different columns.
 */
export function alignRow(
  columns: readonly Column[],
  cells: readonly string[],
  statusOf: StatusReader,
): Assignment | 'ambiguous' | null {
  const policy = columns.some((c) => c.role === 'pillar') ? -1 : columns.findIndex((c) => c.role === 'policy');
  // table[i][j]: the best ways to lay the first j cells under the first i columns; ties are kept (few).
  const table: State[][][] = Array.from({ length: columns.length + 1 }, () =>
    Array.from({ length: cells.length + 1 }, () => []),
  );
  const put = (i: number, j: number, state: State) => {
    const at = table[i]?.[j];
    if (!at) return;
    const best = at[0]?.cost ?? Number.POSITIVE_INFINITY;
    if (state.cost > best || state.cost >= IMPOSSIBLE) return;
    if (state.cost < best) at.length = 0;
    if (!at.some((other) => signature(other, cells) === signature(state, cells))) at.push(state);
  };
  put(0, 0, { cost: 0, assigned: [], spare: null });
  for (let i = 0; i <= columns.length; i++) {
    for (let j = 0; j <= cells.length; j++) {
      const column = columns[i];
      const cell = cells[j];
      for (const state of table[i]?.[j] ?? []) {
        if (column && cell !== undefined) {
          const cost = state.cost + misfit(column, cell, statusOf);
          put(i + 1, j + 1, { ...state, cost, assigned: [...state.assigned, j] });
        }
        if (column)
          put(i + 1, j, { ...state, cost: state.cost + MISSING[column.role], assigned: [...state.assigned, null] });
        if (cell === undefined) continue;
        if (i === policy && state.spare === null) {
          const odd = cell !== '' && (isSentence(cell) || isStage(cell) || statusOf(cell) !== null) ? 40 : 0;
          put(i, j + 1, { ...state, cost: state.cost + odd + (cell === '' ? SPARE_EMPTY : SPARE_FILLED), spare: j });
        } else if (cell === '') put(i, j + 1, { ...state, cost: state.cost + EMPTY_EXTRA });
      }
    }
  }
  const ends = table[columns.length]?.[cells.length] ?? [];
  const [best] = ends;
  if (!best) return null;
  if (ends.length > 1) return 'ambiguous';
  return { cells: best.assigned, spare: best.spare };
}

/** What matters of a way to lay the cells: which text came under which column. */
function signature(state: State, cells: readonly string[]): string {
  const texts = state.assigned.map((j) => (j === null || cells[j] === '' ? '' : j));
  return `${texts.join()};${state.spare === null || cells[state.spare] === '' ? '' : state.spare}`;
}
