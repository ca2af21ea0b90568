import type { ChoiceStore } from '../state/choices.ts';
import type { Delivery, DeliveryStore } from '../state/deliveries.ts';
import type { Subscription } from '../state/subscriptions.ts';
import { nextSlot, type Slot, slotsBetween } from './calendar.ts';
import { putOffUntil } from './put-off.ts';
import type { Day, ZonedClock } from './zoned-time.ts';

/** One row of the ledger to be: what goes where, and until when it is worth sending. */
export interface Task {
  readonly subscription: Subscription;
  /** Names the row among those of its subscription: the day, and for a notice the failure it tells of. */
  readonly slot: string;
  /** When it fell due: no post of it is older. */
  readonly at: Date;
  readonly lateAfter: Date;
  readonly channel: string;
  /** Code of the failure that the owner is told of; null for the digest or reminder itself. */
  readonly tells: string | null;
}

export interface SlotOptions {
  /** Clocks of the office. */
  readonly zone: ZonedClock;
  /** For how many hours a slot that was missed is still sent. */
  readonly lateHours: number;
}

const HOUR = 3_600_000;
const NOTICE = / undelivered (?<code>.*)$/u;

/** Slots that fell due after `from`, up to now. What a subscription does not owe is left out: paused, or before `since`. */
export function newTasks(subscriptions: readonly Subscription[], from: Date, now: Date, options: SlotOptions): Task[] {
  const { zone } = options;
  return subscriptions
    .filter((subscription) => !subscription.paused)
    .flatMap((subscription) => {
      const { weekdays, time, since } = subscription;
      const slots = slotsBetween({ weekdays, time }, zone, since > from ? since : from, now);
      return slots.map(({ day, at }) => taskOf(subscription, day, at, options));
    });
}

/** The slot that is sent next; null while the subscription is paused. `isOver`: days of which nothing is sent any more. */
export function nextDue(
  { weekdays, time, paused, since }: Subscription,
  now: Date,
  zone: ZonedClock,
  isOver: (day: Day) => boolean,
): Slot | null {
  if (paused) return null;
  return nextSlot({ weekdays, time }, zone, since > now ? since : now, (day) => !isOver(day));
}

export interface Past {
  readonly deliveries: Pick<DeliveryStore, 'settledSince'>;
  readonly choices: Pick<ChoiceStore, 'get'>;
}

/** Tells which days from then on are over: put off, or posted, skipped or given up, at whatever time that was. */
export async function daysOver(
  { deliveries, choices }: Past,
  subscriptions: readonly Subscription[],
  from: Day,
): Promise<(subscription: Subscription, day: Day) => boolean> {
  const settled = new Set(
    (await deliveries.settledSince(from)).map(({ subscription, slot }) => `${subscription} ${slot}`),
  );
  const ends = await Promise.all(subscriptions.map((each) => putOffUntil(choices, each)));
  const until = new Map(subscriptions.map(({ id }, i) => [id, ends[i] ?? '']));
  return ({ id }, day) => settled.has(`${id} ${day}`) || day < (until.get(id) ?? '');
}

/** What a row that waits for another try is about. */
export function taskOfRow({ slot }: Delivery, subscription: Subscription, options: SlotOptions): Task {
  const [day = ''] = slot.split(' ');
  const task = taskOf(subscription, day, options.zone.at(day, subscription.time), options);
  const code = NOTICE.exec(slot)?.groups?.code;
  return code === undefined ? task : noticeOf(task, code);
}

function taskOf(subscription: Subscription, day: string, at: Date, { lateHours }: SlotOptions): Task {
  const lateAfter = new Date(at.getTime() + lateHours * HOUR);
  return { subscription, slot: day, at, lateAfter, channel: subscription.channel, tells: null };
}

/** Tells the owner, once a slot, that it was given up; worth sending for as long again. Without an owner nobody is told. */
export function noticeOf(task: Task, code: string): Task {
  return {
    ...task,
    slot: `${task.slot} undelivered ${code}`,
    lateAfter: new Date(2 * task.lateAfter.getTime() - task.at.getTime()),
    channel: task.subscription.owner ?? '',
    tells: code,
  };
}
