import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openState, type State } from '../../src/state/database.ts';
import type { StateOptions } from '../../src/state/options.ts';

/** A folder for one test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gyokaku-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that stands still until it is set. */
export class Clock {
  #time: number;

  constructor(start = '2021-04-05T00:00:00.000Z') {
    this.#time = Date.parse(start);
  }

  readonly now = (): Date => new Date(this.#time);

  pass({ days = 0, minutes = 0 }: { days?: number; minutes?: number }): void {
    this.#time += (days * 24 * 60 + minutes) * 60_000;
  }
}

/** Ids that count, and a mask that shows where it was used. */
export function stateOptions(clock: Clock, prefix = 'id'): StateOptions {
  let count = 0;
  return {
    now: clock.now,
    newId: () => `${prefix}-${++count}`,
    mask: (text) => text.replaceAll(/\d{4,}/g, '*'),
  };
}

/** A state in a folder of its own, closed with the test. */
export async function aState(clock = new Clock(), folder = aFolder()): Promise<State> {
  const state = await openState(folder, stateOptions(clock));
  onTestFinished(() => state.close());
  return state;
}

/** Looks into the file behind the program's back. */
export function rowsOf(folder: string, sql: string): Record<string, unknown>[] {
  const file = new DatabaseSync(join(folder, 'gyokaku.sqlite'), { readOnly: true });
  try {
    return file.prepare(sql).all();
  } finally {
    file.close();
  }
}
