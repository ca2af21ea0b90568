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

/** What a question says of all of a set: a status (総務課のは全部終わった), or who is in charge (×は全部総務課); null for one of neither. */
export function saidOfAll(question: string, language: Language, spans: readonly Span[]): 'status' | 'section' | null {
  if (!EVERY[language].test(question)) return null;
  const said = spans.flatMap(({ meanings }) => meanings.find(({ type }) => OF_ITEMS.has(type))?.type ?? []);
  const last = said.at(-1);
  if (last === 'section') return said.includes('status') ? last : null;
  return last === 'status' ? last : null;
}

/** 項目5は実施済み？ H30も赤字？ ×は全部総務課の担当？ */
export function endsInClaim(question: string, spans: readonly Span[]): boolean {
  const last = spans.at(-1);
  const isStatus = last?.meanings.some(({ type }) => type === 'status') ?? false;
  const isOwner = isWord(last, 'owner') || (last?.meanings.some(({ type }) => type === 'section') ?? false);
  const isOfAll = isOwner && saidOfAll(question, 'ja', spans) === 'section';
  return (
    (isStatus || isOfAll || isWord(last, 'negative', 'positive')) &&
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
