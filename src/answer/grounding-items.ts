import type { FiscalYear } from '../report/fiscal-year.ts';
import { compareYears } from '../report/fiscal-year.ts';
import { governing, type Mention } from './grounding-binding.ts';
import type { Topic } from './grounding-check.ts';
import type { Claims } from './grounding-claims.ts';
import type { Evidence } from './grounding-evidence.ts';
import type { Ungrounded } from './grounding-facts.ts';
import type { ItemRef } from './meaning.ts';
import { BECAME, CLAUSE_END, MAY_STATE_STATUS, STATES_STATUS, STATUS_WORD, TITLES } from './wording-grounding.ts';

/** Items that no result has, and titles that stand beside another item's number. */
export function unsupportedItems(claims: Claims, evidence: Evidence): Ungrounded[] {
  const { items, text } = claims;
  return items.flatMap((mention, i): Ungrounded[] => {
    const print = text.slice(mention.start, mention.end);
    const isKnown = mention.value.some((ref) =>
      [...evidence.items, ...evidence.numbered].some((item) => isSame(item, ref)),
    );
    if (!isKnown) return [{ kind: 'item', text: print }];
    // A title right behind a number is that item's.
    const next = items[i + 1];
    const titled = next && TITLES.test(text.slice(mention.end, next.start)) ? next : undefined;
    const fits = !titled || titled.value.some((ref) => mention.value.some((own) => isSame(own, ref)));
    return fits ? [] : [{ kind: 'item', text: text.slice(mention.start, titled.end) }];
  });
}

/** Statuses that the items named do not have in the year named; without one, in the newest. */
export function unsupportedStatuses(claims: Claims, topic: Topic, evidence: Evidence): Ungrounded[] {
  const { text, statuses } = claims;
  return statuses.flatMap((mention, i): Ungrounded[] => {
    const print = text.slice(mention.start, mention.end);
    const states = STATES_STATUS.test(print) || (MAY_STATE_STATUS.test(print) && STATUS_WORD.test(text));
    if (!states) return [];
    const items = itemsOf(mention, endOfOther(i, claims), statuses[i + 1]?.start ?? text.length, claims, topic);
    const year = governing(text, mention, claims.years)?.value ?? null;
    const isTrue = items.every((ref) => {
      const own = evidence.statuses.filter((s) => isSame(s.item, ref));
      const then = year ?? topic.years?.find((y) => own.some((s) => s.year === y)) ?? latest(own.map((s) => s.year));
      const valid = year === null && BECAME.test(text) ? own : own.filter((s) => s.year === then);
      return valid.some((s) => mention.value.includes(s.status));
    });
    return isTrue ? [] : [{ kind: 'mark', text: print }];
  });
}

/** Where the status before ends. A word and its mark are one: 一部実施（△）. */
function endOfOther(at: number, { text, statuses }: Claims): number {
  let first = at;
  const isOne = (a: number, b: number): boolean =>
    /^[\s(（]*$/u.test(text.slice(statuses[a]?.end ?? 0, statuses[b]?.start ?? 0));
  while (first > 0 && isOne(first - 1, first)) first--;
  return statuses[first - 1]?.end ?? 0;
}

/** The items that a status is said of: those since the status before, else those up to the next one, else the topic. */
function itemsOf(
  mention: Mention<unknown>,
  from: number,
  to: number,
  { text, items, numbers }: Claims,
  topic: Topic,
): readonly ItemRef[] {
  const within = (start: number, end: number): ItemRef[] =>
    items.filter((m) => m.start >= start && m.end <= end).flatMap((m) => (m.value.length === 1 ? m.value : []));
  const before = within(from, mention.start);
  if (before.length > 0) return before;
  const counts = numbers.some((n) => {
    const between = n.start >= mention.end ? text.slice(mention.end, n.start) : text.slice(n.end, mention.start);
    return (
      (n.unit === 'items' || n.unit === 'percent' || n.unit === null) &&
      !CLAUSE_END.test(between.replace(/^[)）]/u, ''))
    );
  });
  const behind = within(mention.end, to);
  if (behind.length > 0) return behind;
  return counts || items.length > 0 ? [] : (topic.items ?? []);
}

function latest(years: readonly FiscalYear[]): FiscalYear | undefined {
  return years.toSorted(compareYears).at(-1);
}

function isSame(a: ItemRef, b: ItemRef): boolean {
  return a.kind === b.kind && a.number === b.number;
}
