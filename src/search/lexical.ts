import MiniSearch from 'minisearch';
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
  const index = new MiniSearch<Tokens>({
    fields: ['title', 'heading', 'body'],
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: (term) => term,
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
  return {
    size: passages.length,
    frequency: (word) => frequencies.get(word) ?? 0,
    search(terms, count) {
      const typed = new Set(terms.flatMap((t) => t.words));
      const related = new Set(terms.flatMap((t) => t.related).filter((w) => !typed.has(w)));
      const query = [...typed, ...related].filter((w) => frequencies.has(w));
      if (query.length === 0) return [];
      const results = index.search(query.join(SEPARATOR), {
        combineWith: 'OR',
        boost: { title: TITLE_WEIGHT, heading: HEADING_WEIGHT },
        boostTerm: (term) => (typed.has(term) ? 1 : RELATED_WEIGHT),
        boostDocument: (id) => KIND_WEIGHT[byId.get(id)?.kind ?? 'text'],
      });
      return results.slice(0, count).flatMap((result) => {
        const passage = byId.get(result.id);
        if (!passage) return [];
        const found = new Set(result.terms);
        const held = terms.flatMap((t, i) => ([...t.words, ...t.related].some((w) => found.has(w)) ? [i] : []));
        return [{ passage, score: result.score, terms: held }];
      });
    },
  };
}
