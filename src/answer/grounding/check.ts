import { addYears, type FiscalYear, latest, startOf } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import { LIMITS, OF_YEAR_BEFORE, PER_BEFORE, PER_BEHIND } from '../wording-grounding-order.ts';
import type { Quantity } from '../wording-quantities.ts';
import { chainsIn } from './chains.ts';
import type { Claims } from './claims.ts';
import { isEnumerated } from './enumerations.ts';
import type { Evidence } from './evidence.ts';
import { type Fact, type Ungrounded, unique } from './facts.ts';
import { countFits, pointsFit, rankFits, sizeFits, turnFits, unitFits, wayFits } from './fits.ts';
import { goesOn, saysAgain } from './goes-on.ts';
import { isAnybodys, isCount, isCountMeasure, isNewest, isNobodys, labelsFit, printedFor } from './label-fits.ts';
import { type Labels, labelsOf, type Topic } from './labels.ts';
import { isListed } from './listed.ts';
import { keepsNeighbours, type MeasuresOf } from './neighbours.ts';
import { isAmbiguous } from './open-figures.ts';
import { isInPair } from './pairs-in-text.ts';
import { signFits } from './sign.ts';

/** A number of a sentence with the facts that say the same. */
export interface Backed {
  readonly number: Quantity;
  readonly facts: readonly Fact[];
}

/** True where one of the numbers of a sentence is a figure of a table. */
export function hasTable(backed: readonly Backed[]): boolean {
  return backed.some((b) => b.facts.some((f) => f.kind === 'table'));
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
  /** Facts that were told before: what is said again in round numbers is one of them. */
  readonly told: ReadonlySet<Fact>;
}

/** Looks up the numbers of a sentence: which no result has, or has for something else than the sentence says. */
export function checkNumbers(claims: Claims, topic: Topic, books: Books): NumberCheck {
  const problems: Ungrounded[] = [];
  const backed: Backed[] = [];
  const chains = chainsIn(claims, topic, books.evidence.values);
  for (const number of claims.numbers) {
    const link = chains.get(number);
    if (link) {
      backed.push({ number, facts: [link] });
      continue;
    }
    const found = labelsOf(number, claims, topic, books.evidence.units).map((labels) =>
      lookUp(number, labels, claims, topic, books),
    );
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
      pointsFit(number, fact) &&
      rankFits(number, fact, text) &&
      signFits(number, fact, claims, topic) &&
      wayFits(number, fact, text) &&
      turnFits(fact, claims) &&
      countFits(number, fact, claims) &&
      labelsFit(fact, labels),
  );
  // What a table prints for this subject and measure is not overruled by a number in some sentence.
  const isPrinted = facts.some((f) => f.kind === 'table' && printedFor(f, labels, number));
  // A count of nobody in particular is one of the whole plan, where the results have that.
  const ofWhole = labels.subjects === null && facts.some((f) => f.subjects.includes(WHOLE));
  const kept = fits.filter(
    (f) =>
      (f.kind === 'text'
        ? !isPrinted && isThen(number, f, text, books.reported)
        : !ofWhole || !isCount(f) || f.subjects.includes(WHOLE)) &&
      isNewest(f, number, claims, labels, facts) &&
      !isNobodys(f, labels, claims) &&
      !isAnybodys(f, number, claims, labels, facts),
  );
  const told = kept.filter((f) => f.kind !== 'text');
  if (told.length === 0) {
    const sum = ofSeveral(number, labels, facts);
    if (sum) return { kind: null, facts: sum };
    const isOne = unique(claims.statuses.flatMap((m) => m.value)).length < 2;
    const isCounted = isOne && facts.some((f) => isNamedCount(f, labels) && isNewest(f, number, claims, labels, facts));
    if (!isCounted && isListed(number, claims, topic, books.evidence)) return { kind: null, facts: [] };
    if (isSpan(number, claims) || isEnumerated(number, text)) return { kind: null, facts: [] };
    if (kept.length === 0) return { kind: isLimit(number, claims) ? null : 'figure', facts: [] };
    const inPlace = kept.filter((f) => {
      if (isInPair(number, f, claims, facts)) return true;
      if (f.beside !== null) return claims.numbers.some((n) => n.value === f.beside);
      const rivals = facts.filter((r) => isRival(r, f, number, labels, books.reported));
      if (number.rounded ? saysAgain(f, claims, books.told) : rivals.length === 0 && goesOn(f, claims, books.told))
        return true;
      return keepsNeighbours(number, f, rivals, claims, books.reported, books.measuresOf);
    });
    return { kind: inPlace.length > 0 ? null : 'unquoted', facts: inPlace };
  }
  if (told.every((f) => f.kind === 'table' && !isCount(f))) {
    if (PER_BEFORE.test(text.slice(0, number.start)) || PER_BEHIND.test(text.slice(number.end)))
      return { kind: 'figure', facts: [] };
    if (told.every((f) => isAmbiguous(f, labels, facts, number, text))) return { kind: 'unsaid', facts: [] };
  }
  return { kind: null, facts: told };
}

/** So many years, from the first to the last that the sentence names. */
function isSpan({ unit, bare }: Quantity, { years }: Claims): boolean {
  const own = unique(years.map((m) => startOf(m.value))).sort((a, b) => a - b);
  return unit === 'years' && own.length > 1 && (own.at(-1) ?? 0) - (own[0] ?? 0) + 1 === bare;
}

/** Above 50 are these: a limit, behind which the figures follow that are held against it. */
function isLimit({ bound, end, unit }: Quantity, { text, numbers }: Claims): boolean {
  if (!bound || unit === null) return false;
  const next = numbers.find((n) => n.start >= end && n.unit === unit);
  return next !== undefined && LIMITS.test(text.slice(end, next.start));
}

/** 65 of the year before is no number of this year. */
function isThen({ start }: Quantity, { years }: Fact, text: string, reported: FiscalYear): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  const isBefore = OF_YEAR_BEFORE.test(before);
  return !isBefore || years.length === 0 || (years.length === 1 && years[0] === addYears(reported, -1));
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

/** So many have the one status or the other: the counts of both, of one subject and year. */
function ofSeveral(number: Quantity, { statuses, subjects, years }: Labels, facts: readonly Fact[]): Fact[] | null {
  const group = statuses?.find((own) => own.length > 1);
  if (!group || number.unit !== 'items') return null;
  const counts = facts.filter(
    (f) =>
      f.kind === 'count' &&
      f.unit === 'items' &&
      f.statuses.length === 1 &&
      f.measures.some(isCountMeasure) &&
      (subjects === null || f.subjects.some((s) => subjects.includes(s))) &&
      (years === null || f.years.some((y) => years.includes(y))),
  );
  const newest = latest(counts.flatMap((f) => f.years));
  const own = group.map((status) => counts.find((f) => f.statuses[0] === status && f.years[0] === newest));
  const found = own.filter((f) => f !== undefined);
  const isOne = new Set(found.map((f) => String(f.subjects))).size === 1;
  const total = found.reduce((sum, f) => sum + f.bare, 0);
  return isOne && found.length === group.length && total === number.bare ? found : null;
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
