import { latest } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import type { ItemRef } from '../meaning.ts';
import { becomes, COUNTS_ITEMS, EXCEPT_BEFORE, THESE_BEFORE } from '../wording-grounding.ts';
import { COUNTED_ALL, ONLY_BEFORE, ONLY_BEHIND } from '../wording-grounding-quantifiers.ts';
import type { Quantity } from '../wording-quantities.ts';
import { governing } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import { isSame, unique } from './facts.ts';
import type { Topic } from './labels.ts';

/** As many as the sentence names itself: A and B, these two; or as the list behind it, or before it, has. */
export function isListed(number: Quantity, claims: Claims, topic: Topic, evidence: Evidence): boolean {
  if (number.unit !== 'items' && number.unit !== 'sections') return false;
  // That there are no more is not told by those that are listed.
  if (ONLY_BEFORE.test(claims.text.slice(0, number.start)) || ONLY_BEHIND.test(claims.text.slice(number.end)))
    return false;
  if (number.bare > 1 && isLength(number, claims, topic, evidence)) return true;
  const { items, subjects } = claims;
  const named = unique(items.flatMap((m) => (m.value.length === 1 ? m.value : [])).map(refOf));
  const offices = unique(subjects.flatMap((m) => m.value.slice(0, 1))).filter(
    (name) => name !== WHOLE && !evidence.averages.includes(name),
  );
  const areOffices = number.unit === 'sections' || !COUNTS_ITEMS.test(number.counter);
  return number.bare > 1 && (number.bare === named.length || (areOffices && number.bare === offices.length));
}

/** The length of a list, or what is left of it; the items of one that is told with statuses have to have them. */
function isLength(number: Quantity, claims: Claims, { ahead, listed }: Topic, evidence: Evidence): boolean {
  const before = claims.text.slice(0, number.start);
  const refersBack = THESE_BEFORE.test(before) || COUNTED_ALL.test(claims.text.slice(number.end));
  const list = ahead ?? (listed.lines > 0 && refersBack ? listed : null);
  if (!list) return false;
  const left = EXCEPT_BEFORE.test(before) ? 1 : 0;
  const lengths = [list.lines, unique(list.items.map(refOf)).length, unique(list.subjects).length];
  if (!lengths.some((length) => length > 1 && length - left === number.bare)) return false;
  if (list.items.length === 0) return true;
  const { statuses, negated, years } = claims;
  // A year without a status is one of a schedule.
  if (statuses.length + negated.length === 0) return years.length === 0;
  return list.items.every((ref) => hasSaid(ref, claims, evidence));
}

/** Whether an item has the status that is said of all, or went from the first to the last of those. */
function hasSaid(ref: ItemRef, { text, statuses, negated, years }: Claims, evidence: Evidence): boolean {
  const own = evidence.statuses.filter((s) => isSame(s.item, ref));
  const newest = latest(own.map((s) => s.year));
  const [first, last] = [statuses[0], statuses.at(-1)];
  const isTurn = first && last && String(first.value) !== String(last.value) && becomes(text, statuses);
  const has = (mention: Claims['statuses'][number], year: string | undefined): boolean =>
    own.some((s) => s.year === year && mention.value.includes(s.status));
  const before = latest(own.map((s) => s.year).filter((year) => year !== newest));
  if (isTurn) return has(first, before) && has(last, newest);
  const then = (mention: Claims['statuses'][number]): string | undefined =>
    governing(text, mention, years)?.value ?? newest;
  return (
    negated.every((mention) => !has(mention, then(mention))) &&
    (statuses.length === 0 || statuses.some((mention) => has(mention, then(mention))))
  );
}

function refOf({ kind, number }: ItemRef): string {
  return `${kind} ${number}`;
}
