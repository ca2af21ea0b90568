import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { makeFolder } from '../folder.ts';
import { type ChoiceStore, createChoiceStore } from './choices.ts';
import { createDeliveryStore, type DeliveryStore } from './deliveries.ts';
import { createFeedbackStore, type FeedbackStore } from './feedback.ts';
import { type Lock, takeLock } from './lock.ts';
import { migrate, missing } from './migrations.ts';
import { createNoteStore, type NoteStore } from './notes.ts';
import type { StateOptions } from './options.ts';
import { createQuestionStore, type QuestionStore } from './questions.ts';
import { expire, forget, type Keep } from './retention.ts';
import type { Database } from './schema.ts';
import { openSqlite, type SqliteFile } from './sqlite.ts';
import { createSubscriptionStore, type SubscriptionStore } from './subscriptions.ts';
import { createTurnStore, type TurnStore } from './turns.ts';
import { createWriter } from './writer.ts';

/**
 * Everything that is kept on the disk. A call resolves when the disk has it. One that cannot be written rejects with
 * `STATE_WRITE_FAILED` and changes nothing; the next may succeed.
 */
export interface State {
  readonly questions: QuestionStore;
  readonly turns: TurnStore;
  readonly choices: ChoiceStore;
  readonly feedback: FeedbackStore;
  readonly subscriptions: SubscriptionStore;
  readonly deliveries: DeliveryStore;
  readonly notes: NoteStore;
  /** Tries it with a write. */
  isWritable(): Promise<boolean>;
  /** Deletes what is older than so many days. */
  expire(keep: Keep): Promise<void>;
  /** Deletes what is kept of a person, and takes the name off notes and subscriptions; `removed` counts the rows. */
  forget(user: string): Promise<{ readonly removed: number }>;
  /** Waits for what has begun, and lets the next process in. */
  close(): Promise<void>;
}

const FILE = 'gyokaku.sqlite';
const LOCK = 'gyokaku.lock';

/**
 * Opens the database of a folder, and makes both where they are missing, readable by their owner alone.
 * Throws `STATE_LOCKED` while another process has it open, `STATE_NEWER`, `STATE_UNWRITABLE` or `STATE_DAMAGED`.
 */
export async function openState(folder: string, options: StateOptions): Promise<State> {
  const file = join(folder, FILE);
  const lock = hold(folder);
  let sqlite: SqliteFile | null = null;
  try {
    // Closing removes the log, so a log that is there was left by a crash.
    const wasCut = existsSync(`${file}-wal`);
    closeSync(openSync(file, 'a', 0o600));
    sqlite = openSqlite(file, { readOnly: false });
    if (wasCut) sqlite.check();
    await migrate(sqlite.db, file);
    await tryToWrite(sqlite.db);
    return stateOf(sqlite, lock, options);
  } catch (error) {
    await sqlite?.close();
    lock.release();
    throw unwritable(folder, error);
  }
}

/**
 * Opens the database of a folder to look into it, also while another process holds it; every write is refused.
 * Throws `STATE_MISSING` when there is none yet, or an older one that nobody upgraded, and as `openState` does.
 */
export async function readState(folder: string, options: StateOptions): Promise<State> {
  const file = join(folder, FILE);
  if (!existsSync(file)) throw notYet(folder);
  let sqlite: SqliteFile | null = null;
  try {
    sqlite = openSqlite(file, { readOnly: true });
    const tables = await sqlite.db.introspection.getTables();
    if (tables.length === 0 || (await missing(sqlite.db, file)).length > 0) throw notYet(folder);
    return stateOf(sqlite, null, options);
  } catch (error) {
    await sqlite?.close();
    throw unwritable(folder, error);
  }
}

/** Tries whether files can be made in a folder, also while a process holds it. Throws `STATE_UNWRITABLE`. */
export function probeFolder(folder: string): void {
  try {
    makeFolder(folder);
    const probe = mkdtempSync(join(folder, 'probe-'));
    try {
      writeFileSync(join(probe, 'probe'), 'probe');
    } finally {
      rmSync(probe, { recursive: true });
    }
  } catch (error) {
    throw unwritable(folder, error);
  }
}

function notYet(folder: string): AppError {
  return new AppError(
    'STATE_MISSING',
    `${folder} holds nothing of this version yet. Start Gyokaku with Slack once, or set GYOKAKU_DATA to the folder that it uses.`,
  );
}

function stateOf(sqlite: SqliteFile, lock: Lock | null, options: StateOptions): State {
  const { db } = sqlite;
  const writer = createWriter(db);
  let closing: Promise<void> | null = null;
  return {
    questions: createQuestionStore(db, writer.write, options),
    turns: createTurnStore(db, writer.write, options),
    choices: createChoiceStore(db),
    feedback: createFeedbackStore(db, writer.write, options),
    subscriptions: createSubscriptionStore(db, options),
    deliveries: createDeliveryStore(db, options),
    notes: createNoteStore(db, options),
    isWritable: () =>
      tryToWrite(db).then(
        () => true,
        () => false,
      ),
    async expire(keep) {
      await expire(db, keep, options.now());
      await sqlite.emptyLog();
    },
    async forget(user) {
      const forgotten = await forget(db, user);
      await sqlite.emptyLog();
      return forgotten;
    },
    close() {
      closing ??= writer
        .idle()
        .then(() => sqlite.close())
        .finally(() => lock?.release());
      return closing;
    },
  };
}

/** A write that changes something, as SQLite leaves out one that does not. */
async function tryToWrite(db: Database): Promise<void> {
  await db
    .updateTable('schemaVersion')
    .set((row) => ({ trials: row('trials', '+', 1) }))
    .execute();
}

function hold(folder: string): Lock {
  let lock: Lock | null;
  try {
    makeFolder(folder);
    lock = takeLock(join(folder, LOCK));
  } catch (error) {
    throw unwritable(folder, error);
  }
  if (lock) return lock;
  throw new AppError(
    'STATE_LOCKED',
    `${folder} is in use by another Gyokaku. Stop that one first, or set GYOKAKU_DATA to another folder.`,
  );
}

/** While opening, whatever the system refuses is a matter of the folder. */
function unwritable(folder: string, error: unknown): unknown {
  if (error instanceof AppError ? error.code !== 'STATE_WRITE_FAILED' : !isOfSystem(error)) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError(
    'STATE_UNWRITABLE',
    `Gyokaku cannot write to ${folder} (${reason}). Give its user the right to write there and room on the disk, or set GYOKAKU_DATA to another folder.`,
    { cause: error },
  );
}

function isOfSystem(error: unknown): boolean {
  return error instanceof Error && ('errno' in error || 'errcode' in error);
}
