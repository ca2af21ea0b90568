import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { Status } from '../../report/model.ts';
import type { ItemRef } from '../meaning.ts';
import {
  CLAUSE_END,
  HAS_STATUS,
  HOLDS,
  JOINT,
  JOINT_STATUS,
  RESPECTIVELY,
  TOTAL_BEFORE,
  TOTAL_BEHIND,
} from '../wording-grounding.ts';
import { COMES_BEFORE } from '../wording-grounding-order.ts';
import type { Quantity } from '../wording-quantities.ts';
import { governing, type Mention } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Units } from './evidence.ts';
import { yearAt, yearsAt } from './label-years.ts';

/** What a number is said to be a number of. Null where neither the sentence nor one before it says so. */
export interface Labels {
  readonly subjects: readonly string[] | null;
  readonly measures: readonly string[] | null;
  readonly years: readonly FiscalYear[] | null;
  /** As `years`, but only where this very sentence names one. */
  readonly ownYears: readonly FiscalYear[] | null;
  /** Each group that may be meant: one status, or those that are told together. */
  readonly statuses: readonly (readonly Status[])[] | null;
  /** All that the sentence names: a sum is of several. */
  readonly named: readonly Status[];
  /** The status that those counted do not have. */
  readonly without: Status | null;
  readonly items: readonly ItemRef[] | null;
  /** Several that go by the name that is said; empty for a name of one. */
  readonly namesakes: readonly string[];
}

/** What sentences before have named: a sentence that names nothing new goes on about it. */
export interface Topic {
  readonly subjects: readonly string[] | null;
  readonly measures: readonly string[] | null;
  readonly years: readonly FiscalYear[] | null;
  readonly items: readonly ItemRef[] | null;
  /** The counts of items, or their shares, that a status stands for which was told since the last measure. */
  readonly counted: readonly string[] | null;
  /** All of the list that was told last, line by line, else of the last sentence that named any. */
  readonly listed: Listed;
  /** The list that follows the sentence, where one does. */
  readonly ahead: Listed | null;
}

/** A list of a draft: all that its lines name. */
export interface Listed {
  readonly subjects: readonly string[];
  readonly items: readonly ItemRef[];
  /** True amid a list: the next line goes on with it. */
  readonly isOpen: boolean;
  /** How many lines it has; none for a sentence. */
  readonly lines: number;
}

/**
 * What a number is said of. Several where one figure is said of a group (both A and B have 5), each of which it has to
 * fit; of a group with as many figures it is the one in its place.
 */
export function labelsOf(number: Quantity, claims: Claims, topic: Topic, units: Units): Labels[] {
  const { text, subjects, groups, yearGroups } = claims;
  const own = yearAt(number, claims);
  const holder = number.unit === 'rank' ? holderOf(number, claims, topic) : null;
  const subject = governing(text, number, subjects);
  const labels: Labels = {
    subjects: holder ?? subject?.value ?? topic.subjects,
    measures: measuresAt(number, claims, units) ?? topic.measures,
    ownYears: own ? [own.value] : null,
    years: yearsAt(number, own, topic, claims),
    statuses: statusesAt(number, claims),
    named: claims.statuses.flatMap((m) => m.value),
    without: negatedAt(number, claims),
    items: governing(text, number, claims.items)?.value ?? topic.items,
    namesakes: subject && subject.value.length > 1 ? subject.value : [],
  };
  const ofSubjects = holder ? null : sharedBy(number, subject, groups, claims);
  const ofYears = sharedBy(number, own, yearGroups, claims);
  return (ofSubjects ?? [null]).flatMap((s) =>
    (ofYears ?? [null]).map((y) => ({
      ...labels,
      ...(s ? { subjects: s.value } : {}),
      ...(y ? { years: [y.value], ownYears: [y.value] } : {}),
    })),
  );
}

/** The members of a group of which a number is said; null when it is of one alone. */
function sharedBy<T>(
  number: Quantity,
  mention: Mention<T> | null,
  groups: readonly (readonly Mention<T>[])[],
  { text, numbers }: Claims,
): readonly Mention<T>[] | null {
  const group = mention && groups.find((g) => g.some((m) => m.start <= mention.start && m.end >= mention.end));
  const last = group?.at(-1);
  if (!group || !last || group.length < 2 || number.start < last.end) return null;
  // The figures behind the group, as far as they are joined as well.
  const figures: Quantity[] = [];
  for (const next of numbers.filter((n) => n.start >= last.end && n.unit === number.unit)) {
    const before = figures.at(-1);
    if (before && !JOINT.test(text.slice(before.end, next.start))) break;
    figures.push(next);
  }
  const at = figures.indexOf(number);
  if (at < 0) return null;
  if (figures.length === 1) return group;
  const own = figures.length === group.length ? group[at] : undefined;
  return own ? [own] : null;
}

/** Who has a rank: the name right behind it; not the one that it comes after. */
function holderOf({ start, end }: Quantity, { text, subjects }: Claims, topic: Topic): readonly string[] | null {
  const next = subjects.find((m) => m.start >= end);
  if (next && HOLDS.test(text.slice(end, next.start))) return next.value;
  const before = subjects.filter((m) => m.end <= start);
  const isPassed = COMES_BEFORE.test(text.slice(before.at(-1)?.end ?? start, start));
  return isPassed ? (before.at(-2)?.value ?? topic.subjects) : null;
}

/** A measure before the number, and one that belongs to it behind: a balance of 5 yen is a surplus, too. */
function measuresAt(number: Quantity, { text, measures: named }: Claims, units: Units): readonly string[] | null {
  // Hours are none of a measure in per cent.
  const isOf = (name: string): boolean => {
    const own = units.get(name);
    return (
      !number.sized || own === undefined || own.has(number.unit) || (number.unit === 'points' && own.has('percent'))
    );
  };
  const fitting = named.filter((m) => m.value.some(isOf));
  const measures = fitting.length > 0 && number.unit !== 'times' ? fitting : named;
  const before = measures.findLast((m) => m.end <= number.start)?.value ?? [];
  const bound = governing(text, number, measures)?.value ?? [];
  return before.length + bound.length > 0 ? [...before, ...bound] : null;
}

/** The status before a number, or right behind it in the same clause; none for a total of which a part has it. */
function statusesAt(number: Quantity, claims: Claims): readonly (readonly Status[])[] | null {
  if (isTotal(number, claims.text)) return null;
  const { before, behind } = nearStatuses(number, claims, claims.statuses);
  const groups = [before, behind].flatMap((m) => (m ? groupAt(m, claims) : []));
  return groups.length > 0 ? groups : null;
}

/** A status with those that are joined to it: △ or ×. Each for itself where the sentence tells them apart. */
function groupAt(mention: Mention<readonly Status[]>, { text, statuses, years }: Claims): (readonly Status[])[] {
  const at = statuses.indexOf(mention);
  const joins = (i: number): boolean =>
    JOINT_STATUS.test(without(years, text, statuses[i]?.end ?? 0, statuses[i + 1]?.start ?? 0));
  let [first, last] = [at, at];
  while (first > 0 && joins(first - 1)) first--;
  while (last < statuses.length - 1 && joins(last)) last++;
  const all = [...new Set(statuses.slice(first, last + 1).flatMap((m) => m.value))];
  const own = [[...mention.value], ...(mention.value.length > 1 ? mention.value.map((s) => [s]) : [])];
  if (all.length === mention.value.length) return own;
  return RESPECTIVELY.test(text) ? [all, ...own] : [all];
}

/** A stretch of a text without the years in it: from one status in a year to another in the next. */
function without(years: Claims['years'], text: string, start: number, end: number): string {
  const inside = years.filter((m) => m.start >= start && m.end <= end);
  return inside.reduceRight(
    (rest, m) => rest.slice(0, m.start - start) + rest.slice(m.end - start),
    text.slice(start, end),
  );
}

function negatedAt(number: Quantity, claims: Claims): Status | null {
  if (isTotal(number, claims.text)) return null;
  const { before, behind } = nearStatuses(number, claims, claims.negated);
  const [status, second] = (before ?? behind)?.value ?? [];
  return second === undefined ? (status ?? null) : null;
}

function nearStatuses(
  number: Quantity,
  { text, numbers }: Claims,
  statuses: readonly Mention<readonly Status[]>[],
): { before: Mention<readonly Status[]> | undefined; behind: Mention<readonly Status[]> | undefined } {
  const before = statuses.findLast((m) => m.end <= number.start);
  const behind = statuses.find((m) => m.start >= number.end);
  if (!behind) return { before, behind };
  // Its share in brackets, and the bracket that a share stands in, part nothing.
  const remark = /^\s*(?:[(（][^()（）]*)?[)）]/u.exec(text.slice(number.end))?.[0].length ?? 0;
  const from = number.end + remark;
  // So does one in brackets of its own: 21 of the 34 items (61.8%) are done.
  const plain = text.replaceAll(/[(（][^()（）]*[)）]/gu, (inside) => ' '.repeat(inside.length));
  const between = (behind.start < plain.length && plain[behind.start] !== ' ' ? plain : text).slice(from, behind.start);
  const isInside = (n: Quantity): boolean => between.slice(n.start - from, n.end - from).trim() === '';
  if (HAS_STATUS.test(between)) return { before: undefined, behind };
  const isNear =
    !CLAUSE_END.test(between) &&
    !between.includes('|') &&
    !numbers.some((n) => n.start >= from && n.end <= behind.start && !isInside(n) && !isTotal(n, text));
  return { before, behind: isNear ? behind : undefined };
}

/** True for a number of which the sentence names a part. */
export function isTotal(number: Quantity, text: string): boolean {
  return TOTAL_BEFORE.test(text.slice(0, number.start)) || TOTAL_BEHIND.test(text.slice(number.end));
}
