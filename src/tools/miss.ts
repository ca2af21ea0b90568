import type { FiscalYear } from '../report/fiscal-year.ts';
import type { SourceRef, TextBlock } from '../report/model.ts';
import { key } from '../search/text.ts';
import type { TableInfo } from './figure-index.ts';

/** Why something asked for is not there, and what is there instead. */
export type Miss =
  | {
      readonly what: 'item';
      readonly item: { kind: 'plan' | 'extra'; number: number };
      readonly numbers: readonly number[];
    }
  | { readonly what: 'subject'; readonly asked: string; readonly nearest: readonly string[] }
  | { readonly what: 'measure'; readonly asked: string; readonly nearest: readonly string[] }
  /** The subject is known, but its table does not have this measure. */
  | {
      readonly what: 'combination';
      readonly subject: string;
      readonly measure: string;
      readonly nearest: readonly string[];
    }
  | {
      readonly what: 'year';
      readonly year: FiscalYear;
      readonly subject: string;
      readonly table: TableInfo | null;
      readonly years: readonly FiscalYear[];
    }
  /** The table lists this subject in other years only; for a top-n table it is merely not among the n. */
  | {
      readonly what: 'not-listed';
      readonly subject: string;
      readonly measure: string;
      readonly asked: readonly FiscalYear[];
      readonly table: TableInfo;
      readonly years: readonly FiscalYear[];
    }
  /** The report names sections in charge of items, not of figures. */
  | { readonly what: 'no-owner'; readonly subject: string }
  /** The report prints a dash or nothing. */
  | {
      readonly what: 'blank';
      readonly subject: string;
      readonly measure: string;
      readonly year: FiscalYear;
      readonly print: string;
      readonly table: TableInfo;
    }
  /** The table prints no average to compare with. */
  | { readonly what: 'no-average'; readonly measure: string; readonly table: TableInfo }
  /** The table lists some of whose figures no total is printed. */
  | { readonly what: 'no-total'; readonly measure: string; readonly table: TableInfo }
  /** The report gives this measure only as a whole. */
  | { readonly what: 'per-head'; readonly measure: string }
  /** Another municipality: the figures of the report are those of its own city, where the cover names one. */
  | { readonly what: 'place'; readonly asked: string; readonly city: string | null }
  /** A policy that the text lists under a pillar, and that no item row prints. */
  | { readonly what: 'unlinked-policy'; readonly policy: string; readonly pillar: string; readonly source: SourceRef }
  /** Only the caption of a picture speaks of it. */
  | { readonly what: 'caption'; readonly caption: TextBlock }
  | { readonly what: 'operands'; readonly reason: 'too-few' | 'units' | 'zero' };

/** The name among `names` that is meant: spelled alike, or the only one that contains it; a longer
 * name is another thing (会計課 is not 市民会計課). Otherwise those nearest. */
export function resolveName(names: readonly string[], asked: string): { name: string } | { nearest: string[] } {
  if (names.includes(asked)) return { name: asked };
  const wanted = key(asked);
  const same = names.find((name) => key(name) === wanted);
  if (same !== undefined) return { name: same };
  const containing = wanted === '' ? [] : names.filter((name) => key(name).includes(wanted));
  const [only, second] = containing;
  if (only !== undefined && second === undefined) return { name: only };
  return { nearest: (containing.length > 0 ? containing : nearest(names, wanted)).slice(0, 5) };
}

/** Names that share the most pairs of characters with the folded text. */
function nearest(names: readonly string[], wanted: string): string[] {
  const scored = names.map((name) => ({ name, score: likeness(key(name), wanted) })).filter((n) => n.score > 0.2);
  return scored.sort((a, b) => b.score - a.score).map((n) => n.name);
}

/** Names this close differ in spelling only. */
const ALIKE = 0.85;

/** True for two spellings of one name. */
export function isAlike(a: string, b: string): boolean {
  return likeness(key(a), key(b)) >= ALIKE;
}

/** Dice coefficient of character pairs, 0 to 1, of two folded texts. */
function likeness(a: string, b: string): number {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [x, y] = [pairs(a), pairs(b)];
  if (x.size + y.size === 0) return 0;
  return (2 * x.intersection(y).size) / (x.size + y.size);
}
