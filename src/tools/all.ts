import type { PlanItem } from '../report/model.ts';
import { calculate } from './calculate.ts';
import { rankChanges } from './change-ranking.ts';
import { reportContents } from './contents.ts';
import { figureSeries, lookUpFigures } from './figures.ts';
import { searchPassages } from './passages.ts';
import { type PlanChangesResult, planChanges } from './plan-changes.ts';
import { getItems, listItems } from './plan-items.ts';
import { progress } from './progress.ts';
import { rankFigures } from './ranking.ts';
import { statusChanges } from './status-changes.ts';
import { compareInText } from './text-comparison.ts';
import type { Scope } from './tool.ts';

/** All functions over a report, by name. A language model gets exactly these. */
export const TOOLS = {
  get_items: getItems,
  list_items: listItems,
  progress,
  status_changes: statusChanges,
  plan_changes: planChanges,
  look_up_figures: lookUpFigures,
  figure_series: figureSeries,
  rank_figures: rankFigures,
  rank_changes: rankChanges,
  calculate,
  compare_in_text: compareInText,
  search_passages: searchPassages,
  report_contents: reportContents,
} as const;

export type ToolName = keyof typeof TOOLS;
type ArgsOf<N extends ToolName> = Parameters<(typeof TOOLS)[N]['run']>[1];

/** A call of one of the tools, with arguments of its own type. */
export type ToolCall = { [N in ToolName]: { readonly name: N; readonly args: ArgsOf<N> } }[ToolName];
export type ToolResult = ReturnType<(typeof TOOLS)[ToolName]['run']>;

/** The items that a result speaks of, in its order; none for figures and counts. */
export function itemsOf(result: ToolResult): readonly PlanItem[] {
  switch (result.kind) {
    case 'items':
      return result.items.map(({ item }) => item);
    case 'item-list':
      return [...result.items, ...result.extra];
    case 'changes':
      return result.changes.map(({ item }) => item);
    case 'plan-changes':
      return ofPlan(result);
    case 'text-comparison':
      return [result.item];
    case 'passages':
      return result.hits.flatMap(({ item }) => item ?? []);
    default:
      return [];
  }
}

/** Those that the newer report has, and those that only the older one had. */
function ofPlan({ added, removed, retitled, renumbered }: PlanChangesResult): PlanItem[] {
  return [...added, ...removed, ...[...retitled, ...renumbered].map(({ after }) => after)];
}

/** Runs a call. Calls are typed, so their arguments need no second validation here. */
export function runTool(scope: Scope, call: ToolCall): ToolResult {
  switch (call.name) {
    case 'get_items':
      return getItems.run(scope, call.args);
    case 'list_items':
      return listItems.run(scope, call.args);
    case 'progress':
      return progress.run(scope, call.args);
    case 'status_changes':
      return statusChanges.run(scope, call.args);
    case 'plan_changes':
      return planChanges.run(scope, call.args);
    case 'look_up_figures':
      return lookUpFigures.run(scope, call.args);
    case 'figure_series':
      return figureSeries.run(scope, call.args);
    case 'rank_figures':
      return rankFigures.run(scope, call.args);
    case 'rank_changes':
      return rankChanges.run(scope, call.args);
    case 'calculate':
      return calculate.run(scope, call.args);
    case 'compare_in_text':
      return compareInText.run(scope, call.args);
    case 'search_passages':
      return searchPassages.run(scope, call.args);
    case 'report_contents':
      return reportContents.run(scope, call.args);
  }
}
