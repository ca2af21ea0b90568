import { LACKS, LATE } from '../wording-grounding.ts';
import { DENIED_SOON, STEADY } from '../wording-grounding-order.ts';
import {
  CHANGED,
  ENDS_WITH_IT,
  GOES_WITH,
  IN_TOP,
  LIKENESS,
  LONE_END,
  NONE_OF_FIGURES,
  OF_YEARS,
  ONLY_IN,
  THE_ONLY,
  YEARS_NEXT,
} from '../wording-grounding-quantifiers.ts';
import type { Mention, Place } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Fact, Ungrounded } from './facts.ts';
import { groupOf } from './groups.ts';
import { isSaidOfItems } from './item-quantifiers.ts';
import type { Topic } from './labels.ts';
import { TITLED, withoutNames } from './names.ts';
import { type Axis, type Predicate, predicatesIn } from './predicates.ts';
import { areSoMany, type Quantifier, quantifiersIn } from './quantifier-words.ts';
import { clauseAt } from './trend-years.ts';

/**
 * All, none, only and most: of whom, how many of them, and what. Each has to hold of the values or items that the results
 * have; what cannot be read as such, or is not in a text either, is not so.
 */
export function wrongQuantifiers(claims: Claims, topic: Topic, evidence: Evidence): Ungrounded[] {
  const text = withoutNames(claims, TITLED);
  const likeness = [LIKENESS, GOES_WITH].flatMap((shape) => shape.exec(text)?.[0] ?? []);
  const wrong = likeness.map((print): Ungrounded => ({ kind: 'order', text: print }));
  const said = quantifiersIn(text);
  if (said.length === 0) return wrong;
  // Among the first in every year: looked up by the ranks.
  if (IN_TOP.test(text)) return wrong;
  const { values } = evidence;
  const predicates = predicatesIn(claims, topic, values, evidence.averages);
  for (const quantifier of said) {
    const predicate = predicateOf(quantifier, predicates, text);
    const isTrue = predicate
      ? holds(quantifier, predicate, claims, topic, evidence, values)
      : isUnsaid(quantifier, claims, evidence)
        ? true
        : isSaidOfItems(quantifier, claims, topic, evidence);
    if (!isTrue) wrong.push({ kind: 'figure', text: quantifier.print });
  }
  return wrong;
}

/** What is not there is looked up by itself; a sentence that names nothing of the report says nothing of it. */
function isUnsaid({ kind, print }: Quantifier, claims: Claims, { items: told }: Evidence): boolean {
  const { text, measures, signs, subjects, items, statuses, negated, numbers } = claims;
  const isBare = measures.length + signs.length + subjects.length === 0;
  if (kind === 'none') {
    const isOfItems = statuses.length + negated.length > 0 || LATE.test(text) || CHANGED.test(text);
    return !isOfItems && (NONE_OF_FIGURES.test(print) ? isBare : true);
  }
  return (
    kind === 'only' &&
    (LACKS.test(text) || (isBare && told.length + items.length + statuses.length + numbers.length === 0))
  );
}

/** What is said of them: behind the word, or before it where the sentence ends with it. */
function predicateOf(
  { kind, start, end }: Quantifier,
  predicates: readonly Predicate[],
  text: string,
): Predicate | undefined {
  const clause = clauseAt(text, start);
  // Throughout and every year belong to the clause in which they stand.
  const own = predicates.filter((p) => p.start >= clause.start && p.end <= clause.end);
  const among = own.length > 0 && kind !== 'only' ? own : predicates;
  const before = among.findLast((p) => p.end <= start);
  const behind = among.find((p) => p.start >= end);
  return kind === 'only' && before && ENDS_WITH_IT.test(text.slice(end)) ? before : (behind ?? before);
}

function holds(
  quantifier: Quantifier,
  predicate: Predicate,
  claims: Claims,
  topic: Topic,
  evidence: Evidence,
  values: readonly Fact[],
): boolean {
  const { text, years, subjects, groups, yearGroups } = claims;
  const { kind, start, end, print } = quantifier;
  const around = text.slice(Math.max(0, start - 8), end);
  const holder = kind === 'only' ? holderOf(quantifier, text, subjects, groups).flatMap((m) => m.value) : [];
  const lone = kind === 'only' ? holderOf(quantifier, text, years, yearGroups).map((m) => m.value) : [];
  if (kind === 'only' && holder.length + lone.length === 0) return false;
  const isOfYears =
    kind === 'only'
      ? holder.length === 0
      : OF_YEARS.test(around) || YEARS_NEXT.test(text.slice(end)) || STEADY.test(print);
  const axis: Axis = isOfYears ? 'year' : 'subject';
  // That it rose or fell year after year is looked up with the years between which it did.
  if (
    kind === 'all' &&
    isOfYears &&
    predicate.isMove &&
    clauseAt(text, start).start === clauseAt(text, predicate.start).start
  )
    return true;
  const group = groupOf(axis, quantifier, predicate, claims, topic, evidence, values);
  if (!group) return false;
  const denied = kind !== 'none' && DENIED_SOON.test(text.slice(predicate.end));
  const found = group.map((value) => ({ value, is: predicate.holds(value, axis) }));
  // A first year has none before it.
  const known = found.filter((f) => f.is !== null || axis === 'subject');
  if (known.length === 0 || known.some((f) => f.is === null)) return false;
  const fits = known.map(({ value, is }) => ({ value, is: is !== denied }));
  const count = fits.filter((f) => f.is).length;
  if (kind === 'but') return false;
  if (kind !== 'only') return areSoMany(kind, count, fits.length);
  const isHolder = (f: Fact): boolean =>
    axis === 'subject' ? f.subjects.some((s) => holder.includes(s)) : f.years.some((y) => lone.includes(y));
  return fits.some((f) => isHolder(f.value)) && fits.every((f) => f.is === isHolder(f.value));
}

/** Who or which year is alone: named right before the word, or right behind it; X is the only one. */
function holderOf<T>(
  { start, end }: Quantifier,
  text: string,
  mentions: readonly Mention<T>[],
  groups: readonly (readonly Mention<T>[])[],
): readonly Mention<T>[] {
  const touches = (m: Place): boolean => m.end <= start && LONE_END.test(text.slice(m.end, start));
  const found =
    mentions.findLast(touches) ??
    mentions.find((m) => m.start >= end && ONLY_IN.test(text.slice(end, m.start))) ??
    (THE_ONLY.test(text.slice(0, start)) ? mentions.findLast((m) => m.end <= start) : undefined);
  return found ? (groups.find((g) => g.some((m) => m.start <= found.start && m.end >= found.end)) ?? [found]) : [];
}
