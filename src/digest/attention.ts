import { compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { StatusChange } from '../tools/status-changes.ts';
import type { OpenItem } from './open-item.ts';

/** Why an item is to be looked at. */
export type Reason = 'fell-back' | 'not-begun' | 'no-owner' | 'stalled' | 'due-next';

export interface Attention extends OpenItem {
  readonly reason: Reason;
}

const MOST = 3;
const ORDER: readonly Reason[] = ['fell-back', 'not-begun', 'no-owner', 'stalled', 'due-next'];

/**
 * The items to look at first, at most three. An item that is not done counts by the first of these that holds:
 * 1. it fell back since the year before;
 * 2. it is × although its schedule says that it is carried out by now;
 * 3. the report names nobody in charge of it;
 * 4. it is △ as in the year before;
 * 5. it is ― and its schedule begins in the year after the report's.
 * Within one reason the earlier start by the schedule comes first, then the lower number. An item that was noted as done
 * since the report is left out: it is listed with the notes.
 */
export function lookAtFirst(
  items: readonly OpenItem[],
  worsened: readonly StatusChange[],
  year: FiscalYear,
  next: FiscalYear,
): Attention[] {
  return items
    .filter((open) => open.note?.status !== 'done')
    .flatMap((open): Attention[] => {
      const reason = reasonOf(open, worsened, year, next);
      return reason ? [{ ...open, reason }] : [];
    })
    .toSorted(
      (a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) || byStart(a, b) || a.item.number - b.item.number,
    )
    .slice(0, MOST);
}

function reasonOf(
  { item, status, before, start }: OpenItem,
  worsened: readonly StatusChange[],
  year: FiscalYear,
  next: FiscalYear,
): Reason | null {
  if (worsened.some((change) => change.item === item)) return 'fell-back';
  if (status.status === 'not' && start && compareYears(start.year, year) <= 0) return 'not-begun';
  if (status.status !== 'later' && item.owners === null) return 'no-owner';
  if (status.status === 'partial' && before?.status === 'partial') return 'stalled';
  if (status.status === 'later' && start?.year === next) return 'due-next';
  return null;
}

/** Items without a start in the schedule come last. */
function byStart(a: OpenItem, b: OpenItem): number {
  if (!a.start || !b.start) return Number(a.start === null) - Number(b.start === null);
  return compareYears(a.start.year, b.start.year);
}
