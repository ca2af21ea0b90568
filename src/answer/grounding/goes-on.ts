import { addYears } from '../../report/fiscal-year.ts';
import { COMMON_WORDS } from '../wording-grounding-words.ts';
import type { Claims } from './claims.ts';
import type { Fact } from './facts.ts';
import { wordsIn } from './words.ts';

/** A figure that was told before is said again, with nothing beside it that its sentence does not have. */
export function saysAgain(fact: Fact, { text }: Claims, told: ReadonlySet<Fact>): boolean {
  return told.has(fact) && saysNoMore(text, fact);
}

/** A sentence that goes on with the next figure of the sentence that was told from before, and says nothing else. */
export function goesOn(fact: Fact, { text, compared }: Claims, told: ReadonlySet<Fact>): boolean {
  const { inText, years } = fact;
  // What it is compared with is the year before, which the text need not name.
  const areYears = compared.every((year) => years.includes(year) || years.includes(addYears(year, 1)));
  return inText !== null && areYears && saysNoMore(text, fact) && [...told].some((f) => isBeside(f, inText.sentence));
}

function isBeside({ inText }: Fact, sentence: string): boolean {
  return inText?.sentence === sentence;
}

/** A sentence without a word that the one of the text does not have. */
function saysNoMore(text: string, { inText }: Fact): boolean {
  return wordsIn(text).every((word) => COMMON_WORDS.has(word) || inText?.sentence.includes(word));
}
