import { unsay } from './feedback.ts';
import { UNSAID } from './questions.ts';
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
 * what was sent. Of direct messages stays which of our messages belongs to which of theirs, without a word or a name, as
 * long as questions are kept. Hands back how many rows were deleted or changed.
 */
export async function forget(db: Database, user: string): Promise<{ removed: number }> {
  return db.transaction().execute(async (trx) => {
    const own = (table: 'questions' | 'turns') => trx.selectFrom(table).select('id').where('user', '=', user);
    const ratings = await trx.deleteFrom('feedback').where('user', '=', user).executeTakeFirst();
    const unsaid = await unsay(trx, own('questions'), own('turns'));
    const answered = await forgetAnswered(trx, user);
    const deleted = [
      ratings,
      await trx.deleteFrom('questions').where('user', '=', user).executeTakeFirst(),
      await trx.deleteFrom('turns').where('user', '=', user).executeTakeFirst(),
      await trx.deleteFrom('choices').where('user', '=', user).executeTakeFirst(),
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
    return { removed: counts.reduce((sum, count) => sum + Number(count), subscriptions + unsaid + answered) };
  });
}

/**
 * Of a person's direct messages that were answered stays which message of ours belongs to which of theirs, so that both
 * can still be edited and deleted. Hands back how many.
 */
async function forgetAnswered(trx: Database, user: string): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('questions')
    .set({ ...UNSAID, eventId: null, state: 'forgotten' })
    .where('user', '=', user)
    .where('surface', '=', 'direct')
    .where('state', 'in', ['answered', 'failed'])
    .where('reply', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
