import { join } from 'node:path';
import { type Answer, MAX_ANSWER, MAX_CITATIONS } from '../answer/assemble.ts';
import type { Assistant, Reply } from '../answer/assistant.ts';
import { citationOf } from '../answer/compose.ts';
import { findPersonalData } from '../answer/personal-data.ts';
import type { Responder } from '../answer/responder.ts';
import { raced } from '../search/raced.ts';
import type { Widener } from '../search/vectors.ts';
import type { ModelSettings } from '../settings/model.ts';
import type { Scope } from '../tools/tool.ts';
import { failureOf } from './failure.ts';
import { type Ledger, ledgerFetch } from './ledger.ts';
import type { AskModel, Outcome } from './run.ts';
import type { Widen } from './tools.ts';
import { topicOf } from './topic.ts';
import { agentWording, type Failure } from './wording.ts';

export interface ModelDependencies {
  readonly fetch: typeof globalThis.fetch;
  readonly ledger: Ledger;
  /** Folder for the vectors of passages; it may be read-only. */
  readonly data: string;
  /** Told why a model gave no answer or no vectors; `detail` holds nothing that was asked or said. */
  readonly onFailure?: OnFailure;
}

export type OnFailure = (why: Failure | 'vectors', detail: string) => void;

export interface ModelResponder extends Responder {
  /** Loads what the first question would have to wait for. Never rejects: without it that question waits, or has no vectors. */
  prepare(): Promise<void>;
  /** Ends what is being prepared. */
  close(): Promise<void>;
}

/** Share of a question's time that its first search may wait for vectors, which only widen what is found; the next half as long. */
const SHARE_OF_VECTORS = 0.25;

/**
 * Answers by the rules, and asks a language model only what they did not read (`Answer.unread`). Whatever the model does,
 * an answer comes within the time limit: its own when every figure in it was returned by a function, else that of the
 * rules with a note.
 */
export function createModelResponder(
  assistant: Assistant,
  settings: ModelSettings,
  { fetch, ledger, data, onFailure = () => {} }: ModelDependencies,
): ModelResponder {
  const guarded = ledgerFetch(fetch, settings.baseUrl, ledger);
  let opened: Promise<Opened> | null = null;
  const tellOfVectors = (error: unknown): void => onFailure('vectors', failureOf(error).detail);
  const open = (): Promise<Opened> => {
    opened ??= load(settings, guarded, data, tellOfVectors).catch((error: unknown) => {
      // A failure is not kept: the next question tries again.
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    async prepare() {
      try {
        const { widener } = await open();
        const { report, search } = assistant.scope();
        await widener?.prepare(report.id, search);
      } catch (error) {
        tellOfVectors(error);
      }
    },
    async close() {
      (await opened?.catch(() => null))?.widener?.close();
    },
    async respond(question, previous, { signal, language, onProgress = () => {} }) {
      const reply = assistant.ask(question, previous, language);
      if (!reply.answer.unread || signal.aborted) return reply;
      if (findPersonalData(question).length > 0) return withNote(reply, 'personal');
      const limit = AbortSignal.any([signal, AbortSignal.timeout(settings.timeoutMs)]);
      const scope = assistant.scope(reply.turn.report);
      const ask = async (): Promise<Outcome> => {
        const { askModel, widener } = await open();
        return askModel({
          question,
          language: reply.answer.language,
          topic: topicOf(previous?.frame ?? null, scope),
          scope,
          vocabulary: assistant.vocabulary(reply.turn.report),
          widen: patiently(settings.timeoutMs * SHARE_OF_VECTORS, scope, widener, limit),
          signal: limit,
          onStep: (tool) => onProgress({ tool }),
        });
      };
      const outcome = await raced(limit, ask).catch((error: unknown): Outcome => ({ ok: false, ...failureOf(error) }));
      if (outcome.ok)
        return outcome.draft === null
          ? withNote(reply, 'nothing')
          : { ...reply, answer: worded(reply.answer, outcome, outcome.draft, scope, settings.model) };
      if (signal.aborted) return reply;
      const why = limit.aborted ? 'slow' : outcome.why;
      onFailure(why, outcome.detail);
      return withNote(reply, why);
    },
  };
}

/** Widens the searches of a question, with less patience each time, so that all of them leave time for the answer. */
function patiently(patience: number, scope: Scope, widener: Widener | null, limit: AbortSignal): Widen {
  let left = patience;
  return async (query) => {
    if (!widener) return scope;
    const signal = AbortSignal.any([limit, AbortSignal.timeout(Math.ceil(left))]);
    left /= 2;
    return { ...scope, search: await widener.around(scope.report.id, scope.search, query, signal) };
  };
}

interface Opened {
  readonly askModel: AskModel;
  readonly widener: Widener | null;
}

/** Loading takes a second and a hundred megabytes: only for the first question that needs it. */
async function load(
  settings: ModelSettings,
  fetch: typeof globalThis.fetch,
  data: string,
  onFailure: (error: unknown) => void,
): Promise<Opened> {
  const { openAskModel } = await import('./run.ts');
  const askModel = openAskModel(settings, fetch);
  if (settings.embeddingModel === null) return { askModel, widener: null };
  const { openEmbedder } = await import('./model.ts');
  const { openWidener } = await import('../search/vectors.ts');
  const embedder = openEmbedder(settings, settings.embeddingModel, fetch);
  return { askModel, widener: openWidener(embedder, join(data, 'vectors'), onFailure) };
}

/** The answer of a model: its words, with the places of the results that it speaks of. */
function worded(
  rules: Answer,
  { called, sources }: Pick<Extract<Outcome, { ok: true }>, 'called' | 'sources'>,
  draft: string,
  scope: Scope,
  model: string,
): Answer {
  const { language, followUps } = rules;
  const cited = new Map(sources.map((source) => [citationOf(source, scope), source]));
  return {
    kind: 'answer',
    language,
    text: `${draft}\n${agentWording(language).byModel(model)}`,
    citations: [...cited.keys()].slice(0, MAX_CITATIONS),
    sources: [...cited.values()].slice(0, MAX_CITATIONS),
    followUps,
    choices: [],
    called,
    model,
  };
}

function withNote(reply: Reply, why: Failure | 'nothing'): Reply {
  const { answer } = reply;
  const words = agentWording(answer.language);
  const note = `\n${why === 'nothing' ? words.foundNothing() : words.fellBack(why)}`;
  const room = MAX_ANSWER - note.length;
  const text = answer.text.length > room ? `${answer.text.slice(0, room - 1)}…` : answer.text;
  return { ...reply, answer: { ...answer, text: `${text}${note}` } };
}
