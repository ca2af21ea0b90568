import { z } from 'zod';
import { compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { FigureHit, TableInfo } from './figure-index.ts';
import { isWithin, type Limit, limitSchema } from './limit.ts';
import { type Miss, resolveName } from './miss.ts';
import { type Moves, movesSchema, type Step, stepBetween, stepsOf } from './steps.ts';
import { fiscalYearSchema, type Scope, type Tool } from './tool.ts';

const subjectsField = z
  .array(z.string())
  .min(1)
  .describe(
    'Accounts, sections or pillars by their name in the report; "*" is the whole plan; an average row by its print',
  );
const measuresField = z
  .array(z.string())
  .min(1)
  .describe(
    'Column headers as in the report; for counts of items: items, items.done, items.partial, items.not, items.later, share.done, …',
  );

const lookUpSchema = z.object({
  subjects: subjectsField,
  measures: measuresField,
  alike: z
    .array(z.string())
    .nullish()
    .describe('Headers of the same thing in other tables: whose accounts are told as having it too'),
  years: z.array(fiscalYearSchema).nullish().describe('Omit for all years of the table'),
});
export type LookUpArgs = z.infer<typeof lookUpSchema>;

export interface FiguresResult {
  readonly kind: 'figures';
  readonly figures: readonly FigureHit[];
  /** The printed averages of the rankings that the figures stand in. */
  readonly averages: readonly FigureHit[];
  /** Other subjects that have the same measures. */
  readonly elsewhere: readonly string[];
  readonly misses: readonly Miss[];
}

/** Looks up figures: every combination of the subjects, measures and years; what is not there comes as misses. */
export const lookUpFigures: Tool<LookUpArgs, FiguresResult> = {
  name: 'look_up_figures',
  description:
    'Figures from the tables of the report: accounts, overtime, paid leave, counts of plan items. One or several subjects, measures and years.',
  schema: lookUpSchema,
  run: (scope, args) => lookUp(scope, args),
};

const seriesSchema = z.object({
  subject: z.string().describe('Account, section, pillar or "*"'),
  measure: z.string().describe('Column header or count measure'),
  from: fiscalYearSchema.nullish(),
  to: fiscalYearSchema.nullish(),
  limit: limitSchema.nullish().describe('Which of the years have a value above or below this one'),
  moves: movesSchema.nullish(),
});
export type SeriesArgs = z.infer<typeof seriesSchema>;

export interface SeriesResult {
  readonly kind: 'series';
  /** Ascending by year. */
  readonly figures: readonly FigureHit[];
  /** The limit asked for, and the figures on its side. */
  readonly within: { readonly limit: Limit; readonly figures: readonly FigureHit[] } | null;
  /** The steps from year to year that were asked for. */
  readonly moved: { readonly moves: Moves; readonly steps: readonly Step[] } | null;
  /** Last minus first, the highest and the lowest; null when fewer than two years have a value. */
  readonly movement: Movement | null;
  readonly misses: readonly Miss[];
}

export interface Movement {
  readonly difference: number;
  /** Digits behind the point that the printed figures need. */
  readonly decimals: number;
  readonly highest: FigureHit;
  readonly lowest: FigureHit;
}

/** One figure over the years. */
export const figureSeries: Tool<SeriesArgs, SeriesResult> = {
  name: 'figure_series',
  description:
    'One figure over all years (or from one year to another): for trends, for the years above or below a value, and for the years that rose or fell.',
  schema: seriesSchema,
  run(scope, { subject, measure, from, to, limit, moves }) {
    const { figures, misses } = lookUp(scope, { subjects: [subject], measures: [measure] });
    const within = figures.filter(
      (f) => (!from || compareYears(f.year, from) >= 0) && (!to || compareYears(f.year, to) <= 0),
    );
    const series = within.toSorted((a, b) => compareYears(a.year, b.year));
    const [table, asked] = [figures[0]?.table, from ?? to];
    const outside: Miss[] =
      table && asked && series.length === 0 ? [{ what: 'year', year: asked, subject, table, years: table.years }] : [];
    return {
      kind: 'series',
      figures: series,
      within: limit ? { limit, figures: series.filter((f) => isWithin(f.value, limit)) } : null,
      moved: moves ? { moves, steps: stepsOf(series, moves) } : null,
      movement: movementOf(series),
      misses: [...misses, ...outside],
    };
  },
};

function movementOf(figures: readonly FigureHit[]): Movement | null {
  const [first, second] = figures;
  const last = figures.at(-1);
  if (!first || !second || !last) return null;
  const { difference, decimals } = stepBetween(first, last);
  const sorted = figures.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  return { difference, decimals, lowest: sorted[0] ?? first, highest: sorted.at(-1) ?? last };
}

export function lookUp(scope: Scope, { subjects, measures, years, alike }: LookUpArgs): FiguresResult {
  const figures: FigureHit[] = [];
  const misses: Miss[] = [];
  for (const subject of subjects) {
    const resolved = resolveSubject(scope, subject);
    if ('nearest' in resolved) {
      misses.push({ what: 'subject', asked: subject, nearest: resolved.nearest });
      continue;
    }
    for (const measure of measures) lookUpOne(scope, resolved.name, measure, years ?? null, figures, misses);
  }
  const shared = scope.figures.all.filter((f) =>
    figures.some((own) => own.table.kind === f.table.kind && (own.measure === f.measure || alike?.includes(f.measure))),
  );
  const averages = shared.filter(
    (f) =>
      f.role === 'average' &&
      figures.some((own) => own.role === 'value' && own.table.id === f.table.id && own.year === f.year),
  );
  const elsewhere = [...new Set(shared.map((f) => f.subject))].filter((s) => !figures.some((own) => own.subject === s));
  return {
    kind: 'figures',
    figures,
    averages,
    elsewhere: figures[0]?.table.kind === 'account' ? elsewhere : [],
    misses,
  };
}

function lookUpOne(
  scope: Scope,
  subject: string,
  asked: string,
  years: readonly FiscalYear[] | null,
  figures: FigureHit[],
  misses: Miss[],
): void {
  const own = scope.figures.of(subject);
  const resolved = resolveName([...new Set(own.map((f) => f.measure))], asked);
  if ('nearest' in resolved) {
    misses.push(...missingMeasure(scope, subject, asked, years ?? [], resolved.nearest));
    return;
  }
  const series = own.filter((f) => f.measure === resolved.name);
  const printed = [...new Set(series.map((f) => f.year))].sort(compareYears);
  const table = series[0]?.table;
  const unlisted: FiscalYear[] = [];
  for (const year of years ?? printed) {
    const hit = series.find((f) => f.year === year);
    if (hit && hit.value !== null) figures.push(hit);
    else if (hit)
      misses.push({ what: 'blank', subject, measure: resolved.name, year, print: hit.print, table: hit.table });
    else if (table?.years.includes(year)) unlisted.push(year);
    else misses.push({ what: 'year', year, subject, table: table ?? null, years: table?.years ?? printed });
  }
  if (table && unlisted.length > 0)
    misses.push({ what: 'not-listed', subject, measure: resolved.name, asked: unlisted, table, years: printed });
}

/** A measure that this subject lacks: known elsewhere (a section outside a ranking), or known nowhere. */
function missingMeasure(
  scope: Scope,
  subject: string,
  asked: string,
  years: readonly FiscalYear[],
  nearest: readonly string[],
): Miss[] {
  const own = unique(scope.figures.of(subject).map((f) => f.measure));
  const resolved = resolveName(measuresOf(scope), asked);
  if ('nearest' in resolved || own.includes(resolved.name))
    return [{ what: 'measure', asked, nearest: nearest.length > 0 ? nearest : measuresOf(scope) }];
  const table = scope.figures.tables.find((t) => t.measures.includes(resolved.name));
  if (table?.kind !== 'ranking') return [{ what: 'combination', subject, measure: resolved.name, nearest: own }];
  return outsideRanking(subject, resolved.name, table, years);
}

/** A subject that a ranking never lists, in the years asked for: each that the ranking lacks, and those it has, else its newest. */
export function outsideRanking(
  subject: string,
  measure: string,
  table: TableInfo,
  years: readonly FiscalYear[],
): Miss[] {
  const beyond = years.filter((year) => !table.years.includes(year));
  const covered = years.length > 0 ? years.filter((year) => table.years.includes(year)) : table.years.slice(-1);
  return [
    ...beyond.map((year): Miss => ({ what: 'year', year, subject, table, years: table.years })),
    ...(covered.length > 0
      ? [{ what: 'not-listed' as const, subject, measure, asked: covered, table, years: [] }]
      : []),
  ];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function measuresOf(scope: Scope): string[] {
  return [...new Set(scope.figures.tables.filter((t) => t.kind !== 'progress').flatMap((t) => t.measures))];
}

/** All subjects that figures or items speak of, with average rows. */
function resolveSubject(scope: Scope, asked: string): { name: string } | { nearest: string[] } {
  if (scope.figures.of(asked).some((f) => f.subject === asked)) return { name: asked };
  const subjects = new Set(scope.figures.all.map((f) => f.subject));
  for (const item of scope.report.items) for (const owner of item.owners ?? []) subjects.add(owner);
  return resolveName([...subjects], asked);
}
