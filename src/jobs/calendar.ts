import { isClosed, nextWorkingDay } from './working-days.ts';
import { addDays, type Day, weekdayOf, type ZonedClock } from './zoned-time.ts';

/** When something is sent, week by week. */
export interface Rhythm {
  /** 1 for Monday to 7 for Sunday; at least one. */
  readonly weekdays: readonly number[];
  /** `HH:MM`. */
  readonly time: string;
}

export interface Slot {
  /** The day on which it is sent, by the calendar of the zone; names the slot among those of its subscription. */
  readonly day: Day;
  readonly at: Date;
}

/** Longest run of days on which nobody works, and more: a slot is never moved further. */
const FURTHEST = 21;
/** In every stretch of so many days there is at least one slot. */
const LONGEST_GAP = 7 + FURTHEST;
/** Weeks of which every slot may be left out before it is given up to look for one. */
const MOST_LEFT_OUT = 4;
const DAY = 86_400_000;

/**
 * The slots by the clocks of a zone after `from`, up to and including `to`, ascending: taken piece by piece none is lost and none comes twice.
 * A slot on a public holiday or from 29 December to 3 January moves to the next working day, at the same time. A weekend
 * that was chosen stays. Where a moved slot meets another of the same subscription they are one: what is sent shows how
 * things stand, so twice in a day would say the same.
 */
export function slotsBetween({ weekdays, time }: Rhythm, clock: ZonedClock, from: Date, to: Date): Slot[] {
  if (to <= from) return [];
  const [first, last] = [clock.dayOf(from), clock.dayOf(to)];
  const days = new Set<Day>();
  for (let day = addDays(first, -FURTHEST); day <= last; day = addDays(day, 1)) {
    if (weekdays.includes(weekdayOf(day))) days.add(isClosed(day) ? nextWorkingDay(day) : day);
  }
  return [...days]
    .filter((day) => day >= first && day <= last)
    .map((day): Slot => ({ day, at: clock.at(day, time) }))
    .filter(({ at }) => at > from && at <= to)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The first slot after a moment, on a day that fits. */
export function nextSlot(
  rhythm: Rhythm,
  clock: ZonedClock,
  after: Date,
  fits: (day: Day) => boolean = () => true,
): Slot | null {
  const until = new Date(after.getTime() + (MOST_LEFT_OUT * 7 + LONGEST_GAP) * DAY);
  return slotsBetween(rhythm, clock, after, until).find(({ day }) => fits(day)) ?? null;
}
