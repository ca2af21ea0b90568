import { placesOverYears, type YearPlaces } from '../tools/year-places.ts';
import type { Called } from './compose.ts';
import type { ComposeContext, Part } from './part.ts';
import { verdictSentence } from './verdict.ts';

/** The calls for the places of one subject in several years, and what they tell together; null where there are none. */
export function yearPlacesIn(called: readonly Called[]): { calls: readonly Called[]; places: YearPlaces } | null {
  const calls = called.filter(({ call }) => call.name === 'rank_figures');
  const results = calls.flatMap(({ result }) =>
    result.kind === 'ranking' || result.kind === 'no-ranking' ? [result] : [],
  );
  const places = placesOverYears(results);
  return places && { calls, places };
}

/** In which years one was first, or last: one sentence, and one on the others. */
export function composePlaces(places: YearPlaces, context: ComposeContext): Part {
  const { words, names, frame } = context;
  const { top } = places.table;
  const isEachFirst = places.places.every(({ row }) => row.rank === 1);
  // Who is not among the first few is not the first; of a table without a row nothing is known.
  const isFirst = places.missing.length === 0 ? isEachFirst : top !== null || !isEachFirst ? false : null;
  return {
    sentences: [
      ...verdictSentence(frame.asksWhether ? isFirst : null, context),
      words.placesOverYears(places, names),
      ...(top === null ? [] : [words.topOnly(places.table, top)]),
    ],
    sources: places.places.map(({ row }) => row.figure.source),
    found: true,
  };
}
