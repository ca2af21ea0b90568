import { sentences } from '../../search/text.ts';
import { INCLUSION } from '../wording-grounding-done.ts';
import type { Sentence, Ungrounded } from './facts.ts';

/** What a sentence says is included, where the text that it tells says that it is left out, and the other way round. */
export function turnedInclusions(text: string, said: readonly Sentence[]): Ungrounded[] {
  const own = inclusionsIn(text);
  if (own.length === 0) return [];
  const known = said.flatMap((sentence) => sentences(sentence.text).flatMap(inclusionsIn));
  return own.flatMap(({ noun, isIn, print }): Ungrounded[] => {
    const same = known.filter((k) => k.noun === noun);
    return same.length > 0 && same.every((k) => k.isIn !== isIn) ? [{ kind: 'figure', text: print }] : [];
  });
}

interface Inclusion {
  /** The last characters of what is included or left out, which a draft keeps. */
  readonly noun: string;
  readonly isIn: boolean;
  readonly print: string;
}

function inclusionsIn(text: string): Inclusion[] {
  return [...text.matchAll(INCLUSION)].map(({ 0: print, groups }) => ({
    noun: groups?.noun ?? '',
    isIn: groups?.in !== undefined,
    print,
  }));
}
