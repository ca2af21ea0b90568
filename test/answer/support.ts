import type { Answer } from '../../src/answer/assemble.ts';
import { openAssistant, type Turn } from '../../src/answer/assistant.ts';
import { type Frame, readFrame } from '../../src/answer/frame.ts';
import { type Ungrounded, ungrounded } from '../../src/answer/grounding.ts';
import { type Lexicon, loadLexicon, mergeLexicons } from '../../src/answer/lexicon.ts';
import { indexLexicon } from '../../src/answer/lexicon-index.ts';
import type { SpanMeaning } from '../../src/answer/spans.ts';
import { findSpans } from '../../src/answer/spans.ts';
import { buildVocabulary, type Vocabulary } from '../../src/answer/vocabulary.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import type { Report } from '../../src/report/model.ts';
import { openScope, type Scope } from '../../src/tools/tool.ts';
import { read } from '../report/variant.ts';

/** The product as a newcomer's clone has it: the real report with both vocabularies. */
export const assistant = await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS);
export const scope: Scope = assistant.scope();
const [own, shared] = await Promise.all([`${GENERAL_CORPUS}/arao-r2`, GENERAL_CORPUS].map(loadLexicon));
const laid = (...lexicons: readonly (Lexicon | null | undefined)[]) =>
  indexLexicon(mergeLexicons(lexicons.filter((l) => l !== null && l !== undefined)));
/** The vocabulary that holds for any city. */
export const general = laid(shared);
const lexicon = laid(own, shared);
export const vocabulary: Vocabulary = buildVocabulary(lexicon, scope.report, []);

/** Asks in one conversation and gives the last answer. */
export function ask(...questions: readonly string[]): Answer {
  let turn: Turn | null = null;
  let answer: Answer | null = null;
  for (const question of questions) ({ answer, turn } = assistant.ask(question, turn));
  if (!answer) throw new Error('nothing was asked');
  return answer;
}

/** The calls behind an answer, as name and arguments. */
export function calls(answer: Answer): (readonly [name: string, args: unknown])[] {
  return answer.called.map(({ call }) => [call.name, call.args]);
}

export function frameOf(question: string): Frame {
  return readFrame(question, vocabulary, scope);
}

/** Each piece of a question that is more than a rest, as text and kinds of meaning. */
export function pieces(question: string, words = vocabulary): [text: string, types: string][] {
  return findSpans(question, words).map((s) => [s.text, [...new Set(s.meanings.map((m) => m.type))].sort().join('+')]);
}

export function meanings(question: string, words = vocabulary): SpanMeaning[] {
  return findSpans(question, words).flatMap((s) => [...s.meanings]);
}

/** A report of a text with nothing but the vocabulary that holds for any city. */
export function opened(text: string): { readonly scope: Scope; readonly vocabulary: Vocabulary } {
  const report = read(text);
  return { scope: openScope(report, [], general.related), vocabulary: buildVocabulary(general, report, []) };
}

/** Names that reports use: each one that an answer says must stand in a tool result. */
export function namesOf({ tables, pillars, items }: Report): string[] {
  return [...new Set([...tables.flatMap((t) => t.subjects), ...pillars, ...items.flatMap((i) => i.owners ?? [])])];
}

const names = namesOf(scope.report);

/** What an answer says beyond its tool results. Passages quoted together stand with a stroke between them. */
export function invented({ text, called }: Answer, question: string, known = names): Ungrounded[] {
  const grounds = { called, question, names: known };
  return ungrounded(text, grounds).flatMap((found) =>
    found.kind === 'quotation' && found.text.includes('/')
      ? found.text.split('/').flatMap((part) => ungrounded(`「${part}」`, grounds))
      : [found],
  );
}
