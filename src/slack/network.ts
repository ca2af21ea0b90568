import { rootCertificates } from 'node:tls';
import { type Dispatcher, EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import type { NetworkSettings } from '../settings/slack.ts';

/** The way out of the building: Web API, socket and response addresses all take it. */
export interface Network {
  readonly fetch: (url: string | URL, init?: NetworkRequest) => ReturnType<typeof undiciFetch>;
  readonly dispatcher: Dispatcher;
  close(): Promise<void>;
}

/** The parts of a request that callers here use. */
export interface NetworkRequest {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | FormData;
  readonly redirect?: 'error' | 'follow' | 'manual';
  readonly signal?: AbortSignal;
}

/**
 * Through the proxy where one is set, straight otherwise; an own certificate authority is trusted besides the usual
 * ones. Values are given, never read from the environment, so that a test and a `.env` file work alike.
 */
export function openNetwork({ httpsProxy, noProxy, certificates }: NetworkSettings): Network {
  const tls = certificates === null ? {} : { ca: [...rootCertificates, certificates] };
  const dispatcher = new EnvHttpProxyAgent({
    // Empty strings, since undefined would make the agent look into the environment itself.
    httpProxy: '',
    httpsProxy,
    noProxy,
    connect: tls,
    requestTls: tls,
    proxyTls: tls,
  });
  return {
    fetch(url, { body, signal, ...init } = {}) {
      if (body instanceof FormData) throw new TypeError('Files are never sent.');
      return undiciFetch(url, {
        ...init,
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
        dispatcher,
      });
    },
    dispatcher,
    close: () => dispatcher.destroy(),
  };
}
