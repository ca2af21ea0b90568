import { isDeepStrictEqual, parseArgs } from 'node:util';
import { type AnswerTable, textCell } from './answer/part.ts';
import { readEnvironment } from './config.ts';
import { argumentProblem } from './console/arguments.ts';
import { endWithReader, isStarted, processStreams, runFace } from './console/entry.ts';
import { EXIT, type ExitCode, type Output } from './console/streams.ts';
import { renderTable } from './console/table.ts';
import { AppError } from './errors.ts';
import { BOTH } from './face-wording.ts';
import { slotsBetween } from './jobs/calendar.ts';
import { daysOver } from './jobs/due-slots.ts';
import { subscriptionsOf } from './jobs/from-settings.ts';
import { type Day, weekdayOf, type ZonedClock, zonedClock } from './jobs/zoned-time.ts';
import { type ScheduleLanguage, type ScheduleWording, scheduleWording } from './schedule-wording.ts';
import { readScheduleSettings, type ScheduleSettings } from './settings/schedule.ts';
import { readState } from './state/database.ts';
import type { Delivery } from './state/deliveries.ts';
import type { Subscription } from './state/subscriptions.ts';

/** Days ahead of which the slots are listed: every subscription has at least one. */
const AHEAD = 14;
/** Deliveries listed, the newest first. */
const MOST_ROWS = 40;
const DAY = 86_400_000;

/**
 * `npm run schedule`: what is due when in the next two weeks, and what became of the deliveries so far. Works while the bot
 * is running.
 * @throws AppError when the arguments are wrong, or `STATE_MISSING` when nothing was ever kept
 */
export async function runSchedule(
  args: readonly string[],
  folder: string,
  settings: ScheduleSettings,
  output: Output,
  now: Date,
): Promise<ExitCode> {
  const { zone } = settings;
  const { help, language } = readArguments(args, settings.language);
  const words = scheduleWording(language);
  if (help) {
    output.write(words.usage);
    return EXIT.done;
  }
  const state = await readState(folder, { now: () => now, newId: () => '', mask: (text) => text });
  try {
    const subscriptions = await state.subscriptions.list();
    const clock = zonedClock(zone);
    const isOver = await daysOver(state, subscriptions, clock.dayOf(now));
    const upcoming = upcomingTable(subscriptions, isOver, clock, now, words, words.upcoming(zone));
    const happened = happenedTable(await state.deliveries.history(MOST_ROWS), subscriptions, clock, words);
    const lines = [
      ...(upcoming.rows.length > 0 ? renderTable(upcoming, Number.POSITIVE_INFINITY) : [words.nothingUpcoming]),
      ...(isPending(settings, subscriptions) ? [words.pending] : []),
      '',
      ...(happened.rows.length > 0 ? renderTable(happened, Number.POSITIVE_INFINITY) : [words.nothingHappened]),
    ];
    output.write(`${lines.join('\n')}\n`);
    return EXIT.done;
  } finally {
    await state.close();
  }
}

/** True when the settings would have something else posted than what was taken from them at the last start. */
function isPending(settings: ScheduleSettings, subscriptions: readonly Subscription[]): boolean {
  const taken = subscriptions.filter(({ origin }) => origin === 'settings');
  const wanted = subscriptionsOf(settings);
  return (
    taken.length !== wanted.length ||
    wanted.some(({ id, ...values }) => {
      const old = taken.find((subscription) => subscription.id === id);
      return !isDeepStrictEqual({ ...old, ...values }, old);
    })
  );
}

function readArguments(
  args: readonly string[],
  usual: ScheduleLanguage,
): { help: boolean; language: ScheduleLanguage } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { lang: { type: 'string', default: usual }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.lang === 'ja' || values.lang === 'en') return { help: values.help, language: values.lang };
    throw usage(BOTH.wrongLanguage(values.lang), usual);
  } catch (error) {
    const problem = argumentProblem(error);
    throw problem === null ? error : usage(problem, usual);
  }
}

function usage(problem: string, language: ScheduleLanguage): AppError {
  return new AppError('USAGE', `${problem}\n${scheduleWording(language).usage}`);
}

function upcomingTable(
  subscriptions: readonly Subscription[],
  isOver: (subscription: Subscription, day: Day) => boolean,
  clock: ZonedClock,
  now: Date,
  words: ScheduleWording,
  caption: string,
): AnswerTable {
  const until = new Date(now.getTime() + AHEAD * DAY);
  const slots = subscriptions
    .flatMap((subscription) => {
      const from = subscription.since > now ? subscription.since : now;
      const due = slotsBetween(subscription, clock, from, until).filter(({ day }) => !isOver(subscription, day));
      return due.map((slot) => ({ subscription, ...slot }));
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const { columns } = words;
  return {
    caption,
    columns: [columns.when, columns.what, columns.whom, columns.where, columns.state].map(textColumn),
    rows: slots.map(({ subscription, day }) =>
      [
        `${day} (${words.weekdays[weekdayOf(day) - 1]}) ${subscription.time}`,
        words.kinds[subscription.kind],
        whomOf(subscription, words),
        subscription.channel,
        subscription.paused ? words.paused : '',
      ].map(textCell),
    ),
  };
}

function happenedTable(
  rows: readonly Delivery[],
  subscriptions: readonly Subscription[],
  clock: ZonedClock,
  words: ScheduleWording,
): AnswerTable {
  const { columns } = words;
  return {
    caption: words.happened,
    columns: [
      columns.slot,
      columns.what,
      columns.whom,
      columns.where,
      columns.state,
      columns.reason,
      columns.changed,
    ].map(textColumn),
    rows: rows.map((row) => {
      const subscription = subscriptions.find(({ id }) => id === row.subscription);
      const [day = '', notice] = row.slot.split(' ');
      return [
        day,
        words.kinds[notice ? 'notice' : (subscription?.kind ?? 'unknown')],
        subscription ? whomOf(subscription, words) : '',
        row.channel ?? (notice ? (subscription?.owner ?? '') : (subscription?.channel ?? '')),
        `${words.states[row.state]}${row.state === 'retry' ? ` (${words.attempts(row.claims + 1)})` : ''}`,
        row.code === null ? '' : (words.reasons[row.code] ?? row.code),
        clock.timeOf(row.changedAt),
      ].map(textCell);
    }),
  };
}

function whomOf({ scope }: Subscription, words: ScheduleWording): string {
  return [...scope.pillars, ...scope.sections].join(' ') || words.whole;
}

function textColumn(label: string): AnswerTable['columns'][number] {
  return { label, numeric: false };
}

if (isStarted(import.meta.url)) {
  endWithReader();
  process.exitCode = await runFace(
    ({ data }, { schedule }) => runSchedule(process.argv.slice(2), data, schedule, process.stdout, new Date()),
    readEnvironment(),
    processStreams,
    { schedule: readScheduleSettings },
  );
}
