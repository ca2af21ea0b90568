import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runReportCommand } from '../src/report-command.ts';
import { SMALL } from './report/variant.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'report-command-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runReportCommand(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
async function file(name: string, text: string): Promise<string> {
  const path = join(dir, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
  return path;
}

describe('npm run report', () => {
  test('prints the corpus by default: counts, checks, warnings, lines not understood', async () => {
    const { code, out, err } = await run();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('荒尾市 令和2年度実施状況報告書 (arao-r2)');
    expect(out).toContain('実施計画の項目 34 · 実施計画以外の項目 8');
    expect(out).toContain('食い違い: 介護保険特別会計（介護サービス勘定） 令和元年度 歳入歳出差引額');
    expect(out).toContain('302行目: 担当課の記載がありません');
    expect(out).toMatch(/食い違い: .*単純平均（印字が加重平均なら合いません）/u);
    expect(out).toMatch(/食い違い 5 · 端数の差 18 · 一致 \d+\n/u);
    expect(out).not.toContain('一致: ');
    expect(out).toContain('読み取れなかった行: なし');
  });
  test('speaks English', async () => {
    const { out } = await run('--lang', 'en');
    expect(out).toContain('34 plan items · 8 items outside the plan');
    expect(out).toContain('Lines not understood: none');
  });
  test('gives everything as data', async () => {
    const { code, out } = await run('corpus/arao-r2/report.txt', '--json');
    const { reports, refused } = JSON.parse(out);
    expect([code, reports[0].id, reports[0].items.length, refused]).toEqual([0, 'arao-r2', 42, []]);
    expect(JSON.parse((await run('corpus/arao-r2', '--json')).out).reports[0]).toEqual(reports[0]);
  });
  test('lists every problem of a refused report, with line and excerpt', async () => {
    const path = await file('x.txt', SMALL.replace('9,060', 'many').replace('\t△\t総務課', '\t◇\t総務課'));
    const { code, out, err } = await run(path);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /16行目: 数値の欄に.*「many」[\s\S]*令和3年度\|9,050\|many[\s\S]*33行目: 取組状況の欄に.*「◇」/u,
    );
    expect((await run(path, '--lang', 'en')).err).toContain('The cell "many" (歳出総額) is not a number.');
    expect(JSON.parse((await run(path, '--json')).out).refused[0].problems).toHaveLength(2);
  });
  test('names the line of the other one where something stands twice', async () => {
    const number = await file('x.txt', SMALL.replace('\n3\t人材', '\n2\t人材'));
    expect((await run(number)).err).toMatch(/34行目: 番号2の項目が、33行目とこの行の二つ/u);
    const year = await file('y.txt', SMALL.replace('令和3年度\t9,050', '令和2年度\t9,050'));
    expect((await run(year)).err).toMatch(/16行目: 同じ年度・同じ名前の値が、15行目とこの行の二つ/u);
    expect((await run(year, '--lang', 'en')).err).toContain('the first is line 15');
  });
  test.each([
    ['x.docx', 'PK\u0003\u0004', 'Word/Excel のファイルです'],
    ['x.pdf', '%PDF-1.4\n', 'PDF のファイルです'],
  ])('says of %s that it is no text, and how to make one of it', async (name, begins, message) => {
    const path = await file(name, begins);
    expect((await run(path)).err).toMatch(new RegExp(`${message}.*表の解除.*UTF-8`, 'u'));
    expect((await run(path, '--lang', 'en')).err).toContain('Turn Word or PDF into text');
  });
  test('cuts a list that nobody reads to its end, but not the data', async () => {
    const row = SMALL.split('\n').find((line) => line.startsWith('1\t')) ?? '';
    const path = await file('x.txt', SMALL.replace(row, Array.from({ length: 101 }, () => row).join('\n')));
    const { err } = await run(path);
    expect(err.split('\n').length).toBeLessThan(140);
    expect(err).toContain('読み込めません: 100');
    expect(err).toContain('ほか40件');
    expect((await run(path, '--lang', 'en')).err).toContain('and 40 more');
    expect(JSON.parse((await run(path, '--json')).out).refused[0].problems).toHaveLength(100);
  });
  test('warns of what may be lost, with where it shows', async () => {
    const path = await file('x.txt', SMALL.replace(/\n2\t.*/u, '').replace('（単位：千円）\n', ''));
    const { code, out } = await run(path);
    expect(code).toBe(0);
    for (const said of ['番号が続いていません', '    | 2\n', '体系の一部は確かではありません', '表に単位がありません'])
      expect(out).toContain(said);
    expect((await run(path, '--lang', 'en')).out).toContain('No item has these numbers.');
  });
  test('ends quietly when its reader has seen enough', () => {
    const command = `"${process.execPath}" src/report-command.ts --json | head -c 20`;
    expect(spawnSync('sh', ['-c', command], { encoding: 'utf8' }).stderr).toBe('');
  });
  test('shows the good reports of a folder and refuses the others', async () => {
    await file('good/report.txt', SMALL);
    await file('bad/report.txt', 'x');
    const { code, out, err } = await run(dir);
    expect(code).toBe(1);
    expect(out).toContain('(good)');
    expect(err).toContain('bad: 読み込めません');
  });
  test.each([
    [['nowhere.txt'], 'nowhere.txt が見つかりません。'],
    [['--nope'], '「--nope」という指定はありません'],
    [['a', 'b'], '「b」は余分です'],
    [['--lang', 'fr'], '--lang は ja か en です（「fr」は使えません）'],
    [['--add', 'only-one'], '--add の後に、ファイルと、付ける名前を'],
    [['--add', 'a', 'b', 'c'], '「c」は余分です'],
  ])('%j is wrong input, with what to do', async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });
  test('an empty folder has no reports', async () => {
    const { code, err } = await run(dir);
    expect(code).toBe(1);
    expect(err).toContain('report.txt の形で置いてください');
  });
});

describe('npm run report -- --add FILE NAME', () => {
  test('checks, then installs byte for byte', async () => {
    const source = await file('in.txt', `\ufeff${SMALL.replaceAll('\n', '\r\n')}`);
    const corpus = join(dir, 'corpus');
    const { code, out } = await run('--add', source, 'midori-r4', '--corpus', corpus);
    expect(code).toBe(0);
    expect(out).toContain('置きました');
    expect(await readFile(join(corpus, 'midori-r4', 'report.txt'))).toEqual(await readFile(source));
    expect(await readdir(join(corpus, 'midori-r4'))).toEqual(['report.txt']);
  });
  test('a second time changes nothing; another report is not overwritten', async () => {
    const corpus = join(dir, 'corpus');
    const source = await file('in.txt', SMALL);
    await run('--add', source, 'a', '--corpus', corpus);
    expect(await run('--add', source, 'a', '--corpus', corpus)).toMatchObject({ code: 0 });
    const other = await file('other.txt', SMALL.replace('9,060', '9,061'));
    const { code, err } = await run('--add', other, 'a', '--corpus', corpus);
    expect(code).toBe(1);
    expect(err).toContain('上書きはしません');
    expect(await readFile(join(corpus, 'a', 'report.txt'), 'utf8')).toBe(SMALL);
  });
  test('says when the same city and year are there already', async () => {
    const corpus = join(dir, 'corpus');
    await run('--add', await file('in.txt', SMALL), 'a', '--corpus', corpus);
    const { out } = await run('--add', await file('b.txt', `${SMALL}\n`), 'b', '--corpus', corpus);
    expect(out).toContain('既にあります：a。発行年月では新旧が分からないため、名前の順で先の a が回答に使われます');
    const later = await file('c.txt', SMALL.replace('令和5年7月', '令和5年8月'));
    const { out: added } = await run('--add', later, 'c', '--corpus', corpus);
    expect(added).toContain('既にあります：a、b。発行年月の新しい c が回答に使われます');
  });
  test.each(['../x', 'A', 'x y', '', '-a', 'a/b', '荒尾', 'a.b'])('the name "%s" is refused', async (name) => {
    const source = await file('in.txt', SMALL);
    const { code, err } = await run('--add', '--corpus', join(dir, 'corpus'), '--', source, name);
    expect(code).toBe(1);
    expect(err).toContain('使えません');
    expect(await readdir(dir)).toEqual(['in.txt']);
  });
  test('a report with problems is not installed', async () => {
    const source = await file('in.txt', SMALL.replace('9,060', 'many'));
    expect((await run('--add', source, 'a', '--corpus', join(dir, 'corpus'))).code).toBe(1);
    expect(await readdir(dir)).toEqual(['in.txt']);
  });
});
