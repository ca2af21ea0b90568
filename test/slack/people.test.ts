import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPeople } from '../../src/slack/people.ts';
import { CLERK, GUEST, SINGLE_CHANNEL_GUEST, STAFF, STRANGER, TEAM } from '../support/slack/cast.ts';
import { type StandInSlack, startSlack } from '../support/slack/server.ts';
import { Clock } from '../support/state-folder.ts';
import { aLog, apiOf, noWait } from './support.ts';

const ME = { user: 'U0BOT', bot: 'B0GYOKAKU', team: TEAM, enterprise: null };

let slack: StandInSlack;
let clock: Clock;
beforeEach(async () => {
  slack = await startSlack();
  clock = new Clock();
});
afterEach(() => slack.stop());
const people = (me = ME) =>
  createPeople({ api: apiOf(slack), me, wait: noWait().wait, log: aLog().log, now: clock.now });
const BROKEN = { kind: 'error500' } as const;
const AN_HOUR = { minutes: 61 };

describe('a person', () => {
  it.each([
    [STAFF, { standing: 'member', language: 'ja' }],
    [CLERK, { standing: 'member', language: 'en' }],
    [GUEST, { standing: 'guest', language: 'ja' }],
    [SINGLE_CHANNEL_GUEST, { standing: 'guest', language: 'ja' }],
    [STRANGER, { standing: 'stranger', language: 'ja' }],
  ])('%s', async (user, person) => {
    expect(await people().of(user)).toEqual(person);
  });

  it('of another workspace is a stranger', async () => {
    expect((await people({ ...ME, team: 'T0ELSEWHERE' }).of(STAFF)).standing).toBe('stranger');
  });

  it('is asked for once an hour, also by many at the same moment', async () => {
    const known = people();
    await Promise.all([known.of(STAFF), known.of(STAFF), known.of(STAFF)]);
    clock.pass({ minutes: 59 });
    await known.of(STAFF);
    expect(slack.calls('users.info')).toBe(1);
    clock.pass({ minutes: 2 });
    await known.of(STAFF);
    expect(slack.calls('users.info')).toBe(2);
  });

  it('is unknown while Slack cannot tell, and is asked for again', async () => {
    const known = people();
    slack.faults.next('users.info', BROKEN, BROKEN, BROKEN);
    expect(await known.of(GUEST)).toEqual({ standing: 'unknown', language: 'ja' });
    expect((await known.of(GUEST)).standing).toBe('guest');
  });

  it('is asked for again when Slack has no time or breaks, and not when it wants long to be left alone', async () => {
    const known = people();
    slack.faults.next('users.info', { kind: 'ratelimited', retryAfter: 1 }, BROKEN);
    expect((await known.of(GUEST)).standing).toBe('guest');
    slack.faults.next('users.info', { kind: 'ratelimited', retryAfter: 30 });
    expect((await known.of(CLERK)).standing).toBe('unknown');
  });

  it('stays refused and keeps the language while Slack cannot tell; a membership has to be told anew', async () => {
    const known = people();
    for (const user of [GUEST, CLERK]) await known.of(user);
    clock.pass(AN_HOUR);
    slack.faults.byChance([{ fault: BROKEN, share: 1 }]);
    expect(await known.of(GUEST)).toEqual({ standing: 'guest', language: 'ja' });
    expect(await known.of(CLERK)).toEqual({ standing: 'unknown', language: 'en' });
  });
});
