/** Which pillar each item belongs to, where the report prints its name only here and there. */
import { withoutNumber } from './headings.ts';
import type { PillarResult, ResultsTable } from './model.ts';
import type { RawItem } from './plan-items.ts';
import { folded } from './source.ts';

/** What the pillar and policy cells of a row say. */
export interface Said {
  readonly raw: RawItem;
  readonly pillar: string | null;
  readonly policy: string | null;
  /** The policy cell is lost, or holds a pillar: nothing above it may be carried over this row. */
  readonly broken: boolean;
}

/** A pillar for each row, or null where it stays open. */
export type Assigned = readonly (string | null)[];

const agreesWithLabels = (said: readonly Said[], pillars: Assigned) =>
  said.every((row, i) => row.pillar === null || row.pillar === pillars[i]);

/** True when the number of items of every pillar is what the results table prints. */
function agreesWithTotals(pillars: Assigned, results: ResultsTable): boolean {
  return results.pillars.every(
    (row) => row.total === null || row.total === pillars.filter((pillar) => pillar === row.pillar).length,
  );
}

/** True when the rows have the counts by status and year that the results table prints for the pillar. */
function hasTally(rows: readonly Said[], result: PillarResult): boolean {
  if (result.total !== null && result.total !== rows.length) return false;
  return result.counts.every(({ year, statuses, counts }) =>
    statuses.every((status, i) => {
      const count = rows.filter(({ raw }) =>
        raw.item.statuses.some((s) => s.year === year && s.status === status),
      ).length;
      return count === counts[i];
    }),
  );
}

/** A printed label holds for the rows below it up to the next: right only when the first row carries one. */
function byLabels(said: readonly Said[]): Assigned | null {
  if (said[0]?.pillar == null) return null;
  let current: string | null = null;
  return said.map((row) => {
    current = row.pillar ?? current;
    return current;
  });
}

/** The same within one table only, when nothing tells whether a label holds over its end. */
function byLabelsOfTables(said: readonly Said[]): Assigned {
  const blocks = [...new Set(said.map((row) => row.raw.block))];
  return blocks.flatMap((block) => {
    const rows = said.filter((row) => row.raw.block === block);
    return byLabels(rows) ?? rows.map((row) => row.pillar);
  });
}

/** The results table's pillars in order, each taking as many rows as it prints; the cuts must fall where something new begins. */
function byOrder(said: readonly Said[], results: ResultsTable): Assigned | null {
  const totals = results.pillars.map((row) => row.total);
  if (
    totals.some((total) => total === null) ||
    totals.reduce((sum: number, total) => sum + (total ?? 0), 0) !== said.length
  )
    return null;
  let start = 0;
  let tallied = true;
  let cut = true;
  const pillars = results.pillars.flatMap((row): string[] => {
    const end = start + (row.total ?? 0);
    const rows = said.slice(start, end);
    tallied &&= hasTally(rows, row);
    cut &&= start === 0 || end === start || beginsAnew(said, start);
    start = end;
    return rows.map(() => row.pillar);
  });
  return tallied || cut ? pillars : null;
}

function beginsAnew(said: readonly Said[], at: number): boolean {
  const row = said[at];
  return row !== undefined && (row.raw.block !== said[at - 1]?.raw.block || row.pillar !== null);
}

/** Tables (repeated headers) whose heading names a pillar, or whose counts fit one pillar of the results table only. */
function byTables(said: readonly Said[], results: ResultsTable): Assigned | null {
  const blocks = [...new Set(said.map((row) => row.raw.block))];
  const chosen = new Map<number, string>();
  for (const block of blocks) {
    const rows = said.filter((row) => row.raw.block === block);
    const fits = results.pillars.filter((row) => hasTally(rows, row));
    const [only, second] = fits;
    if (!only || second) return null;
    chosen.set(block, only.pillar);
  }
  return new Set(chosen.values()).size === blocks.length ? said.map((row) => chosen.get(row.raw.block) ?? null) : null;
}

function byHeadings(said: readonly Said[], known: readonly string[]): Assigned | null {
  const pillars = said.map(
    (row) => known.find((pillar) => folded(withoutNumber(row.raw.heading)) === folded(pillar)) ?? null,
  );
  return pillars.every((pillar) => pillar !== null) ? pillars : null;
}

/** Guesses for every row, and whether the totals of the results table bear them out. */
export interface Chosen {
  readonly pillars: Assigned;
  readonly sure: boolean;
}

/** The pillars of the rows: the first way of placing them that agrees with the labels and the totals that are printed. */
export function choosePillars(said: readonly Said[], results: ResultsTable | null, known: readonly string[]): Chosen {
  const printed = said.map((row) => row.pillar);
  const sure = (pillars: Assigned): Chosen => ({ pillars, sure: true });
  if (printed.every((pillar) => pillar !== null)) return sure(printed);
  if (said[0]?.raw.item.kind !== 'plan') return sure(byLabels(said) ?? printed);
  if (!results) return sure(byHeadings(said, known) ?? byLabelsOfTables(said));
  const guesses = [byHeadings(said, known), byLabels(said), byOrder(said, results), byTables(said, results)];
  const agreed = guesses.find((guess) => guess && agreesWithLabels(said, guess) && agreesWithTotals(guess, results));
  return agreed ? sure(agreed) : { pillars: byPieces(said, results), sure: false };
}

/**
 * What can still be told when the totals do not agree, because a row is lost: a table whose counts fit one pillar only is
 * of that pillar, and a label at the top of a table holds for its rows.
 */
function byPieces(said: readonly Said[], results: ResultsTable): Assigned {
  const blocks = [...new Set(said.map((row) => row.raw.block))];
  return blocks.flatMap((block): Assigned => {
    const rows = said.filter((row) => row.raw.block === block);
    const fits = results.pillars.filter(
      (row) => hasTally(rows, row) && rows.every(({ pillar }) => pillar === null || pillar === row.pillar),
    );
    const [only, second] = fits;
    if (only && !second) return rows.map(() => only.pillar);
    return byLabels(rows) ?? rows.map((row) => row.pillar);
  });
}
