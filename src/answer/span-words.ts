import type { WordKey } from './lexicon.ts';
import type { Span } from './spans.ts';

/** True for a piece that can stand for one of these words. */
export function isWord(span: Span | undefined, ...words: readonly WordKey[]): boolean {
  return span?.meanings.some((m) => m.type === 'word' && words.includes(m.word)) ?? false;
}

/** True for a piece in Latin letters. */
export function isLatin(span: Span | undefined): boolean {
  return /\p{Script=Latin}/u.test(span?.text ?? '');
}
