import { addYears, type FiscalYear, latest } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import { FROM_BEFORE, FROM_BEHIND } from '../wording-grounding.ts';
import { PER_BEFORE, PER_BEHIND } from '../wording-grounding-order.ts';
import type { Quantity, UnitClass } from '../wording-quantities.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import { type Fact, isSame, type Ungrounded, unique } from './facts.ts';
import { isTotal, type Labels, labelsOf, type Topic } from './labels.ts';
import { keepsNeighbours, type MeasuresOf } from './neighbours.ts';
import { signFits } from './sign.ts';
import { isSameMonth } from './text.ts';

/** A number of a sentence with the facts that say the same. */
export interface Backed {
  readonly number: Quantity;
  readonly facts: readonly Fact[];
}

interface NumberCheck {
  readonly problems: readonly Ungrounded[];
  readonly backed: readonly Backed[];
}

/** What the numbers of a text are looked up in. */
export interface Books {
  readonly evidence: Evidence;
  readonly reported: FiscalYear;
  readonly measuresOf: MeasuresOf;
}

/** Looks up the numbers of a sentence: which no result has, or has for something else than the sentence says. */
export function checkNumbers(claims: Claims, topic: Topic, books: Books): NumberCheck {
  const problems: Ungrounded[] = [];
  const backed: Backed[] = [];
  for (const number of claims.numbers) {
    const found = labelsOf(number, claims, topic).map((labels) => lookUp(number, labels, claims, topic, books));
    const problem = found.find((f) => f.kind !== null);
    if (problem?.kind) problems.push({ kind: problem.kind, text: number.print });
    else backed.push({ number, facts: found.flatMap((f) => f.facts) });
  }
  return { problems, backed };
}

interface Found {
  readonly kind: Ungrounded['kind'] | null;
  readonly facts: readonly Fact[];
}

function lookUp(number: Quantity, labels: Labels, claims: Claims, topic: Topic, books: Books): Found {
  const { facts } = books.evidence;
  const { text } = claims;
  const fits = facts.filter(
    (fact) =>
      sizeFits(number, fact, books.reported) &&
      unitFits(number, fact) &&
      signFits(number, fact, claims, topic) &&
      labelsFit(fact, labels),
  );
  // What a table prints for this subject and measure is not overruled by a number in some sentence.
  const isPrinted = facts.some((f) => f.kind === 'table' && printedFor(f, labels));
  // A count of nobody in particular is one of the whole plan, where the results have that.
  const ofWhole = labels.subjects === null && facts.some((f) => f.subjects.includes(WHOLE));
  const kept = fits.filter(
    (f) =>
      (f.kind === 'text' ? !isPrinted : !ofWhole || !isCount(f) || f.subjects.includes(WHOLE)) &&
      isNewest(f, number, claims, labels, facts) &&
      !isAnybodys(f, number, claims, labels, facts),
  );
  const told = kept.filter((f) => f.kind !== 'text');
  if (told.length === 0) {
    const isOne = unique(claims.statuses.flatMap((m) => m.value)).length < 2;
    const isCounted = isOne && facts.some((f) => isNamedCount(f, labels) && isNewest(f, number, claims, labels, facts));
    if (!isCounted && isListed(number, claims, books.evidence.averages)) return { kind: null, facts: [] };
    if (kept.length === 0) return { kind: 'figure', facts: [] };
    const inPlace = kept.filter((f) => {
      if (f.beside !== null) return claims.numbers.some((n) => n.value === f.beside);
      const rivals = facts.filter((r) => isRival(r, f, number, labels, books.reported));
      return keepsNeighbours(number, f, rivals, claims, books.reported, books.measuresOf);
    });
    return { kind: inPlace.length > 0 ? null : 'unquoted', facts: inPlace };
  }
  if (told.every((f) => f.kind === 'table' && !isCount(f))) {
    if (PER_BEFORE.test(text.slice(0, number.start)) || PER_BEHIND.test(text.slice(number.end)))
      return { kind: 'figure', facts: [] };
    if (told.every((f) => leavesOpen(f, labels, facts))) return { kind: 'unsaid', facts: [] };
  }
  return { kind: null, facts: told };
}

/** Another number of running text that the sentence could as well mean. */
function isRival(rival: Fact, fact: Fact, number: Quantity, labels: Labels, reported: FiscalYear): boolean {
  return (
    rival !== fact &&
    rival.kind === 'text' &&
    rival.value !== fact.value &&
    unitFits({ ...number, counter: fact.inText?.counter ?? '' }, rival) &&
    !sizeFits(number, rival, reported) &&
    labelsFit(rival, labels)
  );
}

/** The number of items of a subject that have the status that is said, or do not. */
function isNamedCount(fact: Fact, labels: Labels): boolean {
  return (
    fact.kind === 'count' &&
    fact.subjects.length > 0 &&
    labels.subjects !== null &&
    (labels.statuses !== null || labels.without !== null) &&
    labelsFit(fact, labels)
  );
}

/** As many as the sentence names itself: A and B, these two. */
function isListed(number: Quantity, { items, subjects }: Claims, averages: readonly string[]): boolean {
  if (number.unit !== 'items' && number.unit !== 'sections') return false;
  const named = unique(items.flatMap((m) => (m.value.length === 1 ? m.value : [])).map((r) => `${r.kind} ${r.number}`));
  const offices = unique(subjects.flatMap((m) => m.value.slice(0, 1))).filter(
    (name) => name !== WHOLE && !averages.includes(name),
  );
  return number.bare > 1 && (number.bare === named.length || number.bare === offices.length);
}

function sizeFits(number: Quantity, fact: Fact, reported: FiscalYear): boolean {
  if (fact.unit === 'month' || number.unit === 'month')
    return fact.unit === number.unit && isSameMonth(number, fact, reported);
  const [value, bare] = [Math.abs(fact.value), Math.abs(fact.bare)];
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  if (number.sized ? same(number.value, value) : same(number.bare, bare) || same(number.value, value)) return true;
  if (fact.unit === 'percent' && number.unit === null && number.bare < 1 && same(number.bare * 100, value)) return true;
  const off = value - number.value;
  if (number.bound && fact.kind === 'table')
    return (number.bound === 'above' ? off > 0 : off < 0) && Math.abs(off) <= MOST_BEYOND * number.value;
  // Cut off behind the last digit is as good as rounded: 237.6 is about 237 as well as about 238.
  const isCut = off > 0 && off < 2 * number.tolerance;
  return number.rounded && (Math.abs(off) <= number.tolerance || isCut) && Math.abs(off) <= MOST_ROUNDING * value;
}
/** A rounded figure that is off by more says something else, and so does a limit that is far away. */
const MOST_ROUNDING = 0.05;
const MOST_BEYOND = 0.25;

/** Things that a count of things without a class of its own may count. */
const COUNTABLE: ReadonlySet<UnitClass> = new Set(['items', 'sections', 'rank']);

function unitFits(number: Quantity, fact: Fact): boolean {
  if (fact.kind === 'rank') return number.unit === 'rank';
  if (number.unit === 'rank') return false;
  if (number.unit === 'month' || fact.unit === 'month') return number.unit === fact.unit;
  if (fact.kind === 'text' && fact.inText && /\p{Script=Han}/u.test(number.counter + fact.inText.counter))
    return isSameCounter(number, fact.unit, fact.inText.counter);
  // The difference of two rates is one of points.
  if (number.unit === 'points')
    return fact.unit === 'points' || (fact.unit === 'percent' && fact.operation === 'difference');
  if (number.unit === null || number.unit === fact.unit) return true;
  if (number.unit === 'times') return fact.operation === 'ratio';
  if (fact.unit === null) return fact.kind === 'table' || (fact.kind === 'count' && COUNTABLE.has(number.unit));
  // 五つの部署, 3つの会計
  return fact.unit === 'sections' && number.unit === 'items';
}

/** What a text counts by another word than the draft; a word in Latin letters is a translation. */
function isSameCounter(number: Quantity, unit: UnitClass | null, printed: string): boolean {
  if (number.counter === '') return true;
  const isForeign = !/[^\p{Script=Latin}\s]/u.test(number.counter);
  if (number.unit !== unit) return isForeign && [number.unit, unit].every((u) => u !== null && THINGS.has(u));
  return number.unit !== 'other' || isForeign || number.counter === printed;
}
const THINGS: ReadonlySet<UnitClass> = new Set(['items', 'sections', 'other']);

function labelsFit(fact: Fact, labels: Labels): boolean {
  const fits = <T>(own: readonly T[], said: readonly T[] | null): boolean =>
    own.length === 0 || said === null || said.some((label) => own.includes(label));
  const { item } = fact;
  const isText = fact.kind === 'text';
  const itemFits = item === null || !labels.items || labels.items.some((ref) => isSame(ref, item));
  return (
    fits(fact.subjects, labels.subjects) &&
    fits(fact.measures, fact.measures.some(isCountMeasure) ? null : labels.measures) &&
    fits(fact.years, isText ? labels.ownYears : labels.years) &&
    fits(fact.statuses, labels.statuses) &&
    (labels.statuses === null || fact.statuses.length > 0 || !isCounting(fact)) &&
    (!isCounting(fact) || fact.kind === 'text' || fact.without === labels.without) &&
    ((!isText && fact.kind !== 'count') || itemFits)
  );
}

/** A count of which no year is said is one of the newest; the first of two, from 12 to 21, is of the year before. */
function isNewest(fact: Fact, number: Quantity, { text }: Claims, labels: Labels, facts: readonly Fact[]): boolean {
  const [year] = fact.years;
  if (labels.years !== null || year === undefined || !isCount(fact)) return true;
  const alike = facts.filter((f) => String(f.subjects) === String(fact.subjects) && isCount(f));
  const newest = latest(alike.flatMap((f) => f.years)) ?? year;
  const isFirst = FROM_BEHIND.test(text.slice(number.end)) || FROM_BEFORE.test(text.slice(0, number.start));
  return year === (isFirst ? addYears(newest, -1) : newest);
}

/** A number of things without a name, where the results count those of the one that is named. */
function isAnybodys(fact: Fact, number: Quantity, { text }: Claims, labels: Labels, facts: readonly Fact[]): boolean {
  if (fact.kind !== 'count' || fact.subjects.length > 0 || number.unit !== 'items' || isTotal(number, text))
    return false;
  return facts.some((f) => isCount(f) && f.subjects.some((s) => labels.subjects?.includes(s)));
}

/** A number of things: beside a status it has to be the number of those that have it. */
function isCounting({ kind, unit }: Fact): boolean {
  return (kind === 'count' && unit !== 'years') || (kind === 'text' && (unit === null || unit === 'items'));
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
