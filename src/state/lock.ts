import { DatabaseSync } from 'node:sqlite';

export interface Lock {
  release(): void;
}

/**
 * Holds a folder for one process: an open transaction on a file of its own, so that the operating system itself lets go
 * when the process dies in whatever way, and the database stays readable for a backup. Null when somebody else holds it.
 */
export function takeLock(file: string): Lock | null {
  const connection = new DatabaseSync(file, { timeout: 0 });
  try {
    connection.exec('begin exclusive');
    return { release: () => connection.close() };
  } catch (error) {
    connection.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return null;
    throw error;
  }
}

/** https://sqlite.org/rescode.html */
const SQLITE_BUSY = 5;
