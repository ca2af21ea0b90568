import type { Called } from '../answer/compose.ts';
import type { SourceRef } from '../report/model.ts';
import { key, normalise } from '../search/text.ts';

/** Figures of one table beyond this many are cited by the table. */
const SINGLE_FIGURES = 2;

interface Candidate {
  readonly source: SourceRef;
  /** Where the draft speaks of it; null when it does not. */
  readonly at: number | null;
  readonly table: SourceRef | null;
}

/**
 * Where the things stand that a draft speaks of, in its order, each table once. They come from the results; what the model
 * says of sources counts for nothing.
 */
export function sourcesOf(draft: string, called: readonly Called[]): SourceRef[] {
  const text = normalise(draft);
  const folded = key(draft);
  const found: Candidate[] = [];
  const seen = new Set<object>();
  const placeOf = (...pieces: readonly string[]): number | null => {
    const places = pieces.map((piece) => (key(piece) === '' ? -1 : folded.indexOf(key(piece))));
    return places.every((at) => at >= 0) ? Math.max(...places) : null;
  };
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (hasSource(value)) {
      if ('subject' in value && 'print' in value && typeof value.print === 'string') {
        const digits = /[\d.]+/u.exec(normalise(value.print))?.[0] ?? '';
        const at = text.indexOf(digits.replace(/\.?0+$/u, '') || digits);
        const table = 'table' in value && hasSource(value.table) ? value.table.source : null;
        found.push({ source: value.source, at: digits !== '' && at >= 0 ? at : null, table });
        return;
      }
      if ('title' in value && typeof value.title === 'string') {
        const numbered = 'number' in value && new RegExp(`(?<!\\d)${String(value.number)}(?!\\d)`, 'u').exec(text);
        const at = placeOf(value.title) ?? ('narrative' in value && numbered ? numbered.index : null);
        found.push({ source: value.source, at: at ?? quotedAt(value, folded), table: null });
      }
    }
    for (const part of Object.values(value)) walk(part);
  };
  for (const { result } of called) walk(result);
  const spoken = found.filter((c) => c.at !== null).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const ofTable = (table: SourceRef | null): number =>
    table === null ? 0 : new Set(spoken.filter((c) => same(c.table, table)).map((c) => c.source.line)).size;
  const places = spoken.map((c) => (c.table && ofTable(c.table) > SINGLE_FIGURES ? c.table : c.source));
  // An answer that names nothing of it still has a first result behind it.
  const all = places.length > 0 ? places : found.slice(0, 1).map((c) => c.source);
  return all.filter((source, i) => all.findIndex((other) => same(other, source)) === i);
}

/** Where a sentence of the passage is quoted. */
function quotedAt(value: object, folded: string): number | null {
  const said = 'sentences' in value && Array.isArray(value.sentences) ? value.sentences : [];
  const places = said.map((sentence) => folded.indexOf(key(String(sentence)))).filter((at) => at >= 0);
  return places[0] ?? null;
}

function same(a: SourceRef | null, b: SourceRef): boolean {
  return a !== null && a.report === b.report && a.line === b.line && a.place === b.place;
}

function hasSource(value: unknown): value is { readonly source: SourceRef } {
  if (typeof value !== 'object' || value === null || !('source' in value)) return false;
  const { source } = value;
  return typeof source === 'object' && source !== null && 'line' in source && 'chapter' in source;
}
