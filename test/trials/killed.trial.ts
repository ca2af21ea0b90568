import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { zonedClock } from '../../src/jobs/zoned-time.ts';
import { openState, type State } from '../../src/state/database.ts';
import { aSubscription } from '../state/samples.ts';
import { fastNow } from '../support/delivery-speed.ts';
import { aFolder } from '../support/state-folder.ts';

const SCRIPT = fileURLToPath(new URL('../support/delivery-process.ts', import.meta.url));
const KILLS = 40;
const TOKYO = zonedClock('Asia/Tokyo');
/** Every quarter of an hour. */
const TIMES = Array.from({ length: 95 }, (_, i) => {
  const minute = 15 * (i + 1);
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
});

interface Message {
  readonly channel: string;
  readonly key: string;
}

/** A workspace over a real socket that takes its time, before it keeps a post and before it says so. */
async function aWorkspace(): Promise<{ address: string; messages: Message[]; onCall: (hear: () => void) => void }> {
  const messages: Message[] = [];
  let hear = (): void => {};
  const server = createServer(async (request, response) => {
    const { channel, key } = JSON.parse(await text(request)) as Message;
    hear();
    if (request.url === '/post') {
      await sleep(5);
      messages.push({ channel, key });
      await sleep(5);
      response.end(JSON.stringify(messages.length));
    } else {
      const found = messages.findIndex((m) => m.channel === channel && m.key === key);
      response.end(JSON.stringify(found < 0 ? null : String(found + 1)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    messages,
    onCall: (next) => {
      hear = next;
    },
  };
}

/** A subscription for each of the times, on Mondays. */
async function prepare(folder: string, begin: number): Promise<void> {
  const state = await open(folder, begin);
  for (const time of TIMES) await state.subscriptions.create(aSubscription({ channel: time, weekdays: [1], time }));
  await state.close();
}

function open(folder: string, begin: number): Promise<State> {
  let count = 0;
  return openState(folder, { now: () => fastNow(begin), newId: () => `s${++count}`, mask: (all) => all });
}

it(`${KILLS} times kill -9 at random moments around posting: no slot lost, none doubled, no note lost`, {
  timeout: 180_000,
}, async () => {
  const folder = aFolder();
  const begin = Date.now();
  await prepare(folder, begin);
  const { address, messages, onCall } = await aWorkspace();
  const noted: string[] = [];
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, [SCRIPT, folder, address, String(begin)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    child.stdout?.on('data', (data: Buffer) =>
      noted.push(
        ...data
          .toString()
          .split('\n')
          .flatMap((l) => (l.startsWith('noted ') ? [l.slice(6)] : [])),
      ),
    );
    return child;
  };
  const delays = fc.sample(fc.integer({ min: 0, max: 25 }), { seed: 9, numRuns: KILLS });
  for (const delay of delays) {
    const child = start();
    const ended = once(child, 'exit');
    await new Promise<void>((resolve) => onCall(resolve));
    await sleep(delay);
    child.kill('SIGKILL');
    await ended;
  }
  const killedUntil = fastNow(begin);
  const child = start();
  const owed = TIMES.filter((time) => TOKYO.at(TOKYO.dayOf(killedUntil), time) <= killedUntil);
  const missing = (): string[] => owed.filter((time) => !messages.some(({ channel }) => channel === time));
  const patience = Date.now() + 30_000;
  while (missing().length > 0 && Date.now() < patience) await sleep(50);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  const state = await open(folder, begin);
  const rows = await state.deliveries.history(1000);
  const known = new Set((await state.notes.all()).map((note) => note.id));
  await state.close();
  expect(owed.length).toBeGreaterThan(KILLS / 4);
  const posted = messages.map(({ channel }) => channel);
  expect(new Set(posted).size).toBe(posted.length);
  expect(missing()).toEqual([]);
  expect(rows.filter((row) => row.state === 'failed' || row.state === 'skipped')).toEqual([]);
  expect(noted.length).toBeGreaterThan(KILLS);
  expect(noted.filter((id) => !known.has(id))).toEqual([]);
});
