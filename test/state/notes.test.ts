import { describe, expect, it } from 'vitest';
import type { NewNote, NotedItem } from '../../src/state/notes.ts';
import { aState, Clock } from '../support/state-folder.ts';

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
  it('come back as they were written, newest first, for their very item', async () => {
    const clock = new Clock();
    const { notes } = await aState(clock);
    const first = await notes.write(aNote());
    const second = await notes.write(aNote({ text: 'Three of five.', status: null, section: null }));
    const others = [{ report: 'town-r3' }, { kind: 'extra' as const }, { number: 13 }, { title: 'More meetings' }];
    for (const other of others) await notes.write(aNote({ item: { ...ITEM, ...other } }));
    expect(first).toEqual({ ...aNote(), id: first.id, writtenAt: clock.now(), changedAt: clock.now() });
    expect(await notes.byItem(ITEM)).toEqual([second, first]);
    expect(await notes.byId(first.id)).toEqual(first);
    expect(await notes.since(new Date(0))).toHaveLength(6);
  });

  it('are edited and withdrawn by their author alone, and their history stays', async () => {
    const clock = new Clock();
    const { notes } = await aState(clock);
    const { id, writtenAt } = await notes.write(aNote());
    clock.pass({ days: 2 });
    const editedAt = clock.now();
    const content = { text: 'All are online.', status: 'done' as const, on: '2021-04-07' };
    expect(await notes.edit(id, 'U2', content)).toBeNull();
    expect(await notes.withdraw(id, 'U2')).toBe(false);
    expect(await notes.edit(id, 'U1', content)).toEqual({ ...aNote(), ...content, id, writtenAt, changedAt: editedAt });
    expect(await notes.since(editedAt)).toMatchObject([content]);
    clock.pass({ days: 1 });
    expect(await notes.since(clock.now())).toEqual([]);
    expect(await notes.withdraw(id, 'U1')).toBe(true);
    expect(await notes.withdraw(id, 'U1')).toBe(false);
    expect(await notes.edit(id, 'U1', content)).toBeNull();
    expect([await notes.byId(id), ...(await notes.byItem(ITEM)), ...(await notes.since(writtenAt))]).toEqual([null]);
    expect(await notes.history(id)).toEqual([
      { act: 'written', text: aNote().text, status: 'partial', on: '2021-04-02', at: writtenAt },
      { act: 'edited', ...content, at: editedAt },
      { act: 'withdrawn', ...content, at: clock.now() },
    ]);
  });

  it('stay without the name when their author is forgotten, and then nobody can change them', async () => {
    const state = await aState();
    const { notes } = state;
    const mine = await notes.write(aNote());
    const other = await notes.write(aNote({ author: 'U2' }));
    expect(await state.forget('U1')).toEqual({ removed: 1 });
    expect(await notes.byItem(ITEM)).toEqual([other, { ...mine, author: null }]);
    expect(await notes.edit(mine.id, 'U1', aNote())).toBeNull();
    expect(await notes.history(mine.id)).toHaveLength(1);
  });
});
