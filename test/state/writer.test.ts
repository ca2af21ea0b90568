import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../src/state/sqlite.ts';
import { createWriter } from '../../src/state/writer.ts';
import { aFolder } from '../support/state-folder.ts';

/** A writer on a table of its own, and how often the disk was waited for. */
async function aWriter() {
  const { db, close } = openSqlite(`${aFolder()}/file.sqlite`, { readOnly: false });
  onTestFinished(close);
  await sql`create table words (word text primary key)`.execute(db);
  const { write, idle } = createWriter(db);
  return {
    idle,
    add: (word: string) => write((trx) => sql`insert into words values (${word})`.execute(trx)),
    write,
    words: async () => (await sql<{ word: string }>`select word from words order by word`.execute(db)).rows,
  };
}
const rows = (...words: string[]) => words.map((word) => ({ word }));

describe('pieces of work that are written at the same moment', () => {
  it('are all there when each says so', async () => {
    const { add, words } = await aWriter();
    await Promise.all(['a', 'b', 'c'].map(add));
    expect(await words()).toEqual(rows('a', 'b', 'c'));
  });

  it('fail one by one, and leave nothing of those that fail', async () => {
    const { add, write, words } = await aWriter();
    const outcomes = await Promise.allSettled([
      add('a'),
      add('a'),
      write(async (trx) => {
        await sql`insert into words values ('half')`.execute(trx);
        throw new Error('no');
      }),
      add('b'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await words()).toEqual(rows('a', 'b'));
  });

  it('are lost together, and said to be, when the whole transaction is', async () => {
    const { add, write, words } = await aWriter();
    const outcomes = await Promise.allSettled([add('a'), write((trx) => sql`rollback`.execute(trx)), add('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await words()).toEqual([]);
    await add('c');
    expect(await words()).toEqual(rows('c'));
  });

  it('see what the ones before have written', async () => {
    const { add, write } = await aWriter();
    const [, seen] = await Promise.all([
      add('a'),
      write(async (trx) => (await sql`select word from words`.execute(trx)).rows),
    ]);
    expect(seen).toEqual(rows('a'));
  });
});

it('a piece that fails alone leaves nothing', async () => {
  const { write, words } = await aWriter();
  await expect(
    write(async (trx) => {
      await sql`insert into words values ('half')`.execute(trx);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await words()).toEqual([]);
});

it('more pieces than a transaction takes are all written before it is idle', async () => {
  const { add, idle, words } = await aWriter();
  const all = Array.from({ length: 250 }, (_, i) => add(`word ${i}`));
  await idle();
  expect(await words()).toHaveLength(250);
  await Promise.all(all);
});
