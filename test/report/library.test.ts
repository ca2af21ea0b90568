import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLibrary, loadLibrary, sameItem } from '../../src/report/library.ts';
import { generateReport } from '../generator/generate.ts';
import { read, SMALL } from './variant.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'library-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function put(name: string, text: string): Promise<void> {
  await mkdir(join(dir, name), { recursive: true });
  await writeFile(join(dir, name, 'report.txt'), text);
}
const later = (text: string) => text.replace('令和4年度）', '令和5年度）').replace('令和5年7月', '令和6年7月');

describe('a folder of reports', () => {
  test('is one library, newest first', async () => {
    await put('old', SMALL);
    await put('new', later(SMALL));
    await put('revised', later(SMALL).replace('令和6年7月', '令和6年9月'));
    await put('other', SMALL.replaceAll('みどり町', 'あおば市'));
    await writeFile(join(dir, 'lexicon.json'), '{}');
    await mkdir(join(dir, 'empty'));
    const { library, refused } = await loadLibrary(dir);
    expect(refused).toEqual([]);
    expect(library.reports.map((r) => r.id)).toEqual(['revised', 'new', 'old', 'other']);
    expect(library.newest?.id).toBe('revised');
    expect(library.find('old')?.year).toBe('FY2022');
    expect(library.find('none')).toBeUndefined();
    expect(library.ofYear('FY2023').map((r) => r.id)).toEqual(['revised', 'new']);
    expect(library.ofCity('みどり町').map((r) => r.id)).toEqual(['revised', 'new', 'old']);
    expect(library.ofCity('あおば市')).toHaveLength(1);
  });
  test('keeps a refused report out, whole, and loads the others', async () => {
    await put('good', SMALL);
    await put('bad', SMALL.replace('9,060', 'many'));
    const { library, refused } = await loadLibrary(dir);
    expect(library.reports.map((r) => r.id)).toEqual(['good']);
    expect(refused).toMatchObject([{ id: 'bad', problems: [{ code: 'unreadable-number', line: 16 }] }]);
  });
  test('that is missing is an error', async () => {
    await expect(loadLibrary(join(dir, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
  test('of 70 reports loads in seconds', async () => {
    for (let i = 0; i < 70; i++) await put(`r${i}`, generateReport(i % 10).text);
    const started = performance.now();
    expect((await loadLibrary(dir)).library.reports).toHaveLength(70);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});

describe('items are matched across reports by title', () => {
  const [first, second] = read(SMALL).items;
  if (!first || !second) throw new Error('no items');
  test('whatever their numbers', () => {
    const renumbered = read(SMALL.replace('\n1\t', '\n9\t').replace('花いっぱい運動', '花いっぱい 運動'));
    expect(sameItem(first, renumbered)).toMatchObject({ item: { number: 9 }, certain: true });
  });
  test('a similar title is uncertain, another is none', () => {
    const renamed = read(
      SMALL.replace('花いっぱい運動', '花いっぱい運動の推進').replace('町民講座', '図書館の開館時間'),
    );
    expect(sameItem(first, renamed)).toMatchObject({ item: { number: 1 }, certain: false });
    expect(sameItem(second, renamed)).toBeNull();
  });
});

test('a library of no reports has no newest', () => {
  expect(createLibrary([]).newest).toBeUndefined();
});
