import type { ControlledTransaction } from 'kysely';
import type { Database, Schema } from './schema.ts';

/**
 * Does a piece of work in a transaction; resolves when the disk has it. A piece that fails is undone by itself. What is
 * to be written at the same moment shares the transaction, since waiting for the disk costs more than all the rest.
 */
export type Write = <T>(work: (trx: Database) => Promise<T>) => Promise<T>;

export interface Writer {
  readonly write: Write;
  /** Resolves when nothing is left to be written. */
  idle(): Promise<void>;
}

interface Piece {
  /** Hands back what is to be said once everything is on the disk. */
  run(trx: Database): Promise<() => void>;
  fail(error: unknown): void;
}

/** A transaction does not grow without end: somebody waits for its first piece. */
const MOST = 100;

export function createWriter(db: Database): Writer {
  const waiting: Piece[] = [];
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // Whatever else has arrived by now is taken along.
      await new Promise(setImmediate);
      await commit(waiting.splice(0, MOST));
    }
    isRunning = false;
  }

  async function commit(pieces: readonly Piece[]): Promise<void> {
    let trx: ControlledTransaction<Schema> | null = null;
    try {
      trx = await db.startTransaction().execute();
      const done: (() => void)[] = [];
      const [only] = pieces;
      if (only && pieces.length === 1) done.push(await only.run(trx));
      else for (const piece of pieces) done.push(await alone(trx, piece));
      await trx.commit().execute();
      for (const say of done) say();
    } catch (error) {
      await trx
        ?.rollback()
        .execute()
        .catch(() => undefined);
      for (const piece of pieces) piece.fail(error);
    }
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        const run = async (trx: Database) => {
          const result = await work(trx);
          return () => resolve(result);
        };
        waiting.push({ run, fail: reject });
        if (isRunning) return;
        isRunning = true;
        running = drain();
      }),
    idle: () => running,
  };
}

/** Undoes a piece that fails, and leaves the others as they are. Throws only when the whole transaction is lost. */
async function alone(trx: ControlledTransaction<Schema>, piece: Piece): Promise<() => void> {
  const saved = await trx.savepoint('piece').execute();
  try {
    const done = await piece.run(saved);
    await saved.releaseSavepoint('piece').execute();
    return done;
  } catch (error) {
    try {
      await saved.rollbackToSavepoint('piece').execute();
    } catch {
      // SQLite has rolled everything back by itself, as on a full disk.
      throw error;
    }
    return () => piece.fail(error);
  }
}
