import MiniSearch, { type SearchResult } from 'minisearch';
import type { Passage } from './passages.ts';
import { words } from './text.ts';

/** One thing asked for: the words as typed, and the report's words for it from the lexicon. */
export interface Term {
  readonly typed: string;
  readonly words: readonly string[];
  readonly related: readonly string[];
}

export interface Hit {
  readonly passage: Passage;
  readonly score: number;
  /** Positions of the terms that the passage contains, itself or by a related word. */
  readonly terms: readonly number[];
}

/** What a search needs of an index; a vector index can stand beside the lexical one. */
export interface PassageIndex {
  search(terms: readonly Term[], count: number): Hit[];
  /** In how many passages a folded word stands. */
  frequency(word: string): number;
  readonly size: number;
}

/** Measured best of 1–4 for titles, and half weight for words that the lexicon adds. */
const TITLE_WEIGHT = 2;
const HEADING_WEIGHT = 0.5;
const RELATED_WEIGHT = 0.5;
/** Rows and captions repeat the words of their table and would crowd out the text. */
const KIND_WEIGHT: Readonly<Record<Passage['kind'], number>> = { item: 1, text: 1, row: 0.15, caption: 0.7 };
const SEPARATOR = '\n';

/** A passage cut into words once; the index splits them at the separator. */
interface Tokens {
  readonly id: number;
  readonly title: string;
  readonly heading: string;
  readonly body: string;
}

/** Builds a full-text index over passages, in memory. */
export function buildLexicalIndex(passages: readonly Passage[]): PassageIndex {
  // The index gets numbers for words: it looks along all beginnings that its words have, and kanji are too many for that.
  // A letter goes before a number, for objects with keys of digits alone are slow.
  const numbers = new Map([['', '']]);
  const numberOf = (word: string): string => {
    const number = numbers.get(word) ?? `n${numbers.size}`;
    numbers.set(word, number);
    return number;
  };
  const index = new MiniSearch<Tokens>({
    fields: ['title', 'heading', 'body'],
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: numberOf,
    searchOptions: { prefix: false, fuzzy: false },
  });
  const byId = new Map(passages.map((p) => [p.id, p]));
  const frequencies = new Map<string, number>();
  for (const { id, title, heading, body } of passages) {
    const fields = [title, heading, body].map(words);
    for (const word of new Set(fields.flat())) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    const [t = '', h = '', b = ''] = fields.map((f) => f.join(SEPARATOR));
    index.add({ id, title: t, heading: h, body: b });
  }
  /** Known words by how they were asked for: as typed, or only brought by the lexicon. */
  const lookUp = (typed: readonly string[], related: readonly string[]): SearchResult[] => {
    const own = new Set(typed.map(numberOf));
    return index.search([...typed, ...related].join(SEPARATOR), {
      combineWith: 'OR',
      boost: { title: TITLE_WEIGHT, heading: HEADING_WEIGHT },
      boostTerm: (term) => (own.has(term) ? 1 : RELATED_WEIGHT),
      boostDocument: (id) => KIND_WEIGHT[byId.get(id)?.kind ?? 'text'],
    });
  };
  // While a question is read and answered, the same words are looked for several times.
  let last: { readonly key: string; readonly results: readonly SearchResult[] } | null = null;
  return {
    size: passages.length,
    frequency: (word) => frequencies.get(word) ?? 0,
    search(terms, count) {
      const all = new Set(terms.flatMap((t) => t.words));
      const typed = [...all].filter((w) => frequencies.has(w));
      const related = [...new Set(terms.flatMap((t) => t.related))].filter((w) => !all.has(w) && frequencies.has(w));
      if (typed.length + related.length === 0) return [];
      const key = [...typed, '', ...related].join(SEPARATOR);
      if (last?.key !== key) last = { key, results: lookUp(typed, related) };
      const asking = new Map<string, number[]>();
      for (const [i, term] of terms.entries()) {
        for (const word of [...term.words, ...term.related]) {
          const number = numbers.get(word);
          if (number === undefined) continue;
          const positions = asking.get(number);
          if (positions) positions.push(i);
          else asking.set(number, [i]);
        }
      }
      return last.results.slice(0, count).flatMap((result) => {
        const passage = byId.get(result.id);
        if (!passage) return [];
        const held = new Set(result.terms.flatMap((number) => asking.get(number) ?? []));
        return [{ passage, score: result.score, terms: [...held].sort((a, b) => a - b) }];
      });
    },
  };
}
