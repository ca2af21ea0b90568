import { createHmac } from 'node:crypto';
import { stringify } from 'node:querystring';
import type { Carrier, Parcel, Receipt } from './delivery.ts';
import type { Json } from './json.ts';

/** Sends to a request URL over HTTP, signed. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export class HttpEvents implements Carrier {
  readonly #url: string;
  readonly #secret: string;
  readonly #now: () => number;

  /** @param now milliseconds since 1970 */
  constructor(url: string, signingSecret: string, now: () => number) {
    this.#url = url;
    this.#secret = signingSecret;
    this.#now = now;
  }

  async deliver({ kind, payload, retry }: Parcel, withinMs: number): Promise<Receipt> {
    const body = kind === 'events_api' ? JSON.stringify(payload) : form(kind, payload);
    const timestamp = String(Math.floor(this.#now() / 1000));
    const headers = {
      'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature(this.#secret, timestamp, body),
      ...(retry ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason } : {}),
    };
    try {
      const signal = AbortSignal.timeout(withinMs);
      const response = await fetch(this.#url, { method: 'POST', headers, body, signal, redirect: 'error' });
      const text = await response.text();
      if (response.ok) return { acked: true, response: answerIn(text) };
      return { acked: false, reason: 'http_error', final: response.headers.get('x-slack-no-retry') === '1' };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { acked: false, reason: late ? 'http_timeout' : 'connection_failed', final: false };
    }
  }
}

/** `v0=` and the HMAC-SHA256 of `v0:timestamp:body`. */
export function signature(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

function form(kind: Parcel['kind'], payload: Json): string {
  if (kind === 'interactive') return stringify({ payload: JSON.stringify(payload) });
  return stringify(Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)])));
}

/** JSON where it is JSON, else the text itself; nothing when empty. */
function answerIn(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
