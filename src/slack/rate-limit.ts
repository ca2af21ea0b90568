/** How many a person may ask in a minute. */
export interface RateLimit {
  /** Counts one more; false when it is one too many. */
  allows(user: string): boolean;
}

const MINUTE = 60_000;

/** A sliding minute for each person. Persons who have been silent for a minute are forgotten. */
export function createRateLimit(perMinute: number, now: () => Date): RateLimit {
  const asked = new Map<string, number[]>();
  let swept = 0;
  return {
    allows(user) {
      const time = now().getTime();
      if (time - swept > MINUTE) {
        for (const [name, times] of asked) if (times.every((t) => time - t >= MINUTE)) asked.delete(name);
        swept = time;
      }
      const recent = (asked.get(user) ?? []).filter((t) => time - t < MINUTE);
      const isAllowed = recent.length < perMinute;
      asked.set(user, isAllowed ? [...recent, time] : recent);
      return isAllowed;
    },
  };
}
