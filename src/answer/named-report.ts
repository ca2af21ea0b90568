import type { FiscalYear } from '../report/fiscal-year.ts';
import type { Library } from '../report/library.ts';
import type { Report } from '../report/model.ts';
import { normalise } from '../search/text.ts';
import { isParticle, isWord } from './span-words.ts';
import { findSpans, type Span } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The report that a question is put to. */
export interface NamedReport {
  readonly report: Report;
  /** What is asked of it: without the year that only names it, which is none of a figure. */
  readonly question: string;
  /** A report of this year was named, and there is none. */
  readonly missing: FiscalYear | null;
}

/** Finds the report that a question names by its city, by its year (R1の報告書), or both; else `usual`. */
export function namedReport(
  question: string,
  library: Library,
  vocabulary: Vocabulary,
  usual: Report,
  english: (report: Report) => string | null,
): NamedReport {
  const text = normalise(question);
  const folded = text.toLowerCase();
  const isNamed = (report: Report): boolean => {
    const { city } = report;
    if (city === null) return false;
    const name = english(report)?.toLowerCase();
    return (
      text.includes(city) ||
      (city.length > 2 && text.includes(city.slice(0, -1))) ||
      (name !== undefined && folded.includes(name))
    );
  };
  const [city] = new Set(library.reports.filter(isNamed).flatMap((r) => r.city ?? []));
  const pool = city ? library.ofCity(city) : usual.city ? library.ofCity(usual.city) : library.reports;
  const named = yearOfReport(findSpans(question, vocabulary));
  if (!named) return { report: (city ? pool[0] : undefined) ?? usual, question, missing: null };
  const report = pool.find((r) => r.year === named.year);
  if (!report) return { report: (city ? pool[0] : undefined) ?? usual, question, missing: named.year };
  const mended = vocabulary.spelling.mend(text);
  return { report, question: `${mended.slice(0, named.start)}${mended.slice(named.end)}`, missing: null };
}

/** The year that stands before the word for a report (令和元年度の報告書), up to that word. */
function yearOfReport(spans: readonly Span[]): { year: FiscalYear; start: number; end: number } | null {
  for (const [i, span] of spans.entries()) {
    const named = span.meanings.find((m) => m.type === 'year');
    const at = spans.findIndex((s, next) => next > i && !isParticle(s));
    const word = spans[at];
    if (named?.type !== 'year' || !word || !isWord(word, 'report')) continue;
    return { year: named.year, start: span.start, end: word.start };
  }
  return null;
}
