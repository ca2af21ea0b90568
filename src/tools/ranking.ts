import { z } from 'zod';
import { compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { FigureHit, TableInfo } from './figure-index.ts';
import { isWithin, limitSchema } from './limit.ts';
import { type Miss, resolveName } from './miss.ts';
import { WHOLE } from './progress-figures.ts';
import { type ComparedTable, rankedTables } from './ranked-tables.ts';
import { fiscalYearSchema, type Tool } from './tool.ts';
import { inUnitOf } from './units.ts';

const schema = z.object({
  measure: z.string().describe('Column header or count measure to rank by'),
  alike: z
    .array(z.string())
    .nullish()
    .describe('Other column headers for the same thing, in tables of accounts that lack the first'),
  table: z.string().nullish().describe('Identifier of the table, where the measure stands in several'),
  year: fiscalYearSchema.nullish().describe('Omit for the newest year of the table'),
  order: z.enum(['highest', 'lowest']).describe('Which end comes first'),
  subjects: z.array(z.string()).nullish().describe('Rank only these; omit for all of the table'),
  except: z.array(z.string()).nullish().describe('Leave these out'),
  count: z.int().min(1).nullish().describe('How many rows; omit for all'),
  position: z.int().min(1).nullish().describe('Only the n-th'),
  of: z.string().nullish().describe('Rank of this one subject'),
  average: z.enum(['above', 'below']).nullish().describe('Only those above or below the printed average'),
  sign: z.enum(['negative', 'positive']).nullish().describe('Only values below or above zero'),
  limit: limitSchema.nullish().describe('Only values above or below this one'),
});
export type RankArgs = z.infer<typeof schema>;

export interface RankedFigure {
  /** Equal values share a rank. */
  readonly rank: number;
  readonly figure: FigureHit;
}

export interface RankingResult {
  readonly kind: 'ranking';
  readonly args: RankArgs;
  readonly table: TableInfo;
  /** All tables ranked together, that one among them. */
  readonly compared: readonly ComparedTable[];
  readonly year: FiscalYear;
  readonly measure: string;
  readonly unit: string | null;
  /** Those asked for. */
  readonly rows: readonly RankedFigure[];
  /** How many there are on the side asked for, however few of them were asked for. */
  readonly matching: number;
  /** How many subjects have a value. */
  readonly of: number;
  /** The printed average row. */
  readonly average: FigureHit | null;
  /** Exactly equal to the average, when above or below was asked. */
  readonly equal: readonly FigureHit[];
  /** Printed with one sign while arithmetic on printed figures gives the other, when a sign was asked. */
  readonly doubtful: readonly FigureHit[];
}

/** True for a ranking of a few that were named, of which one is not the first of all. */
export function isAmongNamed({ args, table }: RankingResult): boolean {
  return args.subjects !== undefined && args.subjects !== null && table.kind !== 'progress';
}

export interface NoRanking {
  readonly kind: 'no-ranking';
  readonly misses: readonly Miss[];
}

/** Ranks the subjects of a table by one measure in one year. */
export const rankFigures: Tool<RankArgs, RankingResult | NoRanking> = {
  name: 'rank_figures',
  description:
    'Ranking by a measure: highest or lowest n, the n-th, the rank of one, those above or below the printed average, a given value or zero.',
  schema,
  run(scope, args) {
    const names = [...new Set(scope.figures.tables.flatMap((t) => t.measures))];
    const resolved = resolveName(names, args.measure);
    if ('nearest' in resolved)
      return { kind: 'no-ranking', misses: [{ what: 'measure', asked: args.measure, nearest: resolved.nearest }] };
    const measure = resolved.name;
    const year = args.year ?? rankedTables(scope, { ...args, measure }).table?.years.at(-1);
    const { tables, table, compared, isIn } = rankedTables(scope, { ...args, measure }, year);
    if (!table || year === undefined) {
      const years = [...new Set(tables.flatMap((t) => t.years))].sort(compareYears);
      const miss: Miss = {
        what: 'year',
        year: args.year ?? scope.report.year,
        subject: measure,
        table: tables[0] ?? null,
        years,
      };
      return { kind: 'no-ranking', misses: [miss] };
    }
    const wanted = args.subjects ? new Set(args.subjects) : null;
    const figures = scope.figures.all.filter((f) => isIn(f) && f.year === year && f.value !== null);
    const average = figures.find((f) => f.role === 'average') ?? null;
    if (args.average && !average) return { kind: 'no-ranking', misses: [{ what: 'no-average', measure, table }] };
    const values = figures.filter(
      (f) =>
        f.role === 'value' &&
        f.subject !== WHOLE &&
        (!wanted || wanted.has(f.subject)) &&
        !args.except?.includes(f.subject),
    );
    const unit = (values.find((f) => f.measure === measure) ?? values[0])?.unit ?? table.unit;
    const sign = args.order === 'highest' ? -1 : 1;
    const worth = (f: FigureHit): number => inUnitOf(f.value ?? 0, f.unit, unit) ?? 0;
    const sorted = values.toSorted((a, b) => sign * (worth(a) - worth(b)));
    const ranked = sorted.map(
      (figure): RankedFigure => ({
        rank: 1 + sorted.filter((f) => sign * (worth(f) - worth(figure)) < 0).length,
        figure,
      }),
    );
    const result = { kind: 'ranking', args, table, compared, year, measure, unit, of: values.length, average } as const;
    if (args.of) {
      const found = resolveName(
        values.map((f) => f.subject),
        args.of,
      );
      const asked = 'name' in found ? found.name : args.of;
      const rows = ranked.filter((r) => r.figure.subject === asked);
      if (rows.length === 0) {
        const years = [
          ...new Set(
            scope.figures
              .of(asked)
              .filter((f) => f.measure === measure)
              .map((f) => f.year),
          ),
        ].sort(compareYears);
        return {
          kind: 'no-ranking',
          misses: [{ what: 'not-listed', subject: asked, measure, asked: [year], table, years }],
        };
      }
      return { ...result, rows, matching: rows.length, equal: [], doubtful: [] };
    }
    const kept = within(ranked, args, average, worth);
    return {
      ...result,
      rows: cut(kept, args),
      matching: kept.length,
      equal: args.average ? values.filter((f) => f.value === average?.value) : [],
      doubtful: args.sign ? values.filter((f) => f.contradicts !== null && f.contradicts * (f.value ?? 0) < 0) : [],
    };
  },
};

/** Those on the side of the average, the limit or zero that is asked for. */
function within(
  ranked: readonly RankedFigure[],
  args: RankArgs,
  average: FigureHit | null,
  worth: (figure: FigureHit) => number,
): RankedFigure[] {
  const mean = average?.value ?? null;
  return ranked.filter(({ figure }) => {
    const value = worth(figure);
    if (args.average === 'above' && (mean === null || value <= mean)) return false;
    if (args.average === 'below' && (mean === null || value >= mean)) return false;
    if (args.limit && !isWithin(value, args.limit)) return false;
    if (args.sign === 'negative' && value >= 0) return false;
    return !(args.sign === 'positive' && value <= 0);
  });
}

function cut(kept: readonly RankedFigure[], args: RankArgs): readonly RankedFigure[] {
  if (args.position) return kept.filter((r, i) => i + 1 === args.position || r.rank === args.position);
  // Ties at the cut stay together.
  const last = args.count ? kept[args.count - 1]?.rank : undefined;
  return last === undefined ? kept : kept.filter((r) => r.rank <= last);
}
