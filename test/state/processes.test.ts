import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openState, type State } from '../../src/state/database.ts';
import { aFolder, aState, Clock, rowsOf, stateOptions } from '../support/state-folder.ts';
import { aQuestion } from './samples.ts';

const SCRIPT = fileURLToPath(new URL('../support/state-process.ts', import.meta.url));
/** Of `ulimit -f`, in blocks of 512 bytes or, in some shells, 1,024. */
const LARGEST_FILE = 4000;

type Child = ChildProcessByStdio<null, Readable, null>;

/** Another process at work; `limit`: the system refuses to let its files grow further, as on a full disk. */
function start(folder: string, task: 'hold' | 'write' | 'as-nobody', limit?: number): Child {
  const command = [process.execPath, SCRIPT, folder, task];
  const child = spawn('sh', ['-c', `${limit ? `ulimit -f ${limit}; ` : ''}exec "$@"`, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** What it says, line by line, until `enough` or its end. */
async function listen(child: Child, enough: (line: string) => boolean = () => false): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (enough(line)) break;
  }
  return lines;
}

/** Kills it without notice, and hands back what it had still said. */
async function kill(child: Child): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** All that was said to be kept is there, and nothing is there by half. */
async function expectKept(state: State, said: readonly string[]): Promise<void> {
  for (const line of said) {
    const [what, key = ''] = line.split(' ');
    const question = await state.questions.byKey(key);
    expect(question?.key).toBe(key);
    if (what === 'settled') expect(question).toMatchObject({ state: 'answered', turn: key, reply: key });
    if (question?.state === 'answered') expect((await state.turns.byId(key))?.id).toBe(key);
    else expect(await state.turns.byId(key)).toBeNull();
  }
}

describe('a folder held by another process', () => {
  it('is refused, and free again when that process is killed', async () => {
    const folder = aFolder();
    const holder = start(folder, 'hold');
    expect(await listen(holder, (line) => line === 'open')).toEqual(['open']);
    const second = openState(folder, stateOptions(new Clock()));
    await expect(second).rejects.toMatchObject({ code: 'STATE_LOCKED', message: expect.stringContaining(folder) });
    await kill(holder);
    expect(await (await aState(new Clock(), folder)).isWritable()).toBe(true);
  });

  it('is refused to a process as well while this one has it', async () => {
    const folder = aFolder();
    const state = await aState(new Clock(), folder);
    expect(await listen(start(folder, 'hold'))).toEqual([expect.stringMatching(/^STATE_LOCKED /)]);
    expect((await state.questions.record(aQuestion())).isNew).toBe(true);
  });
});

describe('a process killed while it writes', () => {
  it('has lost nothing that it said was kept, and keeps nothing by half', async () => {
    const folder = aFolder();
    for (const count of [1, 20, 45, 90]) {
      const writer = start(folder, 'write');
      let heard = 0;
      const said = await listen(writer, () => ++heard > count);
      await kill(writer);
      const state = await openState(folder, stateOptions(new Clock(), `n${count}`));
      await expectKept(state, said.slice(1));
      await state.close();
    }
  });
});

describe('a disk that is full', () => {
  it('is said, and what was kept before stays', async () => {
    const folder = aFolder();
    const said = await listen(start(folder, 'write', LARGEST_FILE));
    expect(said.at(-1)).toMatch(/^STATE_WRITE_FAILED .*gyokaku\.sqlite.*space/);
    expect(said.length).toBeGreaterThan(20);
    const state = await aState(new Clock(), folder);
    await expectKept(state, said.slice(1, -1));
    expect(rowsOf(folder, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });
});

describe('a folder that may not be written to', () => {
  it('is said with its name', async () => {
    const folder = aFolder();
    chmodSync(folder, 0o555);
    const [said] = await listen(start(folder, process.getuid?.() === 0 ? 'as-nobody' : 'hold'));
    expect(said).toMatch(/^STATE_UNWRITABLE /);
    expect(said).toContain(folder);
  });
});
