import type { Called } from '../answer/compose.ts';
import type { PlanItem } from '../report/model.ts';
import { runTool, type ToolCall, type ToolResult } from '../tools/all.ts';
import type { ItemView } from '../tools/plan-items.ts';
import type { Scope } from '../tools/tool.ts';

type Kind = ToolResult['kind'];
type ResultOf<K extends Kind> = Extract<ToolResult, { kind: K }>;

/** Runs calls of tools and keeps each with its result. */
export interface Recorded {
  readonly called: readonly Called[];
  /** The result of a call whose tool answers with this kind. */
  run<K extends Kind>(kind: K, call: ToolCall): ResultOf<K>;
}

export function record(scope: Scope): Recorded {
  const called: Called[] = [];
  return {
    called,
    run(kind, call) {
      const result = runTool(scope, call);
      if (!isOf(kind, result)) throw new Error(`${call.name} answers with ${result.kind}, not with ${kind}.`);
      called.push({ call, result });
      return result;
    },
  };
}

function isOf<K extends Kind>(kind: K, result: ToolResult): result is ResultOf<K> {
  return result.kind === kind;
}

/** Items with what older reports say of them, in the order given. */
export function viewsOf(tools: Recorded, items: readonly PlanItem[]): readonly ItemView[] {
  if (items.length === 0) return [];
  const refs = items.map(({ kind, number }) => ({ kind, number }));
  return tools.run('items', { name: 'get_items', args: { items: refs } }).items;
}
