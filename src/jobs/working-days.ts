import holidays from '@holiday-jp/holiday_jp';
import { addDays, type Day, weekdayOf } from './zoned-time.ts';

const SATURDAY = 6;

/**
 * True when a city hall is closed for everybody: a public holiday, or from 29 December to 3 January, as the Local
 * Autonomy Act (article 4-2) lays down.
 */
export function isClosed(day: Day): boolean {
  const date = day.slice(5);
  return date >= '12-29' || date <= '01-03' || Object.hasOwn(holidays.holidays, day);
}

export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) < SATURDAY && !isClosed(day);
}

/** The day itself, or the next one on which people work. */
export function nextWorkingDay(day: Day): Day {
  let next = day;
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
}
