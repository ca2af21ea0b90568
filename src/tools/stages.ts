import { z } from 'zod';
import type { PlanItem } from '../report/model.ts';
import { fiscalYearSchema } from './tool.ts';

export const stageSchema = z.object({
  word: z.string().nullish().describe('Stage as printed in the schedule; omit for any implementing one'),
  year: fiscalYearSchema,
  starting: z.boolean().describe('true: the stage begins in that year; false: it holds in that year'),
});
type StageArgs = z.infer<typeof stageSchema>;

/** True when an item is at the stage asked for in its year, or starts it then; `except`: stages that do not count as one. */
export function inStage(item: PlanItem, stage: StageArgs, except: readonly string[] = []): boolean {
  const entry = item.schedule.find((e) => e.year === stage.year);
  if (!entry?.stage || except.includes(entry.stage)) return false;
  const matches = stage.word ? entry.stage === stage.word : entry.implementing;
  return matches && (!stage.starting || startsIn(item, stage));
}

/** True when a named stage differs from the one of the year before; any implementing stage starts after one that is none. */
function startsIn(item: PlanItem, { word, year }: StageArgs): boolean {
  const at = item.schedule.findIndex((e) => e.year === year);
  const before = item.schedule[at - 1];
  return word ? item.schedule[at]?.stage !== before?.stage : !before?.implementing;
}
