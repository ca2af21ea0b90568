import type { Cited } from '../answer/grounding/places.ts';
import type { SourceRef } from '../report/model.ts';

/** Figures of one table beyond this many are cited by the table. */
const SINGLE_FIGURES = 2;

/**
 * Where the things stand that a draft says, in its order, each table once: the places of the facts and items by which
 * `checkDraft` found it right. What the model says of sources counts for nothing.
 */
export function sourcesOf(cited: readonly Cited[]): readonly SourceRef[] {
  const linesOf = (table: SourceRef): number =>
    new Set(cited.filter((c) => same(c.table, table)).map((c) => c.source.line)).size;
  const places = cited.map(({ source, table }) => (table && linesOf(table) > SINGLE_FIGURES ? table : source));
  return places.filter((source, i) => places.findIndex((other) => same(other, source)) === i);
}

function same(a: SourceRef | null, b: SourceRef): boolean {
  return a !== null && a.report === b.report && a.line === b.line && a.place === b.place;
}
