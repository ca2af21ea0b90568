import { z } from 'zod';
import { findYears, startOf } from '../report/fiscal-year.ts';
import type { PlanItem, SourceRef } from '../report/model.ts';
import { PERIOD_SHAPE, PERIOD_WORD, PLAN_SHAPE, QUANTITY_SHAPES, REASON_SHAPE } from '../report/prose-notation.ts';
import type { Hit, Term } from '../search/lexical.ts';
import { normalise, sentences, words } from '../search/text.ts';
import type { Scope, Tool } from './tool.ts';

/** What kind of figure or fact is looked for. */
export const WANT = z.enum([
  'people',
  'money',
  'percent',
  'date',
  'amount',
  'days',
  'hours',
  'reason',
  'period',
  'plan',
]);

const schema = z.object({
  query: z.string().describe('Key words of what is looked for, in Japanese or English'),
  /** What kind of figure or fact the answer should hold: sentences with one come first. */
  want: WANT.nullish(),
  kind: z
    .enum(['plan', 'extra', 'item', 'text'])
    .nullish()
    .describe('Search only plan items, out-of-plan items, items of both kinds, or the running text'),
  items: z
    .array(z.object({ kind: z.enum(['plan', 'extra']), number: z.int() }))
    .nullish()
    .describe('Search only inside these items'),
  count: z.int().min(1).max(10).nullish().describe('How many passages, 5 when omitted'),
});
export type PassagesArgs = z.infer<typeof schema>;
export type Want = z.infer<typeof WANT>;

export interface PassageHit {
  readonly title: string;
  readonly kind: Hit['passage']['kind'];
  readonly item: PlanItem | null;
  readonly source: SourceRef;
  /** The sentences that fit the query best, in reading order. */
  readonly sentences: readonly string[];
  readonly body: string;
  readonly score: number;
  /** Share of the query's weight that the passage covers, 0 to 1. */
  readonly coverage: number;
}

export interface PassagesResult {
  readonly kind: 'passages';
  readonly args: PassagesArgs;
  readonly hits: readonly PassageHit[];
  /** Words of the query that stand nowhere in the report, nor any word the vocabulary knows for them. */
  readonly unknown: readonly string[];
  readonly terms: readonly Term[];
}

const DEFAULT_COUNT = 5;
/** Enough to filter by kind afterwards. */
const MANY = 1000;
/** Enough to rank anew by coverage. */
const POOL = 20;
const LEAST_FACTOR = 0.1;
const MAX_SENTENCES = 3;
/** A sentence with the kind of figure asked for goes before one with a further common word. */
const SHAPE_WEIGHT = 4;

function shapeOf(want: Want): RegExp {
  if (want === 'period') return PERIOD_SHAPE;
  if (want === 'plan') return PLAN_SHAPE;
  return want === 'reason' ? REASON_SHAPE : QUANTITY_SHAPES[want];
}

/** Full-text search: the passages and their sentences that fit best. */
export const searchPassages: Tool<PassagesArgs, PassagesResult> = {
  name: 'search_passages',
  description:
    'Full-text search over items, paragraphs and captions of the report; returns the best passages with the fitting sentences.',
  schema,
  run: (scope, args) => runSearch(scope, args, scope.search.terms(args.query)),
};

export function runSearch(scope: Scope, args: PassagesArgs, terms: readonly Term[]): PassagesResult {
  const count = args.count ?? DEFAULT_COUNT;
  const weights = terms.map((t) => scope.search.weight(t));
  const known = weights.reduce((a, b) => a + b, 0);
  // An unknown word weighs as much as the average known one: it was asked for too.
  const unknown = terms.filter((_, i) => weights[i] === 0);
  const average = known / Math.max(1, terms.length - unknown.length) || 1;
  const total = known + unknown.length * average;
  const fits = ({ passage }: Hit): boolean => {
    if (args.items) return args.items.some((r) => r.kind === passage.item?.kind && r.number === passage.item.number);
    if (args.kind === 'text') return passage.kind === 'text';
    if (args.kind === 'item') return passage.item !== null;
    return args.kind ? passage.item?.kind === args.kind : true;
  };
  const narrowed = args.items || args.kind;
  const covered = (hit: Hit): number =>
    total === 0 ? 0 : hit.terms.reduce((sum, t) => sum + (weights[t] ?? 0), 0) / total;
  // Many mentions of one word must not outweigh one mention of each.
  const rate = (hit: Hit): number => hit.score * (LEAST_FACTOR + covered(hit));
  const matching = scope.search
    .find(terms, narrowed ? MANY : POOL)
    .filter(fits)
    .toSorted((a, b) => rate(b) - rate(a));
  // Items that are asked for by number are looked into even where no word leads to them.
  const others = args.items ? scope.search.passages.filter((p) => !matching.some((h) => h.passage.id === p.id)) : [];
  const ranked = [...matching, ...others.map((passage): Hit => ({ passage, score: 0, terms: [] })).filter(fits)];
  const found = (args.want === 'period' ? periodsFirst(ranked, rate, scope).filter(fits) : ranked).slice(0, count);
  const hits = found.map(
    ({ passage, score, terms: held }): PassageHit => ({
      title: passage.title,
      kind: passage.kind,
      item: passage.item,
      source: passage.source,
      body: passage.body,
      sentences: bestSentences(
        scope,
        passage.item?.narrative ?? passage.body,
        passage.item?.outline ?? null,
        // Inside an item its title's words are everywhere; what else was asked decides.
        passage.item ? rated(terms, passage.title) : terms.map((term) => ({ term, factor: 1 })),
        args.want ?? null,
      ),
      score: rate({ passage, score, terms: held }),
      coverage: args.want === 'period' ? 1 : covered({ passage, score, terms: held }),
    }),
  );
  return { kind: 'passages', args, hits, unknown: unknown.map((t) => t.typed), terms };
}

/** Passages that state a period of years, before others; also where no word of the query leads to one. */
function periodsFirst(ranked: readonly Hit[], weigh: (hit: Hit) => number, scope: Scope): Hit[] {
  const all = scope.search.passages.filter(
    (p) => p.kind === 'text' && sentences(p.body).some((s) => PERIOD_SHAPE.test(normalise(s))),
  );
  const stating = all.map(
    (passage): Hit => ranked.find((h) => h.passage.id === passage.id) ?? { passage, score: 0, terms: [] },
  );
  const latest = (hit: Hit): number =>
    Math.max(0, ...findYears(normalise(hit.passage.body)).map((y) => startOf(y.year)));
  const rate = (hit: Hit): number => weigh(hit) * (PERIOD_WORD.test(hit.passage.body) ? 1.5 : 1);
  return stating.toSorted((a, b) => rate(b) - rate(a) || latest(b) - latest(a));
}

interface RatedTerm {
  readonly term: Term;
  readonly factor: number;
}

const TITLE_WORD = 0.3;

function rated(terms: readonly Term[], title: string): RatedTerm[] {
  const own = new Set(words(title));
  return terms.map((term) => ({
    term,
    factor: [...term.words, ...term.related].some((w) => own.has(w)) ? TITLE_WORD : 1,
  }));
}

/** Sentences of the text (of the outline when the text has none) that hold the query's words and the shape asked for. */
function bestSentences(
  scope: Scope,
  text: string,
  outline: string | null,
  terms: readonly RatedTerm[],
  want: Want | null,
): string[] {
  const rate = (sentence: string): number => {
    const { words: own, text } = scope.search.sentence(sentence);
    const held = terms.reduce((sum, { term, factor }) => {
      // Of a compound (3次試験) all parts count, not any one; a related word counts half.
      const typed = term.words.filter((w) => own.has(w)).length / Math.max(1, term.words.length);
      const share = Math.max(typed, term.related.some((w) => own.has(w)) ? 0.5 : 0);
      return sum + share * factor * scope.search.weight(term);
    }, 0);
    return held + (want && shapeOf(want).test(text) ? (held > 0 ? SHAPE_WEIGHT : SHAPE_WEIGHT / 2) : 0);
  };
  const pick = (all: readonly string[]): string[] => {
    const rated = all.map((sentence, at) => ({ sentence, at, score: rate(sentence) })).filter((r) => r.score > 0);
    const best = rated.toSorted((a, b) => b.score - a.score || a.at - b.at).slice(0, MAX_SENTENCES);
    return best.toSorted((a, b) => a.at - b.at).map((r) => r.sentence);
  };
  const own = pick(sentences(text));
  return own.length > 0 || outline === null ? own : pick(sentences(outline));
}
