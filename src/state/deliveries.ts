import type { StateOptions } from './options.ts';
import { type Database, type DeliveryRow, nextPosition } from './schema.ts';

export interface Lease {
  /** Longer than one try can take, with the look whether an earlier one got through. */
  readonly until: Date;
  /** Names one worker that has a slot once at a time. */
  readonly by: string;
}

/** What became of one slot of one subscription. */
export interface Delivery {
  /** Goes out with the post as its metadata, so that a look into the channel tells whether it is there. */
  readonly id: string;
  readonly subscription: string;
  readonly slot: string;
  readonly state: 'leased' | 'retry' | 'posted' | 'skipped' | 'failed';
  readonly leasedBy: string | null;
  /** End of the lease, or time of the next try; without meaning once it is posted, skipped or failed. */
  readonly dueAt: Date;
  /** How often it was claimed. Where that is more than once above `attempts`, it may have been posted already. */
  readonly claims: number;
  /** How many tries surely left nothing behind. */
  readonly attempts: number;
  /** Why it was skipped, failed, or has to be tried again. */
  readonly code: string | null;
  /** Where the post is, once there is one. */
  readonly channel: string | null;
  readonly ts: string | null;
  readonly changedAt: Date;
}

/** The ledger: each slot of a subscription is one row, and one worker has it at a time. */
export interface DeliveryStore {
  /**
   * Takes a slot until the lease runs out. Null when it is posted, skipped or failed, when somebody else's lease still
   * runs, or when its next try is not due. Who has it already gets it again, with the new end.
   */
  claim(subscription: string, slot: string, lease: Lease): Promise<Delivery | null>;
  posted(id: string, post: { readonly channel: string; readonly ts: string }): Promise<void>;
  /** Not to be delivered any more, and why. Like `retry` and `fail`, changes nothing once the slot is settled. */
  skip(id: string, reason: string): Promise<void>;
  retry(id: string, next: { readonly at: Date; readonly code: string; readonly attempts: number }): Promise<void>;
  fail(id: string, code: string): Promise<void>;
  /** Slots that wait for another try or were left behind with a lease, longest due first. To be claimed. */
  due(now: Date): Promise<readonly Delivery[]>;
  /** Slots of that day and later that are posted, skipped or given up. A slot begins with its day. */
  settledSince(day: string): Promise<readonly Delivery[]>;
  /** When the newest slot of a subscription was posted, notices of failures aside; null when none is known. */
  lastPosted(subscription: string): Promise<Date | null>;
  /** The newest slots first. */
  history(limit: number): Promise<readonly Delivery[]>;
}

export function createDeliveryStore(db: Database, { now, newId }: Pick<StateOptions, 'now' | 'newId'>): DeliveryStore {
  /** Settles or postpones a slot that is open. */
  const change = async (id: string, values: Partial<DeliveryRow>): Promise<void> => {
    await db
      .updateTable('deliveries')
      .set({ ...values, leasedBy: null, changedAt: now().toISOString() })
      .where('id', '=', id)
      .where('state', 'in', ['leased', 'retry'])
      .execute();
  };
  return {
    claim: (subscription, slot, { until, by }) =>
      db.transaction().execute(async (trx) => {
        const at = now().toISOString();
        const held = { state: 'leased', leasedBy: by, dueAt: until.toISOString(), changedAt: at } as const;
        const fresh = { id: newId(), subscription, slot, claims: 1, attempts: 0, code: null, channel: null, ts: null };
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('deliveries')
          .values({ ...fresh, ...held, position: nextPosition('deliveries') })
          .onConflict((conflict) => conflict.columns(['subscription', 'slot']).doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 1n) return deliveryOf({ ...fresh, ...held });
        const row = await trx
          .selectFrom('deliveries')
          .selectAll()
          .where('subscription', '=', subscription)
          .where('slot', '=', slot)
          .executeTakeFirstOrThrow();
        const isOwn = row.state === 'leased' && row.leasedBy === by;
        const isOpen = row.state === 'leased' || row.state === 'retry';
        if (!isOpen || (!isOwn && row.dueAt > at)) return null;
        const taken = { ...row, ...held, claims: row.claims + 1 };
        await trx
          .updateTable('deliveries')
          .set({ ...held, claims: taken.claims })
          .where('id', '=', row.id)
          .execute();
        return deliveryOf(taken);
      }),
    // The post is there, whatever the ledger said before.
    async posted(id, { channel, ts }) {
      await db
        .updateTable('deliveries')
        .set({ state: 'posted', channel, ts, code: null, leasedBy: null, changedAt: now().toISOString() })
        .where('id', '=', id)
        .execute();
    },
    skip: (id, reason) => change(id, { state: 'skipped', code: reason }),
    retry: (id, { at, code, attempts }) => change(id, { state: 'retry', dueAt: at.toISOString(), code, attempts }),
    fail: (id, code) => change(id, { state: 'failed', code }),
    async due(now) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('state', 'in', ['leased', 'retry'])
        .where('dueAt', '<=', now.toISOString())
        .orderBy('dueAt')
        .orderBy('position')
        .execute();
      return rows.map(deliveryOf);
    },
    async settledSince(day) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('state', 'in', ['posted', 'skipped', 'failed'])
        .where('slot', '>=', day)
        .execute();
      return rows.map(deliveryOf);
    },
    async lastPosted(subscription) {
      const row = await db
        .selectFrom('deliveries')
        .select('changedAt')
        .where('subscription', '=', subscription)
        .where('state', '=', 'posted')
        // A notice that a post failed is in the slot of that with words of its own.
        .where('slot', 'not like', '% %')
        .orderBy('position', 'desc')
        .executeTakeFirst();
      return row ? new Date(row.changedAt) : null;
    },
    async history(limit) {
      const rows = await db.selectFrom('deliveries').selectAll().orderBy('position', 'desc').limit(limit).execute();
      return rows.map(deliveryOf);
    },
  };
}

function deliveryOf(row: Omit<DeliveryRow, 'position'>): Delivery {
  const { id, subscription, slot, state, leasedBy, claims, attempts, code, channel, ts } = row;
  const [dueAt, changedAt] = [new Date(row.dueAt), new Date(row.changedAt)];
  return { id, subscription, slot, state, leasedBy, dueAt, claims, attempts, code, channel, ts, changedAt };
}
