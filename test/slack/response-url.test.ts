import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing } from '../../src/slack/deliver.ts';
import { openNetwork } from '../../src/slack/network.ts';
import { createRespond } from '../../src/slack/response-url.ts';
import { aLog, noWait, STRAIGHT } from './support.ts';

const MESSAGE: Outgoing = { rich: { text: 'a', blocks: [{ type: 'data_table' }] }, plain: { text: 'a', blocks: [] } };

let server: Server;
let url: string;
/** What came of each request, in order; the last stands for all after it. */
let answers: ((response: ServerResponse) => void)[];
let received: { blocks: unknown[]; [name: string]: unknown }[];
beforeEach(async () => {
  answers = [(response) => response.end('ok')];
  received = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push(JSON.parse(Buffer.concat(chunks).toString()));
    (answers.length > 1 ? answers.shift() : answers[0])?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/response/1`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const waiting = noWait();
const respond = createRespond(openNetwork(STRAIGHT), waiting.wait, aLog().log);
const status = (code: number, text: string) => (response: ServerResponse) => response.writeHead(code).end(text);

describe('an answer to a command or a press', () => {
  it.each([
    ['beside', { response_type: 'ephemeral', replace_original: false }],
    ['instead', { replace_original: true }],
    ['in-channel', { response_type: 'in_channel', delete_original: true }],
  ] as const)('%s', async (manner, form) => {
    expect(await respond(url, MESSAGE, manner)).toEqual({ ok: true, channel: '', ts: '' });
    expect(received).toEqual([expect.objectContaining({ text: 'a', ...form })]);
  });

  it('goes out as plain sections when its blocks are refused', async () => {
    answers.unshift(status(400, 'invalid_blocks'));
    expect((await respond(url, MESSAGE, 'beside')).ok).toBe(true);
    expect(received.map(({ blocks }) => blocks.length)).toEqual([1, 0]);
  });

  it('is tried again when Slack has no time, and not for ever', async () => {
    answers = [status(429, '')];
    expect(await respond(url, MESSAGE, 'beside')).toMatchObject({ ok: false, code: 'rate_limited', mayPass: true });
    expect(received).toHaveLength(3);
  });

  it('that may have got through is not repeated', async () => {
    answers = [(response) => response.destroy()];
    expect(await respond(url, MESSAGE, 'beside')).toMatchObject({ ok: false, code: 'no_answer', mayPass: false });
    expect(received).toHaveLength(1);
  });

  it('that is refused with a good status is refused all the same', async () => {
    answers = [status(200, '{"ok":false,"error":"no_text"}')];
    expect(await respond(url, MESSAGE, 'beside')).toMatchObject({ ok: false, isUndone: true });
  });

  it('to an address that is used up is given up', async () => {
    answers = [status(404, 'used_url')];
    expect(await respond(url, MESSAGE, 'beside')).toMatchObject({ ok: false, code: 'used_url', mayPass: false });
  });

  it('may pass later when nobody is there', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await respond(url, MESSAGE, 'beside')).toMatchObject({ ok: false, code: 'no_connection', mayPass: true });
  });
});
