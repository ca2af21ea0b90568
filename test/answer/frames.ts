import type { Frame } from '../../src/answer/frame.ts';
import { type Lexicon, loadLexicon, mergeLexicons } from '../../src/answer/lexicon.ts';
import { indexLexicon } from '../../src/answer/lexicon-index.ts';
import { readFrame } from '../../src/answer/read-frame.ts';
import { findSpans, type SpanMeaning } from '../../src/answer/spans.ts';
import { buildVocabulary, type Vocabulary } from '../../src/answer/vocabulary.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { read } from '../report/variant.ts';
import { scope } from './support.ts';

const [own, shared] = await Promise.all([`${GENERAL_CORPUS}/arao-r2`, GENERAL_CORPUS].map(loadLexicon));
const laid = (...lexicons: readonly (Lexicon | null | undefined)[]) =>
  indexLexicon(mergeLexicons(lexicons.filter((l) => l !== null && l !== undefined)));

/** All that a question to the real report may name. */
export const vocabulary: Vocabulary = buildVocabulary(laid(own, shared), scope.report, []);

/** The same for a report of a text, with nothing but the words that hold for any city. */
export function vocabularyOf(text: string): Vocabulary {
  return buildVocabulary(laid(shared), read(text), []);
}

export function frameOf(question: string): Frame {
  return readFrame(question, vocabulary, scope);
}

/** Each piece of a question, as text and kinds of meaning. */
export function pieces(question: string): [text: string, types: string][] {
  return findSpans(question, vocabulary).map((s) => [s.text, [...new Set(s.meanings.map((m) => m.type))].join('+')]);
}

export function meanings(question: string, words = vocabulary): SpanMeaning[] {
  return findSpans(question, words).flatMap((s) => [...s.meanings]);
}
