import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { State } from '../../src/state/database.ts';
import type { Lease } from '../../src/state/deliveries.ts';
import { aState, Clock } from '../support/state-folder.ts';

const SEED = 20_210_405;
const SLOT = '2021-04-05T09:00';
const minutes = (clock: Clock, count: number): Date => new Date(clock.now().getTime() + count * 60_000);
const lease = (clock: Clock, by: string, count = 2): Lease => ({ by, until: minutes(clock, count) });

describe('a slot', () => {
  it('is taken by one worker, and by the next when the lease ran out', async () => {
    const clock = new Clock();
    const { deliveries } = await aState(clock);
    const first = await deliveries.claim('s1', SLOT, lease(clock, 'a'));
    expect(first).toMatchObject({ subscription: 's1', slot: SLOT, state: 'leased', claims: 1, attempts: 0 });
    expect(await deliveries.claim('s1', SLOT, lease(clock, 'b'))).toBeNull();
    expect(await deliveries.claim('s1', SLOT, lease(clock, 'a', 3))).toMatchObject({ id: first?.id, claims: 2 });
    clock.pass({ minutes: 2 });
    expect([await deliveries.due(clock.now()), await deliveries.claim('s1', SLOT, lease(clock, 'b'))]).toEqual([
      [],
      null,
    ]);
    clock.pass({ minutes: 1 });
    expect(await deliveries.due(clock.now())).toMatchObject([{ id: first?.id, claims: 2 }]);
    expect(await deliveries.claim('s1', SLOT, lease(clock, 'b'))).toMatchObject({ id: first?.id, claims: 3 });
  });

  it('is one of its subscription and time', async () => {
    const clock = new Clock();
    const { deliveries } = await aState(clock);
    const claims = [
      await deliveries.claim('s1', SLOT, lease(clock, 'a')),
      await deliveries.claim('s2', SLOT, lease(clock, 'b')),
      await deliveries.claim('s1', 'later', lease(clock, 'c')),
    ];
    expect(new Set(claims.map((claim) => claim?.id)).size).toBe(3);
    expect((await deliveries.history(2)).map(({ id }) => id)).toEqual([claims[2]?.id, claims[1]?.id]);
  });

  it.each([
    ['posted', (id: string, { deliveries }: State) => deliveries.posted(id, { channel: 'C1', ts: '1.1' })],
    ['skipped', (id: string, { deliveries }: State) => deliveries.skip(id, 'TOO_LATE')],
    ['failed', (id: string, { deliveries }: State) => deliveries.fail(id, 'channel_not_found')],
  ] as const)('that is %s is not taken again', async (state, settle) => {
    const clock = new Clock();
    const opened = await aState(clock);
    const { deliveries } = opened;
    const claimed = await deliveries.claim('s1', SLOT, lease(clock, 'a'));
    await settle(claimed?.id ?? '', opened);
    clock.pass({ days: 1 });
    expect(await deliveries.claim('s1', SLOT, lease(clock, 'a'))).toBeNull();
    expect(await deliveries.due(clock.now())).toEqual([]);
    await deliveries.retry(claimed?.id ?? '', { at: clock.now(), code: 'late', attempts: 9 });
    expect(await deliveries.history(9)).toMatchObject([{ id: claimed?.id, state, attempts: 0, leasedBy: null }]);
  });

  it('that has to be tried again waits for its time', async () => {
    const clock = new Clock();
    const { deliveries } = await aState(clock);
    const id = (await deliveries.claim('s1', SLOT, lease(clock, 'a')))?.id ?? '';
    await deliveries.retry(id, { at: minutes(clock, 10), code: 'ratelimited', attempts: 1 });
    clock.pass({ minutes: 9 });
    expect(await deliveries.claim('s1', SLOT, lease(clock, 'a'))).toBeNull();
    clock.pass({ minutes: 1 });
    expect(await deliveries.due(clock.now())).toMatchObject([{ id, state: 'retry', code: 'ratelimited', attempts: 1 }]);
    expect(await deliveries.claim('s1', SLOT, lease(clock, 'b'))).toMatchObject({ id, claims: 2, attempts: 1 });
    await deliveries.posted(id, { channel: 'C1', ts: '1.1' });
    expect(await deliveries.history(1)).toMatchObject([{ state: 'posted', channel: 'C1', ts: '1.1', code: null }]);
  });

  it('is found again by its day once it is settled, and the newest that was posted by its subscription', async () => {
    const clock = new Clock();
    const { deliveries } = await aState(clock);
    const claim = async (slot: string) => (await deliveries.claim('s1', slot, lease(clock, 'a')))?.id ?? '';
    expect(await deliveries.lastPosted('s1')).toBeNull();
    await deliveries.posted(await claim('2021-04-05'), { channel: 'C1', ts: '1.1' });
    const posted = clock.now();
    clock.pass({ days: 1 });
    await deliveries.fail(await claim('2021-04-06'), 'x');
    await deliveries.posted(await claim('2021-04-06 undelivered x'), { channel: 'U1', ts: '1.2' });
    await claim('2021-04-07');
    const slots = async (day: string) => (await deliveries.settledSince(day)).map(({ slot }) => slot);
    expect(await slots('2021-04-05')).toHaveLength(3);
    expect(await slots('2021-04-06')).toEqual(['2021-04-06', '2021-04-06 undelivered x']);
    expect(await slots('2021-04-07')).toEqual([]);
    expect(await deliveries.lastPosted('s1')).toEqual(posted);
    expect(await deliveries.lastPosted('s2')).toBeNull();
  });

  it('is kept for its days once it is settled, and always while it is open', async () => {
    const clock = new Clock();
    const state = await aState(clock);
    const settled = await state.deliveries.claim('s1', SLOT, lease(clock, 'a'));
    await state.deliveries.fail(settled?.id ?? '', 'x');
    const open = await state.deliveries.claim('s2', SLOT, lease(clock, 'a'));
    clock.pass({ days: 366 });
    await state.expire({ threadDays: 30, feedbackDays: 90, deliveryDays: 365 });
    expect((await state.deliveries.history(9)).map(({ id }) => id)).toEqual([open?.id]);
  });
});

/** What the ledger has to hold of a slot, in as few words as possible. */
interface Expected {
  state: 'leased' | 'retry' | 'done';
  by: string | null;
  dueAt: number;
}

const step = fc.record({
  slot: fc.constantFrom('one', 'two'),
  by: fc.constantFrom('a', 'b', 'c'),
  act: fc.constantFrom(
    'claim',
    'claim',
    'claim',
    'posted',
    'skip',
    'fail',
    'retry',
    'wait',
    'wait',
    'set the clock back',
  ),
  minutes: fc.integer({ min: 0, max: 6 }),
});

test('whatever workers do and clocks show, nobody gets a slot that another has or that is settled', async () => {
  const clock = new Clock();
  const { deliveries } = await aState(clock);
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 50 }), async (steps) => {
      run += 1;
      const ledger = new Map<string, Expected>();
      const ids = new Map<string, string>();
      const settle = async (slot: string, work: (id: string) => Promise<void>, next: Expected, always = false) => {
        const id = ids.get(slot);
        if (id === undefined) return;
        await work(id);
        if (always || ledger.get(slot)?.state !== 'done') ledger.set(slot, next);
      };
      for (const { slot, by, act, minutes: count } of steps) {
        const now = clock.now().getTime();
        const done: Expected = { state: 'done', by: null, dueAt: now };
        if (act === 'claim') {
          const until = minutes(clock, count);
          const was = ledger.get(slot);
          const isFree =
            !was || (was.state !== 'done' && (was.dueAt <= now || (was.state === 'leased' && was.by === by)));
          const claimed = await deliveries.claim(`s${run}`, slot, { by, until });
          expect(claimed !== null).toBe(isFree);
          if (!claimed) continue;
          expect(claimed.id).toBe(ids.get(slot) ?? claimed.id);
          ids.set(slot, claimed.id);
          ledger.set(slot, { state: 'leased', by, dueAt: until.getTime() });
        } else if (act === 'posted') {
          await settle(slot, (id) => deliveries.posted(id, { channel: 'C1', ts: '1' }), done, true);
        } else if (act === 'skip' || act === 'fail') {
          await settle(slot, (id) => deliveries[act](id, 'CODE'), done);
        } else if (act === 'retry') {
          const at = minutes(clock, count);
          const next: Expected = { state: 'retry', by: null, dueAt: at.getTime() };
          await settle(slot, (id) => deliveries.retry(id, { at, code: 'CODE', attempts: 1 }), next);
        } else clock.pass({ minutes: act === 'wait' ? count : -count });
        const due = (await deliveries.due(clock.now())).filter(({ subscription }) => subscription === `s${run}`);
        const expected = [...ledger].filter(([, e]) => e.state !== 'done' && e.dueAt <= clock.now().getTime());
        expect(due.map((delivery) => delivery.slot).sort()).toEqual(expected.map(([name]) => name).sort());
      }
      const rows = (await deliveries.history(100_000)).filter(({ subscription }) => subscription === `s${run}`);
      expect(rows.map(({ id }) => id).sort()).toEqual([...ids.values()].sort());
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test('of many workers that claim a slot at the same moment one gets it', async () => {
  const clock = new Clock();
  const { deliveries } = await aState(clock);
  const claims = await Promise.all(
    Array.from({ length: 20 }, (_, i) => deliveries.claim('s1', SLOT, lease(clock, `worker ${i}`))),
  );
  expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  expect(await deliveries.history(9)).toHaveLength(1);
});
