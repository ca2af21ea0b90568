import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { OFFICE, STAFF } from './support/slack/cast.ts';
import { desk, LOADED_WITHIN } from './support/slack-program.ts';

const QUESTION = '項目23の状況は？';
const at = desk();

describe('npm start with tokens', () => {
  it('answers, and leaves with code 0 when it is told to', async () => {
    const { slack, start } = at();
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

  it('leaves with npm, whose shell passes no signal on', async () => {
    const { slack, start } = at();
    const npm = start({}, 'npm');
    await npm.said('"ready"');
    npm.child.kill('SIGTERM');
    expect((await npm.ended).output).toContain('"finished":true');
    await slack.socket.closed();
  });

  it('answers after kill -9 what it had not answered before, once', async () => {
    const { slack, start } = at();
    slack.faults.byChance([{ fault: { kind: 'reset' }, share: 1, methods: ['chat.postMessage'] }]);
    const first = start();
    await first.said('"ready"');
    const asked = await slack.person(STAFF).mentions(OFFICE, QUESTION);
    await first.said('call failed');
    first.child.kill('SIGKILL');
    await first.ended;
    slack.faults.clear();
    const second = start();
    expect((await slack.workspace.replyTo(asked, LOADED_WITHIN)).text).toContain('整理番号23');
    second.child.kill('SIGTERM');
    await second.ended;
    expect(slack.workspace.repliesTo(asked)).toHaveLength(1);
  });

  it('does not start twice on one data folder', async () => {
    const { start, data } = at();
    await start().said('"ready"');
    const { code, output } = await start().ended;
    expect(code).toBe(1);
    expect(output).toContain(`${data} is in use by another Gyokaku`);
  });

  it('says what is wrong with a token', async () => {
    const { start } = at();
    const { code, output } = await start({ SLACK_APP_TOKEN: 'xapp-other' }).ended;
    expect(code).toBe(1);
    expect(output).toContain('SLACK_APP_TOKEN: Slack does not accept it (invalid_auth)');
  });

  it('leaves at once while Slack can not be reached, and says meanwhile that it is alive and not ready', async () => {
    const { start } = at();
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
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
