import { isClosed, nextWorkingDay } from './working-days.ts';
import { addDays, type Day, weekdayOf, zonedClock } from './zoned-time.ts';

/** When something is sent, over and over. */
export interface Rhythm {
  /** `weekly`: on each of the weekdays. `monthly`: on the first of each of them in the month. */
  readonly every: 'weekly' | 'monthly';
  /** 1 for Monday to 7 for Sunday; at least one. */
  readonly weekdays: readonly number[];
  /** `HH:MM` by the clocks of the zone. */
  readonly time: string;
  /** `Asia/Tokyo`, or any other zone by its IANA name. */
  readonly zone: string;
}

export interface Slot {
  /** The day on which it is sent, by the calendar of the zone; names the slot among those of its subscription. */
  readonly day: Day;
  readonly at: Date;
}

/** Longest run of days on which nobody works, and more: a slot is never moved further. */
const FURTHEST = 21;
const DAYS_OF_WEEK = 7;
/** In every stretch of so many days there is at least one slot. */
const LONGEST_GAP = 31 + DAYS_OF_WEEK + FURTHEST;
const DAY = 86_400_000;

/**
 * The slots after `from`, up to and including `to`, ascending: taken piece by piece none is lost and none comes twice.
 * A slot on a public holiday or from 29 December to 3 January moves to the next working day, at the same time. A weekend
 * that was chosen stays. Where a moved slot meets another of the same subscription they are one: what is sent shows how
 * things stand, so twice in a day would say the same.
 */
export function slotsBetween(rhythm: Rhythm, from: Date, to: Date): Slot[] {
  if (to <= from) return [];
  const clock = zonedClock(rhythm.zone);
  const last = addDays(clock.dayOf(to), 1);
  const days = new Set<Day>();
  for (let day = addDays(clock.dayOf(from), -FURTHEST); day <= last; day = addDays(day, 1)) {
    if (isMeant(rhythm, day)) days.add(isClosed(day) ? nextWorkingDay(day) : day);
  }
  return [...days]
    .map((day): Slot => ({ day, at: clock.at(day, rhythm.time) }))
    .filter(({ at }) => at > from && at <= to)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The first slot after a moment. */
export function nextSlot(rhythm: Rhythm, after: Date): Slot | null {
  return slotsBetween(rhythm, after, new Date(after.getTime() + LONGEST_GAP * DAY))[0] ?? null;
}

function isMeant({ every, weekdays }: Rhythm, day: Day): boolean {
  if (!weekdays.includes(weekdayOf(day))) return false;
  return every === 'weekly' || Number(day.slice(8)) <= DAYS_OF_WEEK;
}
