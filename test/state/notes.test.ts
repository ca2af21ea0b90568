import { describe, expect, it } from 'vitest';
import type { NewNote, NotedItem } from '../../src/state/notes.ts';
import { aFolder, aState, Clock, rowsOf } from '../support/state-folder.ts';

const ITEM: NotedItem = { report: 'town-r2', kind: 'plan', number: 12, title: 'Fewer meetings' };

function aNote(change: Partial<NewNote> = {}): NewNote {
  return {
    item: ITEM,
    text: 'Two of five are online.',
    status: 'partial',
    on: '2021-04-02',
    author: 'U1',
    section: 'Planning',
    ...change,
  };
}

describe('notes', () => {
  it('come back as they were written, newest first', async () => {
    const clock = new Clock();
    const { notes } = await aState(clock);
    const first = await notes.write('n1', aNote());
    const second = await notes.write('n2', aNote({ text: 'Three of five.', status: null, section: null }));
    expect(first).toEqual({ ...aNote(), id: 'n1', writtenAt: clock.now(), changedAt: clock.now() });
    expect(await notes.all()).toEqual([second, first]);
  });

  it('are there once however often the same form sends them, with what it sent last', async () => {
    const folder = aFolder();
    const clock = new Clock();
    const { notes } = await aState(clock, folder);
    const first = await notes.write('form', aNote());
    expect(await notes.write('form', aNote())).toEqual(first);
    clock.pass({ minutes: 1 });
    await notes.write('form', aNote({ text: 'Three of five.' }));
    expect(await notes.all()).toEqual([{ ...first, text: 'Three of five.', changedAt: clock.now() }]);
    expect(historyOf(folder, 'form').map(({ act, text }) => [act, text])).toEqual([
      ['written', aNote().text],
      ['edited', 'Three of five.'],
    ]);
    await notes.withdraw('form', 'U1');
    expect(await notes.write('form', aNote())).toBeNull();
    expect(await notes.all()).toEqual([]);
  });

  it('are edited and withdrawn by their author alone, and their history stays', async () => {
    const folder = aFolder();
    const clock = new Clock();
    const { notes } = await aState(clock, folder);
    const writtenAt = clock.now();
    const id = 'n1';
    await notes.write(id, aNote());
    clock.pass({ days: 2 });
    const editedAt = clock.now();
    const content = { text: 'All are online.', status: 'done' as const, on: '2021-04-07' };
    expect(await notes.edit(id, 'U2', content)).toBeNull();
    expect(await notes.withdraw(id, 'U2')).toBe(false);
    expect(await notes.edit(id, 'U1', content)).toEqual({ ...aNote(), ...content, id, writtenAt, changedAt: editedAt });
    expect(await notes.all()).toMatchObject([content]);
    clock.pass({ days: 1 });
    expect(await notes.withdraw(id, 'U1')).toBe(true);
    expect(await notes.withdraw(id, 'U1')).toBe(false);
    expect(await notes.edit(id, 'U1', content)).toBeNull();
    expect(await notes.all()).toEqual([]);
    const { on, ...said } = content;
    expect(historyOf(folder, id)).toEqual([
      { act: 'written', text: aNote().text, status: 'partial', day: '2021-04-02', at: writtenAt.toISOString() },
      { act: 'edited', ...said, day: on, at: editedAt.toISOString() },
      { act: 'withdrawn', ...said, day: on, at: clock.now().toISOString() },
    ]);
  });

  it('stay without the name when their author is forgotten, and then nobody can change them', async () => {
    const folder = aFolder();
    const state = await aState(new Clock(), folder);
    const { notes } = state;
    const mine = await notes.write('mine', aNote());
    const other = await notes.write('other', aNote({ author: 'U2' }));
    expect(await state.forget('U1')).toEqual({ removed: 1 });
    expect(await notes.all()).toEqual([other, { ...mine, author: null }]);
    expect(await notes.edit('mine', 'U1', aNote())).toBeNull();
    expect(historyOf(folder, 'mine')).toHaveLength(1);
  });
});

/** Everything that was ever written in a note, oldest first. */
function historyOf(folder: string, id: string): Record<string, unknown>[] {
  const rows = rowsOf(
    folder,
    `select act, text, status, day, at from note_versions where note = '${id}' order by number`,
  );
  return rows.map((row) => ({ ...row }));
}
