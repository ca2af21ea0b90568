import type { Kysely } from 'kysely';
import { AppError } from '../errors.ts';
import type { Database, Schema } from './schema.ts';

/** One step from a version of the database to the next. Once released, a step is never changed. */
export interface Migration {
  readonly version: number;
  up(db: Kysely<Schema>): Promise<void>;
}

/** Questions, their turns, personal choices and feedback. */
const conversations: Migration = {
  version: 1,
  async up(db) {
    await db.schema
      .createTable('turns')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('user', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('frame', 'text', (column) => column.notNull())
      .addColumn('report', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('turns_by_conversation').on('turns').columns(['conversation', 'position']).execute();
    await db.schema
      .createTable('questions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('eventId', 'text', (column) => column.unique())
      .addColumn('surface', 'text', (column) => column.notNull())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('user', 'text', (column) => column.notNull())
      .addColumn('ts', 'text')
      .addColumn('thread', 'text')
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('responseUrl', 'text')
      .addColumn('previous', 'text')
      .addColumn('receivedAt', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('failure', 'text')
      .addColumn('reply', 'text')
      .addColumn('turn', 'text')
      .execute();
    await db.schema.createIndex('questions_in_order').on('questions').column('position').execute();
    await db.schema
      .createTable('choices')
      .addColumn('user', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('choices_by_user', ['user', 'name'])
      .execute();
    await db.schema
      .createTable('feedback')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('turn', 'text')
      .addColumn('user', 'text')
      .addColumn('question', 'text')
      .addColumn('reason', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addUniqueConstraint('feedback_once', ['turn', 'user'])
      .execute();
    await db.schema.createIndex('feedback_in_order').on('feedback').column('position').execute();
  },
};

/** Subscriptions to digests and reminders, their deliveries, and notes on progress. */
const schedule: Migration = {
  version: 2,
  async up(db) {
    await db.schema
      .createTable('subscriptions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('weekdays', 'text', (column) => column.notNull())
      .addColumn('time', 'text', (column) => column.notNull())
      .addColumn('mention', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('owner', 'text')
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('paused', 'integer', (column) => column.notNull())
      .addColumn('since', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('deliveries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      // No reference: what was delivered is told also after its subscription is deleted.
      .addColumn('subscription', 'text', (column) => column.notNull())
      .addColumn('slot', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('leasedBy', 'text')
      .addColumn('dueAt', 'text', (column) => column.notNull())
      .addColumn('claims', 'integer', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('code', 'text')
      .addColumn('channel', 'text')
      .addColumn('ts', 'text')
      .addColumn('changedAt', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addUniqueConstraint('deliveries_once', ['subscription', 'slot'])
      .execute();
    await db.schema.createIndex('deliveries_due').on('deliveries').columns(['state', 'dueAt']).execute();
    await db.schema.createIndex('deliveries_in_order').on('deliveries').column('position').execute();
    await db.schema
      .createTable('notes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('report', 'text', (column) => column.notNull())
      .addColumn('itemKind', 'text', (column) => column.notNull())
      .addColumn('itemNumber', 'integer', (column) => column.notNull())
      .addColumn('itemTitle', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('status', 'text')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('author', 'text')
      .addColumn('section', 'text')
      .addColumn('writtenAt', 'text', (column) => column.notNull())
      .addColumn('changedAt', 'text', (column) => column.notNull())
      .addColumn('withdrawn', 'integer', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('notes_in_order').on('notes').column('position').execute();
    await db.schema
      .createTable('noteVersions')
      .addColumn('note', 'text', (column) => column.notNull().references('notes.id').onDelete('cascade'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('status', 'text')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('note_versions_in_order', ['note', 'number'])
      .execute();
  },
};

/** Which question an unanswered one was, so that it goes with it. */
const asked: Migration = {
  version: 3,
  async up(db) {
    await db.schema.alterTable('feedback').addColumn('asked', 'text').execute();
  },
};

/** All steps, oldest first. */
export const MIGRATIONS: readonly Migration[] = [conversations, schedule, asked];

/** Brings a database up to date, each step as a whole or not at all. Throws `STATE_NEWER` for one of a later program. */
export async function migrate(
  db: Database,
  file: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.schema
      .createTable('schemaVersion')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('trials', 'integer', (column) => column.notNull())
      .execute();
    const row = await trx.selectFrom('schemaVersion').select('version').executeTakeFirst();
    if (!row) await trx.insertInto('schemaVersion').values({ version: 0, trials: 0 }).execute();
  });
  for (const migration of await missing(db, file, migrations)) {
    await db.transaction().execute(async (trx) => {
      await migration.up(trx);
      await trx.updateTable('schemaVersion').set({ version: migration.version }).execute();
    });
  }
}

/** The steps that a database still lacks. Throws `STATE_NEWER` for one of a later program. */
export async function missing(
  db: Database,
  file: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Migration[]> {
  const { version } = await db.selectFrom('schemaVersion').select('version').executeTakeFirstOrThrow();
  const newest = migrations.at(-1)?.version ?? 0;
  if (version > newest) {
    throw new AppError(
      'STATE_NEWER',
      `${file} was written by a newer Gyokaku (version ${version} of the database; this one knows ${newest}). Start the newer Gyokaku, or restore a backup from before the upgrade.`,
    );
  }
  return migrations.filter((step) => step.version > version);
}
