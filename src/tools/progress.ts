import { z } from 'zod';
import type { FiscalYear } from '../report/fiscal-year.ts';
import type { PillarResult, SourceRef, Status } from '../report/model.ts';
import type { FigureHit } from './figure-index.ts';
import { type Miss, resolveName } from './miss.ts';
import { latestStatusYear, statusYears } from './plan-items.ts';
import { STATUSES, WHOLE } from './progress-figures.ts';
import { fiscalYearSchema, type Scope, type Tool } from './tool.ts';

const schema = z.object({
  subjects: z.array(z.string()).nullish().describe('Pillars or sections; omit for the whole plan ("*")'),
  year: fiscalYearSchema.nullish().describe('Omit for the newest year'),
  by: z.enum(['pillar', 'section']).nullish().describe('One row for every pillar or section'),
});
export type ProgressArgs = z.infer<typeof schema>;

export interface ProgressRow {
  /** Pillar, section or "*". */
  readonly subject: string;
  readonly total: number;
  readonly counts: Readonly<Record<Status, FigureHit>>;
  readonly shares: Readonly<Record<Status, FigureHit | null>>;
  /** The row as the report prints it; null when it prints none. */
  readonly printed: PillarResult | null;
  readonly source: SourceRef;
}

export interface ProgressResult {
  readonly kind: 'progress';
  readonly args: ProgressArgs;
  readonly year: FiscalYear;
  readonly years: readonly FiscalYear[];
  readonly rows: readonly ProgressRow[];
  /** Same subjects, the year before; empty when the report has none. */
  readonly before: readonly ProgressRow[];
  readonly misses: readonly Miss[];
}

/** Counts and shares of items by status: as printed where the report prints them, otherwise counted from the items. */
export const progress: Tool<ProgressArgs, ProgressResult> = {
  name: 'progress',
  description:
    'How many plan items are done, partial, not done or planned later, and their shares: whole plan, by pillar or by section.',
  schema,
  run(scope, args) {
    const years = statusYears(scope);
    const year = args.year ?? latestStatusYear(scope);
    const table = scope.figures.tables.find((t) => t.kind === 'progress');
    const misses: Miss[] = years.includes(year)
      ? []
      : [{ what: 'year', year, subject: WHOLE, table: table ?? null, years }];
    const subjects: string[] = [];
    for (const asked of args.subjects?.length ? args.subjects : args.by ? groupsOf(scope, args.by) : [WHOLE]) {
      const found = resolveName(table?.subjects ?? [], asked);
      if ('name' in found) subjects.push(found.name);
      else misses.push({ what: 'subject', asked, nearest: found.nearest });
    }
    const previous = years[years.indexOf(year) - 1];
    const rows = (y: FiscalYear): ProgressRow[] => subjects.flatMap((s) => rowOf(scope, s, y) ?? []);
    return { kind: 'progress', args, year, years, rows: rows(year), before: previous ? rows(previous) : [], misses };
  },
};

function groupsOf(scope: Scope, by: 'pillar' | 'section'): readonly string[] {
  const table = scope.figures.tables.find((t) => t.kind === 'progress');
  const pillars = new Set(scope.report.pillars);
  return table?.subjects.filter((s) => s !== WHOLE && pillars.has(s) === (by === 'pillar')) ?? [];
}

function rowOf(scope: Scope, subject: string, year: FiscalYear): ProgressRow | null {
  const own = scope.figures.of(subject).filter((f) => f.table.kind === 'progress' && f.year === year);
  const get = (measure: string): FigureHit | null => own.find((f) => f.measure === measure) ?? null;
  const total = get('items');
  const [done, partial, not, later] = STATUSES.map((s) => get(`items.${s}`));
  if (!total || !done || !partial || !not || !later) return null;
  const results = scope.report.results;
  const printed = (subject === WHOLE ? results?.total : results?.pillars.find((p) => p.pillar === subject)) ?? null;
  return {
    subject,
    total: total.value ?? 0,
    counts: { done, partial, not, later },
    shares: {
      done: get('share.done'),
      partial: get('share.partial'),
      not: get('share.not'),
      later: get('share.later'),
    },
    printed,
    source: printed?.source ?? total.source,
  };
}
