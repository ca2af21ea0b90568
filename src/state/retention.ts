import type { Database } from './schema.ts';
import { forgetSubscriber } from './subscriptions.ts';

/** For how many days rows are kept. */
export interface Keep {
  readonly threadDays: number;
  readonly feedbackDays: number;
  readonly deliveryDays: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Deletes what is older than it may be kept. */
export async function expire(db: Database, keep: Keep, now: Date): Promise<void> {
  const before = (days: number): string => new Date(now.getTime() - days * DAY).toISOString();
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('questions').where('receivedAt', '<', before(keep.threadDays)).execute();
    await trx.deleteFrom('turns').where('at', '<', before(keep.threadDays)).execute();
    await trx.deleteFrom('feedback').where('at', '<', before(keep.feedbackDays)).execute();
    await trx
      .deleteFrom('deliveries')
      .where('state', 'in', ['posted', 'skipped', 'failed'])
      .where('changedAt', '<', before(keep.deliveryDays))
      .execute();
  });
}

/**
 * Deletes what is kept of a person, and takes the name off what others rely on: notes, subscriptions and the record of
 * what was sent. Hands back how many rows were deleted or changed.
 */
export async function forget(db: Database, user: string): Promise<{ removed: number }> {
  return db.transaction().execute(async (trx) => {
    const deleted = [
      await trx.deleteFrom('questions').where('user', '=', user).executeTakeFirst(),
      await trx.deleteFrom('turns').where('user', '=', user).executeTakeFirst(),
      await trx.deleteFrom('choices').where('user', '=', user).executeTakeFirst(),
      await trx.deleteFrom('feedback').where('user', '=', user).executeTakeFirst(),
    ];
    const unnamed = [
      await trx.updateTable('notes').set({ author: null }).where('author', '=', user).executeTakeFirst(),
      await trx.updateTable('deliveries').set({ channel: null }).where('channel', '=', user).executeTakeFirst(),
    ];
    const counts = [
      ...deleted.map(({ numDeletedRows }) => numDeletedRows),
      ...unnamed.map(({ numUpdatedRows }) => numUpdatedRows),
    ];
    const subscriptions = await forgetSubscriber(trx, user);
    return { removed: counts.reduce((sum, count) => sum + Number(count), subscriptions) };
  });
}
