import { type FiscalYear, latest } from '../../report/fiscal-year.ts';
import type { PlanItem, Status } from '../../report/model.ts';
import { STATUSES, WHOLE } from '../../tools/progress-figures.ts';
import type { ItemRef } from '../meaning.ts';
import { LATE } from '../wording-grounding.ts';
import {
  ALL_IN_TEXT,
  CHANGED,
  COUNT_NEXT,
  COUNTED_ALL,
  GROUP_NEXT,
  HAS_ALL,
  HAS_SOME,
  REFERS_BACK,
} from '../wording-grounding-quantifiers.ts';
import { IN_CHARGE } from '../wording-grounding-words.ts';
import { governing, type Mention, type Place } from './binding.ts';
import type { Claims } from './claims.ts';
import { type Evidence, itemsMeant } from './evidence.ts';
import { isSame, unique } from './facts.ts';
import type { Topic } from './labels.ts';
import { areSoMany, type Quantifier } from './quantifier-words.ts';
import { itemsAbout } from './topic.ts';

/** Whether all, none, most or only those that are named among the items of a subject are as a sentence says. */
export function isSaidOfItems(quantifier: Quantifier, claims: Claims, topic: Topic, evidence: Evidence): boolean {
  const { text, numbers } = claims;
  if (IN_CHARGE.test(text)) return isInCharge(quantifier, claims, topic, evidence);
  const stated = statedIn(claims);
  const status = nearestMention(quantifier, stated);
  // So many, and no more: the number is looked up by itself.
  const isCounted = numbers.some(
    (n) => n.end <= quantifier.start && /^[)）\s]*$/u.test(text.slice(n.end, quantifier.start)),
  );
  const isCountNext = numbers.some(
    (n) => n.start >= quantifier.end && COUNT_NEXT.test(text.slice(quantifier.end, n.start)),
  );
  if (quantifier.kind === 'only' && (isCounted || isCountNext)) return true;
  if (status) return holdsFor(quantifier, status, claims, topic, evidence);
  if (CHANGED.test(text) && claims.items.length === 0) return isChanged(quantifier, claims, topic, evidence);
  // The pillar of each of those named is looked up with them.
  if (quantifier.kind === 'all' && isOfPillar(quantifier, claims, topic, evidence)) return true;
  return isInText(quantifier, claims, topic, evidence);
}

function isOfPillar({ end }: Quantifier, claims: Claims, topic: Topic, evidence: Evidence): boolean {
  const pillars = new Set(evidence.items.map((i) => i.pillar));
  const isNamed = claims.subjects.some((m) => m.start >= end && m.value.some((name) => pillars.has(name)));
  return isNamed && itemsAbout(claims, topic, evidence).length > 1;
}

/** Statuses, said or denied, and being late, which is to be partly done or not at all. */
function statedIn({ text, statuses, negated }: Claims): Mention<readonly Status[]>[] {
  const late = LATE.exec(text);
  const own: Mention<readonly Status[]>[] = late
    ? [{ start: late.index, end: late.index + late[0].length, value: ['partial', 'not'] }]
    : [];
  return [...statuses, ...negated, ...own];
}

function holdsFor(
  quantifier: Quantifier,
  status: Mention<readonly Status[]>,
  claims: Claims,
  topic: Topic,
  evidence: Evidence,
): boolean {
  const { text, negated, subjects, years, items } = claims;
  const { kind, start, end } = quantifier;
  const place: Place = { start, end };
  const year = governing(text, place, years)?.value ?? null;
  if (kind === 'only') return isOnly(quantifier, status, year, claims, topic, evidence);
  // Of items that are named, each one's status is looked up.
  if (items.length > 1 && kind !== 'but') return true;
  if (kind === 'all' && GROUP_NEXT.test(text.slice(end)) && HAS_SOME.test(text)) {
    const groups = unique(evidence.facts.flatMap((f) => f.subjects)).flatMap((name) =>
      name === WHOLE ? [] : (countsOf(name, year, evidence) ?? []),
    );
    return groups.length > 1 && groups.every((counts) => status.value.some((s) => counts[s] > 0));
  }
  const names = governing(text, place, subjects)?.value ?? topic.subjects ?? [WHOLE];
  return names.some((name) => {
    const counts = countsOf(name, year, evidence);
    const excepted = unique(items.flatMap((m) => m.value.map((ref) => `${ref.kind} ${ref.number}`))).length;
    if (!counts) return kind === 'none' && isNoneListed(name, status.value, evidence);
    const total = STATUSES.reduce((sum, s) => sum + counts[s], 0);
    const of = status.value.reduce((sum, s) => sum + counts[s], 0);
    const own = negated.includes(status) ? total - of : of;
    return kind === 'but' ? excepted > 0 && own === total - excepted : areSoMany(kind, own, total);
  });
}

/** Only the subject or the items that are named have a status: no other that the results count. */
function isOnly(
  { start, end }: Quantifier,
  status: Mention<readonly Status[]>,
  year: FiscalYear | null,
  claims: Claims,
  topic: Topic,
  evidence: Evidence,
): boolean {
  const { text, subjects, groups, items } = claims;
  const touches = (m: Place): boolean => m.end <= start && /^[)）」』\s]*$/u.test(text.slice(m.end, start));
  const follows = (m: Place): boolean =>
    m.start >= end && /^[\s(（「]*(?:in |for |the |item |items )*$/iu.test(text.slice(end, m.start));
  const holder = subjects.find(touches) ?? subjects.find(follows);
  if (holder) {
    const held = (groups.find((g) => g.some((m) => m.start <= holder.start && m.end >= holder.end)) ?? [holder]).map(
      (m) => m.value,
    );
    const others = new Set(
      evidence.facts.flatMap((f) => f.subjects).filter((s) => s !== WHOLE && !held.flat().includes(s)),
    );
    const has = (name: string): boolean | null => {
      const counts = countsOf(name, year, evidence);
      return counts && status.value.some((s) => counts[s] > 0);
    };
    return others.size > 0 && ![...others].some(has) && held.every((names) => !names.some((n) => has(n) === false));
  }
  if (!items.some((m) => touches(m) || follows(m))) return false;
  const named = itemsMeant(
    items.flatMap((m) => m.value),
    evidence,
  );
  const scope = governing(text, status, subjects)?.value ?? topic.subjects ?? [WHOLE];
  return status.value.every((s) => {
    const own = evidence.facts.filter(
      (f) =>
        f.kind === 'count' &&
        f.unit === 'items' &&
        String(f.statuses) === s &&
        (f.subjects.length === 0 || f.subjects.some((n) => scope.includes(n))),
    );
    const newest = latest(own.flatMap((f) => f.years));
    return own.some((f) => f.bare === named.length && (newest === undefined || f.years.includes(year ?? newest)));
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

/** The mention that stands nearest to a place. */
export function nearestMention<T>({ start, end }: Place, mentions: readonly Mention<T>[]): Mention<T> | undefined {
  const away = (m: Place): number => (m.start >= end ? m.start - end : start - m.end);
  return mentions.toSorted((a, b) => away(a) - away(b))[0];
}

/** How many items of a subject have each status, as far as the results tell it. */
export function countsOf(subject: string, year: FiscalYear | null, { facts }: Evidence): Record<Status, number> | null {
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

/** Those of the list that was told, where all of them are meant: all of them, all three. */
function areListed(
  text: string,
  { start }: Place,
  numbers: Claims['numbers'],
  listed: readonly ItemRef[],
): readonly ItemRef[] {
  const isCounted = numbers.some((n) => n.bare === listed.length && COUNTED_ALL.test(text.slice(n.end)));
  return listed.length > 1 && (isCounted || REFERS_BACK.test(text.slice(start))) ? listed : [];
}

/** The items of a pillar that is named, all of which the results have; those that are named; null where it is not known. */
function itemsOf(
  { items, subjects, text, numbers }: Claims,
  at: Place,
  topic: Topic,
  evidence: Evidence,
): PlanItem[] | null {
  const refs = items.length > 0 ? items.flatMap((m) => m.value) : areListed(text, at, numbers, topic.listed.items);
  if (refs.length > 0) return itemsMeant(refs, evidence);
  const pillars = new Set(evidence.items.map((i) => i.pillar));
  const named = subjects.filter((m) => m.value.some((n) => pillars.has(n)));
  const names = governing(text, at, named)?.value ?? topic.subjects ?? [];
  const own = evidence.items.filter((i) => i.kind === 'plan' && i.pillar !== null && names.includes(i.pillar));
  const total = evidence.facts.find(
    (f) => f.kind === 'count' && f.measures.includes('items') && f.subjects.some((s) => names.includes(s)),
  );
  const listed = evidence.facts.some(
    (f) => f.kind === 'count' && f.bare === own.length && f.subjects.some((s) => names.includes(s)),
  );
  return own.length > 0 && (total ? total.bare === own.length : listed) ? own : null;
}

function isInCharge(quantifier: Quantifier, claims: Claims, topic: Topic, evidence: Evidence): boolean {
  const items = itemsOf(claims, quantifier, topic, evidence);
  const owners = new Set((items ?? []).flatMap((i) => i.owners ?? []));
  const said = new Set(claims.subjects.flatMap((m) => m.value).filter((name) => owners.has(name)));
  if (!items || items.length === 0 || said.size === 0) return false;
  const all = items.every((i) => [...said].every((name) => i.owners?.includes(name)));
  return quantifier.kind === 'only' ? owners.size === said.size && all : quantifier.kind === 'all' && all;
}

function isChanged(quantifier: Quantifier, claims: Claims, topic: Topic, evidence: Evidence): boolean {
  const items = itemsOf(claims, quantifier, topic, evidence);
  const { kind } = quantifier;
  if (!items || kind === 'only' || kind === 'but') return false;
  const { not } = CHANGED.exec(claims.text)?.groups ?? {};
  const isSteady = not !== undefined;
  const moved = items.filter((item) => {
    const own = evidence.statuses.filter((s) => isSame(s.item, item)).toSorted((a, b) => (a.year < b.year ? -1 : 1));
    const [before, after] = own.slice(-2);
    return before !== undefined && after !== undefined && (before.status === after.status) === isSteady;
  });
  return areSoMany(kind, moved.length, items.length);
}

/** The same word of the same thing in the text of an item; in another language than the text, of anything there. */
function isInText(
  { kind, start, end }: Quantifier,
  { text, items }: Claims,
  topic: Topic,
  evidence: Evidence,
): boolean {
  const named = itemsAbout({ items }, topic, evidence);
  const own = evidence.sentences.filter((s) => named.length === 0 || (s.item !== null && named.includes(s.item)));
  const nouns = [text.slice(end, end + REACH), text.slice(Math.max(0, start - REACH), start)].flatMap((part) =>
    [...part.matchAll(/\p{Script=Han}{2}|\p{Script=Katakana}{2,}/gu)].map(([noun]) => noun),
  );
  return own.some(({ text: said }) => {
    const print = text.slice(start, end);
    if (kind !== 'all') return said.includes(print) && nouns.some((noun) => said.includes(noun));
    return HAS_ALL.test(said) && nouns.some((noun) => ALL_IN_TEXT.test(said.slice(0, Math.max(0, said.indexOf(noun)))));
  });
}
/** So many letters around a word are what it is said of. */
const REACH = 8;
