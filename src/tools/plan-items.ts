import { z } from 'zod';
import { compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import { sameItem } from '../report/library.ts';
import type { PlanItem, Status } from '../report/model.ts';
import { arePillarsSure } from '../report/pillars.ts';
import { key } from '../search/text.ts';
import { type Miss, resolveName } from './miss.ts';
import { policyMisses } from './policies.ts';
import { inStage, stageSchema } from './stages.ts';
import { fiscalYearSchema, type Scope, statusSchema, type Tool } from './tool.ts';

const kindSchema = z.enum(['plan', 'extra']).describe('plan: an item of the plan; extra: an item outside the plan');

const getSchema = z.object({
  items: z
    .array(z.object({ kind: kindSchema, number: z.int().describe('Number of the item as printed') }))
    .min(1)
    .describe('The items asked for'),
});
export type GetItemsArgs = z.infer<typeof getSchema>;
/** A status that an older report printed for the same item. */
export interface EarlierStatus {
  readonly year: FiscalYear;
  readonly status: Status;
  readonly print: string;
  readonly report: string;
  /** False when the titles are alike but not the same. */
  readonly certain: boolean;
}

export interface ItemView {
  readonly item: PlanItem;
  readonly earlier: readonly EarlierStatus[];
  /** An item of the other kind with the same number, which the asker may mean. */
  readonly sameNumber: PlanItem | null;
}

export interface ItemsResult {
  readonly kind: 'items';
  readonly items: readonly ItemView[];
  readonly misses: readonly Miss[];
}

/** One or several items by number, with all that the report says of them. */
export const getItems: Tool<GetItemsArgs, ItemsResult> = {
  name: 'get_items',
  description:
    'Plan items or out-of-plan items by number: title, statuses by year, schedule, sections in charge, outline, what was done.',
  schema: getSchema,
  run(scope, args) {
    const items: ItemView[] = [];
    const misses: Miss[] = [];
    for (const { kind, number } of args.items) {
      const item = scope.report.items.find((i) => i.kind === kind && i.number === number);
      if (item) items.push(viewOf(scope, item));
      else
        misses.push({
          what: 'item',
          item: { kind, number },
          numbers: scope.report.items.filter((i) => i.kind === kind).map((i) => i.number),
        });
    }
    return { kind: 'items', items, misses };
  },
};

/** An item with what older reports of the city printed for it. */
export function viewOf(scope: Scope, item: PlanItem): ItemView {
  const earlier = scope.earlier.flatMap((report): EarlierStatus[] => {
    const same = sameItem(item, report);
    if (!same) return [];
    return same.item.statuses.map(({ year, status, print }) => ({
      year,
      status,
      print,
      report: report.name,
      certain: same.certain,
    }));
  });
  const known = new Set(item.statuses.map((s) => s.year));
  const sameNumber = scope.report.items.find((i) => i.kind !== item.kind && i.number === item.number) ?? null;
  // Of several older reports the newest speaks for a year.
  const fresh = earlier.filter((s, i) => !known.has(s.year) && earlier.findIndex((o) => o.year === s.year) === i);
  return { item, earlier: fresh, sameNumber };
}

const ownerCountSchema = z.object({ least: z.int().min(1), most: z.int().min(1).nullable() });
/** How many sections are in charge of an item; `most` is null for no upper end. */
export type OwnerCount = z.infer<typeof ownerCountSchema>;

const listSchema = z.object({
  kind: kindSchema.nullish().describe('Omit for plan items'),
  pillars: z.array(z.string()).nullish().describe('Pillars by their full name; several mean any of them'),
  policies: z.array(z.string()).nullish().describe('Policies as printed; several mean any of them'),
  sections: z.array(z.string()).nullish().describe('Sections in charge; several mean any of them'),
  jointly: z.boolean().nullish().describe('true: only items that all of the sections are in charge of'),
  exceptSections: z.array(z.string()).nullish().describe('Sections that must not be in charge'),
  statuses: z.array(statusSchema).nullish().describe('Any of these statuses in the year'),
  year: fiscalYearSchema.nullish().describe('Year of the status; omit for the newest'),
  stage: stageSchema.nullish(),
  exceptStages: z.array(z.string()).nullish().describe('Stages as printed that do not count as the one asked for'),
  stageBefore: stageSchema.nullish().describe('A stage that it has to have in another year as well'),
  owners: ownerCountSchema.nullish().describe('Only items with so many sections in charge'),
  withoutOwner: z.boolean().nullish().describe('true: only items whose section in charge is not stated'),
});
export type ListItemsArgs = z.infer<typeof listSchema>;

export interface ItemListResult {
  readonly kind: 'item-list';
  readonly args: ListItemsArgs;
  /** Year of the statuses shown. */
  readonly year: FiscalYear;
  readonly items: readonly PlanItem[];
  /** How many of them have each status in that year. */
  readonly byStatus: Readonly<Record<Status, number>>;
  /** All items of that kind, before the filters. */
  readonly of: number;
  /** Out-of-plan items of the same sections or pillars, when plan items were asked. */
  readonly extra: readonly PlanItem[];
  /** Where pillars were asked for and not all are certain: how many items of that kind have none, and that some may be wrong. */
  readonly doubt: { readonly withoutPillar: number; readonly misplaced: boolean } | null;
  readonly misses: readonly Miss[];
}

/** Items by pillar, policy, section, status, year and schedule. */
export const listItems: Tool<ListItemsArgs, ItemListResult> = {
  name: 'list_items',
  description:
    'List of items that fulfil all conditions given: pillar, policy, section in charge, status in a year, schedule.',
  schema: listSchema,
  run(scope, args) {
    const misses: Miss[] = [];
    const year = args.year ?? latestStatusYear(scope);
    const pool = scope.report.items.filter((i) => i.kind === (args.kind ?? 'plan'));
    const years = statusYears(scope);
    const asksStatus = (args.statuses?.length ?? 0) > 0;
    if (args.year && asksStatus && !years.includes(args.year))
      misses.push({ what: 'year', year: args.year, subject: '*', table: null, years });
    // A section of a ranking that owns no item is known all the same.
    const ranked = scope.figures.tables.filter((t) => t.kind === 'ranking').flatMap((t) => t.subjects);
    for (const pillar of args.pillars ?? [])
      if (!scope.report.pillars.includes(pillar))
        misses.push({ what: 'subject', asked: pillar, nearest: scope.report.pillars });
    misses.push(...policyMisses(scope, args.policies ?? []));
    const owners = [...new Set([...scope.report.items.flatMap((i) => i.owners ?? []), ...ranked])];
    const known = (asked: readonly string[]): string[] =>
      asked.flatMap((s) => {
        const found = resolveName(owners, s);
        if ('name' in found) return [found.name];
        misses.push({ what: 'subject', asked: s, nearest: found.nearest });
        return [];
      });
    const sections = args.sections?.length ? known(args.sections) : null;
    const exceptSections = known(args.exceptSections ?? []);
    const keeps = (item: PlanItem): boolean =>
      (!args.pillars?.length || (item.pillar !== null && args.pillars.includes(item.pillar))) &&
      (!args.policies?.length ||
        (item.policy !== null && args.policies.some((p) => key(p) === key(item.policy ?? '')))) &&
      (!sections || (args.jointly ? sections.every(isOwner(item)) : sections.some(isOwner(item)))) &&
      !exceptSections.some(isOwner(item)) &&
      (!args.withoutOwner || item.owners === null) &&
      (!args.owners || hasOwners(item, args.owners));
    const items = pool.filter(
      (item) =>
        keeps(item) &&
        (!args.statuses?.length || item.statuses.some((s) => s.year === year && args.statuses?.includes(s.status))) &&
        (!args.stage || inStage(item, args.stage, args.exceptStages ?? [])) &&
        (!args.stageBefore || inStage(item, args.stageBefore)),
    );
    const narrow = args.statuses?.length || args.stage || args.kind || args.policies?.length;
    const wide = sections || args.pillars?.length || args.withoutOwner || args.owners;
    const extra = wide && !narrow ? scope.report.items.filter((i) => i.kind === 'extra' && keeps(i)) : [];
    const counted = (status: Status): number =>
      items.filter((item) => item.statuses.some((x) => x.year === year && x.status === status)).length;
    return {
      kind: 'item-list',
      byStatus: { done: counted('done'), partial: counted('partial'), not: counted('not'), later: counted('later') },
      args,
      year,
      items: items.toSorted((a, b) => a.number - b.number),
      of: pool.length,
      extra,
      doubt: args.pillars?.length ? pillarDoubt(pool, scope) : null,
      misses,
    };
  },
};

function pillarDoubt(pool: readonly PlanItem[], { report }: Scope): ItemListResult['doubt'] {
  const withoutPillar = pool.filter((item) => item.pillar === null).length;
  const misplaced = !arePillarsSure(report);
  return withoutPillar > 0 || misplaced ? { withoutPillar, misplaced } : null;
}

/** Years with statuses, ascending. */
export function statusYears(scope: Scope): FiscalYear[] {
  return [...new Set(scope.report.items.flatMap((i) => i.statuses.map((s) => s.year)))].sort(compareYears);
}

export function latestStatusYear(scope: Scope): FiscalYear {
  return statusYears(scope).at(-1) ?? scope.report.year;
}

function hasOwners({ owners }: PlanItem, { least, most }: OwnerCount): boolean {
  return owners !== null && owners.length >= least && (most === null || owners.length <= most);
}

function isOwner({ owners }: PlanItem): (section: string) => boolean {
  return (section) => owners?.includes(section) ?? false;
}
