import { toRomaji } from 'wanakana';
import { longest, type Match } from '../search/matcher.ts';
import type { Spelling } from '../search/spelling.ts';

const KANA = /^[\u3041-\u3096\u30fc]{3,}$/u;
const WORD = /\p{Script=Latin}+/gu;
/** What may stand between the parts of a name: Kankyo Hozen-ka. */
const BETWEEN = /^[\s\-'’]?$/u;
/** A name has no more parts. */
const MOST_WORDS = 6;

/** Finds names that are typed in Latin letters as they are read: Sōmu-ka, Soumuka, Somu ka. */
export interface RomajiNames<T> {
  /** All that occur in a normalised text. */
  find(normalised: string): Match<T>[];
}

/** From readings in kana; other forms are left aside. */
export function romajiNames<T>(readings: Iterable<readonly [kana: string, values: readonly T[]]>): RomajiNames<T> {
  let known: Map<string, readonly T[]> | null = null;
  const build = (): Map<string, readonly T[]> => {
    const names = new Map<string, readonly T[]>();
    for (const [kana, values] of readings) {
      if (!KANA.test(kana)) continue;
      const name = folded(toRomaji(kana));
      names.set(name, [...(names.get(name) ?? []), ...values]);
    }
    return names;
  };
  return {
    find(normalised) {
      const words = [...normalised.matchAll(WORD)].map(({ index, 0: word }) => ({
        start: index,
        end: index + word.length,
      }));
      if (words.length === 0) return [];
      known ??= build();
      const names = known;
      return words.flatMap(({ start }, first) => {
        const found: Match<T>[] = [];
        for (let i = first; i < words.length && i < first + MOST_WORDS; i++) {
          const [word, before] = [words[i], words[i - 1]];
          if (!word || (i > first && before && !BETWEEN.test(normalised.slice(before.end, word.start)))) break;
          const values = names.get(folded(normalised.slice(start, word.end)));
          if (values) found.push({ start, end: word.end, values });
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
