import type { Problem } from './model.ts';
import type { RawItem } from './plan-items.ts';
import { type Findings, problemAt } from './tables.ts';

/** Refuses a number that two items have, and warns of numbers that none has: a row may be lost, or a number miswritten. */
export function checkNumbers(raws: readonly RawItem[], findings: Findings): void {
  for (const [i, raw] of raws.entries()) {
    const twin = raws
      .slice(0, i)
      .find((other) => other.item.kind === raw.item.kind && other.item.number === raw.item.number);
    if (!twin) continue;
    const message = `Number ${raw.item.number} stands here and in line ${twin.line.number}. Every item needs a number of its own.`;
    const other = twin.line.number;
    findings.problems.push(problemAt('duplicate-number', raw.line, message, { named: String(raw.item.number), other }));
  }
  for (const kind of ['plan', 'extra'] as const)
    findings.warnings.push(...gapsOf(raws.filter(({ item }) => item.kind === kind)));
}

/** Numbers that are missing between 1 and the highest. Many of them are no gap, but a way of numbering (101, 201, …). */
function gapsOf(raws: readonly RawItem[]): Problem[] {
  const numbers = new Set(raws.map(({ item }) => item.number));
  const highest = Math.max(0, ...numbers);
  if (highest - numbers.size > raws.length) return [];
  const missing = Array.from({ length: highest }, (_, i) => i + 1).filter((n) => !numbers.has(n));
  const after = raws.find(({ item }) => item.number > (missing[0] ?? highest));
  if (!after) return [];
  const message = 'No item has these numbers. Compare with the original whether a row is lost or a number is wrong.';
  return [{ code: 'number-gap', line: after.line.number, excerpt: runsOf(missing).join(', '), message }];
}

/** `4, 28-39`. */
function runsOf(numbers: readonly number[]): string[] {
  const runs: { from: number; to: number }[] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last && last.to === n - 1) last.to = n;
    else runs.push({ from: n, to: n });
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
}
