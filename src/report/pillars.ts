import { type Heading, withoutNumber } from './headings.ts';
import type { PillarResult, PlanItem, ResultsTable } from './model.ts';
import type { RawItem } from './plan-items.ts';
import { folded, nameOf } from './source.ts';
import { type Findings, problemAt } from './tables.ts';

/** What the pillar and policy cells of a row say. */
interface Said {
  readonly raw: RawItem;
  readonly pillar: string | null;
  readonly policy: string | null;
  /** The policy cell is lost, or holds a pillar: nothing above it may be carried over this row. */
  readonly broken: boolean;
}

/** A heading with its chapter; pillars are often listed as headings of one kind in one chapter. */
export interface ListedHeading {
  readonly heading: Heading;
  readonly chapter: string;
}

/**
 * The names of the pillars: those of the results table; without one, what stands in pillar cells of the items, and the
 * headings listed beside a heading that has such a name.
 */
export function pillarNames(
  raws: readonly RawItem[],
  results: ResultsTable | null,
  headings: readonly ListedHeading[],
): string[] {
  if (results) return results.pillars.map((row) => row.pillar);
  const cells = raws.flatMap(({ pillarCell, policyCell }) =>
    pillarCell && folded(pillarCell) !== folded(policyCell ?? '') ? [nameOf(withoutNumber(pillarCell))] : [],
  );
  const named = new Set(cells.map(folded));
  const beside = headings.filter(({ heading, chapter }) =>
    headings.some(
      (other) =>
        other.chapter === chapter && other.heading.kind === heading.kind && named.has(folded(other.heading.name)),
    ),
  );
  return [...new Set([...beside.map(({ heading }) => nameOf(heading.name)), ...cells])];
}

function matching(cell: string, known: readonly string[]): string | null {
  const text = folded(withoutNumber(cell));
  return known.find((pillar) => folded(pillar) === text) ?? null;
}

/** `政策マネジメント ICTや…`: a pillar and a policy that share a cell, parted by a space. */
function splitMerged(cell: string, known: readonly string[]): { pillar: string; policy: string } | null {
  const words = cell.split(' ');
  for (let i = 1; i < words.length; i++) {
    const pillar = matching(words.slice(0, i).join(' '), known);
    if (pillar) return { pillar, policy: nameOf(words.slice(i).join(' ')) };
  }
  return null;
}

function readCells(raw: RawItem, known: readonly string[], findings: Findings): Said {
  const { pillarCell, policyCell, line } = raw;
  let pillar = pillarCell ? matching(pillarCell, known) : null;
  let policy: string | null = null;
  let broken = policyCell === null;
  const note = (code: string, message: string) => findings.warnings.push(problemAt(code, line, message));
  if (policyCell) {
    const inPolicy = matching(policyCell, known);
    const merged = splitMerged(policyCell, known);
    if (inPolicy) {
      pillar = inPolicy;
      broken = true;
      note('pillar-in-policy', 'A pillar is printed where the policy should be; the policy is taken as not stated.');
    } else if (merged) {
      ({ pillar, policy } = merged);
      note('merged-cells', 'Pillar and policy share a cell; they were told apart by the name of the pillar.');
    } else policy = nameOf(policyCell);
  }
  if (pillarCell && !pillar) {
    const printed = nameOf(withoutNumber(pillarCell));
    const merged = splitMerged(pillarCell, known);
    if (merged && policy === null) ({ pillar, policy } = merged);
    else if (policy !== null && folded(policy) === folded(printed))
      note('policy-twice', 'The policy is printed twice; it was read once.');
    else if (known.length === 0) pillar = printed;
    else if (policy === null && !broken) policy = printed;
    else note('unknown-pillar', `"${printed}" is no pillar of the results table; the pillar is taken as not stated.`);
  }
  if (policyCell === null && raw.block >= 0)
    note('missing-policy', 'The policy cell of this row is missing; it is taken as not stated.');
  return { raw, pillar, policy, broken };
}

/** A pillar for each row, or null where it stays open. */
type Assigned = readonly (string | null)[];

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

function choosePillars(said: readonly Said[], results: ResultsTable | null, known: readonly string[]): Assigned {
  const printed = said.map((row) => row.pillar);
  if (printed.every((pillar) => pillar !== null)) return printed;
  const plan = said[0]?.raw.item.kind === 'plan';
  const guesses = [
    byHeadings(said, known),
    byLabels(said),
    results && byOrder(said, results),
    results && byTables(said, results),
  ];
  if (!plan) return byLabels(said) ?? printed;
  if (!results) return byHeadings(said, known) ?? byLabelsOfTables(said);
  return guesses.find((guess) => guess && agreesWithLabels(said, guess) && agreesWithTotals(guess, results)) ?? printed;
}

/**
 * The items of one kind with pillar and policy. A policy holds for the empty cells below it within its table (over a page
 * break only when the pillar stays the same), up to the next printed one; where a pillar stands in its place, or the cell
 * is lost, it is not stated.
 */
export function settlePillars(
  raws: readonly RawItem[],
  results: ResultsTable | null,
  known: readonly string[],
  findings: Findings,
): PlanItem[] {
  const hasPolicy = raws.some((raw) => raw.policyCell !== null);
  const said = raws.map((raw) => readCells(hasPolicy ? raw : { ...raw, policyCell: '' }, known, findings));
  const pillars = choosePillars(said, results, known);
  let policy: string | null = null;
  return said.map((row, i): PlanItem => {
    const pillar = pillars[i] ?? null;
    const before = said[i - 1];
    const continued = before && (before.raw.block === row.raw.block || pillar !== null) && pillars[i - 1] === pillar;
    if (row.policy !== null || row.broken || !continued) policy = row.policy;
    return { ...row.raw.item, pillar, policy };
  });
}
