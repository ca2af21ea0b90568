import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { NewSubscription } from '../../src/state/subscriptions.ts';
import { aFolder, aState, Clock } from '../support/state-folder.ts';

const CONTENT: Omit<NewSubscription, 'origin'> = {
  kind: 'digest',
  scope: { pillars: ['Money'], sections: [] },
  channel: 'C1',
  weekdays: [1, 4],
  time: '09:00',
  mention: { kind: 'people', people: ['U1', 'U2'] },
  language: 'ja',
  owner: 'U1',
};

function aSubscription(change: Partial<NewSubscription> = {}): NewSubscription {
  return { ...CONTENT, origin: 'slack', ...change };
}

describe('subscriptions', () => {
  it('come back as they were made, oldest first, until they are removed', async () => {
    const clock = new Clock();
    const { subscriptions } = await aState(clock);
    const first = await subscriptions.create(aSubscription());
    const second = await subscriptions.create(
      aSubscription({ kind: 'reminder', mention: { kind: 'group', group: 'S1' }, owner: null }),
    );
    expect(first).toEqual({ ...aSubscription(), id: first.id, paused: false, since: clock.now() });
    expect(await subscriptions.list()).toEqual([first, second]);
    expect(await subscriptions.byId(second.id)).toEqual(second);
    await subscriptions.remove(first.id);
    expect(await subscriptions.list()).toEqual([second]);
    expect(await subscriptions.byId(first.id)).toBeNull();
    expect(await subscriptions.change(first.id, { time: '10:00' })).toBeNull();
  });

  it('owe no slot from before they were resumed or put on another time, and keep what they owe otherwise', async () => {
    const clock = new Clock();
    const { subscriptions } = await aState(clock);
    const made = await subscriptions.create(aSubscription());
    const sinceAfter = async (change: Parameters<typeof subscriptions.change>[1]) => {
      clock.pass({ days: 1 });
      return (await subscriptions.change(made.id, change))?.since;
    };
    expect(await sinceAfter({ language: 'en', channel: 'C2', weekdays: [4, 1] })).toEqual(made.since);
    expect(await sinceAfter({ paused: true })).toEqual(made.since);
    expect(await sinceAfter({ paused: false })).toEqual(clock.now());
    expect(await sinceAfter({ time: '10:00' })).toEqual(clock.now());
    expect(await sinceAfter({ weekdays: [5] })).toEqual(clock.now());
    expect(await subscriptions.byId(made.id)).toMatchObject({ time: '10:00', weekdays: [5], language: 'en' });
  });

  it('of the settings follow the settings; those of people stay', async () => {
    const clock = new Clock();
    const { subscriptions } = await aState(clock);
    const own = await subscriptions.create(aSubscription());
    const wanted = { ...CONTENT, owner: null };
    await subscriptions.takeFromSettings([
      { ...wanted, id: 'settings-digest' },
      { ...wanted, id: 'settings-reminder', kind: 'reminder' },
    ]);
    const start = clock.now();
    await subscriptions.change('settings-reminder', { paused: true });
    clock.pass({ days: 1 });
    await subscriptions.takeFromSettings([{ ...wanted, id: 'settings-reminder', kind: 'reminder', channel: 'C9' }]);
    expect(await subscriptions.list()).toEqual([
      own,
      {
        ...aSubscription({ owner: null, kind: 'reminder', channel: 'C9', origin: 'settings' }),
        id: 'settings-reminder',
        paused: true,
        since: start,
      },
    ]);
    await subscriptions.takeFromSettings([]);
    expect(await subscriptions.list()).toEqual([own]);
  });

  it('that cannot be read do not stop the others', async () => {
    const folder = aFolder();
    const { subscriptions } = await aState(new Clock(), folder);
    const broken = await subscriptions.create(aSubscription());
    const whole = await subscriptions.create(aSubscription());
    const file = new DatabaseSync(join(folder, 'gyokaku.sqlite'));
    file.prepare(`update subscriptions set mention = '{"kind":' where id = ?`).run(broken.id);
    file.close();
    expect(await subscriptions.list()).toEqual([whole]);
    expect(await subscriptions.byId(broken.id)).toBeNull();
  });

  it('go on without the name of a person who is forgotten', async () => {
    const state = await aState();
    const { subscriptions } = state;
    const owned = await subscriptions.create(aSubscription());
    const alone = await subscriptions.create(
      aSubscription({ owner: 'U2', mention: { kind: 'people', people: ['U1'] } }),
    );
    const other = await subscriptions.create(aSubscription({ owner: 'U2', mention: { kind: 'none' } }));
    expect(await state.forget('U1')).toEqual({ removed: 2 });
    expect(await subscriptions.list()).toEqual([
      { ...owned, owner: null, mention: { kind: 'people', people: ['U2'] } },
      { ...alone, mention: { kind: 'none' } },
      other,
    ]);
  });
});
