import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createLedger } from '../../src/agent/ledger.ts';
import { createModelResponder } from '../../src/agent/responder.ts';

import type { Assistant, Reply, Turn } from '../../src/answer/assistant.ts';
import type { Progress } from '../../src/answer/responder.ts';
import type { ModelSettings } from '../../src/settings/model.ts';
import { assistant as real } from '../answer/support.ts';
import { aModelServer, type ModelServer, type ModelServerOptions } from '../support/model-server.ts';
import { SETTINGS } from './settings.ts';

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

/** A responder with what it notes. */
export function aResponder({ assistant = real, settings = {}, data, atEnd = afterTest }: AskOptions) {
  const ledger = createLedger();
  const failures: string[] = [];
  const progress: Progress[] = [];
  const responder = createModelResponder(
    assistant,
    { ...SETTINGS, ...settings },
    {
      fetch,
      ledger,
      data: data ?? aFolder(atEnd),
      onFailure: (why, detail) => failures.push(`${why}: ${detail}`),
    },
  );
  atEnd(() => responder.close());
  const ask = (question: string, previous: Turn | null = null, signal = new AbortController().signal) =>
    responder.respond(question, previous, { signal, onProgress: (step) => progress.push(step) });
  return { ask, failures, progress, ledger };
}

/** Asks a question of a responder whose model answers by a script. Nothing that the real API refuses may be sent. */
export async function askModel(
  question: string,
  script: Parameters<typeof aModelServer>[0],
  options: AskOptions = {},
): Promise<Asked> {
  const { previous = null, settings, signal, embed, atEnd = afterTest } = options;
  const server = await aModelServer(script, embed ? { embed } : {});
  atEnd(() => server.close());
  const own = aResponder({ ...options, settings: { baseUrl: server.baseUrl, ...settings } });
  const reply = await own.ask(question, previous, signal);
  return { ...reply, server, progress: own.progress, failures: own.failures, sent: own.ledger.sent() };
}
