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
import { isInLanguage, isNotFound, saysNothing } from './draft.ts';
import { failureOf, GaveUp } from './failure.ts';
import { type Complaint, guard, LIMITS } from './guard.ts';
import { openModel } from './model.ts';
import { loadPrompts, type Prompts } from './prompts.ts';
import { renderResult } from './render.ts';
import { complaintAbout } from './review.ts';
import { sourcesOf } from './sources.ts';
import { agentTools, type Widen } from './tools.ts';
import { type Failure, plainDraft } from './wording.ts';

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

const LANGUAGES: Readonly<Record<Language, string>> = { ja: 'Japanese', en: 'English' };

async function answerOf(
  { question, language, topic, scope, vocabulary, widen, signal, onStep }: ModelQuestion,
  model: ReturnType<typeof openModel>,
  prompts: Prompts,
): Promise<Outcome> {
  const called: Called[] = [];
  const grounds = { called, question: `${question}\n${topic}`, vocabulary, report: scope.report };
  const review = (draft: string): Complaint | null => {
    if (called.length === 0 && !isNotFound(draft)) return { slip: 'unlooked', text: prompts.unlooked };
    if (saysNothing(draft, called)) return null;
    if (!isInLanguage(draft, language, question))
      return { slip: 'language', text: prompts.language.replaceAll('{language}', LANGUAGES[language]) };
    const text = complaintAbout(draft, grounds, prompts);
    return text === null ? null : { slip: 'unsupported', text };
  };
  const agent = createAgent({
    model,
    tools: agentTools(scope, widen, (made) => called.push(made)),
    // As a message of plain text: some servers refuse the list of parts that a string becomes.
    systemPrompt: new SystemMessage(prompts.system),
    middleware: [guard({ prompts, review, onStep })],
  });
  const { messages } = await agent.invoke(
    { messages: [new HumanMessage(taskOf(question, topic, scope))] },
    { signal, recursionLimit: 4 * (LIMITS.modelCalls + LIMITS.toolCalls) },
  );
  const draft = messages.at(-1)?.text.trim() ?? '';
  if (draft === '') throw new GaveUp('empty');
  if (saysNothing(draft, called)) return { ok: true, draft: null, called, sources: [] };
  const plain = plainDraft(draft);
  return { ok: true, draft: plain, called, sources: sourcesOf(plain, grounds) };
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
