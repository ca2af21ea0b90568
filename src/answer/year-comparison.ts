import type { WordKey } from './lexicon.ts';
import { isLatin, isParticle, isWord } from './span-words.ts';
import type { Span } from './spans.ts';

/**
 * "More in one year than in another" (元年度のほうが30年度より多い) is a rise or a fall between them, not a highest figure;
 * "more than in one year" is one since then.
 * `words` gets the direction in place of the superlative that the comparative could be taken for.
 */
export function setYearComparison(words: Set<WordKey>, spans: readonly Span[]): void {
  const isMore = words.delete('more');
  const isFewer = words.delete('fewer');
  if (isMore === isFewer || words.has('superlative') || words.has('increase') || words.has('decrease')) return;
  const years = spans.flatMap((span, at) => {
    const year = span.meanings.find((m) => m.type === 'year');
    return year?.type === 'year' && year.month === null ? [{ year: year.year, at }] : [];
  });
  const base = years.find(({ at }) => isBase(spans, at));
  const other = years.find(({ year }) => year !== base?.year);
  const isFromYearBefore =
    !base && spans.some((span, at) => isWord(span, 'yearBefore', 'lastYear') && isBase(spans, at));
  if (!isFromYearBefore && !base) return;
  // Set against one year alone, the newest is meant.
  const isLater = isFromYearBefore || !other || (base !== undefined && other.year > base.year);
  for (const word of ['highest', 'lowest', 'compare'] as const) words.delete(word);
  words.add(isMore === isLater ? 'increase' : 'decrease');
}

/** The year that the other is set against: before より and 比べて, behind "than" and "compared with". */
function isBase(spans: readonly Span[], at: number): boolean {
  const before = spans.slice(0, at).findLast((s) => !isParticle(s));
  const behind = spans.slice(at + 1).find((s) => !isParticle(s) && !isWord(s, 'and'));
  return (isWord(before, 'compare') && isLatin(before)) || (isWord(behind, 'compare', 'through') && !isLatin(behind));
}
