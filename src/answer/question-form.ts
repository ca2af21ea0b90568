import type { Language } from './frame.ts';
import type { WordKey } from './lexicon.ts';
import { isWord } from './span-words.ts';
import type { Span, SpanMeaning } from './spans.ts';
import { DEFINING, EVER, EVERY, OPEN, POLAR } from './wording-question-forms.ts';

/** True for a question that is answered with yes or no: a statement to be confirmed, or a question of that form. */
export function isPolar(question: string, language: Language, words: ReadonlySet<WordKey>): boolean {
  if (asksEver(question, language)) return false;
  return words.has('confirm') || (POLAR[language].test(question) && !OPEN[language].test(question));
}

/** True for a question whether it was so at any time. */
export function asksEver(question: string, language: Language): boolean {
  return EVER[language].test(question);
}

/** True for a question that says a status of all of a set (総務課のは全部終わった); not for one of who has all of a status. */
export function saysOfAll(question: string, language: Language, spans: readonly Span[]): boolean {
  const last = spans.findLast(({ meanings }) => meanings.some(({ type }) => OF_ITEMS.has(type)));
  return EVERY[language].test(question) && (last?.meanings.some(({ type }) => type === 'status') ?? false);
}

/** 項目5は実施済み？ H30も赤字？ */
export function endsInClaim(question: string, spans: readonly Span[]): boolean {
  const last = spans.at(-1);
  const isStatus = last?.meanings.some(({ type }) => type === 'status') ?? false;
  return (
    (isStatus || isWord(last, 'negative', 'positive')) &&
    QUESTION_MARK.test(question) &&
    !isWord(spans.at(-2), 'and', 'or')
  );
}

const QUESTION_MARK = /[?？]\s*$/u;
/** What is said of items. */
const OF_ITEMS: ReadonlySet<SpanMeaning['type']> = new Set(['status', 'section', 'pillar', 'policy', 'stage']);

/** True for a question after what something means. */
export function asksMeaning(question: string, language: Language): boolean {
  return DEFINING[language].test(question.trim());
}
