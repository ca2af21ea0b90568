import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { aFolder, aState, Clock } from '../support/state-folder.ts';
import { aTurn } from './samples.ts';

describe('turns', () => {
  it('come back as they were saved, with their time', async () => {
    const clock = new Clock();
    const { turns } = await aState(clock);
    const turn = aTurn('t1', { frame: { 項目: [23, null], deep: { '△': -110.5 } }, answer: null });
    await turns.save(turn);
    expect(await turns.byId('t1')).toEqual({ ...turn, at: clock.now() });
    expect(await turns.byId('t2')).toBeNull();
  });

  it('of one conversation do not mix with those of another, and the last saved is the latest', async () => {
    const { turns } = await aState();
    for (const id of ['c', 'a', 'b']) await turns.save(aTurn(id, { conversation: 'C1:1' }));
    await turns.save(aTurn('z', { conversation: 'C1:2' }));
    expect((await turns.latest('C1:1'))?.id).toBe('b');
    expect(await turns.latest('C1:3')).toBeNull();
  });

  it('saved again keep their place', async () => {
    const { turns } = await aState();
    for (const id of ['a', 'b', 'a']) await turns.save(aTurn(id, { question: `again ${id}` }));
    expect((await turns.latest(aTurn('a').conversation))?.id).toBe('b');
    expect((await turns.byId('a'))?.question).toBe('again a');
  });

  it('that cannot be read are none', async () => {
    const folder = aFolder();
    const { turns } = await aState(new Clock(), folder);
    await turns.save(aTurn('older'));
    await turns.save(aTurn('t1'));
    const file = new DatabaseSync(join(folder, 'gyokaku.sqlite'));
    file.exec(`update turns set frame = '{"act":' where id = 't1'`);
    file.close();
    expect(await turns.byId('t1')).toBeNull();
    expect(await turns.latest(aTurn('t1').conversation)).toBeNull();
  });
});
