import { setTimeout } from 'node:timers/promises';
import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { createMiddleware } from 'langchain';
import { z } from 'zod';
import { TOOLS, type ToolName } from '../tools/all.ts';
import { isCallAsText, spokenBy } from './draft.ts';
import { GaveUp, mayPass, type Slip } from './failure.ts';
import type { Prompts } from './prompts.ts';
import { toolNamed } from './tools.ts';

/** Most requests and calls for one question. When either is used up the functions are withdrawn, and the model has to conclude. */
export const LIMITS = { modelCalls: 6, toolCalls: 8 } as const;
/** Before a request that failed is made again; milliseconds. */
const PAUSE = 1000;

/** What is wrong with a draft, and the words for the model. */
export interface Complaint {
  readonly slip: Slip;
  readonly text: string;
}

export interface GuardOptions {
  readonly prompts: Prompts;
  /** Null for a draft that may be shown. */
  review(draft: string): Complaint | null;
  /** Before a function runs, by its name; null before the model is asked. */
  onStep(tool: ToolName | null): void;
}

/**
 * Stands between the agent and the model: counts calls, mends what would end a run in silence (broken JSON, empty
 * answers), and sends a draft back once for each kind of slip. One for each question.
 */
export function guard({ prompts, review, onStep }: GuardOptions) {
  let modelCalls = 0;
  let toolCalls = 0;
  let retried = false;
  const told: Slip[] = [];
  /** What was said besides the conversation of the agent, and behind how many of its messages: it forgets that. */
  const said: { readonly behind: number; readonly messages: readonly BaseMessage[] }[] = [];
  const conversation = (messages: readonly BaseMessage[]): BaseMessage[] =>
    messages.flatMap((message, i) => [
      message,
      ...said.filter(({ behind }) => behind === i + 1).flatMap((aside) => aside.messages),
    ]);
  const complaintAbout = (answer: AIMessage, calls: number): Complaint | null => {
    const draft = spokenBy(answer);
    const isBroken = (answer.invalid_tool_calls ?? []).length > 0 || isCallAsText(draft);
    if (isBroken) return { slip: 'malformed', text: prompts.malformed };
    // A call when there are none left to be made is no answer either.
    if (calls > 0 || draft === '') return { slip: 'empty', text: prompts.empty };
    return review(draft);
  };
  return createMiddleware({
    name: 'Guard',
    wrapModelCall: async (request, handler) => {
      for (;;) {
        if (modelCalls >= LIMITS.modelCalls) throw new GaveUp(told.at(-1) ?? 'calls');
        modelCalls++;
        onStep(null);
        const concludes = modelCalls === LIMITS.modelCalls || toolCalls >= LIMITS.toolCalls;
        const messages = conversation(request.messages);
        let answer: unknown;
        try {
          answer = await handler({
            ...request,
            messages: concludes ? [...messages, new HumanMessage(prompts.conclude)] : messages,
            tools: concludes ? [] : request.tools,
          });
        } catch (error) {
          const { signal } = request.runtime;
          if (retried || modelCalls >= LIMITS.modelCalls || signal?.aborted || !mayPass(error)) throw error;
          retried = true;
          await setTimeout(PAUSE, undefined, signal ? { signal } : {});
          continue;
        }
        if (!AIMessage.isInstance(answer)) throw new GaveUp('malformed');
        const mended = withCalls(answer);
        const calls = mended.tool_calls ?? [];
        if (calls.length > 0 && !concludes) return new AIMessage({ content: spokenBy(mended), tool_calls: calls });
        const draft = spokenBy(mended);
        const complaint = complaintAbout(mended, calls.length);
        if (complaint === null) return new AIMessage(draft);
        if (told.includes(complaint.slip)) throw new GaveUp(complaint.slip);
        told.push(complaint.slip);
        const own = draft === '' ? [] : [new AIMessage(draft)];
        said.push({ behind: request.messages.length, messages: [...own, new HumanMessage(complaint.text)] });
      }
    },
    wrapToolCall: async (request, handler) => {
      const { id = '', name, args } = request.toolCall;
      const refuse = (content: string) => new ToolMessage({ content, tool_call_id: id, name, status: 'error' });
      toolCalls++;
      if (toolCalls > LIMITS.toolCalls) return refuse(prompts.conclude);
      onStep(toolNamed(name));
      try {
        return await handler(request);
      } catch (error) {
        if (request.runtime.signal?.aborted) throw error;
        return refuse(problemOf(name, args));
      }
    },
  });
}

/** Some servers send nothing at all as the arguments of a call that has none, and some send an object instead of its JSON. */
function withCalls(answer: AIMessage): AIMessage {
  const broken = answer.invalid_tool_calls ?? [];
  const mended = broken.flatMap(({ name = '', id, args }, i) => {
    const given = argumentsIn(args);
    return given ? [{ name, args: given, id: id ?? `call_${i}`, type: 'tool_call' as const }] : [];
  });
  if (mended.length === 0) return answer;
  return new AIMessage({
    content: answer.text,
    tool_calls: [...(answer.tool_calls ?? []), ...mended],
    invalid_tool_calls: broken.filter(({ args }) => argumentsIn(args) === null),
    response_metadata: answer.response_metadata,
  });
}

function argumentsIn(given: unknown): Record<string, unknown> | null {
  if (typeof given === 'object' && given !== null) return { ...given };
  return given === undefined || (typeof given === 'string' && given.trim() === '') ? {} : null;
}

/** What is wrong with the arguments, without the stack and paths that the library would tell. */
function problemOf(name: string, args: unknown): string {
  const own = toolNamed(name);
  const parsed = own ? TOOLS[own].schema.safeParse(args) : undefined;
  return parsed?.error ? `Wrong arguments.\n${z.prettifyError(parsed.error)}` : 'The function failed.';
}
