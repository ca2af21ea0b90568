import { z } from 'zod';
import { compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { FigureHit, TableInfo } from './figure-index.ts';
import { type Miss, resolveName } from './miss.ts';
import { WHOLE } from './progress-figures.ts';
import { rankedTables } from './ranked-tables.ts';
import { type Step, stepBetween } from './steps.ts';
import { fiscalYearSchema, type Tool } from './tool.ts';
import { inUnitOf } from './units.ts';

const schema = z.object({
  measure: z.string().describe('Column header, or count measure of items, to compare'),
  alike: z
    .array(z.string())
    .nullish()
    .describe('Other column headers for the same thing, in tables of accounts that lack the first'),
  table: z.string().nullish().describe('Identifier of the table, where the measure stands in several'),
  subjects: z.array(z.string()).nullish().describe('Only these; omit for all of the table'),
  from: fiscalYearSchema.nullish().describe('Omit for the first year of the table, with steady, else the one before'),
  to: fiscalYearSchema.nullish().describe('Omit for the newest year of the table'),
  direction: z.enum(['rise', 'fall']),
  steady: z.boolean().nullish().describe('Only those that moved this way in every single year'),
  count: z.int().min(1).nullish().describe('How many rows; omit for all'),
});
export type RankChangesArgs = z.infer<typeof schema>;

/** How one subject moved. Equal changes share a rank. */
export interface RankedChange extends Step {
  readonly rank: number;
  /** The figures of all years from the first to the last. */
  readonly series: readonly FigureHit[];
}

export interface ChangeRanking {
  readonly kind: 'change-ranking';
  readonly args: RankChangesArgs;
  readonly table: TableInfo;
  readonly measure: string;
  readonly years: { readonly from: FiscalYear; readonly to: FiscalYear };
  /** Those that moved as asked, the largest change first. */
  readonly rows: readonly RankedChange[];
  /** How many subjects have a value in both years, and how many of the newer year's have none in the older. */
  readonly of: number;
  readonly left: number;
}

export interface NoChangeRanking {
  readonly kind: 'no-change-ranking';
  readonly misses: readonly Miss[];
}

/** Ranks the subjects of a table by how a measure moved from one year to another. */
export const rankChanges: Tool<RankChangesArgs, ChangeRanking | NoChangeRanking> = {
  name: 'rank_changes',
  description:
    'Which sections or accounts rose or fell most in a measure from one year to another, or did so in every year.',
  schema,
  run(scope, args) {
    const names = [...new Set(scope.figures.tables.flatMap((t) => t.measures))];
    const resolved = resolveName(names, args.measure);
    if ('nearest' in resolved)
      return {
        kind: 'no-change-ranking',
        misses: [{ what: 'measure', asked: args.measure, nearest: resolved.nearest }],
      };
    const measure = resolved.name;
    const { table, isIn } = rankedTables(scope, { ...args, measure });
    if (!table)
      return { kind: 'no-change-ranking', misses: [{ what: 'measure', asked: args.measure, nearest: names }] };
    const known = [...table.years].sort(compareYears);
    const to = args.to ?? known.at(-1);
    const before = known.findLast((year) => to !== undefined && compareYears(year, to) < 0);
    const from = args.from ?? (args.steady ? known[0] : before);
    const missing = [from, to].find((year) => year !== undefined && !known.includes(year));
    if (!from || !to || missing || compareYears(from, to) >= 0)
      return {
        kind: 'no-change-ranking',
        misses: [{ what: 'year', year: missing ?? to ?? scope.report.year, subject: measure, table, years: known }],
      };
    const isWanted = (subject: string): boolean =>
      args.subjects ? args.subjects.includes(subject) : subject !== WHOLE;
    const figures = scope.figures.all.filter(
      (f) => isIn(f) && f.role === 'value' && f.value !== null && isWanted(f.subject),
    );
    const span = known.filter((year) => compareYears(year, from) >= 0 && compareYears(year, to) <= 0);
    const newest = figures.filter((f) => f.year === to);
    const series = newest.flatMap((last) => {
      const own = figures.filter((f) => f.subject === last.subject && span.includes(f.year));
      return own.some((f) => f.year === from) ? [own.toSorted((a, b) => compareYears(a.year, b.year))] : [];
    });
    const isAsked = ({ difference }: Step): boolean => (args.direction === 'rise' ? difference > 0 : difference < 0);
    const isSteady = (own: readonly FigureHit[]): boolean =>
      own.length === span.length && own.slice(1).every((f, i) => isAsked(stepBetween(own[i] ?? f, f)));
    const moved = series.flatMap((own) => {
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last || (args.steady && !isSteady(own))) return [];
      const step = stepBetween(first, last);
      return isAsked(step) ? [{ ...step, series: own }] : [];
    });
    // A measure with a unit that is none of the table's, as a share beside numbers of items, has it everywhere.
    const size = ({ difference, to: { unit } }: Step): number =>
      Math.abs(inUnitOf(difference, unit, table.unit) ?? difference);
    const ranked = moved
      .toSorted((a, b) => size(b) - size(a))
      .map((row): RankedChange => ({ ...row, rank: 1 + moved.filter((other) => size(other) > size(row)).length }));
    // Ties at the cut stay together.
    const last = args.count ? ranked[args.count - 1]?.rank : undefined;
    return {
      kind: 'change-ranking',
      args,
      table,
      measure,
      years: { from, to },
      rows: last === undefined ? ranked : ranked.filter((row) => row.rank <= last),
      of: series.length,
      left: newest.length - series.length,
    };
  },
};
