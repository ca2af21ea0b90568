import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OFFICE, STAFF } from './cast.ts';
import { quiet } from './quiet.ts';
import { type StandInSlack, startSlack } from './server.ts';

const SECRET = 'secret';
let slack: StandInSlack;
let receiver: HTTPReceiver;
let app: App;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
  slack = await startSlack({ patience: { ackWithinMs: 200, retryAfterMs: [0, 0] } });
  const logger = quiet();
  receiver = new HTTPReceiver({ signingSecret: SECRET, logger });
  app = new App({ receiver, token: slack.botToken, logger, clientOptions: { slackApiUrl: slack.apiUrl } });
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await slack.stop();
});

async function listen(secret = SECRET): Promise<void> {
  const server = await receiver.start(0);
  stops.push(() => app.stop());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  slack.useHttp(`http://127.0.0.1:${address.port}/slack/events`, secret);
}

describe('signed HTTP', () => {
  it('brings events, commands and presses to a real Bolt app', async () => {
    app.event('app_mention', async ({ event, say }) => {
      const elements = [
        { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } },
      ];
      await say({ text: event.text, thread_ts: event.ts, blocks: [{ type: 'actions', elements }] });
    });
    app.action('go', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'gone', replace_original: true });
    });
    app.command('/gyokaku', ({ ack, command }) => ack(`said ${command.text}`));
    await listen();
    const person = slack.person(STAFF);
    const question = await person.mentions(OFFICE, '項目23 & more');
    const reply = await slack.workspace.replyTo(question);
    expect(reply.text).toBe('<@U0BOT> 項目23 &amp; more');
    await person.presses(reply, 'go');
    expect(await slack.workspace.replyThat(question, (each) => each.text === 'gone')).not.toHaveProperty('blocks');
    expect((await person.command('/gyokaku', '23 = a+b', OFFICE))?.text).toBe('said 23 = a+b');
  });

  it('is refused with another secret', async () => {
    app.event('app_mention', async () => expect.fail('it was taken'));
    await listen('another');
    await expect(slack.person(STAFF).mentions(OFFICE, 'x')).rejects.toThrow('http_error');
  });

  it('counts retries in headers and stops when the app declines them', async () => {
    const seen: unknown[] = [];
    const server = createServer((request, response) => {
      seen.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
      response.writeHead(500, seen.length === 2 ? { 'x-slack-no-retry': '1' } : {});
      response.end();
    });
    stops.push(() => server.close());
    const address = await new Promise<AddressInfo | string | null>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve(server.address())),
    );
    if (address === null || typeof address === 'string') throw new Error('no port');
    slack.useHttp(`http://127.0.0.1:${address.port}/`, SECRET);
    await expect(slack.person(STAFF).mentions(OFFICE, 'x')).rejects.toThrow('http_error');
    expect(seen).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
    ]);
  });
});
