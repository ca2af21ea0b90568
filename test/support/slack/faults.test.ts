import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OFFICE, SHARED } from './cast.ts';
import { quiet } from './quiet.ts';
import { type SlackOptions, type StandInSlack, startSlack } from './server.ts';

let slack: StandInSlack;
let client: WebClient;
let clock = 0;

async function start(options: SlackOptions = {}): Promise<void> {
  slack = await startSlack({ now: () => clock, ...options });
  client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: quiet(),
    rejectRateLimitedCalls: true,
  });
}

beforeEach(() => {
  clock = 1_700_000_000_000;
  return start();
});
afterEach(() => slack.stop());

const said = (text: string) => client.chat.postMessage({ channel: OFFICE, text });

describe('going wrong', () => {
  it('answers 429, then works', async () => {
    slack.faults.next('chat.postMessage', { kind: 'ratelimited', retryAfter: 7 });
    await expect(said('a')).rejects.toMatchObject({ retryAfter: 7 });
    expect((await said('b')).ok).toBe(true);
    expect(slack.workspace.messages(OFFICE).map((each) => each.text)).toEqual(['b']);
    expect(slack.calls('chat.postMessage')).toBe(2);
  });

  it('loses an answer after the work is done', async () => {
    slack.faults.next('chat.postMessage', { kind: 'lost' });
    await expect(said('a')).rejects.toThrow();
    expect(slack.workspace.messages(OFFICE).map((each) => each.text)).toEqual(['a']);
  });

  it.each([{ kind: 'reset' }, { kind: 'error500' }, { kind: 'refused', code: 'internal_error' }] as const)(
    'does nothing on $kind',
    async (fault) => {
      slack.faults.next('chat.postMessage', undefined, fault);
      await said('a');
      await expect(said('b')).rejects.toThrow();
      expect(slack.workspace.messages(OFFICE).map((each) => each.text)).toEqual(['a']);
    },
  );

  it('answers late', async () => {
    slack.faults.next('chat.postMessage', { kind: 'slow', ms: 30 });
    const from = performance.now();
    await said('a');
    expect(performance.now() - from).toBeGreaterThan(25);
  });

  it('goes wrong by chance the same way for the same seed', async () => {
    const runs = await Promise.all(
      [1, 1, 2].map(async (seed) => {
        const other = await startSlack({ seed });
        other.faults.byChance([{ fault: { kind: 'lost' }, share: 0.3, methods: ['auth.test'] }]);
        const taken = Array.from({ length: 200 }, () => other.faults.take('auth.test') !== undefined);
        expect(other.faults.take('users.info')).toBeUndefined();
        await other.stop();
        return taken;
      }),
    );
    expect(runs[0]).toEqual(runs[1]);
    expect(runs[0]).not.toEqual(runs[2]);
    const share = (runs[0]?.filter(Boolean).length ?? 0) / 200;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
  });

  it('counts calls against the documented rates when asked to', async () => {
    await slack.stop();
    await start({ rates: 'documented' });
    for (let i = 0; i < 3; i++) await said('a');
    await expect(said('b')).rejects.toMatchObject({ retryAfter: 1 });
    await client.chat.postMessage({ channel: SHARED, text: 'elsewhere' });
    clock += 1000;
    expect((await said('c')).ok).toBe(true);
    const burst = Array.from({ length: 60 }, () =>
      client.conversations.history({ channel: OFFICE }).catch(() => 'limited'),
    );
    expect((await Promise.all(burst)).filter((each) => each === 'limited')).toHaveLength(10);
  });
});
