import { isWord } from './span-words.ts';
import type { Span } from './spans.ts';

/** A word that joins two things, or sets one against the other. */
export function isJoint(span: Span | undefined): boolean {
  return isWord(span, 'and', 'or', 'compare', 'through');
}

/** A particle, a function word or a year: it parts nothing. */
export function isLight({ text, meanings }: Span): boolean {
  return meanings.every(
    (m) =>
      m.type === 'stop' ||
      m.type === 'year' ||
      (m.type === 'word' && m.word === 'account') ||
      (m.type === 'rest' && /^[\u3041-\u309f]+$/u.test(text)),
  );
}

/** True when all of these stand among the others, and more besides. */
export function isNarrower(names: readonly string[], others: readonly string[]): boolean {
  return names.length < others.length && names.every((name) => others.includes(name));
}
