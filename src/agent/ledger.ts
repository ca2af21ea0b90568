import { AppError } from '../errors.ts';

/** What was sent to a host: how often and how much, never what. */
export interface Sent {
  readonly host: string;
  readonly requests: number;
  /** Bytes of the request bodies. */
  readonly bytes: number;
}

/** Counts what leaves the process towards a language model. */
export interface Ledger {
  note(host: string, bytes: number): void;
  sent(): readonly Sent[];
}

export function createLedger(): Ledger {
  const hosts = new Map<string, Sent>();
  return {
    note(host, bytes) {
      const before = hosts.get(host) ?? { host, requests: 0, bytes: 0 };
      hosts.set(host, { host, requests: before.requests + 1, bytes: before.bytes + bytes });
    },
    sent: () => [...hosts.values()],
  };
}

type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` that reaches only the host of this address, writes every request into the ledger, and follows no redirect,
 * which could lead elsewhere.
 * @throws AppError `MODEL_HOST` for any other host
 */
export function ledgerFetch(fetch: Fetch, baseUrl: string, ledger: Ledger): Fetch {
  const { origin, host } = new URL(baseUrl);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) throw new AppError('MODEL_HOST', `Refused to send anything to ${url.host}.`);
    const { body } = init ?? {};
    ledger.note(host, typeof body === 'string' ? Buffer.byteLength(body) : 0);
    return fetch(input, { ...init, redirect: 'error' });
  };
}
