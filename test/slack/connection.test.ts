import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Transport } from '../../src/settings/slack.ts';
import { openConnection } from '../../src/slack/connection.ts';
import { openNetwork } from '../../src/slack/network.ts';
import { OFFICE, STAFF } from '../support/slack/cast.ts';
import { signature } from '../support/slack/http-events.ts';
import { type StandInSlack, startSlack } from '../support/slack/server.ts';
import { type Running, run } from './running.ts';
import { aLog, noWait, STRAIGHT } from './support.ts';

const SECRET = 'signing-secret';
const QUESTION = '項目23の状況は？';

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function connectionTo(slack: StandInSlack, transport: Transport) {
  const waiting = noWait();
  const log = aLog();
  const connection = openConnection({
    settings: { apiUrl: slack.apiUrl, transport },
    network: openNetwork(STRAIGHT),
    log: log.log,
    wait: waiting.wait,
    now: () => new Date(0),
  });
  return { connection, log, waited: waiting.waited };
}

describe('requests of Slack to a public address', () => {
  let office: Running;
  let url: string;
  beforeEach(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}/slack/events`;
    office = await run({
      settings: { transport: { kind: 'http', signingSecret: SECRET, port } },
      slack: { patience: { retryAfterMs: Array.from({ length: 100 }, () => 0) } },
    });
    office.slack.useHttp(url, SECRET);
  });
  afterEach(() => office.stop());

  const send = (secret: string, secondsAgo: number) => {
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'app_mention' } });
    const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo);
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature(secret, timestamp, body),
    };
    return fetch(url, { method: 'POST', headers, body });
  };

  it('are answered: questions, commands and buttons', async () => {
    const staff = office.slack.person(STAFF);
    const reply = await office.slack.workspace.replyTo(await staff.mentions(OFFICE, QUESTION));
    expect(reply.text).toContain('整理番号23');
    await staff.presses(reply, 'source');
    await office.slack.views.modalThat(STAFF);
    await staff.command('/gyokaku', QUESTION, OFFICE);
    expect((await office.whisperTo(STAFF)).text).toContain('整理番号23');
  });

  it('are not acknowledged while the disk fails, and answered once after that', async () => {
    const disk = office.breakDisk();
    const asking = office.slack.person(STAFF).mentions(OFFICE, QUESTION);
    await office.said('question not written down');
    disk.mend();
    const asked = await asking;
    await office.slack.workspace.replyTo(asked);
    await office.restart();
    expect(office.slack.workspace.repliesTo(asked)).toHaveLength(1);
  });

  it.each([
    ['with a good signature', SECRET, 0, 200],
    ['with the signature of another secret', 'other', 0, 401],
    ['older than five minutes', SECRET, 301, 401],
  ])('%s', async (_, secret, secondsAgo, status) => {
    expect((await send(secret, secondsAgo)).status).toBe(status);
  });
});

describe('a port that is taken', () => {
  it('is said, with what to do', async () => {
    const slack = await startSlack();
    const port = Number(new URL(slack.apiUrl).port);
    const { connection } = connectionTo(slack, { kind: 'http', signingSecret: SECRET, port });
    await expect(connection.start()).rejects.toMatchObject({
      code: 'SLACK_REFUSED',
      message: expect.stringMatching(/^PORT: .*EADDRINUSE/),
    });
    expect(connection.isConnected()).toBe(false);
    await connection.stop();
    await slack.stop();
  });
});

describe('a socket', () => {
  let slack: StandInSlack;
  beforeEach(async () => {
    slack = await startSlack();
  });
  afterEach(() => slack.stop());
  const socket = () => connectionTo(slack, { kind: 'socket', appToken: slack.appToken });

  it('is connected from its greeting until it is closed', async () => {
    const { connection } = socket();
    expect(connection.isConnected()).toBe(false);
    await connection.start();
    expect(connection.isConnected()).toBe(true);
    await connection.stop();
    expect(connection.isConnected()).toBe(false);
  });

  it('is refused with a token that Slack does not accept, at once', async () => {
    const { connection, waited } = connectionTo(slack, { kind: 'socket', appToken: 'xapp-other' });
    await expect(connection.start()).rejects.toMatchObject({
      code: 'SLACK_REFUSED',
      message: expect.stringMatching(/^SLACK_APP_TOKEN: .*invalid_auth.*connections:write/),
    });
    expect(waited).toEqual([]);
  });

  it('is tried again with longer and longer pauses while Slack is away', async () => {
    slack.faults.next('apps.connections.open', ...Array.from({ length: 8 }, () => ({ kind: 'reset' }) as const));
    const { connection, waited } = socket();
    await connection.start();
    expect(waited).toEqual([500, 1000, 2000, 5000, 10_000, 30_000, 30_000]);
    await connection.stop();
  });

  it('that ends as soon as it begins is not opened again without a pause', async () => {
    const { connection, waited, log } = socket();
    await connection.start();
    for (let drops = 0; drops < 3; drops++) {
      slack.socket.drop();
      await slack.socket.closed();
      await log.said('socket connected', drops + 2);
    }
    expect(waited).toEqual([500, 1000]);
    await connection.stop();
  });

  it('that opens only after it was told to stop is closed again', async () => {
    slack.faults.next('apps.connections.open', { kind: 'slow', ms: 20 });
    const { connection } = socket();
    void connection.start();
    await connection.stop();
    await slack.socket.opened();
    await slack.socket.closed();
    expect(connection.isConnected()).toBe(false);
  });
});
