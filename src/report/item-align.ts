import type { Column } from './item-columns.ts';
import { IMPOSSIBLE, misfit, misfitOfSpare, type Shape, shapeOf } from './item-shapes.ts';
import type { StatusReader } from './legend.ts';
import type { Line } from './source.ts';

/** What a row's cells were taken for: one cell index (or null: not printed) for every column, and the spare pillar cell. */
export interface Assignment {
  readonly cells: readonly (number | null)[];
  /** A cell before the policy that the header has no column for: the pillar, split from it. */
  readonly spare: number | null;
}

/** A row that fits worse than this is not read: a text under a column of marks alone costs more. */
const WORST = 50;
/** What leaving out a column costs. Reports lose only these; with any other column lost the row is in doubt. */
const MISSING: Readonly<Partial<Record<Column['role'], number>>> = { owner: 20, policy: 20, pillar: 20, other: 20 };
/** Cells stand at most this far from the column they belong to. */
const SHIFT = 4;
/** What an empty cell costs that no column takes. */
const EMPTY_EXTRA = 10;
/** Ways to lay the cells that are looked at when several cost the same. */
const MOST_WAYS = 64;

/** The cells of a row, without the empty ones at its end that no column needs. */
export function cellsOf(line: Line, columns: number): readonly string[] {
  return line.cells.slice(0, Math.max(columns, line.cells.findLastIndex((cell) => cell !== '') + 1));
}

interface Step {
  readonly i: number;
  readonly j: number;
  readonly cost: number;
  /** The cell becomes the column `i`, the spare one, or nothing; a column without a cell is `lost`. */
  readonly kind: 'cell' | 'lost' | 'spare' | 'empty';
}

interface Grid {
  /** cost[i][j]: the least cost of laying the cells from j on under the columns from i on. */
  readonly cost: readonly (readonly number[])[];
  /** steps[i][j]: the first steps of the ways that cost that. */
  readonly steps: readonly (readonly (readonly Step[])[])[];
}

function layOut(columns: readonly Column[], shapes: readonly Shape[]): Grid {
  const hasPillar = columns.some((column) => column.role === 'pillar');
  const policy = hasPillar ? -1 : columns.findIndex((column) => column.role === 'policy');
  const stepsFrom = (i: number, j: number): Step[] => {
    const role = columns[i]?.role;
    const shape = shapes[j];
    const ways: Step[] = [];
    if (role && shape) ways.push({ i: i + 1, j: j + 1, cost: misfit(role, shape), kind: 'cell' });
    if (role) ways.push({ i: i + 1, j, cost: MISSING[role] ?? IMPOSSIBLE, kind: 'lost' });
    if (shape && i === policy) ways.push({ i, j: j + 1, cost: misfitOfSpare(shape), kind: 'spare' });
    else if (shape?.length === 0) ways.push({ i, j: j + 1, cost: EMPTY_EXTRA, kind: 'empty' });
    return ways;
  };
  const cost: number[][] = Array.from({ length: columns.length + 1 }, () => []);
  const steps: Step[][][] = Array.from({ length: columns.length + 1 }, () => []);
  for (let i = columns.length; i >= 0; i--) {
    const nearest = Math.max(0, i - SHIFT);
    for (let j = Math.min(shapes.length, i + SHIFT); j >= nearest; j--) {
      const ways = stepsFrom(i, j);
      const costs = ways.map((way) => way.cost + (cost[way.i]?.[way.j] ?? IMPOSSIBLE));
      const best = i === columns.length && j === shapes.length ? 0 : Math.min(IMPOSSIBLE, ...costs);
      (cost[i] ?? [])[j] = best;
      (steps[i] ?? [])[j] = ways.filter((_, k) => costs[k] === best);
    }
  }
  return { cost, steps };
}

/** True when every cell fits the column it stands under: then no other way can cost as little. */
function isStraight(columns: readonly Column[], shapes: readonly Shape[]): boolean {
  return (
    columns.length === shapes.length &&
    columns.every(({ role }, i) => {
      const shape = shapes[i];
      return shape !== undefined && misfit(role, shape) === 0;
    })
  );
}

/** How badly a row of these shapes fits the columns at best. */
export function misfitOfRow(columns: readonly Column[], shapes: readonly Shape[]): number {
  if (isStraight(columns, shapes)) return 0;
  return layOut(columns, shapes).cost[0]?.[0] ?? IMPOSSIBLE;
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
  const shapes = cells.map((cell) => shapeOf(cell, statusOf));
  if (isStraight(columns, shapes)) return { cells: columns.map((_, i) => i), spare: null };
  const { cost, steps } = layOut(columns, shapes);
  if ((cost[0]?.[0] ?? IMPOSSIBLE) > WORST) return null;
  const ways: Assignment[] = [];
  const walk = (i: number, j: number, laid: readonly (number | null)[], spare: number | null): void => {
    if (ways.length >= MOST_WAYS) return;
    if (i === columns.length && j === cells.length) ways.push({ cells: laid, spare });
    for (const way of steps[i]?.[j] ?? []) {
      if (way.kind === 'cell') walk(way.i, way.j, [...laid, j], spare);
      else if (way.kind === 'lost') walk(way.i, way.j, [...laid, null], spare);
      else if (way.kind === 'empty') walk(way.i, way.j, laid, spare);
      else if (spare === null) walk(way.i, way.j, laid, j);
    }
  };
  walk(0, 0, [], null);
  const [first, ...others] = ways;
  if (!first) return null;
  return isPlain(columns, shapes, first) && others.every((way) => signature(way, cells) === signature(first, cells))
    ? first
    : 'ambiguous';
}

/** False for a row that lost a cell and has a mark missing, or that lost another than its last one and has odd cells. */
function isPlain(columns: readonly Column[], shapes: readonly Shape[], { cells }: Assignment): boolean {
  const lost = columns.filter((_, i) => cells[i] === null);
  const odd = columns.filter(({ role }, i) => {
    const shape = shapes[cells[i] ?? -1];
    return shape !== undefined && misfit(role, shape) > 0 && !(role === 'owner' && shape.length === 0);
  });
  if (lost.some(({ role }) => role !== 'owner')) return odd.length === 0;
  return lost.length === 0 || odd.every(({ role }) => role !== 'status');
}

/** What matters of a way to lay the cells: which text came under which column. */
function signature(way: Assignment, cells: readonly string[]): string {
  const texts = way.cells.map((j) => (j === null || cells[j] === '' ? '' : j));
  return `${texts.join()};${way.spare === null || cells[way.spare] === '' ? '' : way.spare}`;
}
