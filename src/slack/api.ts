import {
  type Logger,
  LogLevel,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import type { Failure as PortFailure } from '../jobs/ports.ts';
import type { Log } from '../log.ts';
import type { Network } from './network.ts';

/**
 * Why a call was not done, or may not have been. `code` is Slack's own error, or `rate_limited`, `no_connection`,
 * `untrusted_certificate`, `no_answer`, `unreadable_answer`.
 */
export interface Failure extends PortFailure {
  /** What Slack found wrong with blocks, without their content. */
  readonly details?: readonly string[];
  /** For `missing_scope`: the scope that is needed. */
  readonly needed?: string;
}

/** What became of a call. */
export type CallResult = { readonly ok: true; readonly data: unknown } | Failure;

/** Slack's Web API: one call, one result, no retries of its own and no exceptions. */
export interface SlackApi {
  call(method: string, args?: Readonly<Record<string, unknown>>): Promise<CallResult>;
}

export interface ApiOptions {
  readonly token: string;
  readonly url: string;
  readonly network: Network;
  readonly logger: Logger;
}

/** A request that Slack has not answered by then is looked into instead of waited for. Milliseconds. */
export const CALL_TIMEOUT = 10_000;
/** Errors of the network before anything was sent. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** Errors of TLS before anything was sent: behind a proxy that opens connections, its authority has to be known. */
const NOT_TRUSTED = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_GET_ISSUER_CERT',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
/** Slack answers these when the fault is its own; the call may or may not have been done. */
const SLACKS_FAULT = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
/** Slack answers these when it has no time for the call, which it then has not done. */
const SLACK_IS_BUSY = new Set(['rate_limited', 'ratelimited']);
/** An answer that says nothing is as good as none. */
export const UNREADABLE: Failure = { ok: false, code: 'unreadable_answer', mayPass: true, isUndone: false };

/**
 * Options for a client of the Web API. A new object each time: the Socket Mode client writes into the one it is given.
 * Retries are off since the client's own repeat a post whose answer was lost, and a 429 would halt its whole queue.
 */
export function clientOptions({ url, network, logger }: Omit<ApiOptions, 'token'>): WebClientOptions {
  return {
    slackApiUrl: url,
    fetch: network.fetch,
    timeout: CALL_TIMEOUT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  };
}

/** Opens the Web API for a token. */
export function openApi({ token, ...options }: ApiOptions): SlackApi {
  const client = new WebClient(token, clientOptions(options));
  return {
    async call(method, args = {}) {
      try {
        return { ok: true, data: await client.apiCall(method, { ...args }) };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError)
    return { ok: false, code: 'rate_limited', mayPass: true, isUndone: true, retryAfter: error.retryAfter };
  if (error instanceof WebAPIPlatformError) {
    const { data } = error;
    const needed = 'needed' in data && typeof data.needed === 'string' ? data.needed : undefined;
    const details = data.response_metadata?.messages;
    return {
      ok: false,
      code: data.error,
      mayPass: SLACKS_FAULT.has(data.error) || SLACK_IS_BUSY.has(data.error),
      isUndone: !SLACKS_FAULT.has(data.error),
      ...(details ? { details } : {}),
      ...(needed ? { needed } : {}),
    };
  }
  if (error instanceof WebAPIHTTPError)
    return { ok: false, code: `http_${error.statusCode}`, mayPass: true, isUndone: false };
  return unanswered(error instanceof WebAPIRequestError ? error.original : error);
}

/** Codes of calls that did not even reach Slack. */
export const UNREACHED: ReadonlySet<string> = new Set(['no_connection', 'untrusted_certificate']);

/** A request without an answer: it got nowhere when not even a connection came about. */
export function unanswered(error: unknown): Failure {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!('code' in cause) || typeof cause.code !== 'string') continue;
    if (NOT_CONNECTED.has(cause.code)) return { ok: false, code: 'no_connection', mayPass: true, isUndone: true };
    if (NOT_TRUSTED.has(cause.code)) return { ok: false, code: 'untrusted_certificate', mayPass: true, isUndone: true };
  }
  return { ok: false, code: 'no_answer', mayPass: true, isUndone: false };
}

/** Bolt's and the clients' own lines, as events of the log. Their debug lines carry message text and are dropped. */
export function clientLogger(log: Log): Logger {
  const say = (parts: unknown[]): string =>
    parts
      .map((part) => (part instanceof Error ? part.name : String(part)))
      .join(' ')
      .replaceAll(/(?:xox[a-z]|xapp)-[\w-]+/g, 'xox…')
      .slice(0, 300);
  return {
    debug: () => undefined,
    info: (...parts) => log.debug('client', { detail: say(parts) }),
    warn: (...parts) => log.debug('client warning', { detail: say(parts) }),
    error: (...parts) => log.warn('client error', { detail: say(parts) }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
