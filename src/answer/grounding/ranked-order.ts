import { IN_ORDER } from '../wording-grounding-order.ts';
import type { Claims } from './claims.ts';
import type { Fact, Ungrounded } from './facts.ts';

/** Fewer names are a pair. */
const LEAST = 3;

/** Names that a sentence tells in the order of their figures, and that a ranking of the results has in another, or not at all. */
export function wrongRankedOrder({ text, subjects }: Claims, facts: readonly Fact[]): Ungrounded[] {
  const match = IN_ORDER.exec(text);
  if (!match || subjects.length < LEAST) return [];
  const rankings = Map.groupBy(
    facts.filter((f) => f.kind === 'rank'),
    (f) => `${f.operation} ${f.order} ${f.measures} ${f.years}`,
  );
  const isTold = (ranks: readonly Fact[]): boolean => {
    const own = subjects.map((m) => ranks.find((f) => f.subjects.some((s) => m.value.includes(s)))?.bare);
    return own.every((rank, i) => rank !== undefined && rank >= (own[i - 1] ?? 0));
  };
  return rankings.size === 0 || [...rankings.values()].some(isTold) ? [] : [{ kind: 'order', text: match[0] }];
}
