import { normalise } from '../../search/text.ts';
import type { Claims } from './claims.ts';

/** True for a sentence in another language than the report's, whatever names of the report it has. */
export function isForeign(text: string): boolean {
  const plain = text.replaceAll(/[(（「][^)）」]*[)）」]/gu, '');
  const own = plain.match(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/gu)?.length ?? 0;
  const foreign = plain.match(/\b[a-z]{2,}\b/gu)?.length ?? 0;
  return own < OWN_LETTERS * foreign || own === 0;
}
/** A name of so many letters is as much as one word. */
const OWN_LETTERS = 3;

/** Pairs of kanji, and words in katakana and Latin letters. */
export function wordsIn(text: string): string[] {
  return [...text.matchAll(/\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{2,}|[A-Za-z]{2,}/gu)].flatMap(([word]) =>
    /^\p{Script=Han}/u.test(word) ? pairsOf(word) : [word],
  );
}

/** The letters of a word two by two. */
export function pairsOf(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}

/** The clause that ends at a place, with the one before it. */
export function clauseTo(text: string, end: number): string {
  const sentence = text.slice(0, end).split('。').at(-1) ?? '';
  return sentence.split('、').slice(-2).join('、');
}

/** What the words of a stretch of an English sentence are called in a report: for each its possible names. */
export function calledInReport(
  { spans, text }: Pick<Claims, 'spans' | 'text'>,
  start: number,
  end: number,
): (readonly string[])[] {
  const names = text.slice(start, end).match(/[\p{Script=Han}\p{Script=Katakana}ー]{3,}/gu) ?? [];
  const called = spans
    .filter((s) => s.start >= start && s.end <= end && /^[\w\s.,'-]+$/u.test(s.text))
    .flatMap((s) => {
      const names = s.meanings.flatMap((m) => (m.type === 'related' ? m.report : []));
      return names.length > 0 ? [names.map(normalise)] : [];
    });
  return [...called, ...names.map((name) => [name])];
}
