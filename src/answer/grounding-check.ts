import { compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { Status } from '../report/model.ts';
import { WHOLE } from '../tools/progress-figures.ts';
import { governing, type Mention } from './grounding-binding.ts';
import type { Claims } from './grounding-claims.ts';
import type { Evidence } from './grounding-evidence.ts';
import type { Fact, Ungrounded } from './grounding-facts.ts';
import { signFits } from './grounding-sign.ts';
import type { ItemRef } from './meaning.ts';
import {
  CLAUSE_END,
  EXTREME_END,
  HOLDS,
  LEAST,
  MOST,
  RANKED,
  TOTAL_BEFORE,
  TOTAL_BEHIND,
} from './wording-grounding.ts';
import type { Quantity, UnitClass } from './wording-quantities.ts';

/** What a number is said to be a number of. Null where neither the sentence nor one before it says so. */
interface Labels {
  readonly subjects: readonly string[] | null;
  readonly measures: readonly string[] | null;
  readonly years: readonly FiscalYear[] | null;
  /** As `years`, but only where this very sentence names one. */
  readonly ownYears: readonly FiscalYear[] | null;
  readonly statuses: readonly Status[] | null;
  readonly items: readonly ItemRef[] | null;
}

/** What sentences before have named: a sentence that names nothing new goes on about it. */
export interface Topic {
  readonly subjects: readonly string[] | null;
  readonly measures: readonly string[] | null;
  readonly years: readonly FiscalYear[] | null;
  readonly items: readonly ItemRef[] | null;
}

/** The numbers of a sentence that no result has, or has for something else than the sentence says. */
export function unsupportedNumbers(claims: Claims, topic: Topic, { facts }: Evidence): Ungrounded[] {
  return claims.numbers.flatMap((number): Ungrounded[] => {
    const labels = labelsOf(number, claims, topic);
    const backed = facts.filter(
      (fact) =>
        sizeFits(number, fact) && unitFits(number, fact) && signFits(number, fact, claims) && labelsFit(fact, labels),
    );
    // What a table prints for this subject and measure is not overruled by a number in some sentence.
    const isPrinted = facts.some((f) => f.kind === 'table' && printedFor(f, labels));
    // A count of nobody in particular is one of the whole plan, where the results have that.
    const ofWhole = labels.subjects === null && facts.some((f) => f.subjects.includes(WHOLE));
    const counted = backed.filter(
      (f) =>
        (f.kind === 'text' ? !isPrinted : !ofWhole || !isCount(f) || f.subjects.includes(WHOLE)) &&
        isNewest(f, labels, facts) &&
        !isAnybodys(f, number, claims, labels, facts),
    );
    if (counted.length === 0) return [{ kind: 'figure', text: number.print }];
    if (counted.every((f) => f.kind === 'table' && !isCount(f))) {
      if (counted.every((f) => leavesOpen(f, labels, facts))) return [{ kind: 'unsaid', text: number.print }];
      if (counted.every((f) => !isExtreme(f, number, claims, facts))) return [{ kind: 'figure', text: number.print }];
    }
    return [];
  });
}

function labelsOf(number: Quantity, claims: Claims, topic: Topic): Labels {
  const { text } = claims;
  const of = <T>(mentions: readonly Mention<readonly T[]>[]) => governing(text, number, mentions)?.value ?? null;
  const year = governing(text, number, claims.years);
  const own = year ? [year.value] : null;
  return {
    subjects: (number.unit === 'rank' ? holderOf(number, claims) : null) ?? of(claims.subjects) ?? topic.subjects,
    measures: measuresAt(number, claims) ?? topic.measures,
    ownYears: own,
    years: own ?? topic.years,
    statuses: statusesAt(number, claims),
    items: of(claims.items) ?? topic.items,
  };
}

/** Who has a rank: the name right behind it. */
function holderOf({ end }: Quantity, { text, subjects }: Claims): readonly string[] | null {
  const next = subjects.find((m) => m.start >= end);
  return next && HOLDS.test(text.slice(end, next.start)) ? next.value : null;
}

/** A measure before the number, and one that belongs to it behind: a balance of 614 million yen is a surplus, too. */
function measuresAt(number: Quantity, { text, measures }: Claims): readonly string[] | null {
  const before = measures.findLast((m) => m.end <= number.start)?.value ?? [];
  const bound = governing(text, number, measures)?.value ?? [];
  return before.length + bound.length > 0 ? [...before, ...bound] : null;
}

/** The status before a number, or right behind it in the same clause; none for a total of which a part has it. */
function statusesAt(number: Quantity, { text, statuses, numbers }: Claims): readonly Status[] | null {
  if (isTotal(number, text)) return null;
  const before = statuses.findLast((m) => m.end <= number.start);
  const behind = statuses.find((m) => m.start >= number.end);
  const isNear =
    behind &&
    !CLAUSE_END.test(text.slice(number.end, behind.start)) &&
    !numbers.some((n) => n.start >= number.end && n.end <= behind.start);
  const both = [...(before?.value ?? []), ...(isNear ? behind.value : [])];
  return both.length > 0 ? both : null;
}

function sizeFits(number: Quantity, fact: Fact): boolean {
  const [value, bare] = [Math.abs(fact.value), Math.abs(fact.bare)];
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  if (number.sized ? same(number.value, value) : same(number.bare, bare) || same(number.value, value)) return true;
  if (fact.unit === 'percent' && number.unit === null && number.bare < 1 && same(number.bare * 100, value)) return true;
  const off = Math.abs(number.value - value);
  return number.rounded && off <= number.tolerance && off <= MOST_ROUNDING * value;
}
/** A rounded figure that is off by more says something else. */
const MOST_ROUNDING = 0.05;

/** Things that a count without a unit may count. */
const COUNTABLE: ReadonlySet<UnitClass> = new Set(['items', 'sections', 'years', 'times', 'rank', 'other']);

function unitFits(number: Quantity, fact: Fact): boolean {
  if (fact.kind === 'rank') return number.unit === 'rank' || number.unit === null;
  if (number.unit === 'rank') return false;
  if (number.unit === null || number.unit === fact.unit) return true;
  // The difference of two rates is one of points.
  if (number.unit === 'points')
    return fact.unit === 'percent' && (fact.kind === 'change' || fact.kind === 'calculated');
  if (fact.unit === null) return fact.kind === 'table' || (fact.kind === 'count' && COUNTABLE.has(number.unit));
  return fact.unit === 'items' && COUNTABLE.has(number.unit);
}

function labelsFit(fact: Fact, labels: Labels): boolean {
  const fits = <T>(own: readonly T[], said: readonly T[] | null): boolean =>
    own.length === 0 || said === null || said.some((label) => own.includes(label));
  const { item } = fact;
  const isText = fact.kind === 'text';
  const itemFits =
    item === null || !labels.items || labels.items.some((r) => r.kind === item.kind && r.number === item.number);
  return (
    fits(fact.subjects, labels.subjects) &&
    fits(fact.measures, fact.measures.some(isCountMeasure) ? null : labels.measures) &&
    fits(fact.years, isText ? labels.ownYears : labels.years) &&
    fits(fact.statuses, labels.statuses) &&
    (labels.statuses === null || fact.statuses.length > 0 || !isCounting(fact)) &&
    (!isText || itemFits)
  );
}

/** A count of which no year is said is one of the newest. */
function isNewest(fact: Fact, labels: Labels, facts: readonly Fact[]): boolean {
  const [year] = fact.years;
  if (labels.years !== null || year === undefined || !isCount(fact)) return true;
  const alike = facts.filter((f) => String(f.subjects) === String(fact.subjects) && isCount(f));
  return !alike.some((f) => f.years.some((other) => compareYears(other, year) > 0));
}

/** A number of things without a name, where the results count those of the one that is named. */
function isAnybodys(fact: Fact, number: Quantity, { text }: Claims, labels: Labels, facts: readonly Fact[]): boolean {
  if (fact.kind !== 'count' || fact.subjects.length > 0 || number.unit !== 'items' || isTotal(number, text))
    return false;
  return facts.some((f) => isCount(f) && f.subjects.some((s) => labels.subjects?.includes(s)));
}

function isTotal(number: Quantity, text: string): boolean {
  return TOTAL_BEFORE.test(text.slice(0, number.start)) || TOTAL_BEHIND.test(text.slice(number.end));
}

/** A number of things: beside a status it has to be the number of those that have it. */
function isCounting({ kind, unit }: Fact): boolean {
  return kind === 'count' || (kind === 'text' && (unit === null || unit === 'items'));
}

function isCountMeasure(measure: string): boolean {
  return /^(?:items|share)(?:\.|$)/u.test(measure);
}

function isCount(fact: Fact): boolean {
  return fact.measures.some(isCountMeasure);
}

function printedFor(fact: Fact, { subjects, measures }: Labels): boolean {
  return (
    subjects !== null &&
    measures !== null &&
    fact.subjects.some((s) => subjects.includes(s)) &&
    fact.measures.some((m) => measures.includes(m))
  );
}

/** A figure whose subject, measure or year is not said, where the results have others that it could be taken for. */
function leavesOpen(fact: Fact, labels: Labels, facts: readonly Fact[]): boolean {
  const alike = (keys: readonly ('subjects' | 'measures' | 'years')[]) =>
    facts.filter(
      (f) => f.kind === 'table' && f.unit === fact.unit && keys.every((k) => String(f[k]) === String(fact[k])),
    );
  const several = (found: readonly Fact[], of: 'subjects' | 'measures' | 'years'): boolean =>
    new Set(found.map((f) => String(f[of]))).size > 1;
  return (
    (labels.subjects === null && several(alike(['measures', 'years']), 'subjects')) ||
    (labels.measures === null && several(alike(['subjects', 'years']), 'measures')) ||
    (labels.years === null && several(alike(['subjects', 'measures']), 'years'))
  );
}

/** True unless the sentence calls the figure the highest or lowest and the results have a higher or lower one. */
function isExtreme(fact: Fact, number: Quantity, claims: Claims, facts: readonly Fact[]): boolean {
  const said = extremeAt(number, claims);
  if (said === null) return true;
  const beats = (f: Fact): boolean => (said === 'most' ? f.value > fact.value : f.value < fact.value);
  const rivals = facts.filter((f) => f.kind === 'table' && String(f.measures) === String(fact.measures));
  const groups = (['years', 'subjects'] as const).map((k) => rivals.filter((f) => String(f[k]) === String(fact[k])));
  const compared = groups.filter((group) => new Set(group.map((f) => `${f.years}${f.subjects}`)).size > 1);
  return compared.length === 0 || compared.some((group) => !group.some(beats));
}

/** Whether a number is called the highest or lowest: before it with no other number between, or behind in its clause. */
function extremeAt(number: Quantity, { text, numbers }: Claims): 'most' | 'least' | null {
  if (RANKED.test(text)) return null;
  const last = numbers.findLast((n) => n.end <= number.start)?.end ?? 0;
  const before = text.slice(last, number.start).split(EXTREME_END).at(-1) ?? '';
  const behind = text.slice(number.end).split(new RegExp(CLAUSE_END, 'u'))[0] ?? '';
  const [most, least] = [MOST, LEAST].map((shape) => shape.test(before) || shape.test(behind));
  if (most === least) return null;
  return most ? 'most' : 'least';
}
