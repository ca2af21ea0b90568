import { z } from 'zod';
import { sameItem } from '../report/library.ts';
import type { PlanItem, Report } from '../report/model.ts';
import { folded } from '../report/source.ts';
import type { Tool } from './tool.ts';

export const PLAN_CHANGES = ['added', 'removed', 'retitled', 'renumbered'] as const;
export type PlanChange = (typeof PLAN_CHANGES)[number];

const schema = z.object({
  changes: z.array(z.enum(PLAN_CHANGES)).nullish().describe('Which kinds of change; omit for all'),
  pillars: z.array(z.string()).nullish().describe('Only items of these pillars'),
  sections: z.array(z.string()).nullish().describe('Only items that these sections are in charge of'),
});
export type PlanChangesArgs = z.infer<typeof schema>;

/** An item in two reports. */
export interface MovedItem {
  readonly before: PlanItem;
  readonly after: PlanItem;
  /** False when their titles are alike but not the same. */
  readonly certain: boolean;
}

export interface PlanChangesResult {
  readonly kind: 'plan-changes';
  readonly asked: readonly PlanChange[];
  /** Names of the reports compared, the older first; null when there is no older one of the city. */
  readonly reports: readonly [older: string, newer: string] | null;
  readonly added: readonly PlanItem[];
  readonly removed: readonly PlanItem[];
  readonly retitled: readonly MovedItem[];
  readonly renumbered: readonly MovedItem[];
}

/** Items of the plan in this report and in the one before it, matched by title. */
export const planChanges: Tool<PlanChangesArgs, PlanChangesResult> = {
  name: 'plan_changes',
  description:
    'Plan items that are new, gone, under another title or another number since the report before; needs an older report of the city.',
  schema,
  run({ report, earlier: [older] }, args) {
    const asked = args.changes?.length ? args.changes : PLAN_CHANGES;
    const none = {
      kind: 'plan-changes',
      asked,
      reports: null,
      added: [],
      removed: [],
      retitled: [],
      renumbered: [],
    } as const;
    if (!older) return none;
    const [now, before] = [planOf(report), planOf(older)];
    const pairs = now.items.flatMap((after): MovedItem[] => {
      const same = sameItem(after, before);
      return same ? [{ before: same.item, after, certain: same.certain }] : [];
    });
    const isOf = ({ pillar, owners }: PlanItem): boolean =>
      (!args.pillars?.length || (pillar !== null && args.pillars.includes(pillar))) &&
      (!args.sections?.length || args.sections.some((section) => owners?.includes(section)));
    const wants = <T>(change: PlanChange, found: readonly T[]): readonly T[] => (asked.includes(change) ? found : []);
    return {
      kind: 'plan-changes',
      asked,
      reports: [older.name, report.name],
      added: wants(
        'added',
        now.items.filter((item) => isOf(item) && !pairs.some((p) => p.after === item)),
      ),
      removed: wants(
        'removed',
        before.items.filter((item) => isOf(item) && !pairs.some((p) => p.before === item)),
      ),
      retitled: wants(
        'retitled',
        pairs.filter((p) => isOf(p.after) && folded(p.before.title) !== folded(p.after.title)),
      ),
      renumbered: wants(
        'renumbered',
        pairs.filter((p) => isOf(p.after) && p.before.number !== p.after.number),
      ),
    };
  },
};

function planOf(report: Report): Report {
  return { ...report, items: report.items.filter((item) => item.kind === 'plan') };
}
