import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../src/errors.ts';
import { subscriptionsOf } from '../src/jobs/from-settings.ts';
import { putOff } from '../src/jobs/put-off.ts';
import { runSchedule } from '../src/schedule-command.ts';
import { readScheduleSettings, type ScheduleSettings } from '../src/settings/schedule.ts';
import { openState } from '../src/state/database.ts';
import { aSubscription } from './state/samples.ts';
import { anOutput } from './support/faces.ts';
import { aFolder, Clock, stateOptions } from './support/state-folder.ts';

const SETTINGS = settings({});

function settings(variables: Readonly<Record<string, string>>): ScheduleSettings {
  const read = readScheduleSettings(variables);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.settings;
}

async function schedule(folder: string, clock: Clock, ...args: string[]): Promise<string> {
  const output = anOutput();
  expect(await runSchedule(args, folder, SETTINGS, output, clock.now())).toBe(0);
  return output.written();
}

describe('npm run schedule', () => {
  it('lists what is due when and what happened, also while the bot holds the database', async () => {
    const folder = aFolder();
    const clock = new Clock('2026-04-20T00:00:00Z');
    const state = await openState(folder, stateOptions(clock));
    const { subscriptions, deliveries } = state;
    const digest = await subscriptions.create(
      aSubscription({ kind: 'digest', channel: 'C1', weekdays: [3], time: '08:30' }),
    );
    const reminder = await subscriptions.create(
      aSubscription({ channel: 'C2', scope: { pillars: [], sections: ['総務課'] } }),
    );
    await subscriptions.change(reminder.id, { paused: true });
    const until = new Date('2026-04-21T00:00:00Z');
    const claim = async (id: string, slot: string) => (await deliveries.claim(id, slot, { until, by: 'w' }))?.id ?? '';
    await deliveries.posted(await claim(digest.id, '2026-04-15'), { channel: 'C1', ts: '1' });
    await deliveries.skip(await claim(reminder.id, '2026-04-13'), 'late');
    await deliveries.fail(await claim(reminder.id, '2026-04-06'), 'not_in_channel');
    await deliveries.posted(await claim(reminder.id, '2026-04-06 undelivered not_in_channel'), {
      channel: 'U1',
      ts: '2',
    });
    const retried = await claim('gone', '2026-04-14');
    await deliveries.retry(retried, { at: until, code: 'rate_limited', attempts: 0 });
    expect(await schedule(folder, clock)).toMatchSnapshot();
    expect(await schedule(folder, clock, '--lang', 'en')).toMatchSnapshot();
    await state.close();
  });

  it('does not list again what was delivered before its time was put later', async () => {
    const folder = aFolder();
    const clock = new Clock('2026-04-22T00:00:00Z');
    const { subscriptions, deliveries, close } = await openState(folder, stateOptions(clock));
    const { id } = await subscriptions.create(aSubscription({ weekdays: [3], time: '17:00' }));
    const row = await deliveries.claim(id, '2026-04-22', { until: clock.now(), by: 'w' });
    await deliveries.posted(row?.id ?? '', { channel: 'C1', ts: '1' });
    const [upcoming = ''] = (await schedule(folder, clock)).split('\n\n');
    expect(upcoming).not.toContain('2026-04-22');
    expect(upcoming).toContain('2026-04-30');
    await close();
  });

  it('does not list what is put off', async () => {
    const folder = aFolder();
    const clock = new Clock('2026-04-20T00:00:00Z');
    const state = await openState(folder, stateOptions(clock));
    await putOff(state.choices, await state.subscriptions.create(aSubscription({ weekdays: [3] })), '2026-04-27');
    const [upcoming = ''] = (await schedule(folder, clock)).split('\n\n');
    expect(upcoming).not.toContain('2026-04-22');
    expect(upcoming).toContain('2026-04-30');
    await state.close();
  });

  it('says so when there is nothing', async () => {
    const folder = aFolder();
    const clock = new Clock();
    await (await openState(folder, stateOptions(clock))).close();
    expect(await schedule(folder, clock, '--lang', 'en')).toBe(
      'Nothing is due. Set it with /gyokaku schedule in Slack, or in .env.\n\nNothing was delivered yet.\n',
    );
  });

  it('says that what .env has anew takes effect at the next start', async () => {
    const folder = aFolder();
    const clock = new Clock();
    const { subscriptions, close } = await openState(folder, stateOptions(clock));
    const said = async (variables: Readonly<Record<string, string>>) => {
      const output = anOutput();
      await runSchedule([], folder, settings(variables), output, clock.now());
      return output.written();
    };
    const first = { REMINDER_CHANNEL: 'C0123456789', REMINDER_SECTIONS: '総務課=C0000000001' };
    expect(await said({})).not.toContain('.env の配信の設定が変わっています');
    expect(await said(first)).toContain('.env の配信の設定が変わっています');
    await subscriptions.takeFromSettings(subscriptionsOf(settings(first)));
    await subscriptions.change('settings-reminder', { paused: true });
    expect(await said(first)).not.toContain('.env の配信の設定が変わっています');
    for (const changed of [{}, { ...first, REMINDER_AT: 'Tue 09:00' }, { ...first, DIGEST_CHANNEL: 'C0123456789' }])
      expect(await said(changed)).toContain('.env の配信の設定が変わっています');
    await close();
  });

  it('explains itself, and refuses what it does not know', async () => {
    const folder = join(aFolder(), 'nowhere');
    expect(await schedule(folder, new Clock(), '--help')).toContain('npm run schedule');
    for (const args of [['--lang', 'fr'], ['--weeks'], ['x']])
      await expect(schedule(folder, new Clock(), ...args)).rejects.toThrow(AppError);
    await expect(schedule(folder, new Clock())).rejects.toMatchObject({ code: 'STATE_MISSING' });
  });
});
