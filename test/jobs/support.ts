import { onTestFinished } from 'vitest';
import { createDeliverer, type DeliveryOptions } from '../../src/jobs/delivery.ts';
import type { Task } from '../../src/jobs/due-slots.ts';
import type { Clock, Failure, Found, Outgoing, Post, Posted } from '../../src/jobs/ports.ts';
import { createRunner, type Runner } from '../../src/jobs/runner.ts';
import { zonedClock } from '../../src/jobs/zoned-time.ts';
import type { Log } from '../../src/log.ts';
import { openState, type State } from '../../src/state/database.ts';
import { aFolder } from '../support/state-folder.ts';

/** Time that passes only when a test says so; what waits for it goes on in the right order. */
export class TestClock implements Clock {
  #now: number;
  #waiting: { at: number; readonly end: () => void }[] = [];

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  readonly now = (): Date => new Date(this.#now);

  readonly wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const entry = {
        at: this.#now + milliseconds,
        end: () => {
          this.#waiting = this.#waiting.filter((other) => other !== entry);
          signal.removeEventListener('abort', entry.end);
          resolve();
        },
      };
      this.#waiting.push(entry);
      signal.addEventListener('abort', entry.end);
    });

  /** Lets everything happen until then. */
  async passUntil(time: string | number): Promise<void> {
    const end = typeof time === 'number' ? time : Date.parse(time);
    for (;;) {
      await settle();
      const next = this.#waiting.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.#now = Math.max(this.#now, next.at);
      next.end();
    }
    this.#now = Math.max(this.#now, end);
    await settle();
  }

  /** Somebody sets the clock; what waits goes on waiting for as long as it would have. */
  set(by: number): void {
    this.#now += by;
    for (const entry of this.#waiting) entry.at += by;
  }
}

/** Lets all that needs no time come to its end. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export interface Message {
  readonly channel: string;
  readonly key: string;
  readonly at: Date;
  readonly message: Outgoing;
}

/** What happens to a post: done, done with its answer lost, refused or limited, or the process dies. */
export type Fate = 'done' | 'lost' | 'dies before' | 'dies after' | Failure;

/** Refused for good, and surely not posted. */
export function refused(code: string): Failure {
  return { ok: false, code, mayPass: false, isUndone: true };
}

/** Not this time, and surely not posted. */
export function notNow(code: string, more: Pick<Failure, 'retryAfter'> = {}): Failure {
  return { ok: false, code, mayPass: true, isUndone: true, ...more };
}

/** Nobody knows whether it was posted. */
export function unclear(code: string): Failure {
  return { ok: false, code, mayPass: true, isUndone: false };
}

/** A workspace that keeps what was posted. `fate` decides on every post, `isDown` on every call. */
export class TestSlack implements Post {
  readonly messages: Message[] = [];
  readonly calls: { readonly what: 'post' | 'find'; readonly channel: string; readonly at: number }[] = [];
  fate: (channel: string, at: Date, message: Outgoing) => Fate = () => 'done';
  isDown: (at: Date) => boolean = () => false;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async post(channel: string, message: Outgoing, key: string): Promise<Posted> {
    const at = this.#clock.now();
    this.calls.push({ what: 'post', channel, at: at.getTime() });
    if (this.isDown(at)) return notNow('no_connection');
    const fate = this.fate(channel, at, message);
    if (fate === 'dies before') return new Promise(() => {});
    if (typeof fate === 'object') return fate;
    this.messages.push({ channel, key, at, message });
    if (fate === 'dies after') return new Promise(() => {});
    return fate === 'lost' ? unclear('no_answer') : { ok: true, ts: String(this.messages.length) };
  }

  async find(channel: string, key: string, since: Date): Promise<Found> {
    const at = this.#clock.now();
    this.calls.push({ what: 'find', channel, at: at.getTime() });
    if (this.isDown(at)) return notNow('no_connection');
    const found = this.messages.findIndex((m) => m.channel === channel && m.key === key && m.at >= since);
    return { ok: true, ts: found < 0 ? null : String(found + 1) };
  }
}

export const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Says nothing but what it is for. */
export async function plainMessage({ subscription, tells }: Task): Promise<Outgoing> {
  return { kind: 'undelivered', subscription, code: tells ?? '', text: tells === null ? 'content' : 'notice' };
}

/** What a process begins never ends once it is dead. */
class Life {
  #isOver = false;

  end(): void {
    this.#isOver = true;
  }

  attempt<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isOver) return new Promise(() => {});
    return new Promise((resolve, reject) => {
      work().then(
        (value) => this.#isOver || resolve(value),
        (error: unknown) => this.#isOver || reject(error),
      );
    });
  }
}

/** The product's deliveries over a database on the disk, which can be left as a crash leaves it and started again. */
export class Office {
  readonly clock: TestClock;
  readonly slack: TestSlack;
  readonly #folder = aFolder();
  readonly #options: Partial<DeliveryOptions>;
  #starts = 0;
  #ids = 0;
  #state: State | null = null;
  #runner: Runner | null = null;
  #life: Life | null = null;

  constructor(start: string, options: Partial<DeliveryOptions> = {}) {
    this.clock = new TestClock(start);
    this.slack = new TestSlack(this.clock);
    this.#options = options;
    onTestFinished(() => this.#state?.close());
  }

  get state(): State {
    if (!this.#state) throw new Error('not started');
    return this.#state;
  }

  /** Opens the database without delivering. */
  async open(): Promise<State> {
    this.#state = await openState(this.#folder, {
      now: this.clock.now,
      newId: () => `id-${++this.#ids}`,
      mask: (text) => text,
    });
    return this.#state;
  }

  async start(): Promise<Runner> {
    const { subscriptions, deliveries, choices } = this.#state ?? (await this.open());
    const life = new Life();
    this.#life = life;
    const { slack } = this;
    const post: Post = {
      post: (channel, message, key) => life.attempt(() => slack.post(channel, message, key)),
      find: (channel, key, since) => life.attempt(() => slack.find(channel, key, since)),
    };
    const clock: Clock = {
      now: this.clock.now,
      wait: (milliseconds, signal) => life.attempt(() => this.clock.wait(milliseconds, signal)),
    };
    const deliverer = createDeliverer({
      subscriptions,
      deliveries,
      choices,
      compose: plainMessage,
      post,
      clock,
      log: noLog,
      zone: zonedClock('Asia/Tokyo'),
      lateHours: 24,
      longestSleep: 3_600_000,
      worker: `worker-${++this.#starts}`,
      ...this.#options,
    });
    this.#runner = createRunner(deliverer, clock, noLog);
    this.#runner.start();
    return this.#runner;
  }

  async stop(): Promise<void> {
    await this.#runner?.stop();
    await this.#state?.close();
    this.#state = null;
  }

  /** Leaves everything as it is: what was under way never ends, and nothing more is written. */
  async crash(): Promise<void> {
    this.#life?.end();
    await this.#state?.close();
    this.#state = null;
  }
}
