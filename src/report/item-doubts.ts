import { withoutNumber } from './headings.ts';
import type { RawItem } from './plan-items.ts';
import { folded } from './source.ts';
import { type Findings, problemAt } from './tables.ts';

/** A title so long is not repeated as the text beside it. */
const LONG = 20;

/** The texts of a report that may name its policies: list entries and headings, compared without bullet and spaces. */
function bare(text: string): string {
  return folded(withoutNumber(text.replace(/^[^\p{L}\p{N}]+/u, '')));
}

/**
 * Refuses rows of items that have not the cells of their header, where what came under the title is no title: the name of
 * a pillar or policy (the title was lost), or a text that the row has twice (a cell was repeated). In a row with all its
 * cells such words are taken as they stand.
 */
export function findDoubtfulItems(
  raws: readonly RawItem[],
  pillars: readonly string[],
  listed: readonly string[],
  findings: Findings,
): void {
  const whole = raws.filter((raw) => !raw.uneven);
  const titles = new Set(whole.map((raw) => bare(raw.item.title)));
  const entries = listed.map(bare);
  // A list of the items themselves tells nothing about policies.
  const policies = new Set([
    ...(entries.some((entry) => titles.has(entry)) ? [] : entries),
    ...whole.flatMap(({ policyCell }) => (policyCell ? [bare(policyCell)] : [])),
  ]);
  const names = pillars.map(bare);
  const hasPolicy = ({ block }: RawItem) => raws.some((raw) => raw.block === block && raw.policyCell !== null);
  const isLabel = (title: string) =>
    names.some((name) => title === name || (title.startsWith(name) && policies.has(title.slice(name.length)))) ||
    policies.has(title);
  for (const [i, raw] of raws.entries()) {
    const { uneven, line, item, policyCell, pillarCell } = raw;
    const title = bare(item.title);
    const others = [policyCell, pillarCell, item.outline, item.narrative].map((text) => bare(text ?? ''));
    // The first row of a table states its policy; without it, what stands there may be the policy itself.
    const first = policyCell === null && hasPolicy(raw) && raws[i - 1]?.block !== raw.block;
    const repeated = title.length >= LONG && [item.outline, item.narrative].some((text) => bare(text ?? '') === title);
    if (!repeated && !(uneven && (first || isLabel(title) || others.includes(title)))) continue;
    const message = `It is not clear that "${item.title}" is the title of this row. Give it one cell for every column.`;
    findings.problems.push(problemAt('unassigned-cells', line, message));
  }
}
