import type { FiscalYear } from '../report/fiscal-year.ts';
import type { WordKey } from './lexicon.ts';
import { isLatin, isParticle, isWord } from './span-words.ts';
import type { Span } from './spans.ts';

/** A stage of the schedule with the year that it is asked for in. */
export interface StageIn {
  readonly stage: string;
  readonly year: FiscalYear;
}

export interface StagesAsked {
  readonly stages: readonly string[];
  /** Where several are named with as many years (R1は検討でR2が実施): each with its own, the earliest first; else empty. */
  readonly inYears: readonly StageIn[];
  /** Those that it takes out. */
  readonly except: readonly string[];
}

/** The stages that a question names, and those that it takes out (順次実施は除いて): `words` loses the word for that. */
export function stagesAsked(spans: readonly Span[], words: Set<WordKey>): StagesAsked {
  const named = spans.flatMap((span, at) => {
    const stage = span.meanings.find((m) => m.type === 'stage');
    const behind = spans.slice(at + 1).find((s) => !isParticle(s));
    const before = spans[at - 1];
    const isOut = isLatin(before)
      ? isWord(before, 'except', 'negation')
      : !isLatin(behind) && isWord(behind, 'except', 'negation');
    return stage?.type === 'stage' ? [{ at, stage: stage.stage, isOut }] : [];
  });
  const kept = named.filter(({ isOut }) => !isOut);
  if (kept.length < named.length) words.delete('except');
  const years = spans.flatMap((span, at) => {
    const year = span.meanings.find((m) => m.type === 'year');
    return year?.type === 'year' ? [{ at, year: year.year }] : [];
  });
  const nearest = ({ at }: { readonly at: number }): FiscalYear | undefined =>
    years.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0]?.year;
  const inYears = kept.flatMap((one): StageIn[] => {
    const year = nearest(one);
    return year ? [{ stage: one.stage, year }] : [];
  });
  const isEach =
    kept.length > 1 && years.length === kept.length && new Set(inYears.map((s) => s.year)).size === kept.length;
  return {
    stages: [...new Set(kept.map(({ stage }) => stage))],
    except: named.flatMap(({ stage, isOut }) => (isOut ? [stage] : [])),
    inYears: isEach ? inYears.toSorted((a, b) => (a.year < b.year ? -1 : 1)) : [],
  };
}
