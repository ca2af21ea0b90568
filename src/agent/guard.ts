import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { createMiddleware } from 'langchain';
import { z } from 'zod';
import { TOOLS, type ToolName } from '../tools/all.ts';
import type { Prompts } from './prompts.ts';

/** Most calls for one question. When either is used up the functions are withdrawn, and the model has to conclude. */
export const LIMITS = { modelCalls: 6, toolCalls: 8 } as const;

/** The model did not come to an answer that may be shown. */
export class GaveUp extends Error {
  readonly why: 'unsupported' | 'failed';

  constructor(why: 'unsupported' | 'failed') {
    super(`The model gave no answer: ${why}`);
    this.name = 'GaveUp';
    this.why = why;
  }
}

export interface GuardOptions {
  readonly prompts: Prompts;
  /** What is wrong with a draft, in words for the model; null when nothing is. */
  review(draft: string): string | null;
  /** Before a function runs, by its name; null before the model is asked. */
  onStep(tool: ToolName | null): void;
}

/**
 * Stands between the agent and the model: counts calls, mends what would end a run in silence (broken JSON, empty
 * answers), and sends a draft back once that says what no function returned. One for each question.
 */
export function guard({ prompts, review, onStep }: GuardOptions) {
  let modelCalls = 0;
  let toolCalls = 0;
  const told = new Set<string>();
  /** Each kind of complaint is made once. */
  const once = (kind: string, why: GaveUp['why']): void => {
    if (told.has(kind)) throw new GaveUp(why);
    told.add(kind);
  };
  return createMiddleware({
    name: 'Guard',
    wrapModelCall: async (request, handler) => {
      let messages: BaseMessage[] = request.messages;
      for (;;) {
        if (modelCalls >= LIMITS.modelCalls) throw new GaveUp('failed');
        modelCalls++;
        onStep(null);
        const concludes = modelCalls === LIMITS.modelCalls || toolCalls >= LIMITS.toolCalls;
        const answer = await handler({
          ...request,
          messages: concludes ? [...messages, new HumanMessage(prompts.conclude)] : messages,
          tools: concludes ? [] : request.tools,
        });
        if (!AIMessage.isInstance(answer)) throw new GaveUp('failed');
        const calls = answer.tool_calls ?? [];
        if (calls.length > 0 && !concludes) return new AIMessage({ content: answer.text, tool_calls: calls });
        const broken = (answer.invalid_tool_calls ?? []).length > 0 || calls.length > 0;
        const draft = answer.text.trim();
        if (broken || draft === '') {
          once(broken ? 'malformed' : 'empty', 'failed');
          messages = [...messages, new HumanMessage(broken ? prompts.malformed : prompts.empty)];
          continue;
        }
        const complaint = review(draft);
        if (complaint === null) return new AIMessage({ content: draft });
        once('unsupported', 'unsupported');
        messages = [...messages, new AIMessage(draft), new HumanMessage(complaint)];
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

/** A model may call what does not exist. */
function toolNamed(name: string): ToolName | null {
  const known = (own: string): own is ToolName => own in TOOLS;
  return known(name) ? name : null;
}

/** What is wrong with the arguments, without the stack and paths that the library would tell. */
function problemOf(name: string, args: unknown): string {
  const own = toolNamed(name);
  const parsed = own ? TOOLS[own].schema.safeParse(args) : undefined;
  return parsed?.error ? `Wrong arguments.\n${z.prettifyError(parsed.error)}` : 'The function failed.';
}
