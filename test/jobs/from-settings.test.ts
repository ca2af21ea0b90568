import { describe, expect, it } from 'vitest';
import { subscriptionsOf, unknownSections } from '../../src/jobs/from-settings.ts';
import { readScheduleSettings } from '../../src/settings/schedule.ts';
import { realScope } from '../support/scope.ts';
import { aState } from '../support/state-folder.ts';

function settings(environment: Record<string, string>) {
  const read = readScheduleSettings(environment);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.settings;
}

describe('the settings', () => {
  it('become subscriptions that are the same after the next start, and go when their lines go', async () => {
    const { subscriptions } = await aState();
    const lines = { REMINDER_CHANNEL: 'C0001', DIGEST_CHANNEL: 'C0002', REMINDER_SECTIONS: '総務課=C0003' };
    await subscriptions.takeFromSettings(subscriptionsOf(settings(lines)));
    const first = await subscriptions.list();
    expect(first.map(({ kind, channel, scope, origin }) => [kind, channel, scope.sections, origin])).toEqual([
      ['digest', 'C0002', [], 'settings'],
      ['reminder', 'C0001', [], 'settings'],
      ['reminder', 'C0003', ['総務課'], 'settings'],
    ]);
    await subscriptions.takeFromSettings(subscriptionsOf(settings(lines)));
    expect(await subscriptions.list()).toEqual(first);
    await subscriptions.takeFromSettings(subscriptionsOf(settings({ DIGEST_CHANNEL: 'C0009' })));
    expect((await subscriptions.list()).map(({ id, channel }) => [id, channel])).toEqual([[first[0]?.id, 'C0009']]);
  });

  it('name sections that the report does not have', () => {
    const read = settings({
      REMINDER_SECTIONS: '総務課=C0001,宇宙課=C0002',
      NOTE_WRITERS: '海洋課=U0001,宇宙課=U0001',
    });
    expect(unknownSections(read, realScope())).toEqual(['宇宙課', '海洋課']);
  });
});
