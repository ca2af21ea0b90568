import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openState, probeFolder, readState } from '../../src/state/database.ts';
import { aFolder, aState, Clock, rowsOf, stateOptions } from '../support/state-folder.ts';
import { ASKED, aQuestion, aTurn } from './samples.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('opening', () => {
  it('makes the folder and its files for their owner alone', async () => {
    const folder = join(aFolder(), 'a', 'b');
    const state = await aState(new Clock(), folder);
    await state.choices.set('U1', 'n', 'v');
    expect(modeOf(folder)).toBe(0o700);
    expect(['', '-wal', '-shm'].map((end) => modeOf(join(folder, `gyokaku.sqlite${end}`)))).toEqual([
      0o600, 0o600, 0o600,
    ]);
  });

  it('finds again what was kept, and leaves no log behind when it was closed', async () => {
    const folder = aFolder();
    const first = await openState(folder, stateOptions(new Clock()));
    const { question } = await first.questions.record(aQuestion());
    await first.close();
    expect(existsSync(join(folder, 'gyokaku.sqlite-wal'))).toBe(false);
    expect(await (await aState(new Clock(), folder)).questions.byId(question.id)).toEqual(question);
  });

  it('is refused while it is open, and a second close changes nothing', async () => {
    const folder = aFolder();
    const state = await aState(new Clock(), folder);
    await expect(openState(folder, stateOptions(new Clock()))).rejects.toMatchObject({ code: 'STATE_LOCKED' });
    await Promise.all([state.close(), state.close()]);
    const next = await aState(new Clock(), folder);
    await state.close();
    await expect(openState(folder, stateOptions(new Clock()))).rejects.toMatchObject({ code: 'STATE_LOCKED' });
    expect(await next.isWritable()).toBe(true);
  });

  it('waits at the end for what has begun', async () => {
    const folder = aFolder();
    const state = await aState(new Clock(), folder);
    const begun = Array.from({ length: 5 }, (_, i) => state.questions.record(aQuestion({ ts: String(i) })));
    await state.close();
    expect((await Promise.all(begun)).map(({ isNew }) => isNew)).toEqual([true, true, true, true, true]);
    expect(rowsOf(folder, 'select count(*) as n from questions')).toEqual([{ n: 5 }]);
    expect(await state.isWritable()).toBe(false);
  });

  it('refuses a folder that is none', async () => {
    const file = join(aFolder(), 'file');
    writeFileSync(file, '');
    const opened = openState(join(file, 'data'), stateOptions(new Clock()));
    await expect(opened).rejects.toMatchObject({ code: 'STATE_UNWRITABLE', message: expect.stringContaining(file) });
  });

  it('refuses what cannot be opened as a file, and lets go of the folder', async () => {
    const folder = aFolder();
    const inTheWay = join(folder, 'gyokaku.sqlite');
    mkdirSync(inTheWay);
    for (let i = 0; i < 2; i++) {
      const opened = openState(folder, stateOptions(new Clock()));
      await expect(opened).rejects.toMatchObject({
        code: 'STATE_UNWRITABLE',
        message: expect.stringContaining(folder),
      });
    }
    renameSync(inTheWay, `${inTheWay}.away`);
    expect(await (await aState(new Clock(), folder)).isWritable()).toBe(true);
  });

  it('refuses a file that is no database', async () => {
    const folder = aFolder();
    writeFileSync(
      join(folder, 'gyokaku.sqlite'),
      'not a database, but long enough to be looked at as one\n'.repeat(100),
    );
    await expect(openState(folder, stateOptions(new Clock()))).rejects.toMatchObject({ code: 'STATE_DAMAGED' });
  });

  it('looks through a database that was not closed, and refuses a damaged one', async () => {
    const [folder, copy] = [aFolder(), aFolder()];
    const state = await openState(folder, stateOptions(new Clock()));
    for (let i = 0; i < 200; i++) await state.choices.set(`U${i}`, 'n', 'v'.repeat(100));
    await state.close();
    const pages = readFileSync(join(folder, 'gyokaku.sqlite'));
    // A page in the middle is overwritten; SQLite notices only when it reads it.
    pages.fill(0xff, 4096 * 15, 4096 * 16);
    writeFileSync(join(copy, 'gyokaku.sqlite'), pages);
    writeFileSync(join(copy, 'gyokaku.sqlite-wal'), '');
    await expect(openState(copy, stateOptions(new Clock()))).rejects.toMatchObject({
      code: 'STATE_DAMAGED',
      message: expect.stringContaining('backup'),
    });
  });

  it('refuses a database of a newer version and leaves it as it is', async () => {
    const folder = aFolder();
    await (await openState(folder, stateOptions(new Clock()))).close();
    const file = new DatabaseSync(join(folder, 'gyokaku.sqlite'));
    file.exec('update schema_version set version = 999');
    file.close();
    await expect(openState(folder, stateOptions(new Clock()))).rejects.toMatchObject({
      code: 'STATE_NEWER',
      message: expect.stringContaining('999'),
    });
    expect(rowsOf(folder, 'select version from schema_version')).toEqual([{ version: 999 }]);
  });
});

describe('looking into a folder', () => {
  it('needs no lock, sees what is there, and changes nothing', async () => {
    const folder = aFolder();
    const state = await aState(new Clock(), folder);
    await state.feedback.unanswered({ asked: 'q1', question: 'a', kind: 'abstain' });
    const looking = await readState(folder, stateOptions(new Clock()));
    await state.feedback.unanswered({ asked: 'q2', question: 'b', kind: 'failed' });
    expect((await looking.feedback.list()).map(({ question }) => question)).toEqual(['b', 'a']);
    await expect(looking.choices.set('U1', 'n', 'v')).rejects.toMatchObject({ code: 'STATE_WRITE_FAILED' });
    expect(await looking.isWritable()).toBe(false);
    await looking.close();
    expect((await state.questions.record(aQuestion())).isNew).toBe(true);
    await state.close();
    const later = await readState(folder, stateOptions(new Clock()));
    expect(await later.feedback.list()).toHaveLength(2);
    await later.close();
  });

  it('says when there is nothing yet, or nothing of this version', async () => {
    const folder = aFolder();
    const missing = { code: 'STATE_MISSING', message: expect.stringContaining(folder) };
    await expect(readState(folder, stateOptions(new Clock()))).rejects.toMatchObject(missing);
    writeFileSync(join(folder, 'gyokaku.sqlite'), '');
    await expect(readState(folder, stateOptions(new Clock()))).rejects.toMatchObject(missing);
    await (await openState(folder, stateOptions(new Clock()))).close();
    const file = new DatabaseSync(join(folder, 'gyokaku.sqlite'));
    file.exec('update schema_version set version = 1');
    await expect(readState(folder, stateOptions(new Clock()))).rejects.toMatchObject(missing);
    file.exec('update schema_version set version = 999');
    file.close();
    await expect(readState(folder, stateOptions(new Clock()))).rejects.toMatchObject({ code: 'STATE_NEWER' });
  });
});

describe('trying a folder', () => {
  it('leaves nothing behind, also while it is held', async () => {
    const folder = join(aFolder(), 'new');
    probeFolder(folder);
    expect(readdirSync(folder)).toEqual([]);
    await aState(new Clock(), folder);
    probeFolder(folder);
  });

  it('says when nothing can be written', () => {
    const file = join(aFolder(), 'file');
    writeFileSync(file, '');
    expect(() => probeFolder(file)).toThrow(expect.objectContaining({ code: 'STATE_UNWRITABLE' }));
  });
});

describe('a write that fails', () => {
  it('says so, keeps nothing of it, and the next works', async () => {
    const folder = aFolder();
    const state = await aState(new Clock(), folder);
    const { question } = await state.questions.record(aQuestion());
    const other = new DatabaseSync(join(folder, 'gyokaku.sqlite'));
    other.exec('begin immediate');
    await expect(state.questions.settle(question.id, '1.1', aTurn('t1'), ASKED)).rejects.toMatchObject({
      code: 'STATE_WRITE_FAILED',
      message: expect.stringContaining(folder),
    });
    expect(await state.isWritable()).toBe(false);
    expect(await state.questions.byId(question.id)).toEqual(question);
    other.exec('rollback');
    other.close();
    expect(await state.isWritable()).toBe(true);
    expect(await state.questions.settle(question.id, '1.1', aTurn('t1'), ASKED)).toBe(true);
    expect(await state.turns.byId('t1')).toMatchObject({ id: 't1' });
  });

  it.each(['gyokaku.sqlite', 'gyokaku.sqlite-wal'])(
    'is said when %s was taken away, until it is back',
    async (name) => {
      const folder = aFolder();
      const state = await aState(new Clock(), folder);
      await state.questions.record(aQuestion({ ts: '1' }));
      renameSync(join(folder, name), join(folder, 'away'));
      const refused = { code: 'STATE_WRITE_FAILED', message: expect.stringContaining(name) };
      await expect(state.questions.record(aQuestion({ ts: '2' }))).rejects.toMatchObject(refused);
      await expect(state.choices.set('U1', 'n', 'v')).rejects.toMatchObject(refused);
      expect(await state.isWritable()).toBe(false);
      expect(await state.questions.byKey('C1:1')).toMatchObject({ key: 'C1:1' });
      renameSync(join(folder, 'away'), join(folder, name));
      expect((await state.questions.record(aQuestion({ ts: '2' }))).isNew).toBe(true);
      expect(await state.isWritable()).toBe(true);
    },
  );
});

it('an existing folder keeps its rights', async () => {
  const folder = aFolder();
  chmodSync(folder, 0o750);
  await aState(new Clock(), folder);
  expect(modeOf(folder)).toBe(0o750);
});
