import type { WordKey } from './lexicon.ts';
import { isLatin, isParticle, isWord } from './span-words.ts';
import type { Span } from './spans.ts';

/**
 * The pillars that a question names; or, where it takes them out (財務マネジメント以外の, "apart from Financial Management"),
 * all others. `words` loses the word for it.
 */
export function pillarsMeant(
  named: readonly string[],
  spans: readonly Span[],
  all: readonly string[],
  words: Set<WordKey>,
): readonly string[] {
  const at = spans.flatMap((span, i) => (span.meanings.some((m) => m.type === 'pillar' && !m.weak) ? [i] : []));
  if (named.length === 0 || !words.has('except') || !at.every((i) => isTakenOut(spans, i, at))) return named;
  words.delete('except');
  // A list of the rest says how many they are; their numbers by pillar would have to be added up.
  if (words.delete('count')) words.add('list');
  return all.filter((pillar) => !named.includes(pillar));
}

/** In Japanese the word stands behind what is taken out, in English before it; several are taken out together. */
function isTakenOut(spans: readonly Span[], at: number, pillars: readonly number[]): boolean {
  const isBetween = (span: Span, i: number): boolean =>
    isParticle(span) || isWord(span, 'and', 'pillar', 'or') || pillars.includes(i);
  const before = spans.findLast((span, i) => i < at && !isBetween(span, i));
  const behind = spans.find((span, i) => i > at && !isBetween(span, i));
  return (isLatin(before) && isWord(before, 'except')) || (!isLatin(behind) && isWord(behind, 'except'));
}
