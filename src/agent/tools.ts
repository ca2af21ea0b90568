import type { StructuredToolInterface } from '@langchain/core/tools';
import { tool } from '@langchain/core/tools';
import type { Called } from '../answer/compose.ts';
import { runTool, TOOLS, type ToolCall } from '../tools/all.ts';
import type { Scope, Tool } from '../tools/tool.ts';
import { renderResult } from './render.ts';

/** Widens a scope for one search: with vectors, passages are found that share no word with the query. */
export type Widen = (query: string) => Promise<Scope>;

/** The functions of `src/tools` as a model calls them. `note` gets every call with its result. */
export function agentTools(scope: Scope, widen: Widen, note: (called: Called) => void): StructuredToolInterface[] {
  const run = (call: ToolCall, own: Scope): string => {
    const called = { call, result: runTool(own, call) };
    note(called);
    return renderResult(called.result);
  };
  const adapt = <Args, Result>(own: Tool<Args, Result>, callOf: (args: Args) => ToolCall): StructuredToolInterface =>
    tool(
      async (args: Args) => {
        const call = callOf(args);
        return run(call, call.name === 'search_passages' ? await widen(call.args.query) : scope);
      },
      { name: own.name, description: own.description, schema: own.schema },
    );
  return [
    adapt(TOOLS.get_items, (args) => ({ name: 'get_items', args })),
    adapt(TOOLS.list_items, (args) => ({ name: 'list_items', args })),
    adapt(TOOLS.progress, (args) => ({ name: 'progress', args })),
    adapt(TOOLS.status_changes, (args) => ({ name: 'status_changes', args })),
    adapt(TOOLS.look_up_figures, (args) => ({ name: 'look_up_figures', args })),
    adapt(TOOLS.figure_series, (args) => ({ name: 'figure_series', args })),
    adapt(TOOLS.rank_figures, (args) => ({ name: 'rank_figures', args })),
    adapt(TOOLS.calculate, (args) => ({ name: 'calculate', args })),
    adapt(TOOLS.compare_in_text, (args) => ({ name: 'compare_in_text', args })),
    adapt(TOOLS.search_passages, (args) => ({ name: 'search_passages', args })),
    adapt(TOOLS.report_contents, (args) => ({ name: 'report_contents', args })),
  ];
}
