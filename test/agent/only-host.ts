import { createLedger } from '../../src/agent/ledger.ts';
import { createModelResponder } from '../../src/agent/responder.ts';
import { openAssistant } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { aModelServer } from '../support/model-server.ts';

/** Asks one question of a stand-in and prints every host that anything in this process tried to reach. */
const hosts = new Set<string>();
const original = globalThis.fetch;
globalThis.fetch = (input, init) => {
  hosts.add(new URL(input instanceof Request ? input.url : input).host);
  return original(input, init);
};
const server = await aModelServer([{ say: 'NOT IN THE REPORT' }]);
const responder = createModelResponder(
  await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS),
  { baseUrl: server.baseUrl, apiKey: () => null, model: 'stand-in', timeoutMs: 20_000, embeddingModel: null },
  { fetch: globalThis.fetch, ledger: createLedger(), data: 'nowhere' },
);
await responder.respond('残業が多い課の有給取得率は低い？', null, { signal: new AbortController().signal });
await server.close();
process.stdout.write(`${JSON.stringify({ hosts: [...hosts], expected: new URL(server.baseUrl).host })}\n`);
