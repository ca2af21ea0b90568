import { type FiscalYear, latest } from '../../report/fiscal-year.ts';
import type { Status } from '../../report/model.ts';
import { STATUSES, WHOLE } from '../../tools/progress-figures.ts';
import {
  ALL,
  HALF,
  HALF_ABOVE,
  HALF_BELOW,
  HALF_BEYOND,
  NEARLY_ALL,
  NONE,
  ONLY,
  ONLY_IN,
} from '../wording-grounding-words.ts';
import { governing, type Mention, type Place } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';

/** All, most, none, half and only, beside a status: what the counts of the results say. */
export function wrongQuantifiers(claims: Claims, topic: Topic, evidence: Evidence): Ungrounded[] {
  const { text, statuses, negated } = claims;
  const stated = [...statuses, ...negated];
  const wrong = (found: RegExpExecArray, isTrue: boolean): Ungrounded[] =>
    isTrue ? [] : [{ kind: 'figure', text: found[0] }];
  const halves = [...text.matchAll(HALF)].flatMap((half) => wrong(half, isHalf(half, claims, topic, evidence)));
  if (stated.length === 0) return halves;
  const check = (shape: RegExp, holds: (of: number, total: number) => boolean): Ungrounded[] => {
    const found = shape.exec(text);
    // 21 of all 34 items: a number that is checked by itself.
    if (!found || /^\s*\d/u.test(text.slice(found.index + found[0].length))) return [];
    return wrong(found, holdsFor(found, claims, topic, evidence, holds));
  };
  return [
    ...halves,
    ...check(ALL, (of, total) => of === total),
    ...check(NEARLY_ALL, (of, total) => of < total && of >= MOSTLY * total),
    ...check(NONE, (of) => of === 0),
    ...onlyOne(claims, evidence),
  ];
}
/** Nearly all are at least so many. */
const MOSTLY = 0.8;

function holdsFor(
  { index, 0: print }: RegExpExecArray,
  claims: Claims,
  topic: Topic,
  evidence: Evidence,
  holds: (of: number, total: number) => boolean,
): boolean {
  const { text, statuses, negated, subjects, years } = claims;
  // Of items that are named, each one's status is looked up.
  if (claims.items.length > 1) return true;
  const place: Place = { start: index, end: index + print.length };
  const status = nearestMention(place, [...statuses, ...negated]);
  if (!status) return true;
  const names = governing(text, place, subjects)?.value ?? topic.subjects ?? [WHOLE];
  const year = governing(text, place, years)?.value ?? null;
  return names.some((name) => {
    const counts = countsOf(name, year, evidence);
    if (!counts) return isNoneListed(name, status.value, evidence) && holds(0, 1);
    const total = STATUSES.reduce((sum, s) => sum + counts[s], 0);
    const own = status.value.reduce((sum, s) => sum + counts[s], 0);
    return holds(negated.includes(status) ? total - own : own, total);
  });
}

/** A list that was asked for by this status, and is empty. */
function isNoneListed(subject: string, statuses: readonly Status[], { facts }: Evidence): boolean {
  return facts.some(
    (f) =>
      f.kind === 'count' &&
      f.bare === 0 &&
      (f.subjects.length === 0 || f.subjects.includes(subject)) &&
      f.statuses.length > 0 &&
      statuses.every((s) => f.statuses.includes(s)),
  );
}

function nearestMention<T>({ start, end }: Place, mentions: readonly Mention<T>[]): Mention<T> | undefined {
  const away = (m: Place): number => (m.start >= end ? m.start - end : start - m.end);
  return mentions.toSorted((a, b) => away(a) - away(b))[0];
}

/** How many items of a subject have each status, as far as the results tell it. */
function countsOf(subject: string, year: FiscalYear | null, { facts }: Evidence): Record<Status, number> | null {
  const own = facts.filter(
    (f) => f.subjects.includes(subject) && f.statuses.length === 1 && f.measures.some((m) => m.startsWith('items.')),
  );
  const then = year ?? latest(own.flatMap((f) => f.years));
  const of = (status: Status): number | undefined =>
    own.find((f) => f.statuses[0] === status && then !== undefined && f.years.includes(then))?.bare;
  const [done, partial, not, later] = STATUSES.map(of);
  if (done === undefined || partial === undefined || not === undefined || later === undefined) return null;
  return { done, partial, not, later };
}

/** A half in words is that of two numbers of the sentence, or of a count of the results; more than a half, of a count. */
function isHalf(half: RegExpExecArray, claims: Claims, topic: Topic, evidence: Evidence): boolean {
  const [above, below, beyond] = [HALF_ABOVE, HALF_BELOW, HALF_BEYOND].map((side) => side.test(half[0]));
  const numbers = claims.numbers.filter((n) => n.unit === 'items' || n.unit === null).map((n) => n.bare);
  if (!beyond && numbers.some((n) => numbers.includes(2 * n))) return true;
  const holds = (of: number, total: number): boolean =>
    2 * of === total ? total > 0 && !beyond : (2 * of > total ? above : below) === true;
  return claims.statuses.length > 0 && holdsFor(half, claims, topic, evidence, holds);
}

/** Only one of several has a status: all others that the results count have none with it. */
function onlyOne(claims: Claims, evidence: Evidence): Ungrounded[] {
  const { text, subjects, statuses } = claims;
  const found = ONLY.exec(text);
  if (!found) return [];
  const end = found.index + found[0].length;
  const holder =
    subjects.find((m) => m.end <= found.index && /^[)）」\s]*$/u.test(text.slice(m.end, found.index))) ??
    subjects.find((m) => m.start >= end && ONLY_IN.test(text.slice(end, m.start)));
  const status = holder && nearestMention(holder, statuses);
  if (!holder || !status) return [];
  const year = governing(text, status, claims.years)?.value ?? null;
  const others = new Set(
    evidence.facts.flatMap((f) => f.subjects).filter((s) => s !== WHOLE && !holder.value.includes(s)),
  );
  const alone = [...others].every((name) => {
    const counts = countsOf(name, year, evidence);
    return !counts || status.value.every((s) => counts[s] === 0);
  });
  return alone && others.size > 0 ? [] : [{ kind: 'figure', text: found[0] }];
}
