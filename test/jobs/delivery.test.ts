import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { PACE } from '../../src/jobs/pace.ts';
import { putOff } from '../../src/jobs/put-off.ts';
import { aSubscription } from '../state/samples.ts';
import { notNow, Office, refused, unclear } from './support.ts';

/** A Monday, an hour before the first slot. */
const START = '2026-06-01T08:00:00+09:00';
const NINE = new Date('2026-06-01T09:00:00+09:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function anOffice(change: Parameters<typeof aSubscription>[0] = {}, start = START): Promise<Office> {
  const office = new Office(start);
  await (await office.open()).subscriptions.create(aSubscription(change));
  await office.start();
  return office;
}

const posts = ({ slack }: Office) => slack.messages.map((m) => [m.channel, m.at.toISOString()]);
const minutesAfter = (at: Date | undefined): number => Math.floor(((at?.getTime() ?? 0) - NINE.getTime()) / MINUTE);
const ledger = async ({ state }: Office) =>
  (await state.deliveries.history(100)).map(({ slot, state: is, code }) => [slot, is, code]).reverse();

describe('a slot', () => {
  it('is posted when it falls due, once, and recorded with its place', async () => {
    const office = await anOffice();
    await office.clock.passUntil(NINE.getTime() - 1);
    expect(office.slack.messages).toEqual([]);
    await office.clock.passUntil('2026-06-02T12:00:00Z');
    expect(posts(office)).toEqual([['C1', NINE.toISOString()]]);
    const [row] = await office.state.deliveries.history(10);
    expect(row).toMatchObject({ slot: '2026-06-01', state: 'posted', channel: 'C1', ts: '1', claims: 1 });
    expect(office.slack.messages[0]?.key).toBe(row?.id);
    await office.stop();
  });

  it('with nothing to say is closed without a post', async () => {
    const office = new Office(START, { compose: async () => null });
    await (await office.open()).subscriptions.create(aSubscription());
    await office.start();
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    expect([office.slack.messages, await ledger(office)]).toEqual([[], [['2026-06-01', 'skipped', 'empty']]]);
    await office.stop();
  });

  it('of a reminder that is put off is closed without a post, but not of one that cannot be', async () => {
    const office = new Office(START);
    const { subscriptions, choices } = await office.open();
    for (const kind of ['reminder', 'digest'] as const)
      await putOff(choices, await subscriptions.create(aSubscription({ kind, channel: kind })), '2026-06-08');
    await office.start();
    await office.clock.passUntil('2026-06-08T12:00:00Z');
    expect(office.slack.messages.map(({ channel }) => channel).sort()).toEqual(['digest', 'digest', 'reminder']);
    expect(await ledger(office)).toContainEqual(['2026-06-01', 'skipped', 'put-off']);
    await office.stop();
  });

  it('that a subscription does not owe is not sent: made later, paused, removed', async () => {
    const office = new Office('2026-06-01T09:00:01+09:00');
    const { subscriptions } = await office.open();
    await subscriptions.create(aSubscription({ channel: 'LATER' }));
    const paused = await subscriptions.create(aSubscription({ channel: 'PAUSED', weekdays: [2] }));
    await subscriptions.change(paused.id, { paused: true });
    const removed = await subscriptions.create(aSubscription({ channel: 'REMOVED', weekdays: [2] }));
    office.slack.fate = (channel) => (channel === 'REMOVED' ? refused('not_in_channel') : 'done');
    await office.start();
    await office.clock.passUntil('2026-06-02T09:00:30+09:00');
    await subscriptions.remove(removed.id);
    await office.clock.passUntil('2026-06-04T00:00:00Z');
    expect([office.slack.messages, await ledger(office)]).toEqual([[], [['2026-06-02', 'skipped', 'removed']]]);
    await office.stop();
  });

  it('missed while nobody was there is sent once if it is not too late, and else recorded as skipped', async () => {
    const office = new Office('2026-06-08T12:00:00+09:00');
    const start = office.clock.now();
    office.clock.set(-15 * 24 * HOUR);
    const { subscriptions } = await office.open();
    await subscriptions.create(aSubscription());
    office.clock.set(15 * 24 * HOUR);
    await office.start();
    await office.clock.passUntil(start.getTime() + MINUTE);
    expect(posts(office)).toEqual([['C1', start.toISOString()]]);
    expect(await ledger(office)).toEqual([
      ['2026-05-25', 'skipped', 'late'],
      ['2026-06-01', 'skipped', 'late'],
      ['2026-06-08', 'posted', null],
    ]);
    await office.stop();
  });
});

describe('a post', () => {
  it('whose answer was lost is looked for before the next try', async () => {
    const office = await anOffice();
    office.slack.fate = () => 'lost';
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    expect(posts(office)).toHaveLength(1);
    expect(office.slack.calls.map((call) => call.what)).toEqual(['post', 'find']);
    expect(await ledger(office)).toEqual([['2026-06-01', 'posted', null]]);
    await office.stop();
  });

  it.each(['dies before', 'dies after'] as const)('of a process that %s it is there once', async (fate) => {
    const office = await anOffice();
    office.slack.fate = () => fate;
    await office.clock.passUntil(NINE.getTime() + 1000);
    await office.crash();
    office.slack.fate = () => 'done';
    await office.start();
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    expect(posts(office)).toHaveLength(1);
    expect(await ledger(office)).toEqual([['2026-06-01', 'posted', null]]);
    await office.stop();
  });

  it('is not repeated while nobody can look whether it is there', async () => {
    const office = await anOffice();
    office.slack.fate = () => 'lost';
    office.slack.isDown = (at) => at.getTime() > NINE.getTime() && at.getTime() < NINE.getTime() + 3 * HOUR;
    await office.clock.passUntil(NINE.getTime() + 2 * HOUR);
    expect(await ledger(office)).toEqual([['2026-06-01', 'retry', 'no_connection']]);
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    expect([posts(office).length, await ledger(office)]).toEqual([1, [['2026-06-01', 'posted', null]]]);
    await office.stop();
  });

  it('that was surely not made is not looked for', async () => {
    const office = await anOffice();
    const fates = [notNow('rate_limited', { retryAfter: 5 }), notNow('no_connection'), refused('not_in_channel')];
    office.slack.fate = () => fates.shift() ?? 'done';
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    expect(office.slack.calls.map((call) => call.what)).toEqual(['post', 'post', 'post', 'post']);
    expect(await ledger(office)).toEqual([['2026-06-01', 'posted', null]]);
    await office.stop();
  });

  it('that can never be looked for is rather made twice than not at all', async () => {
    const office = await anOffice();
    const fates = [unclear('no_answer')];
    office.slack.fate = () => fates.shift() ?? 'done';
    office.slack.find = async () => refused('missing_scope');
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    expect(posts(office)).toHaveLength(1);
    expect(await ledger(office)).toEqual([['2026-06-01', 'posted', null]]);
    await office.stop();
  });

  it('is refused as often as ever after a disturbance before it is given up', async () => {
    const office = await anOffice();
    office.slack.fate = (channel, at) =>
      channel === 'U1'
        ? 'done'
        : at.getTime() < NINE.getTime() + HOUR
          ? notNow('no_connection')
          : refused('is_archived');
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    const refusals = office.slack.calls.filter((call) => call.channel === 'C1' && call.at >= NINE.getTime() + HOUR);
    expect(refusals).toHaveLength(4);
    expect(posts(office).map(([channel]) => channel)).toEqual(['U1']);
    await office.stop();
  });

  it('gets through after two hours without Slack', async () => {
    const office = await anOffice();
    office.slack.isDown = (at) => at.getTime() < NINE.getTime() + 2 * HOUR;
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    expect(posts(office)).toHaveLength(1);
    expect(office.slack.messages[0]?.at.getTime()).toBeLessThan(NINE.getTime() + 2 * HOUR + 10 * MINUTE + 1000);
    await office.stop();
  });
});

describe('a refusal', () => {
  it('is tried again, then given up, and the owner is told once', async () => {
    const office = await anOffice();
    office.slack.fate = (channel) => (channel === 'C1' ? refused('not_in_channel') : 'done');
    await office.clock.passUntil('2026-06-02T12:00:00Z');
    expect(posts(office).map(([channel]) => channel)).toEqual(['U1']);
    expect(minutesAfter(office.slack.messages[0]?.at)).toBe(21);
    expect(office.slack.messages[0]?.message).toMatchObject({ kind: 'undelivered', code: 'not_in_channel' });
    expect(office.slack.calls.filter((call) => call.channel === 'C1')).toHaveLength(4);
    expect((await ledger(office)).toSorted()).toEqual([
      ['2026-06-01 undelivered not_in_channel', 'posted', null],
      ['2026-06-01', 'failed', 'not_in_channel'],
    ]);
    await office.stop();
  });

  it('that is mended in between goes out', async () => {
    const office = await anOffice();
    office.slack.fate = (_, at) => (at.getTime() < NINE.getTime() + 3 * MINUTE ? refused('not_in_channel') : 'done');
    await office.clock.passUntil('2026-06-02T12:00:00Z');
    expect(posts(office).map(([channel]) => channel)).toEqual(['C1']);
    expect(minutesAfter(office.slack.messages[0]?.at)).toBe(6);
    await office.stop();
  });

  it('tells nobody where there is no owner', async () => {
    const office = await anOffice({ owner: null });
    office.slack.fate = () => refused('channel_not_found');
    await office.clock.passUntil('2026-06-02T12:00:00Z');
    expect([office.slack.messages, await ledger(office)]).toEqual([
      [],
      [['2026-06-01', 'failed', 'channel_not_found']],
    ]);
    await office.stop();
  });

  it('of the notice itself is given up without another notice', async () => {
    const office = await anOffice();
    office.slack.fate = () => refused('channel_not_found');
    await office.clock.passUntil('2026-06-02T12:00:00Z');
    expect((await ledger(office)).toSorted()).toEqual([
      ['2026-06-01 undelivered channel_not_found', 'failed', 'channel_not_found'],
      ['2026-06-01', 'failed', 'channel_not_found'],
    ]);
    await office.stop();
  });

  it.each(['dies before', 'dies after'] as const)('whose notice %s the process is told once', async (fate) => {
    const office = await anOffice();
    const archived = refused('is_archived');
    office.slack.fate = (channel) => (channel === 'C1' ? archived : fate);
    await office.clock.passUntil(NINE.getTime() + 22 * MINUTE);
    await office.crash();
    office.slack.fate = (channel) => (channel === 'C1' ? archived : 'done');
    await office.start();
    await office.clock.passUntil('2026-06-02T12:00:00Z');
    expect(posts(office).map(([channel]) => channel)).toEqual(['U1']);
    expect((await ledger(office)).map(([, state]) => state).toSorted()).toEqual(['failed', 'posted']);
    await office.stop();
  });

  it('by a message that cannot be made is the owner’s to know as well', async () => {
    const office = new Office(START, {
      compose: async ({ subscription, tells }) => {
        if (tells === null) throw new Error('no report');
        return { kind: 'undelivered', subscription, code: tells, text: 'notice' };
      },
    });
    await (await office.open()).subscriptions.create(aSubscription());
    await office.start();
    await office.clock.passUntil('2026-06-02T12:00:00Z');
    expect(office.slack.messages.map((m) => m.message)).toMatchObject([{ code: 'not_composed' }]);
    await office.stop();
  });

  it('that lasts until it is too late is given up then', async () => {
    const office = await anOffice();
    office.slack.fate = (channel) => (channel === 'C1' ? unclear('service_unavailable') : 'done');
    await office.clock.passUntil('2026-06-04T00:00:00Z');
    const [told] = office.slack.messages;
    expect(told?.message).toMatchObject({ kind: 'undelivered', code: 'service_unavailable' });
    expect(told?.at.getTime()).toBeGreaterThan(NINE.getTime() + 23 * HOUR);
    expect(told?.at.getTime()).toBeLessThanOrEqual(NINE.getTime() + 25 * HOUR);
    await office.stop();
  });
});

describe('a ledger that cannot be written', () => {
  it('after the post is made up for later, without a second post', async () => {
    const office = await anOffice();
    const { deliveries } = office.state;
    const { posted } = deliveries;
    let failures = 0;
    deliveries.posted = async (...args) => {
      failures++;
      if (failures <= 3) throw new AppError('STATE_WRITE_FAILED', 'The disk is full.');
      return posted(...args);
    };
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    expect(failures).toBe(4);
    expect([posts(office).length, await ledger(office)]).toEqual([1, [['2026-06-01', 'posted', null]]]);
    await office.stop();
  });

  it('before the post keeps it back until it can be', async () => {
    const office = await anOffice();
    const { deliveries } = office.state;
    const { claim } = deliveries;
    deliveries.claim = async (...args) => {
      if (office.clock.now().getTime() < NINE.getTime() + HOUR) throw new AppError('STATE_WRITE_FAILED', 'Full.');
      return claim(...args);
    };
    await office.clock.passUntil(NINE.getTime() + HOUR - 1);
    expect(office.slack.calls).toEqual([]);
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    expect([posts(office).length, await ledger(office)]).toEqual([1, [['2026-06-01', 'posted', null]]]);
    await office.stop();
  });
});

describe('a change', () => {
  it('is looked at as soon as somebody says so', async () => {
    const office = new Office(START, { longestSleep: 24 * HOUR });
    const { subscriptions } = await office.open();
    const runner = await office.start();
    await office.clock.passUntil(NINE.getTime() - MINUTE);
    await subscriptions.create(aSubscription());
    runner.wake();
    await office.clock.passUntil(NINE.getTime());
    expect(posts(office)).toHaveLength(1);
    await office.stop();
  });
});

describe('two hundred subscriptions at once', () => {
  it('go out at the pace of each channel and of the workspace, and a limited channel delays no other', async () => {
    const office = new Office(START);
    const { subscriptions } = await office.open();
    for (let i = 0; i < 200; i++) await subscriptions.create(aSubscription({ channel: `C${i % 120}` }));
    office.slack.fate = (channel, at) =>
      channel === 'C7' && at.getTime() < NINE.getTime() + 5 * MINUTE
        ? notNow('rate_limited', { retryAfter: 300 })
        : 'done';
    await office.start();
    await office.clock.passUntil('2026-06-02T00:00:00Z');
    expect(office.slack.messages).toHaveLength(200);
    const others = office.slack.messages.filter((m) => m.channel !== 'C7');
    expect(Math.max(...others.map((m) => m.at.getTime())) - NINE.getTime()).toBeLessThanOrEqual(200 * PACE.workspace);
    const sent = office.slack.calls.filter((call) => call.what === 'post');
    expect(sent.filter((c) => c.channel === 'C7' && c.at < NINE.getTime() + 5 * MINUTE)).toHaveLength(1);
    const gaps = (times: number[]): number[] => times.slice(1).map((time, i) => time - (times[i] ?? 0));
    expect(Math.min(...gaps(sent.map((c) => c.at)))).toBeGreaterThanOrEqual(PACE.workspace);
    for (const calls of Map.groupBy(sent, (c) => c.channel).values())
      expect(Math.min(PACE.channel, ...gaps(calls.map((c) => c.at)))).toBe(PACE.channel);
    await office.stop();
  });
});

describe('stopping', () => {
  it('waits for the post under way and begins no other', async () => {
    const office = await anOffice();
    await office.state.subscriptions.create(aSubscription({ channel: 'C2' }));
    let answer = (): void => {};
    const { slack } = office;
    const { post } = slack;
    slack.post = async (...args) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return post.apply(slack, args);
    };
    await office.clock.passUntil(NINE.getTime());
    let hasStopped = false;
    const stopped = office.stop().then(() => {
      hasStopped = true;
    });
    await office.clock.passUntil(NINE.getTime() + 10_000);
    expect(hasStopped).toBe(false);
    answer();
    await stopped;
    expect(posts(office).map(([channel]) => channel)).toEqual(['C1']);
    slack.post = post;
    await office.start();
    await office.clock.passUntil(NINE.getTime() + HOUR);
    expect(posts(office).map(([channel]) => channel)).toEqual(['C1', 'C2']);
    await office.stop();
  });
});
