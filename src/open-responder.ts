import type { Ledger } from './agent/ledger.ts';
import type { OnFailure } from './agent/responder.ts';
import type { Assistant } from './answer/assistant.ts';
import { type Responder, rulesOnly } from './answer/responder.ts';
import { BOTH } from './face-wording.ts';
import { exposedHost, type ModelSettings } from './settings/model.ts';
import type { NetworkSettings } from './settings/slack.ts';

/** What a face is told of the language model. */
export interface ModelUse {
  /** Null when none is configured. */
  readonly model: ModelSettings | null;
  /** The way out of the building; null for a straight one. */
  readonly network: NetworkSettings | null;
  /** Folder that may be written to. */
  readonly data: string;
}

/** Who is told of what goes wrong. */
export interface ModelListener {
  readonly onFailure: OnFailure;
  /** A sentence that an administrator has to read at the start. */
  onWarning(text: string): void;
}

export interface OpenedResponder {
  readonly responder: Responder;
  /** What was sent to a language model; null when none is configured, and then nothing is. */
  readonly ledger: Ledger | null;
  /** Loads what the first question for the model would have to wait for. */
  prepare(): Promise<void>;
  /** Ends what is being prepared, and the connections. */
  close(): Promise<void>;
}

/** What answers questions: the rules alone, or with a language model behind them. Without one nothing of it is loaded. */
export async function openResponder(
  assistant: Assistant,
  { model, network, data }: ModelUse,
  { onFailure, onWarning }: ModelListener,
): Promise<OpenedResponder> {
  const nothing = async (): Promise<void> => {};
  if (model === null) return { responder: rulesOnly(assistant), ledger: null, prepare: nothing, close: nothing };
  const exposed = exposedHost(model);
  if (exposed) onWarning(BOTH.keyInTheClear(exposed));
  const { createLedger } = await import('./agent/ledger.ts');
  const { createModelResponder } = await import('./agent/responder.ts');
  const [ledger, way] = [createLedger(), await openWay(network)];
  const responder = createModelResponder(assistant, model, { fetch: way.fetch, data, ledger, onFailure });
  return {
    responder,
    ledger,
    prepare: () => responder.prepare(),
    async close() {
      await responder.close();
      await way.close();
    },
  };
}

/** The way to the model's server, for what expects the built-in `fetch`. */
export async function openWay(
  network: NetworkSettings | null,
): Promise<{ readonly fetch: typeof globalThis.fetch; close(): Promise<void> }> {
  if (network === null) return { fetch: globalThis.fetch, close: async () => {} };
  const { openNetwork } = await import('./slack/network.ts');
  const { dispatcher, close } = openNetwork(network);
  // The built-in one takes a dispatcher of the same interface from the package, whose types differ in name only.
  return { fetch: (input, init) => globalThis.fetch(input, Object.assign({}, init, { dispatcher })), close };
}
