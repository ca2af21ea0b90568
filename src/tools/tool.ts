import { z } from 'zod';
import type { Report } from '../report/model.ts';
import type { RelatedWords, Search } from '../search/search.ts';
import { openSearch } from '../search/search.ts';
import { buildFigureIndex, type FigureIndex } from './figure-index.ts';

/** What the tools look into: one report, and older ones of the same city behind it. Built once a report. */
export interface Scope {
  readonly report: Report;
  /** Older reports of the same city, newest first. */
  readonly earlier: readonly Report[];
  readonly figures: FigureIndex;
  readonly search: Search;
}

/** Opens a report for the tools. `related` is the query-side vocabulary of full-text search. */
export function openScope(report: Report, earlier: readonly Report[], related: RelatedWords): Scope {
  return { report, earlier, figures: buildFigureIndex(report, earlier), search: openSearch(report, related) };
}

/**
 * A deterministic function over a report: the only source of figures. `run` is pure; a miss is a result, never an
 * exception. A language model gets name, description and schema as they stand.
 */
export interface Tool<Args, Result> {
  readonly name: string;
  readonly description: string;
  readonly schema: z.ZodType<Args>;
  run(scope: Scope, args: Args): Result;
}

/** Schema of a fiscal year as the tools take it. */
export const fiscalYearSchema = z
  .templateLiteral(['FY', z.int()])
  .refine((year) => /^FY(?:19|20)\d{2}$/u.test(year), 'FY and a year of four digits')
  .describe('Fiscal year by the year it starts in April: FY2019 is Reiwa 1 (R1), FY2015 is Heisei 27 (H27)');

export const statusSchema = z
  .enum(['done', 'partial', 'not', 'later'])
  .describe(
    'done: carried out, partial: carried out in part, not: not carried out or under consideration, later: planned for a later year',
  );
