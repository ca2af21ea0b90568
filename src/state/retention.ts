import type { Database } from './schema.ts';

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
  });
}

/** Deletes what is kept of a person, and says how many rows that were. */
export async function forget(db: Database, user: string): Promise<{ removed: number }> {
  return db.transaction().execute(async (trx) => {
    const deleted = [
      await trx.deleteFrom('questions').where('user', '=', user).executeTakeFirst(),
      await trx.deleteFrom('turns').where('user', '=', user).executeTakeFirst(),
      await trx.deleteFrom('choices').where('user', '=', user).executeTakeFirst(),
      await trx.deleteFrom('feedback').where('user', '=', user).executeTakeFirst(),
    ];
    return { removed: deleted.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0) };
  });
}
