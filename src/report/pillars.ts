import { type Heading, withoutNumber } from './headings.ts';
import type { PlanItem, Problem, Report, ResultsTable } from './model.ts';
import { choosePillars, type Said } from './pillar-guesses.ts';
import type { RawItem } from './plan-items.ts';
import { folded, nameOf } from './source.ts';
import { type Findings, problemAt } from './tables.ts';

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
  const { pillars, sure } = choosePillars(said, results, known);
  if (!sure) findings.warnings.push(doubtfulPillars(results));
  let policy: string | null = null;
  return said.map((row, i): PlanItem => {
    const pillar = pillars[i] ?? null;
    const before = said[i - 1];
    const continued = before && (before.raw.block === row.raw.block || pillar !== null) && pillars[i - 1] === pillar;
    if (row.policy !== null || row.broken || !continued) policy = row.policy;
    return { ...row.raw.item, pillar, policy };
  });
}

const DOUBTFUL_PILLARS = 'doubtful-pillars';

/** False when items were placed under pillars that do not have as many of them as the report counts. */
export function arePillarsSure({ warnings }: Pick<Report, 'warnings'>): boolean {
  return !warnings.some(({ code }) => code === DOUBTFUL_PILLARS);
}

/** Items whose pillar is not printed beside them were placed, but not as many as the results table counts. */
function doubtfulPillars(results: ResultsTable | null): Problem {
  const message =
    'The items do not have the pillars that this table counts, so the pillar of some is in doubt. Is a row of items lost?';
  return { code: DOUBTFUL_PILLARS, line: results?.source.line ?? null, excerpt: '', message };
}
