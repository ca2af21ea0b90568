import type { SourceRef } from '../../report/model.ts';
import type { ItemRef } from '../meaning.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import { type Evidence, itemsMeant } from './evidence.ts';
import type { Topic } from './labels.ts';

/** Where something that a draft says stands. */
export interface Cited {
  readonly source: SourceRef;
  readonly table: SourceRef | null;
}

/** Where the figures and items of a sentence stand, in its order; of one without them, what it goes on about. */
export function sourcesIn(
  { items, subjects, measures }: Claims,
  topic: Topic,
  backed: readonly Backed[],
  evidence: Evidence,
): Cited[] {
  const itemOf = (refs: readonly ItemRef[]): Cited[] =>
    itemsMeant(refs, evidence).map(({ source }) => ({ source, table: null }));
  const figures = backed.flatMap(({ number, facts: own }) => {
    const fact = own.find((f) => f.source !== null);
    return fact?.source ? [{ at: number.start, source: fact.source, table: fact.table }] : [];
  });
  const named = items.flatMap((m) => itemOf(m.value).map((cited) => ({ ...cited, at: m.start })));
  const all = [...figures, ...named].sort((a, b) => a.at - b.at);
  if (all.length > 0) return all;
  const ofTopic = itemOf(topic.items ?? (evidence.items.length === 1 ? evidence.items : []));
  if (ofTopic.length > 0) return ofTopic;
  // Who leads, or what rose, without a figure: the table that tells it.
  const [names, kinds] = [subjects.flatMap((m) => m.value), measures.flatMap((m) => m.value)];
  const fact = evidence.facts.find(
    (f) =>
      f.table !== null &&
      f.subjects.some((s) => names.includes(s)) &&
      (kinds.length === 0 || f.measures.some((m) => kinds.includes(m))),
  );
  return fact?.table ? [{ source: fact.table, table: fact.table }] : [];
}
