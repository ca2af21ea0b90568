import { z } from 'zod';
import type { PlanItem } from '../report/model.ts';
import { type Comparison, comparisonsIn } from '../report/prose-notation.ts';
import { sentences, words } from '../search/text.ts';
import type { Tool } from './tool.ts';

const schema = z.object({
  item: z
    .object({
      kind: z.enum(['plan', 'extra']).describe('Inside or outside the plan'),
      number: z.int().describe('Number of the item'),
    })
    .describe('The item whose text is read'),
  query: z.string().describe('Key words of the quantity that is compared'),
  operation: z
    .enum(['difference', 'ratio', 'growth'])
    .describe('now minus before; now by before; change in percent of before'),
});
export type TextComparisonArgs = z.infer<typeof schema>;

export interface TextComparison {
  readonly kind: 'text-comparison';
  readonly operation: TextComparisonArgs['operation'];
  readonly item: PlanItem;
  /** The sentence that states both quantities. */
  readonly sentence: string;
  readonly comparison: Comparison;
  readonly value: number;
  readonly decimals: number;
  readonly formula: string;
}

export interface NoTextComparison {
  readonly kind: 'no-text-comparison';
}

const TITLE_WORD = 0.3;

/** Calculates with two quantities that the text of an item sets against each other. */
export const compareInText: Tool<TextComparisonArgs, TextComparison | NoTextComparison> = {
  name: 'compare_in_text',
  description:
    'Difference, ratio or growth between a quantity and the one of the year before, where the text of an item states both.',
  schema,
  run(scope, { item: ref, query, operation }) {
    const item = scope.report.items.find((i) => i.kind === ref.kind && i.number === ref.number);
    const terms = scope.search.terms(query);
    const title = new Set(words(item?.title ?? ''));
    const stated = sentences(item?.narrative ?? '').flatMap((sentence) => {
      const { words: own } = scope.search.sentence(sentence);
      // A word of the title is in every sentence's mind: it counts, but less than one that only this sentence has.
      const score = terms.reduce((sum, t) => {
        const held = [...t.words, ...t.related].filter((w) => own.has(w));
        const factor = held.length === 0 ? 0 : held.some((w) => !title.has(w)) ? 1 : TITLE_WORD;
        return sum + factor * scope.search.weight(t);
      }, 0);
      return comparisonsIn(sentence.normalize('NFKC')).map((comparison) => ({ sentence, comparison, score }));
    });
    const ranked = stated.toSorted((a, b) => b.score - a.score);
    // Words that lead nowhere decide only where there is nothing to decide.
    const best = ranked.find((s) => s.score > 0) ?? (ranked.length === 1 ? ranked[0] : undefined);
    if (!item || !best || best.comparison.before.value === 0) return { kind: 'no-text-comparison' };
    const { now, before } = best.comparison;
    const own = Math.max(...[now, before].map((q) => /\.(\d+)/u.exec(q.print)?.[1]?.length ?? 0));
    const results = {
      difference: { value: now.value - before.value, decimals: own, formula: `${now.print} − ${before.print}` },
      ratio: { value: now.value / before.value, decimals: 2, formula: `${now.print} ÷ ${before.print}` },
      growth: {
        value: (100 * (now.value - before.value)) / before.value,
        decimals: 1,
        formula: `(${now.print} − ${before.print}) ÷ ${before.print} × 100`,
      },
    };
    return {
      kind: 'text-comparison',
      operation,
      item,
      sentence: best.sentence,
      comparison: best.comparison,
      ...rounded(results[operation]),
    };
  },
};

function rounded<T extends { readonly value: number; readonly decimals: number }>(result: T): T {
  return { ...result, value: Number(result.value.toFixed(result.decimals)) };
}
