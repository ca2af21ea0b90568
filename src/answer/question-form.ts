import type { Language } from './frame.ts';
import type { WordKey } from './lexicon.ts';
import { DEFINING, EVER, OPEN, POLAR } from './wording-question-forms.ts';

/** True for a question that is answered with yes or no: a statement to be confirmed, or a question of that form. */
export function isPolar(question: string, language: Language, words: ReadonlySet<WordKey>): boolean {
  if (asksEver(question, language)) return false;
  return words.has('confirm') || (POLAR[language].test(question) && !OPEN[language].test(question));
}

/** True for a question whether it was so at any time. */
export function asksEver(question: string, language: Language): boolean {
  return EVER[language].test(question);
}

/** True for a question after what something means. */
export function asksMeaning(question: string, language: Language): boolean {
  return DEFINING[language].test(question.trim());
}
