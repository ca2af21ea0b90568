import { get } from 'node:https';
import { Socket } from 'node:net';
import { createLedger } from '../../src/agent/ledger.ts';
import { createModelResponder } from '../../src/agent/responder.ts';
import { openAssistant } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { aModelServer } from '../support/model-server.ts';
import { QUESTION, SETTINGS } from './settings.ts';

/**
 * Asks one question of a stand-in, with vectors, and prints every name and address that any socket of this process tried to
 * reach. With an argument it also goes where it should not, to show that this would be seen.
 */
const tried = new Set<string>();
Socket.prototype.connect = new Proxy(Socket.prototype.connect, {
  apply(connect, socket: Socket, args) {
    socket.on('lookup', (_error, _address, _family, host) => tried.add(host));
    socket.on('connectionAttempt', (address, port) => tried.add(`${address}:${port}`));
    return Reflect.apply(connect, socket, args);
  },
});
const search = { name: 'search_passages', args: { query: 'ハンコをなくす話' } };
const server = await aModelServer([{ calls: [search] }, { say: 'NOT IN THE REPORT' }], {
  embed: (text) => [text.length, 1],
});
const responder = createModelResponder(
  await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS),
  { ...SETTINGS, baseUrl: server.baseUrl, embeddingModel: 'bag' },
  { fetch: globalThis.fetch, ledger: createLedger(), data: '/dev/null/nowhere' },
);
await responder.prepare();
await responder.respond(QUESTION, null, { signal: new AbortController().signal });
if (process.argv[2] === 'astray')
  await new Promise((resolve) => get('https://localhost:2/').on('error', resolve).on('response', resolve));
const { embedded, requests } = server;
await server.close();
const { host } = new URL(server.baseUrl);
process.stdout.write(
  `${JSON.stringify({ tried: [...tried], host, embedded: embedded.length, requests: requests.length })}\n`,
);
