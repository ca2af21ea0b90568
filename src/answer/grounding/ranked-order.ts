import { FALLS, IN_ORDER, RISES } from '../wording-grounding-order.ts';
import type { Claims } from './claims.ts';
import type { Fact, Ungrounded } from './facts.ts';

/** Fewer names are a pair. */
const LEAST = 3;

/** Names that a sentence tells in the order of their figures, and that no ranking of the results has in that order. */
export function wrongRankedOrder({ text, subjects, measures }: Claims, facts: readonly Fact[]): Ungrounded[] {
  const match = IN_ORDER.exec(text);
  if (!match || subjects.length < LEAST) return [];
  const { few, many } = match.groups ?? {};
  const said = measures.flatMap((m) => m.value);
  const isMeant = ({ kind, operation, order, measures: own }: Fact): boolean => {
    if (kind !== 'rank' || (said.length > 0 && !own.some((m) => said.includes(m)))) return false;
    // By how much they rose or fell, the most first.
    if (operation !== null) return few === undefined && (order === 'lowest' ? FALLS : RISES).test(text);
    return (few ?? many) === undefined || order === (few === undefined ? 'highest' : 'lowest');
  };
  const rankings = Map.groupBy(facts.filter(isMeant), (f) => `${f.operation} ${f.order} ${f.measures} ${f.years}`);
  const isTold = (ranks: readonly Fact[]): boolean => {
    const own = subjects.map((m) => ranks.find((f) => f.subjects.some((s) => m.value.includes(s)))?.bare);
    return own.every((rank, i) => rank !== undefined && rank >= (own[i - 1] ?? 0));
  };
  const isKnown = facts.some((f) => f.kind === 'rank');
  return !isKnown || [...rankings.values()].some(isTold) ? [] : [{ kind: 'order', text: match[0] }];
}
