import type { SourceRef } from '../../report/model.ts';
import type { ItemRef } from '../meaning.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import { isSame } from './items.ts';
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
  { facts, items: known }: Evidence,
): Cited[] {
  const itemOf = (refs: readonly ItemRef[]): Cited[] =>
    known.filter((own) => refs.some((ref) => isSame(own, ref))).map(({ source }) => ({ source, table: null }));
  const figures = backed.flatMap(({ number, facts: own }) => {
    const fact = own.find((f) => f.source !== null);
    return fact?.source ? [{ at: number.start, source: fact.source, table: fact.table }] : [];
  });
  const named = items.flatMap((m) => itemOf(m.value).map((cited) => ({ ...cited, at: m.start })));
  const all = [...figures, ...named].sort((a, b) => a.at - b.at);
  if (all.length > 0) return all;
  const ofTopic = itemOf(topic.items ?? (known.length === 1 ? known : []));
  if (ofTopic.length > 0) return ofTopic;
  // Who leads, or what rose, without a figure: the table that tells it.
  const [names, kinds] = [subjects.flatMap((m) => m.value), measures.flatMap((m) => m.value)];
  const fact = facts.find(
    (f) =>
      f.table !== null &&
      f.subjects.some((s) => names.includes(s)) &&
      (kinds.length === 0 || f.measures.some((m) => kinds.includes(m))),
  );
  return fact?.table ? [{ source: fact.table, table: fact.table }] : [];
}
