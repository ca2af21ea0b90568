import type { PlanItem } from '../report/model.ts';
import type { MovedItem, PlanChange, PlanChangesResult } from '../tools/plan-changes.ts';
import type { ComposeContext, Part } from './part.ts';

/** What became of the plan between two reports: one sentence for each kind of change that is asked for. */
export function composePlanChanges(result: PlanChangesResult, { words, names }: ComposeContext): Part {
  const { reports, asked, retitled, renumbered } = result;
  if (!reports) return { sentences: [words.noOlderReport()], sources: [], found: false };
  const [older, newer] = reports;
  const short = (item: PlanItem): string => words.itemShort(item, names);
  const moved = (change: 'retitled' | 'renumbered') => (pair: MovedItem) => words.itemMoved(pair, change, names);
  const told: Readonly<Record<PlanChange, readonly string[]>> = {
    added: result.added.map(short),
    removed: result.removed.map(short),
    retitled: retitled.map(moved('retitled')),
    renumbered: renumbered.map(moved('renumbered')),
  };
  const sentences = asked.flatMap((change) => {
    const lines = told[change];
    return [words.planChanged(change, lines.length), ...(lines.length > 0 ? [`\n${words.join(lines)}\n`] : [])];
  });
  const first = [...result.added, ...retitled.map((p) => p.after), ...renumbered.map((p) => p.after)][0];
  const items = [first, result.removed[0]].filter((item) => item !== undefined);
  return {
    sentences: [words.planCompared(older, newer), ...sentences],
    sources: items.map((item) => ({ ...item.source, cell: null, place: '' })),
    found: true,
  };
}
