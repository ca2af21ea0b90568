import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runFace } from '../src/console/entry.ts';
import { EXIT } from '../src/console/streams.ts';
import { AppError } from '../src/errors.ts';
import { anOutput } from './support/faces.ts';

describe('a face', () => {
  async function run(face: Parameters<typeof runFace<Record<never, never>>>[0], environment = {}) {
    const stderr = anOutput();
    return { code: await runFace(face, environment, { stderr }, {}), said: stderr.written() };
  }

  it('gets the settings and gives the exit code', async () => {
    expect(await run(async ({ corpus }) => (corpus === '' ? EXIT.bug : EXIT.done))).toEqual({ code: 0, said: '' });
  });

  it('does not start with wrong settings', async () => {
    const { code, said } = await run(() => Promise.reject(new Error('started')), { GYOKAKU_CORPUS: '/nowhere' });
    expect(code).toBe(1);
    expect(said).toMatch(
      /settings \(\.env\) are wrong:\nGYOKAKU_CORPUS: \/nowhere は.*\nGYOKAKU_CORPUS: \/nowhere is not a folder/,
    );
  });

  it('tells what is wrong with the input as it is, and a bug with where it is', async () => {
    const wrong = await run(() => Promise.reject(new AppError('USAGE', 'Do this instead.')));
    expect(wrong).toEqual({ code: 1, said: 'Do this instead.\n' });
    const locked = await run(() => Promise.reject(new AppError('STATE_LOCKED', '/x is in use.')));
    expect(locked.said).toMatch(/^データフォルダー.*使用中.*\n\/x is in use\.\n$/u);
    const bug = await run(() => Promise.reject(new TypeError('broken')));
    expect(bug.code).toBe(2);
    expect(bug.said).toMatch(/bug.*\nTypeError: broken\n +at /);
  });
});

describe('the commands', () => {
  function run(entry: string, args: readonly string[], input: string) {
    return spawnSync(process.execPath, [fileURLToPath(new URL(`../src/${entry}`, import.meta.url)), ...args], {
      input,
      encoding: 'utf8',
      // A data folder that cannot be made: there is no cache then, and no complaint.
      env: { GYOKAKU_DATA: '/dev/null/data' },
    });
  }

  it('ask answers, also without a folder to write to', () => {
    expect(run('ask.ts', ['項目23の状況は？'], '')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('出典: '),
    });
    expect(run('ask.ts', [], '')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('--help') });
  });

  it('start answers piped lines and ends, without greeting or prompt', () => {
    const { status, stdout, stderr } = run('main.ts', [], '項目23の状況は？\n\n');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^整理番号23/);
    expect(stdout).not.toContain('> ');
  });
});
