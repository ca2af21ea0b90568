import { LIST_MARK } from '../wording-grounding-layout.ts';
import { NOUN_PAIR, NOUN_RUN } from '../wording-grounding-words.ts';
import { type Backed, hasTable } from './check.ts';
import { pairsOf } from './words.ts';

/** Fewer letters are in every second word of a report. */
const LEAST = 3;

/** Things told one behind the other of which a text has none: the members of a list that running text tells. */
export function strangeMembers(text: string, backed: readonly Backed[], isKnown: (text: string) => boolean): string[] {
  if (hasTable(backed)) return [];
  const shape = LIST_MARK.test(text) ? NOUN_PAIR : NOUN_RUN;
  return [...text.matchAll(shape)].flatMap(([run]) =>
    run.split('、').filter((piece) => piece.length >= LEAST && !isLargelyKnown(piece, isKnown)),
  );
}

/** True when most pairs of letters of a word stand in a result, as those of a compound do whose parts do. */
export function isLargelyKnown(word: string, isKnown: (text: string) => boolean): boolean {
  if (isKnown(word)) return true;
  const pairs = pairsOf(word);
  return 2 * pairs.filter(isKnown).length > pairs.length;
}
