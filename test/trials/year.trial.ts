import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewSubscription, Weekday } from '../../src/state/subscriptions.ts';
import { Office } from '../jobs/support.ts';
import { aSubscription } from '../state/samples.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Working days of a year around a turn of the year, from the law and not from the program: what is closed on weekdays. */
const CLOSED = new Set(
  // biome-ignore format: a calendar
  [
    '2026-04-29', '2026-05-04', '2026-05-05', '2026-05-06', '2026-07-20', '2026-08-11', '2026-09-21', '2026-09-22',
    '2026-09-23', '2026-10-12', '2026-11-03', '2026-11-23', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01',
    '2027-01-11', '2027-02-11', '2027-02-23', '2027-03-22',
  ],
);
const START = '2026-04-01T00:00:00+09:00';
const END = '2027-04-01T00:00:00+09:00';

/** The days on which the slots of these weekdays have to come, by hand: day by day, what is closed waits for the next. */
function expectedDays(weekdays: readonly number[]): string[] {
  const days: string[] = [];
  let waiting = false;
  for (let time = Date.parse(START); time < Date.parse(END); time += DAY) {
    const day = new Date(time + 9 * HOUR);
    const [name, weekday] = [day.toISOString().slice(0, 10), day.getUTCDay() || 7];
    waiting ||= weekdays.includes(weekday);
    if (!waiting || weekday > 5 || CLOSED.has(name)) continue;
    days.push(name);
    waiting = false;
  }
  return days;
}

/** Twenty subscriptions, each to a channel of its own. */
function twenty(): NewSubscription[] {
  return Array.from({ length: 20 }, (_, i) => {
    const first = (1 + (i % 5)) as Weekday;
    const second = (1 + ((i + 2) % 5)) as Weekday;
    return aSubscription({
      channel: `C${i}`,
      weekdays: i % 3 === 0 ? [first, second] : [first],
      time: `${String(7 + (i % 12)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '45'}`,
    });
  });
}

function expectEachOnce(office: Office, subscriptions: readonly NewSubscription[]): void {
  const posted = Map.groupBy(office.slack.messages, (m) => m.channel);
  for (const { channel, weekdays } of subscriptions) {
    const days = (posted.get(channel) ?? []).map(({ at }) =>
      new Date(at.getTime() + 9 * HOUR).toISOString().slice(0, 10),
    );
    expect([channel, ...days]).toEqual([channel, ...expectedDays(weekdays)]);
  }
}

describe('a year of subscriptions', () => {
  it('has each slot once and on its working day, though the process is restarted, dies, or Slack is away for hours', async () => {
    const moments = fc.sample(fc.integer({ min: 0, max: Date.parse(END) - Date.parse(START) - DAY }), {
      seed: 11,
      numRuns: 60,
    });
    const office = new Office(START, { longestSleep: DAY });
    const { subscriptions } = await office.open();
    for (const subscription of twenty()) await subscriptions.create(subscription);
    await office.start();
    const fates = ['dies before', 'dies after', 'lost'] as const;
    for (const [i, moment] of moments.toSorted((a, b) => a - b).entries()) {
      const at = Date.parse(START) + moment;
      await office.clock.passUntil(at);
      // From now on something goes wrong with the next post, up to two hours away or not at all.
      let isDone = false;
      office.slack.fate = () => {
        if (isDone) return 'done';
        isDone = true;
        return fates[i % 3] ?? 'done';
      };
      office.slack.isDown = (now) => i % 4 === 3 && now.getTime() < at + 2 * HOUR;
      await office.clock.passUntil(at + HOUR * (i % 5));
      // A post that never ends is ended by nothing else.
      if (i % 3 < 2) await office.crash();
      else await office.stop();
      office.slack.fate = () => 'done';
      // Nobody is there for a while.
      await office.clock.passUntil(at + HOUR * (i % 5) + (i % 7) * HOUR);
      await office.start();
    }
    await office.clock.passUntil(END);
    expectEachOnce(office, twenty());
    await office.stop();
  });

  it('has each slot once though the clock is set back and forth by ten minutes', async () => {
    const office = new Office(START, { longestSleep: 10 * 60_000 });
    const { subscriptions } = await office.open();
    const few = twenty().slice(0, 3);
    for (const subscription of few) await subscriptions.create(subscription);
    await office.start();
    const end = Date.parse('2026-05-02T00:00:00+09:00');
    const steps = fc.sample(fc.record({ after: fc.integer({ min: 1, max: 6 * HOUR }), by: fc.constantFrom(-1, 1) }), {
      seed: 3,
      numRuns: 120,
    });
    for (const { after, by } of steps) {
      const next = office.clock.now().getTime() + after;
      if (next > end) break;
      await office.clock.passUntil(next);
      office.clock.set(by * 10 * 60_000);
    }
    await office.clock.passUntil(end);
    const posted = Map.groupBy(office.slack.messages, (m) => m.channel);
    for (const { channel, weekdays } of few) {
      const days = (posted.get(channel) ?? []).map(({ at }) =>
        new Date(at.getTime() + 9 * HOUR).toISOString().slice(0, 10),
      );
      expect([channel, ...days]).toEqual([channel, ...expectedDays(weekdays).filter((day) => day < '2026-05-02')]);
    }
    await office.stop();
  });
});
