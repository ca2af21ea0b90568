import type { Report } from '../report/model.ts';
import { buildLexicalIndex, type Hit, type PassageIndex, type Term } from './lexical.ts';
import type { Match } from './matcher.ts';
import { once } from './once.ts';
import { type Passage, passagesOf } from './passages.ts';
import { cutWords, key, normalise, words } from './text.ts';

/** The words people type, each with the report's words for it. */
export interface RelatedWords {
  /** Non-overlapping forms in a normalised text, each with the report's words for it. */
  find(normalised: string): Match<readonly string[]>[];
}

export interface Sentence {
  readonly words: ReadonlySet<string>;
  readonly text: string;
}

/** Full-text search over one report. */
export interface Search {
  /** Builds the index now, not when something is first looked for. */
  prepare(): void;
  /** Best passages first; `terms` of a hit are positions in the terms given. */
  find(terms: readonly Term[], count: number): Hit[];
  /** Splits a question into the things it asks for. `ignored` are function words. */
  terms(text: string, ignored?: ReadonlySet<string>): Term[];
  /** All passages, in the order of the report. */
  readonly passages: readonly Passage[];
  /** Words of a sentence of the report, and its normalised text; cut once. */
  sentence(sentence: string): Sentence;
  /** How much a term says: rare words more than common ones; 0 for a word that no passage contains. */
  weight(term: Term): number;
}

/** Indexes a report for search. `related` brings the vocabulary; it is used on the query's side only. */
export function openSearch(report: Report, related: RelatedWords): Search {
  const passages = passagesOf(report);
  let built: PassageIndex | null = null;
  const index = (): PassageIndex => {
    built ??= buildLexicalIndex(passages);
    return built;
  };
  const rarity = (word: string): number => {
    const n = index().frequency(word);
    return n === 0 ? 0 : Math.log(1 + index().size / n);
  };
  // A compound that the report does not have is looked for by its parts: 応募者数 by 応募.
  const partsOf = (word: string): string[] => {
    if (index().frequency(word) > 0 || !/^\p{Script=Han}{3,}$/u.test(word)) return [];
    const parts: string[] = [];
    for (let from = 0; from < word.length - 1; ) {
      const length = Array.from({ length: word.length - from - 1 }, (_, i) => word.length - from - i).find(
        (n) => index().frequency(word.slice(from, from + n)) > 0,
      );
      if (length === undefined) from += 1;
      else {
        parts.push(word.slice(from, from + length));
        from += length;
      }
    }
    return parts;
  };
  let text: string | null = null;
  const stands = (phrase: string): boolean => {
    text ??= key(passages.map((p) => `${p.title}\n${p.body}`).join('\n'));
    return text.includes(key(phrase));
  };
  // A compound is in the report where it stands there, not where its parts do: コンビニ収納 by 収納.
  const phraseWords = (phrase: string): string[] => {
    const parts = words(phrase);
    return parts.length < 2 || stands(phrase) ? parts : [];
  };
  const relatedWords = once(phraseWords);
  const weights = new WeakMap<Term, number>();
  return {
    prepare: index,
    sentence: once((sentence) => ({ words: new Set(words(sentence)), text: normalise(sentence) })),
    passages,
    find: (terms, count) => index().search(terms, count),
    terms(text, ignored = new Set()) {
      const normal = normalise(text);
      const terms: Term[] = [];
      // A long question says the same again and again.
      const termsOf = once((piece) =>
        cutWords(piece)
          .filter(({ word }) => !ignored.has(word))
          .map(({ word, typed }): Term => ({ typed, words: [word], related: partsOf(word) })),
      );
      const typedWords = once(phraseWords);
      let from = 0;
      const rest = (end: number): void => {
        terms.push(...termsOf(normal.slice(from, end)));
      };
      for (const match of related.find(normal)) {
        rest(match.start);
        const typed = normal.slice(match.start, match.end);
        const report = new Set(match.values.flat().flatMap(relatedWords));
        terms.push({ typed, words: typedWords(typed), related: [...report] });
        from = match.end;
      }
      rest(normal.length);
      return terms;
    },
    weight(term) {
      const known = weights.get(term) ?? Math.max(0, ...[...term.words, ...term.related].map(rarity));
      weights.set(term, known);
      return known;
    },
  };
}
