import { findYears } from '../report/fiscal-year.ts';
import type { PlanItem } from '../report/model.ts';
import type { Term } from '../search/lexical.ts';
import { normalise, sentences as sentencesOf, words as wordsOf } from '../search/text.ts';
import type { PassagesResult } from '../tools/passages.ts';
import type { Answer } from './assemble.ts';
import type { Frame } from './frame.ts';

/** True when a table was asked for a year that it does not have. */
export function lacksYear({ called }: Answer): boolean {
  return called.some(({ result }) => 'misses' in result && result.misses.some((m) => m.what === 'year'));
}

/** The item with a sentence that has a figure, the year asked for and every word that was asked for. */
export function statingItem(frame: Frame, { hits }: PassagesResult, terms: readonly Term[]): PlanItem | null {
  if (frame.measures.length === 0) return null;
  const states = (sentence: string): boolean => {
    const years = findYears(normalise(sentence)).map((y) => y.year);
    const own = new Set(wordsOf(sentence));
    return (
      frame.years.some((y) => years.includes(y)) &&
      terms.every((t) => [...t.words, ...t.related].some((w) => own.has(w)))
    );
  };
  return hits.find((h) => h.item && sentencesOf(h.item.narrative).some(states))?.item ?? null;
}
