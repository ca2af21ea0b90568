import { type StructuredToolInterface, tool } from '@langchain/core/tools';
import type { z } from 'zod';
import type { Called } from '../answer/compose.ts';
import { runTool, TOOLS, type ToolCall, type ToolName } from '../tools/all.ts';
import type { Scope } from '../tools/tool.ts';
import { renderResult } from './render.ts';

/** Widens a scope for one search: with vectors, passages are found that share no word with the query. */
export type Widen = (query: string) => Promise<Scope>;

/** The functions of `src/tools` as a model calls them. `note` gets every call with its result. */
export function agentTools(scope: Scope, widen: Widen, note: (called: Called) => void): StructuredToolInterface[] {
  return Object.values(TOOLS).map((own) => {
    const { name, description } = own;
    const schema: z.ZodType = own.schema;
    const run = async (args: unknown): Promise<string> => {
      const call = { name, args };
      if (!isToolCall(call)) throw new TypeError(`Wrong arguments of ${name}`);
      const wider = call.name === 'search_passages' ? await widen(call.args.query) : scope;
      const called = { call, result: runTool(wider, call) };
      note(called);
      return renderResult(called.result);
    };
    return tool(run, { name, description, schema });
  });
}

/** The function of this name; a model may call what does not exist. */
export function toolNamed(name: string): ToolName | null {
  const isOwn = (own: string): own is ToolName => Object.hasOwn(TOOLS, own);
  return isOwn(name) ? name : null;
}

/** True for a call of a function that there is, with arguments that fit it. */
export function isToolCall(call: { readonly name: string; readonly args: unknown }): call is ToolCall {
  const name = toolNamed(call.name);
  return name !== null && TOOLS[name].schema.safeParse(call.args).success;
}
