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

/** A particle in kana, or a function word. */
export function isParticle({ text, meanings }: Span): boolean {
  return meanings.every((m) => m.type === 'stop' || (m.type === 'rest' && /^[\u3041-\u309f]{1,2}$/u.test(text)));
}
