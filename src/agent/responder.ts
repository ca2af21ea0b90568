import { join } from 'node:path';
import { type Answer, MAX_ANSWER, MAX_CITATIONS } from '../answer/assemble.ts';
import type { Assistant, Reply } from '../answer/assistant.ts';
import { citationOf } from '../answer/compose.ts';
import { findPersonalData } from '../answer/personal-data.ts';
import type { Responder } from '../answer/responder.ts';
import type { Widener } from '../search/vectors.ts';
import type { ModelSettings } from '../settings/model.ts';
import type { Scope } from '../tools/tool.ts';
import { type Ledger, ledgerFetch } from './ledger.ts';
import type { AskModel, Outcome } from './run.ts';
import { sourcesOf } from './sources.ts';
import type { Widen } from './tools.ts';
import { agentWording, type Failure } from './wording.ts';

export interface ModelDependencies {
  readonly fetch: typeof globalThis.fetch;
  readonly ledger: Ledger;
  /** Folder for the vectors of passages; it may be read-only. */
  readonly data: string;
  /** Told why a model gave no answer; `detail` holds nothing that was asked or said. */
  readonly onFailure?: (why: Failure, detail: string) => void;
}

export interface ModelResponder extends Responder {
  /** Loads what the first question would have to wait for. Never rejects: without it that question waits, or has no vectors. */
  prepare(): Promise<void>;
}

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
  const open = (): Promise<Opened> => {
    opened ??= load(settings, guarded, data);
    return opened;
  };
  return {
    async prepare() {
      try {
        const { widener } = await open();
        const { report, search } = assistant.scope();
        await widener?.prepare(report.id, search, AbortSignal.timeout(PREPARING_MS));
      } catch (error) {
        onFailure('failed', `while preparing: ${error instanceof Error ? error.name : 'unknown'}`);
      }
    },
    async respond(question, previous, { signal, onProgress = () => {} }) {
      const reply = assistant.ask(question, previous);
      if (!reply.answer.unread || signal.aborted) return reply;
      const topic = previous?.frame?.content ?? '';
      if (findPersonalData(`${question}\n${topic}`).length > 0) return withNote(reply, 'personal');
      const limit = AbortSignal.any([signal, AbortSignal.timeout(settings.timeoutMs)]);
      const scope = assistant.scope(reply.turn.report);
      const ask = async (): Promise<Outcome> => {
        const { askModel, widener } = await open();
        const widen: Widen = async (query, stop = limit) =>
          widener ? { ...scope, search: await widener.around(scope.report.id, scope.search, query, stop) } : scope;
        return askModel({
          question,
          topic,
          scope,
          vocabulary: assistant.vocabulary(reply.turn.report),
          widen,
          signal: limit,
          onStep: (tool) => onProgress({ tool }),
        });
      };
      const outcome = await within(limit, ask);
      if (outcome.ok)
        return outcome.draft === null
          ? reply
          : { ...reply, answer: worded(reply.answer, outcome, outcome.draft, scope, settings.model) };
      if (signal.aborted) return reply;
      const why = limit.aborted ? 'slow' : outcome.why;
      onFailure(why, outcome.detail);
      return withNote(reply, why);
    },
  };
}

/** Ahead of the first question nobody waits; a large corpus takes its time to embed. */
const PREPARING_MS = 600_000;

interface Opened {
  readonly askModel: AskModel;
  readonly widener: Widener | null;
}

/** Loading takes a second and a hundred megabytes: only for the first question that needs it. */
async function load(settings: ModelSettings, fetch: typeof globalThis.fetch, data: string): Promise<Opened> {
  const { openAskModel } = await import('./run.ts');
  const askModel = openAskModel(settings, fetch);
  if (settings.embeddingModel === null) return { askModel, widener: null };
  const { openEmbedder } = await import('./model.ts');
  const { openWidener } = await import('../search/vectors.ts');
  const embedder = openEmbedder(settings, settings.embeddingModel, fetch);
  return { askModel, widener: openWidener(embedder, join(data, 'vectors')) };
}

/** The outcome, or a failure as soon as the signal says so: a library that does not listen must not keep anybody waiting. */
async function within(signal: AbortSignal, work: () => Promise<Outcome>): Promise<Outcome> {
  const failed = (detail: string): Outcome => ({ ok: false, why: 'failed', detail });
  const ended = Promise.withResolvers<Outcome>();
  const end = (): void => ended.resolve(failed('time is up'));
  signal.addEventListener('abort', end, { once: true });
  try {
    const result = work().catch((error: unknown) => failed(error instanceof Error ? error.name : 'unknown'));
    return await Promise.race([result, ended.promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** The answer of a model: its words, with the places of the results that it speaks of. */
function worded(
  rules: Answer,
  { called }: Pick<Extract<Outcome, { ok: true }>, 'called'>,
  draft: string,
  scope: Scope,
  model: string,
): Answer {
  const { language, followUps } = rules;
  const cited = new Map(sourcesOf(draft, called).map((source) => [citationOf(source, scope), source]));
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

function withNote(reply: Reply, why: Failure): Reply {
  const { answer } = reply;
  const note = `\n${agentWording(answer.language).fellBack(why)}`;
  const room = MAX_ANSWER - note.length;
  const text = answer.text.length > room ? `${answer.text.slice(0, room - 1)}…` : answer.text;
  return { ...reply, answer: { ...answer, text: `${text}${note}` } };
}
