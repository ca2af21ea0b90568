import { key } from '../search/text.ts';
import type { IndexedEntry } from './lexicon-index.ts';

/** `whole（part）`, as prints put an account and its part, or a column and its sub-column. */
export const PARTS = /^(.+)[（(](.+)[）)]$/u;

/** An entry whose name stands in the print of an account. */
export interface Held {
  readonly entry: IndexedEntry;
  /** Characters of the longest of its names that stand there. */
  readonly length: number;
  /** Where that one begins; of a part behind the whole. */
  readonly start: number;
  /** True when each of its names there has a word right before it: 水道事業 in 工業用水道事業会計. */
  readonly modified: boolean;
}

interface Place {
  readonly entry: IndexedEntry;
  readonly start: number;
  readonly end: number;
  readonly leads: boolean;
}

/**
 * The entries whose names stand in the print of an account. A name that only is a part of another entry's (水道 in 下水道),
 * or into which one reaches that begins before it (簡易水道 into 水道事業), is none.
 */
export function heldEntries(entries: readonly IndexedEntry[], print: string): Held[] {
  const [, whole = print, part = ''] = PARTS.exec(print) ?? [];
  const places = [
    ...placesIn(entries, key(whole), 0),
    ...(part === '' ? [] : placesIn(entries, key(part), key(whole).length)),
  ];
  const byEntry = Map.groupBy(places, ({ entry }) => entry);
  return [...byEntry].flatMap(([entry, own]): Held[] => {
    const [longest] = own.toSorted((a, b) => b.end - b.start - (a.end - a.start) || b.start - a.start);
    if (!longest) return [];
    const { start, end } = longest;
    return [{ entry, start, length: end - start, modified: own.every(({ leads }) => !leads) }];
  });
}

function placesIn(entries: readonly IndexedEntry[], text: string, offset: number): Place[] {
  const places = entries.flatMap((entry) =>
    entry.keys.flatMap((name): Place[] => {
      const at = text.indexOf(name);
      return at < 0 ? [] : [{ entry, start: offset + at, end: offset + at + name.length, leads: at === 0 }];
    }),
  );
  return places.filter(({ start: from }) => !places.some(({ start, end }) => start < from && end > from));
}
