import type { App } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import fc from 'fast-check';
import { WebSocket } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { boltApp } from './bolt-app.ts';
import { OFFICE, STAFF } from './cast.ts';
import { quiet } from './quiet.ts';
import { type SlackOptions, type StandInSlack, startSlack } from './server.ts';

let slack: StandInSlack;
let app: App | undefined;
const client: { current: SocketModeClient | undefined } = { current: undefined };

afterEach(async () => {
  await client.current?.disconnect();
  client.current = undefined;
  await app?.stop();
  app = undefined;
  await slack.stop();
});

/** One event as the Socket Mode client hands it out. */
interface Taken {
  readonly body: { readonly event_id: string; readonly event: { readonly text: string } };
  readonly retry_num: number;
  readonly retry_reason: string;
}

/** A bare client that acknowledges the events for which `acks` says so; gives what it got. */
async function connect(options: SlackOptions, acks: (count: number) => boolean): Promise<Taken[]> {
  slack = await startSlack(options);
  const taken: Taken[] = [];
  client.current = new SocketModeClient({
    appToken: slack.appToken,
    logger: quiet(),
    clientPingTimeout: 50,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  client.current.on('slack_event', async ({ ack, ...event }: Taken & { ack: () => Promise<void> }) => {
    taken.push(event);
    if (acks(taken.length)) await ack();
    slack.workspace.waiting.changed();
  });
  await client.current.start();
  return taken;
}

describe('Socket Mode', () => {
  it('greets as Slack does', async () => {
    slack = await startSlack();
    const url = `${slack.apiUrl.replace('http', 'ws').replace('/api/', '')}${slack.socket.ticket()}`;
    const socket = new WebSocket(url);
    const hello = await new Promise((resolve) =>
      socket.addEventListener('message', ({ data }) => resolve(JSON.parse(data))),
    );
    expect(hello).toEqual({
      type: 'hello',
      num_connections: 1,
      debug_info: { host: 'stand-in', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: 'A0GYOKAKU' },
    });
    socket.close();
    const again = new WebSocket(url);
    await new Promise((resolve) => again.addEventListener('error', resolve));
  });

  it('brings an event again until it is acknowledged, and says why', async () => {
    const patience = { ackWithinMs: 20, retryAfterMs: [0, 5, 5] };
    const taken = await connect({ patience }, (count) => count === 3);
    await slack.person(STAFF).mentions(OFFICE, 'x');
    expect(taken.map((each) => [each.retry_num, each.retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
    ]);
    expect(new Set(taken.map((each) => each.body.event_id)).size).toBe(1);
  });

  it('gives up after the last attempt', async () => {
    const taken = await connect({ patience: { ackWithinMs: 10, retryAfterMs: [0] } }, () => false);
    await expect(slack.person(STAFF).mentions(OFFICE, 'x')).rejects.toThrow('not acknowledged: timeout');
    expect(taken).toHaveLength(2);
  });

  it('brings acknowledged events again when told to', async () => {
    const taken = await connect({}, () => true);
    slack.faults.redeliver(1);
    await slack.person(STAFF).mentions(OFFICE, 'x');
    await slack.workspace.until(() => taken[1], 'the second copy');
    expect(taken.map((each) => each.body.event_id)).toEqual([taken[0]?.body.event_id, taken[0]?.body.event_id]);
  });

  it('brings what a cut connection held over the next one', async () => {
    const taken = await connect({ patience: { retryAfterMs: [0, 0, 0] } }, (count) => {
      if (count === 1) slack.socket.drop();
      return count > 1;
    });
    await slack.person(STAFF).mentions(OFFICE, 'x');
    expect(taken).toHaveLength(2);
  });

  it('asks the app to come back on another connection', async () => {
    const taken = await connect({}, () => true);
    slack.socket.askToReconnect('refresh_requested');
    await slack.socket.closed();
    await slack.socket.opened();
    await slack.person(STAFF).mentions(OFFICE, 'x');
    expect(taken).toHaveLength(1);
  });

  it('carries text of every length whole, both ways', async () => {
    slack = await startSlack();
    app = boltApp(slack);
    app.command('/gyokaku', ({ ack, command }) => ack(command.text));
    await app.start();
    const lengths = fc.oneof(fc.integer({ min: 1, max: 40_000 }), fc.constantFrom(1, 20, 30_000));
    await fc.assert(
      fc.asyncProperty(lengths, fc.constantFrom('a', '項', '𠮷'), async (length, letter) => {
        const text = letter.repeat(Math.ceil(length / letter.length)).slice(0, 40_000);
        const answer = await slack.person(STAFF).command('/gyokaku', text, OFFICE);
        expect(answer?.text === text).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what reaches the app', () => {
  it('is a mention or a message of a channel, both only when subscribed to', async () => {
    const quietly = await connect({}, () => true);
    await slack.person(STAFF).mentions(OFFICE, 'x');
    await slack.person(STAFF).says(OFFICE, 'y');
    expect(quietly).toHaveLength(1);
    await client.current?.disconnect();
    await slack.stop();
    const loudly = await connect({ events: ['app_mention', 'message.channels'] }, () => true);
    await slack.person(STAFF).mentions(OFFICE, 'x');
    await slack.person(STAFF).says(OFFICE, 'y');
    expect(loudly.map((each) => each.body.event)).toMatchObject([
      { type: 'app_mention', text: '<@U0BOT> x' },
      { type: 'message', channel_type: 'channel', text: '<@U0BOT> x' },
      { type: 'message', text: 'y' },
    ]);
  });

  it('is nothing without the scope for it', async () => {
    const taken = await connect({ scopes: ['chat:write'] }, () => true);
    await slack.person(STAFF).mentions(OFFICE, 'x');
    await slack.person(STAFF).writes('x');
    expect(taken).toEqual([]);
  });
});
