import type { FiscalYear } from '../report/fiscal-year.ts';
import type { Library } from '../report/library.ts';
import type { Report } from '../report/model.ts';
import { normalise } from '../search/text.ts';
import { PLAN_CHANGES } from '../tools/plan-changes.ts';
import { isLatin, isParticle, isWord } from './span-words.ts';
import { findSpans, type Span } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';
import { EDITION } from './wording-question-forms.ts';

/** The report that a question is put to. */
export interface NamedReport {
  readonly report: Report;
  /** What is asked of it: without the year that only names it, which is none of a figure. */
  readonly question: string;
  /** By its year, or as the one before or the latest: it alone is asked. */
  readonly isNamed: boolean;
  /** A report of this year, or an older one, was named, and there is none. */
  readonly missing: FiscalYear | 'older' | null;
}

/** Finds the report that a question names by its city, by its year (R1の報告書), as the one before, or both; else `usual`. */
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
  const mended = vocabulary.spelling.mend(text);
  const without = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    `${mended.slice(0, start)}${mended.slice(end)}`;
  const spans = findSpans(question, vocabulary);
  const base = (city ? pool[0] : undefined) ?? usual;
  const found = yearsOfReports(spans);
  // What two reports are compared for is asked of the newer one.
  const isCompared = found.length > 1 || spans.some((span) => isWord(span, 'compare', 'change', ...PLAN_CHANGES));
  const relative = isCompared ? undefined : spans.find((span) => isWord(span, 'reportBefore', 'reportLatest'));
  if (relative) {
    const at = isWord(relative, 'reportLatest') ? 0 : pool.findIndex((r) => r.id === base.id) + 1;
    const report = pool[at];
    return { report: report ?? base, question: without(relative), isNamed: true, missing: report ? null : 'older' };
  }
  const [named, another] = found;
  if (!named || another) return { report: base, question, isNamed: false, missing: null };
  const report = pool.find((r) => r.year === named.year);
  if (!report) return { report: base, question, isNamed: true, missing: named.year };
  return { report, question: without(named), isNamed: true, missing: null };
}

interface YearOfReport {
  readonly year: FiscalYear;
  readonly start: number;
  readonly end: number;
}

/** Reports by their years (令和元年度の報告書, 令和元年度版の報告書, "the report of FY2019"): each from the first of the two to the second. */
function yearsOfReports(spans: readonly Span[]): YearOfReport[] {
  const yearOf = (span: Span | undefined): FiscalYear | null => {
    const found = span?.meanings.find((m) => m.type === 'year');
    return found?.type === 'year' ? found.year : null;
  };
  const isBetween = (span: Span): boolean => isParticle(span) || EDITION.test(span.text);
  return spans.flatMap((span, i): YearOfReport[] => {
    const at = spans.findIndex((s, next) => next > i && !isBetween(s));
    const next = spans[at];
    const year = yearOf(span);
    if (year !== null && next && isWord(next, 'report')) return [{ year, start: span.start, end: next.start }];
    const behind = yearOf(next);
    if (next && behind !== null && isLatin(span) && isWord(span, 'report') && at > i + 1) {
      // FY2020 (令和2年度): said twice.
      const again = spans[at + 1];
      const end = again && yearOf(again) === behind ? again.end : next.end;
      return [{ year: behind, start: span.end, end }];
    }
    return [];
  });
}
