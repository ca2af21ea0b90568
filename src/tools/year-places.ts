import type { FiscalYear } from '../report/fiscal-year.ts';
import type { TableInfo } from './figure-index.ts';
import type { NoRanking, RankArgs, RankedFigure, RankingResult } from './ranking.ts';

/** The places of one subject in several years of one ranking. */
export interface YearPlaces {
  readonly subject: string;
  readonly measure: string;
  readonly order: RankArgs['order'];
  readonly table: TableInfo;
  readonly places: readonly { readonly year: FiscalYear; readonly row: RankedFigure; readonly of: number }[];
  /** Years whose ranking does not list the subject. */
  readonly missing: readonly FiscalYear[];
}

/** Puts rankings of one subject together by year; null where they are fewer than two or of different things. */
export function placesOverYears(results: readonly (RankingResult | NoRanking)[]): YearPlaces | null {
  const found = results.flatMap((result) => (result.kind === 'ranking' && result.args.of ? [result] : []));
  const missed = results.flatMap((result) =>
    result.kind === 'no-ranking' ? result.misses.flatMap((m) => (m.what === 'not-listed' ? [m] : [])) : [],
  );
  const [first] = found;
  const subject = first?.rows[0]?.figure.subject;
  if (!first || subject === undefined || results.length < 2 || found.length + missed.length < results.length)
    return null;
  const isSame =
    found.every(
      (r) => r.measure === first.measure && r.args.order === first.args.order && r.args.of === first.args.of,
    ) && missed.every((m) => m.subject === subject && m.measure === first.measure);
  if (!isSame) return null;
  return {
    subject,
    measure: first.measure,
    order: first.args.order,
    table: first.table,
    places: found.flatMap(({ year, rows: [row], of }) => (row ? [{ year, row, of }] : [])),
    missing: missed.flatMap((m) => m.asked),
  };
}
