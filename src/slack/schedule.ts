import type { Assistant } from '../answer/assistant.ts';
import type { Language } from '../answer/frame.ts';
import { taskComposer } from '../jobs/compose-task.ts';
import { createDeliverer } from '../jobs/delivery.ts';
import { daysOver, nextDue } from '../jobs/due-slots.ts';
import type { Clock } from '../jobs/ports.ts';
import { putOff } from '../jobs/put-off.ts';
import { remindersOf } from '../jobs/reminders-of.ts';
import { createRunner } from '../jobs/runner.ts';
import { addDays, type Day, weekdayOf, zonedClock } from '../jobs/zoned-time.ts';
import type { Log } from '../log.ts';
import type { PlanItem } from '../report/model.ts';
import type { State } from '../state/database.ts';
import type { Subscription } from '../state/subscriptions.ts';
import { TOOLS } from '../tools/all.ts';
import type { Delivery } from './deliver.ts';
import type { Notebook } from './notebook.ts';
import { createPost } from './post-port.ts';

/** What is posted when, and who may answer it: the side of the schedule that people see. */
export interface Schedule {
  /** Sends what is due, from now on; never when it was stopped before. */
  start(): void;
  stop(): Promise<void>;
  /** Looks at once: something was changed. */
  wake(): void;
  /** Day and time of the next one of each, in words; null while it is paused. */
  next(subscriptions: readonly Subscription[], language: Language): Promise<readonly (string | null)[]>;
  /** Sections that can be chosen, as the report prints them. */
  sections(): readonly string[];
  /** `channel`: where the button was pressed; null outside of channels. */
  itemsFor(user: string, subscription: Subscription, channel: string | null): Promise<ReminderItems>;
  /** `2026-05-31` */
  today(): Day;
  /** Leaves out reminders that fall before next week; the first day of that week. */
  untilNextWeek(subscription: Subscription): Promise<Day>;
  dayInWords(day: Day, language: Language): string;
}

export interface ReminderItems {
  /** Items that a digest or reminder asks for progress on now. */
  readonly due: readonly PlanItem[];
  /** Those of them that a person may note progress on: by the people named for their sections, else by whoever sees it. */
  readonly writable: readonly PlanItem[];
}

export interface ScheduleOptions {
  readonly state: Pick<State, 'subscriptions' | 'deliveries' | 'choices' | 'turns'>;
  readonly assistant: Assistant;
  readonly notebook: Notebook;
  readonly delivery: Delivery;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process in the ledger, unlike any before. */
  readonly worker: string;
  readonly zone: string;
  readonly lateHours: number;
  /** People who may note progress, by section; a section that is not in it leaves that to those who get its reminder. */
  readonly writers: ReadonlyMap<string, readonly string[]>;
}

export function createSchedule(options: ScheduleOptions): Schedule {
  const { state, assistant, notebook, delivery, clock, log, worker, zone, lateHours, writers } = options;
  const wall = zonedClock(zone);
  const deliverer = createDeliverer({
    ...state,
    compose: taskComposer({ assistant, ...state, notes: notebook.current }),
    post: createPost({ delivery, turns: state.turns, assistant }),
    clock,
    log,
    worker,
    zone: wall,
    lateHours,
  });
  const runner = createRunner(deliverer, clock, log);

  const dayInWords = (day: Day, language: Language) =>
    new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
      timeZone: 'UTC',
      month: 'long',
      day: 'numeric',
      weekday: 'short',
    })
      .format(new Date(`${day}T00:00:00Z`))
      .replace(/\((.)\)$/u, '（$1）');

  return {
    start: runner.start,
    stop: runner.stop,
    wake: runner.wake,
    async next(subscriptions, language) {
      const now = clock.now();
      const isOver = await daysOver(state, subscriptions, wall.dayOf(now));
      return subscriptions.map((subscription) => {
        const slot = nextDue(subscription, now, wall, (day) => isOver(subscription, day));
        return slot && `${dayInWords(slot.day, language)} ${subscription.time}`;
      });
    },
    sections: () => TOOLS.progress.run(assistant.scope(), { by: 'section' }).rows.map(({ subject }) => subject),
    async itemsFor(user, subscription, channel) {
      const all = await state.subscriptions.list();
      const reminders = remindersOf(subscription, all, assistant.scope(), notebook.current(), clock.now());
      const items = reminders.flatMap((reminder) => reminder.items);
      const due = [...new Map(items.map(({ item }) => [item.source.line, item])).values()];
      const seesIt = subscription.channel === user || (channel !== null && subscription.channel === channel);
      const writable = due.filter(({ owners }) => {
        const named = (owners ?? []).flatMap((section) => writers.get(section) ?? []);
        return named.length > 0 ? named.includes(user) : seesIt;
      });
      return { due, writable };
    },
    today: () => wall.dayOf(clock.now()),
    async untilNextWeek(subscription) {
      const today = wall.dayOf(clock.now());
      const monday = addDays(today, 8 - weekdayOf(today));
      await putOff(state.choices, subscription, monday);
      return monday;
    },
    dayInWords,
  };
}
