import { addYears, latest } from '../../report/fiscal-year.ts';
import type { Status } from '../../report/model.ts';
import { STATUSES } from '../../tools/progress-figures.ts';
import { FROM_BEFORE, FROM_BEHIND } from '../wording-grounding.ts';
import type { Quantity } from '../wording-quantities.ts';
import type { Claims } from './claims.ts';
import { type Fact, FOUND, isSame } from './facts.ts';
import { statusesFit } from './fits.ts';
import { isTotal, type Labels } from './labels.ts';

/** Whether a fact is of what a number is said to be of. */
export function labelsFit(fact: Fact, labels: Labels): boolean {
  const fits = <T>(own: readonly T[], said: readonly T[] | null): boolean =>
    own.length === 0 || said === null || said.some((label) => own.includes(label));
  const { item } = fact;
  const isText = fact.kind === 'text';
  const itemFits = item === null || !labels.items || labels.items.some((ref) => isSame(ref, item));
  return (
    fits(fact.subjects, labels.subjects) &&
    fits(fact.measures, fact.measures.some(isCountMeasure) ? null : labels.measures) &&
    fits(fact.years, isText ? labels.ownYears : labels.years) &&
    (statusesFit(fact.statuses, labels.statuses) ||
      (fact.kind === 'calculated' && fact.statuses.every((status) => labels.named.includes(status)))) &&
    (labels.statuses === null || fact.statuses.length > 0 || !isCounting(fact) || isOfGroups(fact)) &&
    (!isCounting(fact) || fact.kind === 'text' || fact.without === labels.without || isRest(fact, labels.without)) &&
    ((!isText && fact.kind !== 'count') || itemFits)
  );
}

/** A count of which no year is said is one of the newest; the first of two, from 12 to 21, is of the year before. */
export function isNewest(
  fact: Fact,
  number: Quantity,
  { text }: Claims,
  labels: Labels,
  facts: readonly Fact[],
): boolean {
  const [year] = fact.years;
  if (labels.years !== null || year === undefined || !isCount(fact)) return true;
  const alike = facts.filter((f) => String(f.subjects) === String(fact.subjects) && isCount(f));
  const newest = latest(alike.flatMap((f) => f.years)) ?? year;
  const isFirst = FROM_BEHIND.test(text.slice(number.end)) || FROM_BEFORE.test(text.slice(0, number.start));
  return year === (isFirst ? addYears(newest, -1) : newest);
}

/** A number of things without a name, where the results count those of the one that is named. */
export function isAnybodys(
  fact: Fact,
  number: Quantity,
  { text }: Claims,
  labels: Labels,
  facts: readonly Fact[],
): boolean {
  if (fact.kind !== 'count' || fact.subjects.length > 0 || number.unit !== 'items' || isTotal(number, text))
    return false;
  return facts.some(
    (f) => isCount(f) && !f.measures.includes(FOUND) && f.subjects.some((s) => labels.subjects?.includes(s)),
  );
}

/** How many items of somebody have a status backs no number of things of which neither is said. */
export function isNobodys(fact: Fact, { subjects, statuses, without }: Labels, claims: Claims): boolean {
  // A sentence about an item goes on about no pillar.
  const isAnybodys = subjects === null || (claims.subjects.length === 0 && claims.items.length > 0);
  return isCount(fact) && fact.statuses.length > 0 && isAnybodys && statuses === null && without === null;
}

/** A number of things: beside a status it has to be the number of those that have it. */
function isCounting({ kind, unit }: Fact): boolean {
  return (kind === 'count' && unit !== 'years') || (kind === 'text' && (unit === null || unit === 'items'));
}

/** The number of those that have any of the other statuses. */
function isRest({ statuses }: Fact, without: Status | null): boolean {
  return without !== null && STATUSES.every((status) => statuses.includes(status) === (status !== without));
}

/** How many pillars, sections or accounts a result has, of whichever of their items something is said. */
function isOfGroups({ kind, unit, subjects }: Fact): boolean {
  return kind === 'count' && unit === null && subjects.length === 0;
}

/** A number of items, or a share of them. */
export function isCountMeasure(measure: string): boolean {
  return /^(?:items|share)(?:\.|$)/u.test(measure);
}

/** How many items something has, or which share of them. */
export function isCount(fact: Fact): boolean {
  return fact.measures.some(isCountMeasure);
}

/** What a table prints for the subject and measure that are said. */
export function printedFor(fact: Fact, { subjects, measures }: Labels, { unit }: Quantity): boolean {
  return (
    subjects !== null &&
    fact.subjects.some((s) => subjects.includes(s)) &&
    // Of an account that lost money without a word for which balance, the tables have amounts.
    (measures === null ? unit === 'yen' && fact.unit === unit : fact.measures.some((m) => measures.includes(m)))
  );
}
