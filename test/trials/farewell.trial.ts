import { describe, expect, it } from 'vitest';
import { OFFICE, STAFF } from '../support/slack/cast.ts';
import { desk } from '../support/slack-program.ts';

const QUESTION = '項目23の状況は？';
const at = desk();

describe('npm start with tokens, told to leave while Slack does not answer', () => {
  it('leaves while it still answers what was left over', async () => {
    const { slack, start } = at();
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

  it('leaves within ten seconds although Slack does not answer', async () => {
    const { slack, start } = at();
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
