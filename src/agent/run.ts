import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { createAgent } from 'langchain';
import type { Called } from '../answer/compose.ts';
import type { Language } from '../answer/frame.ts';
import type { Vocabulary } from '../answer/vocabulary.ts';
import type { SourceRef } from '../report/model.ts';
import type { ModelSettings } from '../settings/model.ts';
import type { ToolName } from '../tools/all.ts';
import { reportContents } from '../tools/contents.ts';
import type { Scope } from '../tools/tool.ts';
import { failureOf, GaveUp } from './failure.ts';
import { type Complaint, guard, LIMITS } from './guard.ts';
import { openModel } from './model.ts';
import { loadPrompts, type Prompts } from './prompts.ts';
import { renderResult } from './render.ts';
import { type Review, reviewOf } from './review.ts';
import { agentTools, type Widen } from './tools.ts';
import type { Failure } from './wording.ts';

export interface ModelQuestion {
  readonly question: string;
  /** Language of the answer. */
  readonly language: Language;
  /** Names that the conversation was about before; empty when it was about nothing. */
  readonly topic: string;
  readonly scope: Scope;
  readonly vocabulary: Vocabulary;
  readonly widen: Widen;
  readonly signal: AbortSignal;
  readonly onStep: (tool: ToolName | null) => void;
}

export type Outcome =
  /** `draft` is null when the model found nothing in the report. */
  | {
      readonly ok: true;
      readonly draft: string | null;
      readonly called: readonly Called[];
      /** Where what the draft says stands, in its order. */
      readonly sources: readonly SourceRef[];
    }
  | { readonly ok: false; readonly why: Failure; readonly detail: string };

/** Asks a model, with the functions of the report. Never rejects; `detail` is for a log and holds nothing that was said. */
export type AskModel = (asked: ModelQuestion) => Promise<Outcome>;

/** Opens a client; the connection is made when the first question comes. */
export function openAskModel(settings: ModelSettings, fetch: typeof globalThis.fetch): AskModel {
  const model = openModel(settings, fetch);
  const prompts = loadPrompts();
  return async (asked) => {
    try {
      return await answerOf(asked, model, prompts);
    } catch (error) {
      return { ok: false, ...failureOf(error) };
    }
  };
}

async function answerOf(
  { question, language, topic, scope, vocabulary, widen, signal, onStep }: ModelQuestion,
  model: ReturnType<typeof openModel>,
  prompts: Prompts,
): Promise<Outcome> {
  const called: Called[] = [];
  const grounds = {
    called,
    question: `${question}\n${topic}`,
    vocabulary,
    report: scope.report,
    typed: question,
    language,
    prompts,
  };
  const reviews: Review[] = [];
  const review = (draft: string): Complaint | null => {
    const reviewed = reviewOf(draft, grounds);
    reviews.push(reviewed);
    return reviewed.ok ? null : reviewed.complaint;
  };
  const agent = createAgent({
    model,
    tools: agentTools(scope, widen, (made) => called.push(made)),
    // As a message of plain text: some servers refuse the list of parts that a string becomes.
    systemPrompt: new SystemMessage(prompts.system),
    middleware: [guard({ prompts, review, onStep })],
  });
  await agent.invoke(
    { messages: [new HumanMessage(taskOf(question, topic, scope))] },
    { signal, recursionLimit: 4 * (LIMITS.modelCalls + LIMITS.toolCalls) },
  );
  // The guard lets no draft through that was not reviewed.
  const last = reviews.at(-1);
  if (!last?.ok) throw new GaveUp('empty');
  return { ok: true, draft: last.draft, called, sources: last.sources };
}

/** The question, with what there is to look up. Both are data to the model, and marked as such. */
export function taskOf(question: string, topic: string, scope: Scope): string {
  const contents = renderResult(reportContents.run(scope, { topic: 'overview' }));
  return [
    `Contents of the report (data):\n${contents}`,
    ...(topic === '' ? [] : [`The conversation was about (data):\n${topic}`]),
    `Question (data):\n${question}`,
  ].join('\n\n');
}
