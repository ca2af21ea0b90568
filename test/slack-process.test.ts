import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OFFICE, STAFF } from './support/slack/cast.ts';
import { type StandInSlack, startSlack } from './support/slack/server.ts';
import { Waiting } from './support/slack/waiting.ts';
import { START_ARGUMENTS } from './support/start-command.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const QUESTION = '項目23の状況は？';
/** Milliseconds: to load everything on a busy machine. */
const START = 30_000;

/** `npm start` with tokens. */
interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Waits until something is printed. */
  said(text: string): Promise<void>;
  /** Its exit code, and what it had printed. */
  ended: Promise<{ code: number | null; output: string }>;
}

let slack: StandInSlack;
let data: string;
let all: Started[];
beforeEach(async () => {
  slack = await startSlack({ patience: { retryAfterMs: [0, 0, 0] } });
  data = mkdtempSync(join(tmpdir(), 'gyokaku-process-'));
  all = [];
});
afterEach(async () => {
  for (const { child, ended } of all) {
    child.kill('SIGKILL');
    await ended;
  }
  await slack.stop();
  rmSync(data, { recursive: true });
});

function start(environment: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, START_ARGUMENTS, {
    cwd: ROOT,
    env: {
      PATH: '/usr/bin:/bin',
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      GYOKAKU_DATA: data,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const waiting = new Waiting();
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      waiting.changed();
    });
  const ended = once(child, 'close').then(([code]) => ({ code: typeof code === 'number' ? code : null, output }));
  const started: Started = {
    child,
    output: () => output,
    said: (text) => waiting.until(() => output.includes(text) || undefined, text, START).then(() => undefined),
    ended,
  };
  all.push(started);
  return started;
}

describe('npm start with tokens', () => {
  it('answers, and leaves with code 0 when it is told to', async () => {
    const bot = start();
    await bot.said('"ready"');
    const asked = await slack.person(STAFF).mentions(OFFICE, QUESTION);
    expect((await slack.workspace.replyTo(asked)).text).toContain('整理番号23');
    bot.child.kill('SIGTERM');
    const { code, output } = await bot.ended;
    expect(code).toBe(0);
    expect(output).toContain('"finished":true');
    expect(output).not.toContain(QUESTION);
    expect(output).not.toMatch(/xoxb-|xapp-/);
  });

  it('answers after kill -9 what it had not answered before, once', async () => {
    slack.faults.byChance([{ fault: { kind: 'reset' }, share: 1, methods: ['chat.postMessage'] }]);
    const first = start();
    await first.said('"ready"');
    const asked = await slack.person(STAFF).mentions(OFFICE, QUESTION);
    await first.said('call failed');
    first.child.kill('SIGKILL');
    await first.ended;
    slack.faults.clear();
    const second = start();
    expect((await slack.workspace.replyTo(asked, START)).text).toContain('整理番号23');
    second.child.kill('SIGTERM');
    await second.ended;
    expect(slack.workspace.repliesTo(asked)).toHaveLength(1);
  });

  it('leaves while it still answers what was left over', async () => {
    slack.faults.byChance([{ fault: { kind: 'reset' }, share: 1, methods: ['chat.postMessage'] }]);
    const first = start();
    await first.said('"ready"');
    await slack.person(STAFF).mentions(OFFICE, QUESTION);
    await first.said('call failed');
    first.child.kill('SIGKILL');
    await first.ended;
    slack.faults.byChance([{ fault: { kind: 'slow', ms: 60_000 }, share: 1, methods: ['users.info'] }]);
    const second = start();
    await second.said('socket connected');
    second.child.kill('SIGTERM');
    const { code, output } = await second.ended;
    expect(code).toBe(0);
    expect(output).not.toContain('deliveries not looked at');
  });

  it('does not start twice on one data folder', async () => {
    await start().said('"ready"');
    const { code, output } = await start().ended;
    expect(code).toBe(1);
    expect(output).toContain(`${data} is in use by another Gyokaku`);
  });

  it('says what is wrong with a token', async () => {
    const { code, output } = await start({ SLACK_APP_TOKEN: 'xapp-other' }).ended;
    expect(code).toBe(1);
    expect(output).toContain('SLACK_APP_TOKEN: Slack does not accept it (invalid_auth)');
  });

  it('leaves at once while Slack can not be reached, and says meanwhile that it is alive and not ready', async () => {
    const port = await freePort();
    const bot = start({ SLACK_API_URL: 'http://127.0.0.1:9/api/', OPS_PORT: String(port) });
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
    let alive = await ask('/healthz');
    while (alive === null) {
      await new Promise(setImmediate);
      alive = await ask('/healthz');
    }
    expect(alive.status).toBe(200);
    const ready = await ask('/readyz');
    expect(ready?.status).toBe(503);
    expect(await ready?.json()).toEqual({ ok: false, connected: false, report: true, database: true });
    bot.child.kill('SIGTERM');
    expect((await bot.ended).code).toBe(0);
  });

  it('leaves within ten seconds although Slack does not answer', async () => {
    const bot = start();
    await bot.said('"ready"');
    slack.faults.byChance([{ fault: { kind: 'slow', ms: 60_000 }, share: 1, methods: ['users.info'] }]);
    await slack.person(STAFF).mentions(OFFICE, QUESTION);
    const asked = performance.now();
    bot.child.kill('SIGTERM');
    expect((await bot.ended).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(bot.output()).toContain('"finished":false');
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
