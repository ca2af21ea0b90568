import type { Log } from '../log.ts';
import type { ChoiceStore } from '../state/choices.ts';
import type { Delivery, DeliveryStore } from '../state/deliveries.ts';
import type { SubscriptionStore } from '../state/subscriptions.ts';
import { newTasks, noticeOf, type SlotOptions, type Task, taskOfRow } from './due-slots.ts';
import { backOff } from './failure.ts';
import { createPace } from './pace.ts';
import type { Clock, Failure, Outgoing, Post } from './ports.ts';
import { putOffUntil } from './put-off.ts';

export interface DeliveryOptions extends SlotOptions {
  readonly subscriptions: Pick<SubscriptionStore, 'list'>;
  readonly deliveries: DeliveryStore;
  readonly choices: Pick<ChoiceStore, 'get'>;
  /** What a task says now; null when there is nothing to say. */
  readonly compose: (task: Task, now: Date) => Promise<Outgoing | null>;
  readonly post: Post;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process in the ledger, unlike any other before. */
  readonly worker: string;
  /** Milliseconds after which it looks again even when nothing falls due. */
  readonly longestSleep?: number;
}

export interface Deliverer {
  /** Sends what is due, and resolves with the time to look again. One run at a time. */
  run(signal: AbortSignal): Promise<Date>;
}

const MINUTE = 60_000;
/** Longer than one try can take: its turn in the queue, the look for an earlier post, and the post. */
const LEASE = 10 * MINUTE;
/** How far back slots are looked for after the start: what was missed before nobody would want to know. */
const LOOK_BACK = 31 * 24 * 60 * MINUTE;
/** The system's clock may be set at any time, so nothing is planned further ahead. */
const LONGEST_SLEEP = 5 * MINUTE;
const SHORTEST_SLEEP = 1000;
/** The message could not be made, so that nothing was posted. */
const NOT_COMPOSED: Failure = { ok: false, code: 'not_composed', mayPass: false, isUndone: true };
/** The post broke off: whether anything is there has to be looked for. */
const BROKEN_OFF: Failure = { ok: false, code: 'no_answer', mayPass: true, isUndone: false };

/**
 * The delivery run. A slot is a row of the ledger: claimed, posted with the row's id as its key, recorded. Whatever stops
 * the process in between, the row stays open, and its channel is searched for the key before it is posted again.
 */
export function createDeliverer(options: DeliveryOptions): Deliverer {
  const { subscriptions, deliveries, choices, compose, post, clock, log, worker } = options;
  const { longestSleep = LONGEST_SLEEP } = options;
  const pace = createPace(clock);
  /** Channels that Slack asked to leave alone, and until when. */
  const held = new Map<string, Date>();
  /** How often a task was refused: after some times it is given up. A new process has the patience anew. */
  const refusals = new Map<string, number>();
  /** Every slot up to then is in the ledger. */
  let doneUntil: Date | null = null;

  /** Tasks at work, by row: a notice can be due by itself and at the same time by what it tells of. */
  const underway = new Map<string, Promise<boolean>>();

  /** True when the task is settled or waits in the ledger; false when it has to be looked at again. */
  function deliver(task: Task, signal: AbortSignal): Promise<boolean> {
    const row = rowOf(task);
    const work = underway.get(row) ?? deliverNow(task, signal).finally(() => underway.delete(row));
    underway.set(row, work);
    return work;
  }

  async function deliverNow(task: Task, signal: AbortSignal): Promise<boolean> {
    const now = clock.now();
    if (signal.aborted || isHeld(task.channel, now)) return false;
    const { subscription, slot, channel } = task;
    const row = await deliveries.claim(subscription.id, slot, { until: new Date(now.getTime() + LEASE), by: worker });
    if (!row) return true;
    // A try before this one may have got through.
    if (row.claims - 1 > row.attempts) {
      const found = await post.find(channel, row.id, task.at);
      // Later it can be looked for. Where it never can, a second post is better than none.
      if (!found.ok && found.mayPass) return settleFailure(task, row, found, signal);
      if (found.ok && found.ts !== null)
        return settle(deliveries.posted(row.id, { channel, ts: found.ts }), task, 'posted before');
    }
    if (subscription.paused) return settle(deliveries.skip(row.id, 'paused'), task, 'skipped');
    if (task.tells === null && slot < ((await putOffUntil(choices, subscription)) ?? ''))
      return settle(deliveries.skip(row.id, 'put-off'), task, 'skipped');
    if (now > task.lateAfter) {
      return row.code ? giveUp(task, row, row.code, signal) : settle(deliveries.skip(row.id, 'late'), task, 'skipped');
    }
    const message = await composed(task, now);
    if (message === null) return settle(deliveries.skip(row.id, 'empty'), task, 'skipped');
    if (message === 'failed') return settleFailure(task, row, NOT_COMPOSED, signal);
    await pace.turn(channel, signal);
    if (signal.aborted) {
      await deliveries.retry(row.id, { at: clock.now(), code: 'stopped', attempts: row.attempts + 1 });
      return true;
    }
    const result = await post.post(channel, message, row.id).catch((error: unknown) => {
      log.error('delivery broke off', { subscription: subscription.id, slot }, error);
      return BROKEN_OFF;
    });
    if (!result.ok) return settleFailure(task, row, result, signal);
    return settle(deliveries.posted(row.id, { channel, ts: result.ts }), task, 'posted');
  }

  async function composed(task: Task, now: Date): Promise<Outgoing | null | 'failed'> {
    try {
      return await compose(task, now);
    } catch (error) {
      log.error('delivery not composed', { subscription: task.subscription.id, slot: task.slot }, error);
      return 'failed';
    }
  }

  async function settle(written: Promise<void>, task: Task, what: string): Promise<true> {
    const { subscription, slot } = task;
    await written;
    refusals.delete(rowOf(task));
    log.info(`delivery ${what}`, { subscription: subscription.id, slot });
    return true;
  }

  async function settleFailure(task: Task, row: Delivery, failure: Failure, signal: AbortSignal): Promise<boolean> {
    const now = clock.now();
    const { code, mayPass, isUndone, retryAfter } = failure;
    const refused = refusals.get(rowOf(task)) ?? 0;
    log.warn('delivery failed', { subscription: task.subscription.id, slot: task.slot, code, retryAfter });
    if (retryAfter !== undefined) held.set(task.channel, new Date(now.getTime() + retryAfter * 1000));
    if (!mayPass) refusals.set(rowOf(task), refused + 1);
    const wait = backOff(failure, refused, row.claims);
    const at = new Date(now.getTime() + (wait ?? 0));
    if (wait === null || at > task.lateAfter) return giveUp(task, row, code, signal);
    await deliveries.retry(row.id, { at, code, attempts: row.attempts + (isUndone ? 1 : 0) });
    return true;
  }

  /** The owner is told first: should the process end in between, the slot is still open, and the notice is not doubled. */
  async function giveUp(task: Task, row: Delivery, code: string, signal: AbortSignal): Promise<boolean> {
    const isTold =
      task.tells !== null || task.subscription.owner === null || (await deliver(noticeOf(task, code), signal));
    if (!isTold) return false;
    return settle(deliveries.fail(row.id, code), task, 'given up');
  }

  function isHeld(channel: string, now: Date): boolean {
    return (held.get(channel)?.getTime() ?? 0) > now.getTime();
  }

  /** Rows whose subscription is gone are closed; all others are tasks again. */
  async function openTasks(
    rows: readonly Delivery[],
    all: Awaited<ReturnType<SubscriptionStore['list']>>,
  ): Promise<Task[]> {
    const tasks: Task[] = [];
    for (const row of rows) {
      const subscription = all.find(({ id }) => id === row.subscription);
      if (subscription) tasks.push(taskOfRow(row, subscription, options));
      else await deliveries.skip(row.id, 'removed');
    }
    return tasks;
  }

  return {
    async run(signal) {
      const now = clock.now();
      const all = await subscriptions.list();
      const from = doneUntil ?? new Date(now.getTime() - LOOK_BACK);
      const due = [...(await openTasks(await deliveries.due(now), all)), ...newTasks(all, from, now, options)];
      const chains = Map.groupBy(unique(due), (task) => task.channel);
      let complete = true;
      await Promise.all(
        [...chains.values()].map(async (tasks) => {
          for (const task of tasks) complete = (await attempt(task)) && complete;
        }),
      );
      // A clock that was set back begins anew from there.
      if (complete) doneUntil = now;
      return wakeAt(all, now);

      async function attempt(task: Task): Promise<boolean> {
        try {
          return await deliver(task, signal);
        } catch (error) {
          // The ledger could not be written: the slot is still open, and what was posted will be found.
          log.error('delivery not recorded', { subscription: task.subscription.id, slot: task.slot }, error);
          return false;
        }
      }
    },
  };

  async function wakeAt(all: Awaited<ReturnType<SubscriptionStore['list']>>, began: Date): Promise<Date> {
    const now = clock.now().getTime();
    const latest = new Date(now + longestSleep);
    const times = [
      latest,
      ...newTasks(all, began, latest, options).map((task) => task.at),
      ...(await deliveries.due(latest)).map((row) => row.dueAt),
      ...[...held.values()].filter((until) => until.getTime() > now),
    ];
    // What is due already and was left, as in a channel that is held, must not keep the process busy.
    return new Date(Math.max(now + SHORTEST_SLEEP, Math.min(...times.map((time) => time.getTime()))));
  }
}

/** A slot can be new and open at once, after the ledger could not be written. */
function unique(tasks: readonly Task[]): Task[] {
  return [...new Map(tasks.map((task) => [rowOf(task), task])).values()];
}

function rowOf({ subscription, slot }: Task): string {
  return `${subscription.id} ${slot}`;
}
