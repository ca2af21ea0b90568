import type { ItemRef } from '../meaning.ts';
import {
  EXTRA_BEFORE,
  ITEM_BEFORE,
  ITEM_BEHIND,
  ITEM_JOINT,
  ITEM_LINE,
  ITEM_RUN,
  ITEM_STATES,
  ITEMS_ONLY,
  NUMBER_TO_TITLE,
  SPEAKS_OF_ITEMS,
  STARTS,
} from '../wording-grounding.ts';
import type { Quantity } from '../wording-quantities.ts';
import type { Mention } from './binding.ts';

/** Numbers that are those of items: after the word item, before a title, or joined to such a number. */
export function itemNumbers(
  text: string,
  numbers: readonly Quantity[],
  titles: readonly Mention<readonly ItemRef[]>[],
  { numbers: known, extras }: { readonly numbers: ReadonlySet<number>; readonly extras: ReadonlySet<number> },
): Mention<readonly ItemRef[]>[] {
  const found: Mention<readonly ItemRef[]>[] = [];
  let kind: ItemRef['kind'] = 'plan';
  const only = ITEMS_ONLY.test(text);
  const speaksOfItems = SPEAKS_OF_ITEMS.test(text);
  const isRun = (i: number): boolean => {
    const [own, next] = [numbers[i], numbers[i + 1]];
    const isBare = (q: Quantity | undefined): boolean =>
      q !== undefined && !q.sized && !q.negative && known.has(q.bare);
    if (!own || !isBare(own)) return false;
    if (ITEM_STATES.test(text.slice(own.end)) && STARTS.test(text.slice(0, own.start))) return true;
    return isBare(next) && ITEM_RUN.test(text.slice(own.end, next?.start));
  };
  for (const [i, { start, print, bare, sized, unit }] of numbers.entries()) {
    const end = start + String(print.match(/^\d+/u)?.[0] ?? '').length;
    const before = text.slice(0, start);
    const last = found.at(-1);
    const joined = last !== undefined && ITEM_JOINT.test(text.slice(last.end, start));
    const title = titles.find((t) => t.start >= end && NUMBER_TO_TITLE.test(text.slice(end, t.start)));
    // ・11, Following up … (its title).
    const isOwn = (t: (typeof titles)[number]): boolean => t.start >= end && t.value.some((ref) => ref.number === bare);
    const leads = ITEM_LINE.test(before) && titles.some(isOwn);
    const listed = title !== undefined && (ITEM_LINE.test(before) || title.value.some((ref) => ref.number === bare));
    const named =
      only ||
      leads ||
      ITEM_BEFORE.test(before) ||
      ITEM_BEHIND.test(text.slice(end)) ||
      listed ||
      (speaksOfItems && isRun(i));
    // 18 人事…: the first character of a title is no unit.
    const isSized = sized && unit !== null && !(title && title.start < start + print.length);
    // Items go by digits: of 34 items, twenty-two.
    if (!Number.isInteger(bare) || !/^\d/u.test(print) || isSized || !(named || joined)) continue;
    const isExtra = EXTRA_BEFORE.test(before) || extras.has(bare);
    if (!joined) kind = isExtra ? 'extra' : 'plan';
    const titled = titles.find(isOwn)?.value.filter((ref) => ref.number === bare) ?? [];
    if (titled.length > 0) kind = titled.every((ref) => ref.kind === 'extra') ? 'extra' : 'plan';
    found.push({ start, end, value: [{ kind, number: bare }] });
  }
  return found;
}
