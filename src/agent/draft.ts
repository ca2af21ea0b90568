import type { AIMessage } from '@langchain/core/messages';
import type { Called } from '../answer/compose.ts';
import type { Language } from '../answer/frame.ts';
import { QUOTATION } from '../answer/wording-grounding.ts';
import { key, normalise } from '../search/text.ts';
import { EVADES, HIRAGANA, KANA, NAMES_A_LANGUAGE, QUOTED, STATES, YEAR } from './wording-draft.ts';

/** What a model says instead of an answer when the functions do not have one; some add to it. */
const NOTHING_FOUND = /^\W*NOT IN THE REPORT\W*$/iu;
const NOTHING_FOUND_BUT = /NOT IN THE REPORT/u;
const THOUGHT = /<(think|thinking)>[\s\S]*?(?:<\/\1>|$)/gu;
/** Some servers keep the opening tag to themselves. */
const THOUGHT_END = /^[\s\S]*<\/think(?:ing)?>/u;
const CALL_AS_TEXT = /^[\s`]*(?:json\s*)?\[?\s*(?:\{\s*"|<(?:tool|function)_?call)/iu;
/** Answers that ended for these reasons are not whole. */
const BROKEN_OFF: readonly unknown[] = ['length', 'content_filter'];

/** What a model says to the asker: without its thoughts, and nothing when it broke off. */
export function spokenBy({ text, response_metadata }: AIMessage): string {
  if (BROKEN_OFF.includes(response_metadata.finish_reason)) return '';
  return text.replaceAll(THOUGHT, '').replace(THOUGHT_END, '').trim();
}

/** A function call that was written out instead of made. */
export function isCallAsText(draft: string): boolean {
  return CALL_AS_TEXT.test(draft);
}

/** True for a draft that says the report does not have it, in the words agreed on. */
export function isNotFound(draft: string): boolean {
  return NOTHING_FOUND.test(draft) || NOTHING_FOUND_BUT.test(draft);
}

/** True for a draft that has no answer: it says so, or has no figure, no status and no name out of a result. */
export function saysNothing(draft: string, called: readonly Called[]): boolean {
  if (isNotFound(draft)) return true;
  const text = normalise(draft).replaceAll(YEAR, '');
  if (/\d/u.test(text) || STATES.test(text)) return false;
  if (quotesResult(draft, called)) return false;
  const folded = key(draft);
  return EVADES.test(text) || !(namesIn(called).some((name) => folded.includes(name)) || tellsResult(draft, called));
}

/** True for a draft in the language of the answer; a question that names a language gets what it asks for. */
export function isInLanguage(draft: string, language: Language, question: string): boolean {
  if (NAMES_A_LANGUAGE.test(question)) return true;
  if (language === 'ja') return HIRAGANA.test(draft.replaceAll(QUOTED, ''));
  return (draft.match(/[a-z]/giu) ?? []).length > (draft.match(KANA) ?? []).length;
}

/** True for a draft of whose words several stand in a result: what a text tells, without a figure or name. */
function tellsResult(draft: string, called: readonly Called[]): boolean {
  const results = normalise(JSON.stringify(called.map(({ result }) => result)));
  const words = new Set(normalise(draft).match(WORDS) ?? []);
  return [...words].filter((word) => results.includes(word)).length >= LEAST_TOLD;
}
const WORDS = /\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{3,}/gu;
const LEAST_TOLD = 4;

/** True for a draft that quotes a sentence of a result: that says something, even without a figure or name. */
function quotesResult(draft: string, called: readonly Called[]): boolean {
  const quoted = [...draft.matchAll(QUOTATION)]
    .map(([whole]) => key(whole))
    .filter((text) => text.length >= LEAST_QUOTED);
  if (quoted.length === 0) return false;
  const results = key(JSON.stringify(called.map(({ result }) => result)));
  return quoted.some((text) => results.includes(text));
}
/** Fewer letters are a name or a word. */
const LEAST_QUOTED = 12;

const NAMING = [
  'subject',
  'subjects',
  'measure',
  'measures',
  'title',
  'pillar',
  'pillars',
  'policy',
  'owners',
  'sections',
];

/** Names that stand in results, folded. */
function namesIn(called: readonly Called[]): string[] {
  const names = new Set<string>();
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'string' && NAMING.includes(name)) names.add(key(value));
    else if (Array.isArray(value)) for (const part of value) walk(part, name);
    else if (typeof value === 'object' && value !== null)
      for (const [own, part] of Object.entries(value)) walk(part, own);
  };
  for (const { result } of called) walk(result, '');
  // The whole plan is called "*", which folds to nothing.
  return [...names].filter((name) => name.length > 1);
}
