import type { Frame } from './frame.ts';
import type { WordKey } from './lexicon.ts';
import { LEADING_CLAUSE_END } from './wording-question-forms.ts';

/** The mark of a numbered part: a number in a circle anywhere, one in brackets at the beginning of a word. */
const PART = /([\u2460-\u2473]|(?<=^|[\s。、,，])[(（]\d{1,2}[)）])/u;
const SENTENCE_END = /(?<=[?？])|(?<=。)|(?<=[a-z]{2}[.!])(?=\s)|\n/u;

/** The sentences of a question that has several, and the clauses that lead up to one, in their order; empty for a single one. */
export function sentencesOf(question: string): string[] {
  const sentences = question
    .split(SENTENCE_END)
    .flatMap((s) => s.split(LEADING_CLAUSE_END))
    .map((s) => s.trim())
    .filter((s) => /[\p{L}\p{N}]/u.test(s));
  return sentences.length > 1 ? sentences : [];
}

/** The parts of a message that numbers them: ①…②… or (1)…(2)…; empty where it does not. What stands before is no part. */
export function numberedParts(message: string): string[] {
  const parts = message.split(PART).slice(1);
  // Each mark is followed by its part.
  const marks = parts.filter((_, i) => i % 2 === 0).map((mark) => Number(mark.normalize('NFKC').replace(/\D/g, '')));
  const texts = parts.filter((_, i) => i % 2 === 1).map((text) => text.trim());
  const isCounted = marks.every((mark, i) => mark === i + 1) && texts.every((text) => text !== '');
  return isCounted && marks.length > 1 ? texts : [];
}

/** A sentence of nothing but a quantity or a direction belongs to the one before: "By how many points?", 高い？低い？ */
export function withQuantities(sentences: readonly string[], read: (sentence: string) => Frame): string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const frame = read(sentence);
    const isBare = frame.content === '' && frame.years.length === 0 && [...frame.words].every((w) => QUANTITY.has(w));
    const isOtherSide = sentence.length <= LONGEST_SIDE && frame.words.has('highest') !== frame.words.has('lowest');
    if ((isBare || isOtherSide) && joined.length > 0) joined.push(`${joined.pop()}${sentence}`);
    else joined.push(sentence);
  }
  return joined.length > 1 ? joined : [];
}

/** 低い？ as such; longer ones ask for something. Characters. */
const LONGEST_SIDE = 4;

const QUANTITY: ReadonlySet<WordKey> = new Set<WordKey>([
  'difference',
  'percent',
  'howMany',
  'money',
  'hours',
  'people',
  'count',
  'days',
  'what',
  'value',
]);
