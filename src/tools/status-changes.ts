import { z } from 'zod';
import type { FiscalYear } from '../report/fiscal-year.ts';
import type { ItemStatus, PlanItem, Status } from '../report/model.ts';
import { statusYears } from './plan-items.ts';
import { statusSchema, type Tool } from './tool.ts';

const changesSchema = z.object({
  from: z.array(statusSchema).nullish().describe('Status in the earlier year'),
  to: z.array(statusSchema).nullish().describe('Status in the later year'),
  direction: z
    .enum(['improved', 'worsened', 'changed', 'unchanged'])
    .nullish()
    .describe('Where it moved; changed when nothing else is given'),
  pillars: z.array(z.string()).nullish().describe('Only items of these pillars'),
  sections: z.array(z.string()).nullish().describe('Only items that these sections are in charge of'),
});
export type ChangesArgs = z.infer<typeof changesSchema>;

export interface StatusChange {
  readonly item: PlanItem;
  readonly before: ItemStatus;
  readonly after: ItemStatus;
}

export interface ChangesResult {
  readonly kind: 'changes';
  readonly args: ChangesArgs;
  /** Earlier and later year; null when the report has statuses of one year only. */
  readonly years: readonly [FiscalYear, FiscalYear] | null;
  readonly changes: readonly StatusChange[];
}

/** How far an item is: later (―) and not done (×) are both "not yet". */
export const PROGRESS: Readonly<Record<Status, number>> = { later: 0, not: 0, partial: 1, done: 2 };

/** What became of the items between the last two years of the report. */
export const statusChanges: Tool<ChangesArgs, ChangesResult> = {
  name: 'status_changes',
  description:
    'Items whose status changed (or not) between the last two years, by statuses before and after, direction, pillar or section.',
  schema: changesSchema,
  run(scope, args) {
    const [before, after] = statusYears(scope).slice(-2);
    if (!before || !after) return { kind: 'changes', args, years: null, changes: [] };
    const changes = scope.report.items.flatMap((item): StatusChange[] => {
      const from = item.statuses.find((s) => s.year === before);
      const to = item.statuses.find((s) => s.year === after);
      if (!from || !to) return [];
      if (args.pillars?.length && !(item.pillar && args.pillars.includes(item.pillar))) return [];
      if (args.sections?.length && !args.sections.some((s) => item.owners?.includes(s))) return [];
      if (args.from?.length && !args.from.includes(from.status)) return [];
      if (args.to?.length && !args.to.includes(to.status)) return [];
      const step = PROGRESS[to.status] - PROGRESS[from.status];
      const direction =
        step > 0 ? 'improved' : step < 0 ? 'worsened' : from.status === to.status ? 'unchanged' : 'changed';
      const wanted = args.direction ?? (args.from?.length || args.to?.length ? null : 'changed');
      const fits = wanted === null || wanted === direction || (wanted === 'changed' && direction !== 'unchanged');
      return fits ? [{ item, before: from, after: to }] : [];
    });
    return { kind: 'changes', args, years: [before, after], changes };
  },
};
