import type { Ledger } from './agent/ledger.ts';
import type { ModelDependencies } from './agent/responder.ts';
import type { Assistant } from './answer/assistant.ts';
import { type Responder, rulesOnly } from './answer/responder.ts';
import type { ModelSettings } from './settings/model.ts';

/** What a face is told of the language model. */
export interface ModelUse {
  /** Null when none is configured. */
  readonly model: ModelSettings | null;
  /** Folder that may be written to. */
  readonly data: string;
}

export interface OpenedResponder {
  readonly responder: Responder;
  /** What was sent to a language model; null when none is configured, and then nothing is. */
  readonly ledger: Ledger | null;
  /** Loads what the first question for the model would have to wait for. */
  prepare(): Promise<void>;
}

/** What answers questions: the rules alone, or with a language model behind them. Without one nothing of it is loaded. */
export async function openResponder(
  assistant: Assistant,
  model: ModelSettings | null,
  dependencies: Omit<ModelDependencies, 'ledger'>,
): Promise<OpenedResponder> {
  if (model === null) return { responder: rulesOnly(assistant), ledger: null, prepare: async () => {} };
  const { createLedger } = await import('./agent/ledger.ts');
  const { createModelResponder } = await import('./agent/responder.ts');
  const ledger = createLedger();
  const responder = createModelResponder(assistant, model, { ...dependencies, ledger });
  return { responder, ledger, prepare: () => responder.prepare() };
}
