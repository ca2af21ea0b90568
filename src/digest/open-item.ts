import { addYears, compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { ItemStatus, PlanItem, ScheduleEntry } from '../report/model.ts';
import type { ItemView } from '../tools/plan-items.ts';
import { type NoteView, notesOn } from './notes.ts';

/** An item of the plan that is not done at the end of the report's newest year. */
export interface OpenItem {
  readonly item: PlanItem;
  readonly status: ItemStatus;
  /** Status at the end of the year before; null when the report gives none. */
  readonly before: ItemStatus | null;
  readonly since: Since;
  /** First year in which its schedule says that it is carried out. */
  readonly start: ScheduleEntry | null;
  /** The newest note since the report. */
  readonly note: NoteView | null;
}

/** Since the end of which year an item has its present status, as far as the reports tell. */
export interface Since {
  readonly year: FiscalYear;
  /** True when no report tells what was before: it may have been so for longer. */
  readonly atLeast: boolean;
}

/** What the report tells of an item in a year; null when the item has no status in it. */
export function openItem(view: ItemView, year: FiscalYear, notes: readonly NoteView[]): OpenItem | null {
  const { item } = view;
  const status = item.statuses.find((s) => s.year === year);
  if (!status) return null;
  return {
    item,
    status,
    before: item.statuses.find((s) => s.year === addYears(year, -1)) ?? null,
    since: sinceOf(view, status),
    start: item.schedule.find((e) => e.implementing) ?? null,
    note: notesOn(notes, item)[0] ?? null,
  };
}

/** Goes back year by year, into older reports only where they surely speak of the same item. */
function sinceOf({ item, earlier }: ItemView, status: ItemStatus): Since {
  const known = [...item.statuses, ...earlier.filter((s) => s.certain)]
    .filter((s) => compareYears(s.year, status.year) < 0)
    .toSorted((a, b) => compareYears(b.year, a.year));
  let { year } = status;
  for (const before of known) {
    if (before.year !== addYears(year, -1)) break;
    if (before.status !== status.status) return { year, atLeast: false };
    year = before.year;
  }
  return { year, atLeast: true };
}
