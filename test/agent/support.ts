import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createLedger } from '../../src/agent/ledger.ts';
import { createModelResponder } from '../../src/agent/responder.ts';
import type { Failure } from '../../src/agent/wording.ts';
import type { Assistant, Reply, Turn } from '../../src/answer/assistant.ts';
import type { Progress } from '../../src/answer/responder.ts';
import type { ModelSettings } from '../../src/settings/model.ts';
import { assistant as real } from '../answer/support.ts';
import { aModelServer, type ModelServer, type ModelServerOptions } from '../support/model-server.ts';

export interface Asked extends Reply {
  readonly server: ModelServer;
  readonly progress: readonly Progress[];
  readonly failures: readonly string[];
  readonly sent: ReturnType<ReturnType<typeof createLedger>['sent']>;
}

export interface AskOptions extends ModelServerOptions {
  readonly assistant?: Assistant;
  readonly previous?: Turn | null;
  readonly settings?: Partial<ModelSettings>;
  readonly signal?: AbortSignal;
  readonly data?: string;
  /** Where to put what has to be done in the end; without it, the end of the test. */
  readonly atEnd?: (end: () => unknown) => void;
}

function afterTest(end: () => unknown): void {
  onTestFinished(async () => {
    await end();
  });
}

/** A folder that is gone after the test. */
export function aFolder(atEnd: (end: () => unknown) => void = afterTest): string {
  const folder = mkdtempSync(join(tmpdir(), 'gyokaku-agent-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Asks a question of a responder whose model answers by a script. Nothing that the real API refuses may be sent. */
export async function askModel(
  question: string,
  script: Parameters<typeof aModelServer>[0],
  { assistant = real, previous = null, settings = {}, signal, data, embed, atEnd = afterTest }: AskOptions = {},
): Promise<Asked> {
  const server = await aModelServer(script, embed ? { embed } : {});
  atEnd(() => server.close());
  const ledger = createLedger();
  const failures: string[] = [];
  const progress: Progress[] = [];
  const own: ModelSettings = {
    baseUrl: server.baseUrl,
    apiKey: () => 'sk-test',
    model: 'stand-in',
    timeoutMs: 20_000,
    embeddingModel: null,
    ...settings,
  };
  const responder = createModelResponder(assistant, own, {
    fetch,
    ledger,
    data: data ?? aFolder(atEnd),
    onFailure: (why: Failure, detail) => failures.push(`${why}: ${detail}`),
  });
  const reply = await responder.respond(question, previous, {
    signal: signal ?? new AbortController().signal,
    onProgress: (step) => progress.push(step),
  });
  return { ...reply, server, progress, failures, sent: ledger.sent() };
}
