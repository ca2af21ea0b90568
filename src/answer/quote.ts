import { sentences as sentencesOf } from '../search/text.ts';
import type { PassageHit } from '../tools/passages.ts';
import { excerpt } from './compose-items.ts';

/** Characters of a quotation that is not made of whole best sentences. */
const QUOTE = 300;
const GAP = '…';

/** What is quoted of a passage: a list whole, else the sentences that fit best, else its beginning. */
export function quoteOf(hit: PassageHit): readonly string[] {
  // A list is one thing: its lines stand together.
  if (!hit.item && hit.body.includes('\n')) return withinLimit(hit.body.split('\n'));
  if (hit.sentences.length > 0) return withGaps(withinLimit(hit.sentences), hit.item?.narrative ?? hit.body);
  return excerpt(hit.item ? hit.item.narrative : hit.body, QUOTE / 2);
}

/** Sentences of a text in its order, with "…" where it has others between them. */
function withGaps(quoted: readonly string[], text: string): string[] {
  const all = sentencesOf(text);
  return quoted.flatMap((sentence, i) => {
    const before = quoted[i - 1];
    const [from, to] = [before === undefined ? -1 : all.indexOf(before), all.indexOf(sentence)];
    return from >= 0 && to > from + 1 ? [GAP, sentence] : [sentence];
  });
}

/** The best sentences as far as they fit; a single long one stands whole. */
function withinLimit(sentences: readonly string[]): string[] {
  const kept: string[] = [];
  for (const sentence of sentences) {
    if (kept.length > 0 && kept.join('').length + sentence.length > 2 * QUOTE) break;
    kept.push(sentence);
  }
  return kept;
}
