/** A day on the wall calendar of some place: `2026-01-05`. */
export type Day = string;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Reads and sets the clocks of one time zone. */
export interface ZonedClock {
  dayOf(instant: Date): Day;
  /** `2026-01-05 09:00` */
  timeOf(instant: Date): string;
  /** `HH:MM` on a day. A time that the clocks skip is as much later; of one that comes twice the first is meant. */
  at(day: Day, time: string): Date;
}

/** @throws RangeError for an unknown zone */
export function zonedClock(zone: string): ZonedClock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  /** What the clocks show, as if it were UTC. */
  const shown = (instant: number): number => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  const offset = (instant: number): number => shown(instant) - Math.floor(instant / 1000) * 1000;
  return {
    dayOf: (instant) => new Date(shown(instant.getTime())).toISOString().slice(0, 10),
    timeOf: (instant) => new Date(shown(instant.getTime())).toISOString().slice(0, 16).replace('T', ' '),
    at(day, time) {
      const wall = Date.parse(`${day}T${time}:00Z`);
      // The offsets of the day before and after: clocks change at most once in between.
      const [first, second] = [wall - offset(wall - DAY), wall - offset(wall + DAY)];
      if (shown(first) === wall || shown(second) !== wall) return new Date(first);
      return new Date(second);
    },
  };
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
