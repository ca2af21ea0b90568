import { statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { CamelCasePlugin, Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { AppError } from '../errors.ts';
import type { Database, Schema } from './schema.ts';

/** How long a write waits for somebody else's, such as a backup; the whole process waits with it. In milliseconds. */
const BUSY_TIMEOUT = 1000;
/** https://sqlite.org/rescode.html: result codes that say the file itself is broken: SQLITE_CORRUPT, SQLITE_NOTADB. */
const DAMAGE = [11, 26];
/** Those that say the surroundings do not let it read or write: BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN. */
const HINDRANCE = [5, 6, 8, 10, 13, 14];

/** An open SQLite file. */
export interface SqliteFile {
  readonly db: Database;
  /** Throws `STATE_DAMAGED` when the pages do not fit together. */
  check(): void;
  /** Writes what is in the log into the file itself, so that nothing deleted stays readable in the log. */
  emptyLog(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file for Kysely. Its errors are `AppError`s: `STATE_DAMAGED`, or `STATE_WRITE_FAILED` for what may pass. */
export function openSqlite(file: string, { readOnly }: { readonly readOnly: boolean }): SqliteFile {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw explained(error, file);
    }
  };
  const connection = attempt(() => new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT }));
  try {
    attempt(() => prepareConnection(connection, readOnly));
    const expectInPlace = readOnly ? () => {} : watch(file);
    const db = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: adapt(connection, attempt, expectInPlace) }),
      plugins: [new CamelCasePlugin()],
    });
    return {
      db,
      check() {
        const rows = attempt(() => connection.prepare('pragma quick_check(1)').all());
        const found = Object.values(rows[0] ?? {})[0];
        if (found !== 'ok') throw damaged(file, new Error(String(found)));
      },
      // Both wait for the connection, so that whatever has begun ends first.
      emptyLog: () =>
        db.connection().execute(async () => attempt(() => connection.exec('pragma wal_checkpoint(truncate)'))),
      close: () => db.connection().execute(() => db.destroy()),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function prepareConnection(connection: DatabaseSync, readOnly: boolean): void {
  connection.exec('pragma foreign_keys = on');
  if (readOnly) return;
  // A commit is on the disk when it returns; what is deleted is overwritten.
  connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
  // Reading opens the log beside the file.
  connection.prepare('select count(*) from sqlite_master').get();
}

/** node:sqlite as the part of better-sqlite3 that Kysely uses. */
function adapt(connection: DatabaseSync, attempt: <T>(work: () => T) => T, expectInPlace: () => void): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const statement = attempt(() => connection.prepare(sql));
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => attempt(() => statement.all(...parameters.map(bindable))),
      run(parameters) {
        // After some failures SQLite has rolled back by itself, and would call a second time an error.
        if (sql === 'rollback' && !connection.isTransaction) return { changes: 0, lastInsertRowid: 0 };
        // Within a transaction its end is the moment that counts.
        if (sql === 'commit' || !connection.isTransaction) expectInPlace();
        return attempt(() => statement.run(...parameters.map(bindable)));
      },
      iterate: (parameters) => attempt(() => statement.iterate(...parameters.map(bindable))),
    };
  };
  return {
    close: () => connection.close(),
    // The same few statements over and over: preparing one costs as much as running it.
    prepare(sql) {
      const known = prepared.get(sql) ?? prepare(sql);
      if (prepared.size < MOST_PREPARED) prepared.set(sql, known);
      return known;
    },
  };
}
const MOST_PREPARED = 200;

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`Cannot be kept in a column: ${typeof value}`);
}

/**
 * SQLite goes on writing into a file that somebody deleted or replaced, and all of it would be lost at the end.
 * Hands back a check that throws `STATE_WRITE_FAILED` then.
 */
function watch(file: string): () => void {
  const paths = [file, `${file}-wal`];
  const inode = (path: string): number | null => statSync(path, { throwIfNoEntry: false })?.ino ?? null;
  const known = paths.map(inode);
  return () => {
    const lost = paths.find((path, i) => inode(path) !== known[i]);
    if (lost === undefined) return;
    throw new AppError(
      'STATE_WRITE_FAILED',
      `${lost} was removed or replaced while in use, so nothing more is written. Put it back, or restart Gyokaku.`,
    );
  };
}

/** An error of SQLite in words; any other as it is. */
function explained(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  // The low byte is the kind; the rest is detail.
  const kind = error.errcode & 0xff;
  if (DAMAGE.includes(kind)) return damaged(file, error);
  if (!HINDRANCE.includes(kind)) return error;
  return new AppError(
    'STATE_WRITE_FAILED',
    `${file} could not be read or written (${error.message}). Check that the disk has space and that the folder is writable.`,
    { cause: error },
  );
}

function damaged(file: string, cause: Error): AppError {
  return new AppError(
    'STATE_DAMAGED',
    `${file} is damaged (${cause.message}). Stop Gyokaku and restore the last backup; without one, move the file away and an empty one is made.`,
    { cause },
  );
}
