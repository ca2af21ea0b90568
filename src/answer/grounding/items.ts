import { addYears, latest } from '../../report/fiscal-year.ts';
import type { Status } from '../../report/model.ts';
import type { ItemRef } from '../meaning.ts';
import {
  BECAME_OF,
  becomes,
  CLAUSE_END,
  FINISHED,
  IS_NOW,
  LATE,
  MAY_STATE_STATUS,
  NEGATED_BEFORE,
  ONE_OF_BEFORE,
  ONE_OF_BEHIND,
  STARTED_FROM,
  STATED_NEXT,
  STATES_STATUS,
  STATUS_IS,
  STATUS_WORD,
  TITLES,
} from '../wording-grounding.ts';
import { ALL_BUT } from '../wording-grounding-quantifiers.ts';
import { governing, type Mention } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Evidence, ItemState } from './evidence.ts';
import { isSame, type Ungrounded, unique } from './facts.ts';
import type { Topic } from './labels.ts';
import { withoutNames } from './names.ts';

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
  const { text, negated } = claims;
  const statuses = [...claims.statuses, ...negated].sort((a, b) => a.start - b.start);
  const stating = (m: Mention<unknown>): boolean => {
    const print = text.slice(m.start, m.end);
    return STATES_STATUS.test(print) || (MAY_STATE_STATUS.test(print) && STATUS_WORD.test(text));
  };
  const isTurned = becomes(text, statuses);
  const turns = isTurned && new Set(statuses.flatMap((m) => m.value)).size > 1;
  // From one year to another, from this to that: the years do not stand with their statuses.
  const isApart = new Set(statuses.map((m) => governing(text, m, claims.years)?.value)).size > 1;
  const wrong = statuses.flatMap((mention, i): Ungrounded[] => {
    if (
      !stating(mention) ||
      ONE_OF_BEHIND.test(text.slice(mention.end)) ||
      ONE_OF_BEFORE.test(text.slice(0, mention.start))
    )
      return [];
    const [from, to] = stretchOf(i, statuses, text);
    const only = evidence.items.length === 1 ? evidence.items : [];
    const items = itemsOf(mention, { from, to, turns }, claims, topic, only);
    const year = governing(text, mention, claims.years)?.value ?? null;
    const isBut = ALL_BUT.test(text.slice(0, mention.start));
    const isTrue = items.every((ref) => {
      const own = evidence.statuses.filter((s) => isSame(s.item, ref));
      const told = topic.years?.filter((y) => own.some((s) => s.year === y)) ?? [];
      // Of the years from which and to which it went the later one counts.
      const newest = latest(own.map((s) => s.year));
      const before = STARTED_FROM.test(text.slice(0, mention.start)) && newest ? addYears(newest, -1) : null;
      const then = year ?? before ?? (IS_NOW.test(text) || isTurned ? null : latest(told)) ?? newest;
      const valid =
        turns && (year === null || !isApart)
          ? inTurn(own, mention, inOneTurn(i, statuses, claims.items), text)
          : own.filter((s) => s.year === then);
      const has = valid.some((s) => mention.value.includes(s.status));
      return negated.includes(mention) || isBut ? !has : has;
    });
    return isTrue ? [] : [{ kind: 'mark', text: text.slice(mention.start, mention.end) }];
  });
  return [...wrong, ...notFinished(claims, topic, evidence), ...notLate(claims, topic, evidence)];
}

/** The statuses around one that no item parts from it: those of one turn. */
function inOneTurn<T>(at: number, statuses: readonly Mention<T>[], items: Claims['items']): readonly Mention<T>[] {
  const isParted = (i: number): boolean =>
    items.some((m) => m.start >= (statuses[i]?.end ?? 0) && m.end <= (statuses[i + 1]?.start ?? 0));
  let [first, last] = [at, at];
  while (first > 0 && !isParted(first - 1)) first--;
  while (last < statuses.length - 1 && !isParted(last)) last++;
  return statuses.slice(first, last + 1);
}

/** The earlier states for what is named first, the latest for what is named last. */
function inTurn(
  own: readonly ItemState[],
  mention: Mention<unknown>,
  statuses: readonly Mention<readonly unknown[]>[],
  text: string,
): readonly ItemState[] {
  const newest = latest(own.map((s) => s.year));
  const isTurned = BECAME_OF.test(text.slice(statuses[0]?.end, statuses.at(-1)?.start));
  const isLast = (String(statuses.at(-1)?.value) === String(mention.value)) !== isTurned;
  return own.filter((s) => (s.year === newest) === isLast);
}

/** An item said to be finished in other words than the report's, which is not. */
function notFinished({ text, items, statuses, negated }: Claims, topic: Topic, evidence: Evidence): Ungrounded[] {
  const found = FINISHED.exec(text);
  if (!found || negated.length > 0 || NEGATED_BEFORE.test(text.slice(0, found.index))) return [];
  if (statuses.some((m) => STATES_STATUS.test(text.slice(m.start, m.end)))) return [];
  const isOpen = anyNow(items, topic, evidence, (status) => status !== 'done');
  return isOpen ? [{ kind: 'mark', text: found[0] }] : [];
}

/** An item said to be late, which is done. */
function notLate(claims: Claims, topic: Topic, evidence: Evidence): Ungrounded[] {
  const found = LATE.exec(withoutNames(claims));
  const isDone = found && anyNow(claims.items, topic, evidence, (status) => status === 'done');
  return isDone ? [{ kind: 'mark', text: found[0] }] : [];
}

/** True when one of the items that a sentence is about has such a status now. */
function anyNow(items: Claims['items'], topic: Topic, evidence: Evidence, fits: (s: Status) => boolean): boolean {
  const named = items.flatMap((m) => (m.value.length === 1 ? m.value : []));
  return (named.length > 0 ? named : (topic.items ?? [])).some((ref) => {
    const own = evidence.statuses.filter((s) => isSame(s.item, ref));
    const newest = latest(own.map((s) => s.year));
    return own.some((s) => s.year === newest && fits(s.status));
  });
}

/** The part of the sentence that a status is said in: between two others, and up to where something else is stated. */
function stretchOf(
  at: number,
  statuses: readonly Mention<unknown>[],
  text: string,
): readonly [from: number, to: number] {
  const { start = 0, end = 0 } = statuses[at] ?? {};
  const [from, to] = [endOfOther(at, statuses, text), startOfOther(at, statuses, text)];
  const before = [...text.slice(from, start).matchAll(new RegExp(STATED_NEXT, 'gu'))].at(-1);
  const behind = STATED_NEXT.exec(text.slice(end, to));
  return [before ? from + before.index + before[0].length : from, behind ? end + behind.index : to];
}

/** Where the status before ends. */
function endOfOther(at: number, statuses: readonly Mention<unknown>[], text: string): number {
  let first = at;
  while (first > 0 && areOne(first - 1, statuses, text)) first--;
  return statuses[first - 1]?.end ?? 0;
}

/** Where the next status starts. */
function startOfOther(at: number, statuses: readonly Mention<unknown>[], text: string): number {
  let last = at;
  while (last < statuses.length - 1 && areOne(last, statuses, text)) last++;
  return statuses[last + 1]?.start ?? text.length;
}

/** A word and its mark are one: 一部実施（△）. */
function areOne(at: number, statuses: readonly Mention<unknown>[], text: string): boolean {
  return /^[\s(（]*$/u.test(text.slice(statuses[at]?.end ?? 0, statuses[at + 1]?.start ?? 0));
}

/** The items that a status is said of: those since the status before, else those up to the next one, else the topic. */
function itemsOf(
  mention: Mention<unknown>,
  { from, to, turns }: { from: number; to: number; turns: boolean },
  { text, items, numbers }: Claims,
  topic: Topic,
  only: readonly ItemRef[],
): readonly ItemRef[] {
  const within = (start: number, end: number): ItemRef[] =>
    items.filter((m) => m.start >= start && m.end <= end).flatMap((m) => (m.value.length === 1 ? m.value : []));
  // △ is item 23, and × item 26: named right behind.
  const next = items.find((m) => m.start >= mention.end);
  if (next && next.value.length === 1 && STATUS_IS.test(text.slice(mention.end, next.start)))
    return [...next.value, ...within(next.end, to)];
  const before = within(from, mention.start);
  if (before.length > 0) return before;
  // From this to that: both are said of the item before them.
  const last = turns ? within(0, mention.start).slice(-1) : [];
  if (last.length > 0) return last;
  const counts = numbers.some((n) => {
    const between = n.start >= mention.end ? text.slice(mention.end, n.start) : text.slice(n.end, mention.start);
    return (
      (n.unit === 'items' || n.unit === 'percent' || n.unit === null) &&
      !CLAUSE_END.test(between.replace(/^[)）]|[(（]\s*$/gu, ''))
    );
  });
  const behind = within(mention.end, to);
  if (behind.length > 0) return behind;
  if (counts) return [];
  if (items.length === 0) return topic.items ?? only;
  // Of one item first its status then, and now that of today.
  const all = unique(within(0, text.length).map((ref) => `${ref.kind} ${ref.number}`));
  return all.length === 1 ? within(0, mention.start).slice(0, 1) : [];
}
