/**
 * A process of its own that delivers from the database of a folder, for tests that kill it.
 * `node delivery-process.ts FOLDER ADDRESS BEGIN`: posts to the address over HTTP, by the fast clock that began then.
 * Between slots it writes notes, and says each once it is kept.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDeliverer } from '../../src/jobs/delivery.ts';
import type { Clock, Post, Posted } from '../../src/jobs/ports.ts';
import { createRunner } from '../../src/jobs/runner.ts';
import { zonedClock } from '../../src/jobs/zoned-time.ts';
import { openState } from '../../src/state/database.ts';
import { fastNow, SPEED } from './delivery-speed.ts';

const [folder = '', address = '', begin = '0'] = process.argv.slice(2);
const log = { debug() {}, info() {}, warn() {}, error() {} };
const clock: Clock = {
  now: () => fastNow(Number(begin)),
  wait: (milliseconds, signal) =>
    sleep(Math.min(milliseconds / SPEED, 2 ** 31 - 1), undefined, { signal }).catch(() => {}),
};

async function call(path: string, body: object): Promise<unknown> {
  const response = await fetch(`${address}/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return response.json();
}

const post: Post = {
  async post(channel, _, key): Promise<Posted> {
    return { ok: true, ts: String(await call('post', { channel, key })) };
  },
  async find(channel, key) {
    const found = await call('find', { channel, key });
    return { ok: true, ts: typeof found === 'string' ? found : null };
  },
};

const state = await openState(folder, { now: clock.now, newId: randomUUID, mask: (text) => text });
const deliverer = createDeliverer({
  subscriptions: state.subscriptions,
  deliveries: state.deliveries,
  choices: state.choices,
  compose: async ({ subscription }) => ({ kind: 'undelivered', subscription, code: '', text: '' }),
  post,
  clock,
  log,
  zone: zonedClock('Asia/Tokyo'),
  lateHours: 24,
  worker: randomUUID(),
});
createRunner(deliverer, clock, log).start();
for (;;) {
  const item = { report: 'r', kind: 'plan', number: 1, title: 'item' } as const;
  const note = { item, text: 'note', status: null, on: '2021-05-31', author: 'U1', section: null };
  const id = randomUUID();
  await state.notes.write(id, note);
  process.stdout.write(`noted ${id}\n`);
  await sleep(20);
}
