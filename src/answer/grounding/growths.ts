import { GROWTHS } from '../wording-grounding-order.ts';
import type { Claims } from './claims.ts';
import type { Fact, Ungrounded } from './facts.ts';

/** Which of two figures is said to have grown more, against the changes that the results have of both. */
export function wrongGrowths({ text, measures }: Claims, facts: readonly Fact[]): Ungrounded[] {
  const changes = facts.filter((f) => f.kind === 'change');
  // A measure by its name, or by the noun that its name ends with: 費用 for 総費用.
  const of = (noun: string, operation: Fact['operation']): number | undefined => {
    const named = measures.find((m) => text.slice(m.start, m.end) === noun)?.value ?? [];
    const isNamed = (m: string): boolean => named.includes(m) || m.endsWith(noun);
    return changes.find((f) => f.operation === operation && f.measures.some(isNamed))?.value;
  };
  const others = (noun: string): number[] =>
    changes.flatMap((f) => (f.operation === 'growth' && f.value !== of(noun, 'growth') ? [f.value] : []));
  return [...text.matchAll(GROWTHS)].flatMap((match): Ungrounded[] => {
    const { one, other, over, more, lone, most } = match.groups ?? {};
    const isMore = (over ?? more ?? most) !== undefined;
    const holds = (['growth', 'difference'] as const).some((operation) => {
      const own = of(one ?? lone ?? '', operation);
      const bars = other === undefined ? others(lone ?? '') : [of(other, operation)];
      const beats = (bar: number | undefined): boolean =>
        own !== undefined && bar !== undefined && (isMore ? own > bar : own < bar);
      return bars.length > 0 && bars.every(beats);
    });
    return holds ? [] : [{ kind: 'order', text: match[0] }];
  });
}
