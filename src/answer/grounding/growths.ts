import { DENIED_SOON, GROWTHS, RATE } from '../wording-grounding-order.ts';
import type { Claims } from './claims.ts';
import type { Fact, Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';

/** Which of two figures is said to have grown more, against the changes that the results have of both. */
export function wrongGrowths(claims: Claims, topic: Topic, facts: readonly Fact[]): Ungrounded[] {
  const { text, measures, subjects, years } = claims;
  const who = subjects.length > 0 ? subjects.flatMap((m) => m.value) : topic.subjects;
  const then = years.map((m) => m.value);
  const changes = facts.filter(
    (f) =>
      f.kind === 'change' &&
      (who === null || f.subjects.some((s) => who.includes(s))) &&
      then.every((year) => f.years.includes(year)),
  );
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
    const isDenied = DENIED_SOON.test(text.slice(match.index + match[0].length));
    const isMore = (over ?? more ?? most) !== undefined;
    const holds = (['growth', 'difference'] as const).map((operation): boolean | null => {
      const own = of(one ?? lone ?? '', operation);
      const bars = other === undefined ? others(lone ?? '') : [of(other, operation)];
      if (own === undefined || bars.length === 0 || bars.includes(undefined)) return null;
      return bars.every((bar) => bar !== undefined && (isMore ? own > bar : own < bar)) !== isDenied;
    });
    // By rate where the results have that, else by amount.
    return (holds[0] ?? (RATE.test(match[0]) ? false : (holds[1] ?? false))) ? [] : [{ kind: 'order', text: match[0] }];
  });
}
