import { ChatOpenAICompletions, OpenAIEmbeddings } from '@langchain/openai';
import type { Embedder } from '../search/vectors.ts';
import type { ModelSettings } from '../settings/model.ts';

/** Requests for vectors are made once more; those for answers are counted and made again by the guard. */
const RETRIES = { answers: 0, vectors: 1 } as const;
/** A server without keys still gets a header; the library insists on one. */
const NO_KEY = 'none';

/** A client for any server that speaks Chat Completions. Nothing of it comes from the environment. */
export function openModel(settings: ModelSettings, fetch: typeof globalThis.fetch): ChatOpenAICompletions {
  return new ChatOpenAICompletions({
    model: settings.model,
    apiKey: settings.apiKey() ?? NO_KEY,
    maxRetries: RETRIES.answers,
    timeout: settings.timeoutMs,
    // Nothing is shown before it is checked, so nothing is gained by streaming.
    streaming: false,
    configuration: { baseURL: settings.baseUrl, fetch, organization: null, project: null, logLevel: 'off' },
  });
}

/** Vectors from the same server. */
export function openEmbedder(settings: ModelSettings, model: string, fetch: typeof globalThis.fetch): Embedder {
  return {
    model,
    embed(texts, signal) {
      // The library takes no signal: every request is bound to that of its question here.
      const bound: typeof globalThis.fetch = (input, init) =>
        fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal });
      const client = new OpenAIEmbeddings({
        model,
        apiKey: settings.apiKey() ?? NO_KEY,
        maxRetries: RETRIES.vectors,
        timeout: settings.timeoutMs,
        encodingFormat: 'float',
        stripNewLines: false,
        batchSize: texts.length,
        configuration: { baseURL: settings.baseUrl, fetch: bound, organization: null, project: null, logLevel: 'off' },
      });
      return client.embedDocuments([...texts]);
    },
  };
}
