import { statusOfMark, statusOfMeaning, statusOfWord } from './form.ts';
import type { LegendEntry, SourceRef, Status } from './model.ts';
import { legendPairs, QUOTED_MARK } from './notation.ts';
import { folded } from './source.ts';

/**
 * The marks that a legend line explains: `「○」実施済み 「△」一部実施`, `○：実施済、△：一部実施`. Marks whose meaning tells no
 * status (a key of colours) are left out.
 */
export function parseLegend(text: string, source: SourceRef): LegendEntry[] {
  const pairs = legendPairs(text);
  if (new Set(pairs.map(({ mark }) => mark)).size !== pairs.length) return [];
  return pairs.flatMap(({ mark, meaning }): LegendEntry[] => {
    const status = statusOfMeaning(meaning) ?? statusOfMark(folded(mark));
    return status === null || meaning === '' ? [] : [{ status, print: mark, meaning, source }];
  });
}

/** Reads status cells: by the report's own legend first, then by the marks and words that all such reports use. */
export type StatusReader = (cell: string) => Status | null;

export function statusReader(legend: readonly LegendEntry[]): StatusReader {
  const byMark = new Map<string, Status>();
  const byGeneric = new Map<Status, Status>();
  for (const { print, status, meaning } of legend) {
    byMark.set(folded(print), status);
    byMark.set(folded(meaning), status);
    const generic = statusOfMark(folded(print));
    if (generic) byGeneric.set(generic, status);
  }
  return (cell) => {
    const text = folded(cell)
      .replace(/※[0-9]?|\*/gu, '')
      .replace(QUOTED_MARK, '$1');
    if (text === '') return null;
    const generic = statusOfMark(text);
    const known = byMark.get(text) ?? (generic ? (byGeneric.get(generic) ?? generic) : null);
    if (known) return known;
    const first = [...text][0] ?? '';
    const rest = text.slice(first.length).replace(/^[:(]|[)]$/gu, '');
    const lead = byMark.get(first) ?? statusOfMark(first);
    if (lead && rest !== '' && statusOfMeaning(rest) === lead) return lead;
    return statusOfWord(text);
  };
}
