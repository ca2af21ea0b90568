import { startOf } from '../report/fiscal-year.ts';
import type { Report } from '../report/model.ts';

/** A report older than this is named with its age, in months. */
const OLD = 18;
/** A report without a date was written at the earliest when its fiscal year ended: in March. */
const LAST_MONTH = 3;

export interface ReportAge {
  /** Full months from the month on the cover (or the end of its fiscal year) to now; never below 0. */
  readonly months: number;
  /** True when people have to be told how old it is. */
  readonly old: boolean;
}

/** How old a report is. Months are counted as in Japan, where reports are dated. */
export function ageOf({ issued, year }: Pick<Report, 'issued' | 'year'>, now: Date): ReportAge {
  const written = issued ?? { year: startOf(year) + 1, month: LAST_MONTH };
  const japan = new Date(now.getTime() + 9 * 3_600_000);
  const months = (japan.getUTCFullYear() - written.year) * 12 + japan.getUTCMonth() + 1 - written.month;
  return { months: Math.max(0, months), old: months > OLD };
}
