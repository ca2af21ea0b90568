import { toRomaji } from 'wanakana';
import { longest, type Match } from '../search/matcher.ts';
import type { Spelling } from '../search/spelling.ts';

const KANA = /^[\u3041-\u3096\u30fc]{3,}$/u;
const WORD = /\p{Script=Latin}+/gu;
/** What may stand between the parts of a name: Kankyo Hozen-ka. */
const BETWEEN = /^[\s\-'’]?$/u;
/** A name has no more parts. */
const MOST_WORDS = 6;
/** Letters by which it is seen whether a name can begin here. */
const START = 2;

/** Finds names that are typed in Latin letters as they are read: Sōmu-ka, Soumuka, Somu ka. */
export interface RomajiNames<T> {
  /** All that occur in a normalised text. */
  find(normalised: string): Match<T>[];
}

/** From readings in kana; other forms are left aside. */
export function romajiNames<T>(readings: Iterable<readonly [kana: string, values: readonly T[]]>): RomajiNames<T> {
  let known: { readonly names: ReadonlyMap<string, readonly T[]>; readonly starts: ReadonlySet<string> } | null = null;
  const build = () => {
    const names = new Map<string, readonly T[]>();
    for (const [kana, values] of readings) {
      if (!KANA.test(kana)) continue;
      const name = folded(toRomaji(kana));
      names.set(name, [...(names.get(name) ?? []), ...values]);
    }
    return { names, starts: new Set([...names.keys()].map((name) => name.slice(0, START))) };
  };
  return {
    find(normalised) {
      const words = [...normalised.matchAll(WORD)].map(({ index, 0: word }) => ({ start: index, word }));
      if (words.length === 0) return [];
      known ??= build();
      const { names, starts } = known;
      return words.flatMap(({ start, word: opening }, first) => {
        const found: Match<T>[] = [];
        // Few words begin like a name; a short one may go on in the next.
        const beginning = folded(opening).slice(0, START);
        if (beginning.length === START && !starts.has(beginning)) return found;
        let before = start;
        for (const { start: from, word } of words.slice(first, first + MOST_WORDS)) {
          if (from > start && !BETWEEN.test(normalised.slice(before, from))) break;
          before = from + word.length;
          const values = names.get(folded(normalised.slice(start, before)));
          if (values) found.push({ start, end: before, values });
        }
        return found;
      });
    },
  };
}

/** Mends no name that is typed as it is read. */
export function sparing(spelling: Spelling, names: RomajiNames<unknown>): Spelling {
  return {
    mend(text) {
      let mended = '';
      let at = 0;
      for (const { start, end } of longest(names.find(text))) {
        mended += spelling.mend(text.slice(at, start)) + text.slice(start, end);
        at = end;
      }
      return mended + spelling.mend(text.slice(at));
    },
  };
}

/** One spelling for all ways of writing long vowels, the syllabic n and the parts of a name. */
function folded(romaji: string): string {
  return romaji
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/gu, '')
    .replace(/o[uo]+/gu, 'o')
    .replace(/uu+/gu, 'u')
    .replace(/m(?=[bpm])/gu, 'n');
}
