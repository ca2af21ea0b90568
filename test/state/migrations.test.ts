import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/state/migrations.ts';
import { openSqlite } from '../../src/state/sqlite.ts';
import { aFolder, aState, Clock, rowsOf } from '../support/state-folder.ts';

/** A database as the program of that version left it. */
async function databaseOf(version: number, folder: string): Promise<string> {
  const file = join(folder, 'gyokaku.sqlite');
  const sqlite = openSqlite(file, { readOnly: false });
  await migrate(
    sqlite.db,
    file,
    MIGRATIONS.filter((migration) => migration.version <= version),
  );
  await sqlite.close();
  return file;
}

const TABLES = `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'schema_version'`;

/** Fills every table with a few rows, each value unlike the others, and hands back what to find again. */
function fill(file: string): Map<string, Record<string, unknown>[]> {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  const filled = new Map<string, Record<string, unknown>[]>();
  for (const { name } of database.prepare(TABLES).all()) {
    const columns = database.prepare(`select name, type from pragma_table_info('${name}')`).all();
    const rows = [1, 2, 3].map((n) =>
      columns.map(({ name: column, type }): SQLInputValue => (type === 'integer' ? n : `${column} ${n}`)),
    );
    const insert = database.prepare(`insert into "${name}" values (${columns.map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...row);
    const read = columns.map((column) => `"${column.name}"`).join(', ');
    filled.set(`select ${read} from "${name}"`, database.prepare(`select ${read} from "${name}"`).all());
  }
  database.close();
  return filled;
}

describe('a database', () => {
  const earlier = MIGRATIONS.slice(0, -1).map(({ version }) => version);

  it.each(earlier)('of version %i is upgraded with nothing lost', async (version) => {
    const folder = aFolder();
    const filled = fill(await databaseOf(version, folder));
    expect(filled.size).toBeGreaterThan(0);
    const state = await aState(new Clock(), folder);
    for (const [query, rows] of filled) {
      expect(rows).toHaveLength(3);
      expect(rowsOf(folder, query)).toEqual(rows);
    }
    expect(rowsOf(folder, 'select version from schema_version')).toEqual([{ version: MIGRATIONS.at(-1)?.version }]);
    expect(await state.isWritable()).toBe(true);
  });

  it('of the first version is read by the stores of this one', async () => {
    const folder = aFolder();
    const database = new DatabaseSync(await databaseOf(1, folder));
    database.exec(`
      insert into turns values ('t1', 'C1:1', 'U1', 'Which?', '{"act":"list"}', 'r2', '"That."', '2021-04-05T00:00:00.000Z', 1);
      insert into questions values ('q1', 'C1:1', 'Ev1', 'mention', 'T1', 'C1', 'U1', '1', '1', 'Which?', null, null,
        '2021-04-05T00:00:00.000Z', 1, 'answered', null, '2', 't1');
      insert into choices values ('U1', 'section', 'Parks');
      insert into feedback values ('f1', 'bad', 't1', 'U1', 'Which?', 'wrong', '2021-04-05T00:00:00.000Z', 1);
    `);
    database.close();
    const state = await aState(new Clock(), folder);
    expect(await state.questions.byKey('C1:1')).toMatchObject({ id: 'q1', state: 'answered', turn: 't1' });
    expect(await state.turns.latest('C1:1')).toMatchObject({ frame: { act: 'list' }, answer: 'That.' });
    expect(await state.choices.get('U1', 'section')).toBe('Parks');
    expect(await state.feedback.list()).toMatchObject([{ id: 'f1', reason: 'wrong' }]);
    expect(await state.deliveries.history(1)).toEqual([]);
  });

  it('keeps its version when a step fails, and the step leaves no trace', async () => {
    const folder = aFolder();
    const file = await databaseOf(1, folder);
    const sqlite = openSqlite(file, { readOnly: false });
    const failing = {
      version: 2,
      async up(db: typeof sqlite.db) {
        await db.schema.createTable('half').addColumn('id', 'text').execute();
        throw new Error('stopped');
      },
    };
    await expect(migrate(sqlite.db, file, [...MIGRATIONS.slice(0, 1), failing])).rejects.toThrow('stopped');
    await sqlite.close();
    expect(rowsOf(folder, 'select version from schema_version')).toEqual([{ version: 1 }]);
    expect(rowsOf(folder, TABLES).map(({ name }) => name)).not.toContain('half');
    expect(await (await aState(new Clock(), folder)).subscriptions.list()).toEqual([]);
  });
});

it('the steps are numbered without a gap', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
});
