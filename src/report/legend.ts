import { findYears } from './fiscal-year.ts';
import { statusOfMark, statusOfMeaning, statusOfWord } from './form.ts';
import type { LegendEntry, Report, SourceRef, Status } from './model.ts';
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

/** A report's own word for a status, of the mark that is printed where that is given; null when it has none. */
export type StatusWords = (status: Status, print?: string) => string | null;

/** A meaning that is longer than a word explains more than it names. */
const LONGEST_WORD = 16;

/**
 * The words of a report's legends for its statuses, those beside its items first. A meaning that names a year (令和3年度以降)
 * holds for the newest column only and is no word.
 */
export function statusWords({ legend, items }: Pick<Report, 'legend' | 'items'>): StatusWords {
  const chapters = new Set(items.map(({ source }) => source.chapter));
  const words = legend
    .filter(({ meaning }) => meaning.length <= LONGEST_WORD && findYears(meaning.normalize('NFKC')).length === 0)
    .toSorted((a, b) => Number(chapters.has(b.source.chapter)) - Number(chapters.has(a.source.chapter)));
  return (status, print) => {
    const own = words.filter((entry) => entry.status === status);
    const marked = print === undefined ? undefined : own.find((entry) => folded(entry.print) === folded(print));
    return (marked ?? own[0])?.meaning ?? null;
  };
}
