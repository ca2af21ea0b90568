import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NetworkSettings } from '../../src/settings/slack.ts';
import { openNetwork } from '../../src/slack/network.ts';
import { type ConnectProxy, startProxy } from '../support/proxy.ts';
import { HALL, OFFICE, STAFF } from '../support/slack/cast.ts';
import { startSlack } from '../support/slack/server.ts';
import { startTlsFront, TEST_AUTHORITY, type TlsFront } from '../support/tls-front.ts';
import { type Running, run } from './running.ts';
import { apiOf, STRAIGHT } from './support.ts';

/** Known to the proxy alone: whoever reaches it went through the proxy. */
const HIDDEN = 'https://slack.test';
const QUESTION = '項目23の状況は？';

let front: TlsFront;
let proxy: ConnectProxy;
beforeEach(async () => {
  front = await startTlsFront();
  proxy = await startProxy(front.port);
});
afterEach(async () => {
  await proxy.close();
  await front.close();
});

/** The app, on a stand-in that is reached at an address by TLS only. */
const open = (origin: string, network: NetworkSettings): Promise<Running> =>
  run({
    slack: { publicOrigin: origin },
    settings: { apiUrl: `${origin}/api/`, network },
    started: ({ apiUrl }) => front.leadTo(Number(new URL(apiUrl).port)),
  });

/** Events come by the socket, replies go by the Web API, answers to a command by its own address. */
async function expectEveryWayOpen(office: Running): Promise<void> {
  const staff = office.slack.person(STAFF);
  const reply = await office.slack.workspace.replyTo(await staff.mentions(OFFICE, QUESTION));
  expect(reply.text).toContain('整理番号23');
  await staff.command('/gyokaku', QUESTION, HALL);
  expect((await office.whisperTo(STAFF)).text).toContain('整理番号23');
}

describe('behind a proxy', () => {
  it('Web API, socket and answers to commands all go through it', async () => {
    const office = await open(HIDDEN, { httpsProxy: proxy.url, noProxy: '', certificates: TEST_AUTHORITY });
    await expectEveryWayOpen(office);
    await office.stop();
    expect(new Set(proxy.tunnels)).toEqual(new Set(['slack.test:443']));
    expect(proxy.tunnels.length).toBeGreaterThan(1);
  });

  it('hosts that need none are reached without it', async () => {
    const network = { httpsProxy: proxy.url, noProxy: 'example.lg.jp,localhost', certificates: TEST_AUTHORITY };
    const office = await open(`https://localhost:${front.port}`, network);
    await expectEveryWayOpen(office);
    await office.stop();
    expect(proxy.tunnels).toEqual([]);
  });

  it('nothing goes another way when the proxy is away', async () => {
    await proxy.close();
    await expect(
      open(`https://localhost:${front.port}`, { httpsProxy: proxy.url, noProxy: '', certificates: TEST_AUTHORITY }),
    ).rejects.toMatchObject({ code: 'SLACK_REFUSED', message: expect.stringContaining('no_connection') });
    proxy = await startProxy(front.port);
  });
});

describe('a certificate', () => {
  it('of an unknown authority is refused, and said to be that', async () => {
    await expect(open(HIDDEN, { httpsProxy: proxy.url, noProxy: '', certificates: null })).rejects.toMatchObject({
      code: 'SLACK_REFUSED',
      message: expect.stringContaining('untrusted_certificate'),
    });
  });

  it('of the own authority does for another name not', async () => {
    await expect(
      open('https://other.test', { httpsProxy: proxy.url, noProxy: '', certificates: TEST_AUTHORITY }),
    ).rejects.toMatchObject({ message: expect.stringContaining('untrusted_certificate') });
  });
});

it('a network that was closed makes no more connections', async () => {
  const slack = await startSlack();
  const network = openNetwork(STRAIGHT);
  const api = apiOf(slack, network);
  expect((await api.call('auth.test')).ok).toBe(true);
  await network.close();
  expect(await api.call('auth.test')).toMatchObject({ ok: false });
  await slack.stop();
});
