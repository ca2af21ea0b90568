import { compareYears, latest } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import { SINCE_THEN } from '../wording-grounding-order.ts';
import { ALL_BEHIND, REFERS_BACK } from '../wording-grounding-quantifiers.ts';
import { baseYear } from './base-year.ts';
import { governing, type Place } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import { type Fact, unique } from './facts.ts';
import type { Topic } from './labels.ts';
import type { Axis, Predicate } from './predicates.ts';
import { seriesOf, yearOf } from './series.ts';
import { clauseAt, since } from './trend-years.ts';

/** The values that a sentence speaks of together; null where the results do not have all of them. */
export function groupOf(
  axis: Axis,
  at: Place,
  predicate: Predicate,
  claims: Claims,
  topic: Topic,
  evidence: Evidence,
  values: readonly Fact[],
): readonly Fact[] | null {
  const group =
    axis === 'year'
      ? years(predicate, claims, topic, values)
      : subjects(at, predicate, claims, topic, evidence, values);
  const own = group && !oneMeasure(group) ? group.filter((f) => predicate.holds(f, axis) !== null) : group;
  return own && own.length > 1 && oneMeasure(own) ? own : null;
}

function oneMeasure(group: readonly Fact[]): boolean {
  return new Set(group.map((f) => String(f.measures))).size === 1;
}

/** All years of whom the sentence is about, or those from the first to the last that it names. */
function years(
  { start, end, measures }: Predicate,
  claims: Claims,
  topic: Topic,
  values: readonly Fact[],
): Fact[] | null {
  const { text, numbers, years: named } = claims;
  const parts = claims.subjects.filter((m) => !m.value.includes(WHOLE));
  const who = parts.length > 0 ? (governing(text, { start, end }, parts)?.value ?? null) : topic.subjects;
  const found = seriesOf(values, { subjects: who, measures }).filter((s) => s.length > 1 && !s[0]?.isAverage);
  if (found.length === 0) return null;
  const own = unique(named.map((m) => m.value)).sort();
  const [first, last] = own.length > 1 ? [own[0], own.at(-1)] : [];
  const clause = clauseAt(text, start);
  const from = since(claims, clause, topic);
  const isAfter = SINCE_THEN.test(text.slice(clause.start, clause.end));
  const part = found.flatMap((series) =>
    series.filter((f) =>
      first === undefined || last === undefined
        ? from === null || compareYears(yearOf(f), from) >= (isAfter ? 1 : 0)
        : yearOf(f) >= first && yearOf(f) <= last,
    ),
  );
  // Five years are as many as there are.
  const length = unique(part.map(yearOf)).length;
  const isOther = numbers.some((n) => n.unit === 'years' && ALL_BEHIND.test(text.slice(n.end)) && n.bare > length);
  return isOther ? null : part;
}

/** Those that are named, or the first so many of a ranking, or all that the results have if these are complete. */
function subjects(
  at: Place,
  { start, end, measures, isMove }: Predicate,
  claims: Claims,
  topic: Topic,
  { facts, averages, complete }: Evidence,
  values: readonly Fact[],
): Fact[] | null {
  const { text, numbers } = claims;
  const base = baseYear(claims);
  const told = claims.years.filter((m) => m.value !== base);
  const before = topic.years?.filter((y) => y !== base) ?? [];
  // From one year to another: the values are those of the later one.
  const span = unique(told.map((m) => m.value));
  const last = isMove && span.length > 1 ? latest(span) : undefined;
  const then = last ?? governing(text, { start, end }, told)?.value ?? told.at(-1)?.value ?? before.at(-1);
  const all = values.filter(
    (f) =>
      !f.isAverage &&
      !f.subjects.includes(WHOLE) &&
      (measures === null || f.measures.some((m) => measures.includes(m))),
  );
  const year = then ?? latest(all.flatMap((f) => f.years));
  const inYear = [
    ...new Map(all.filter((f) => yearOf(f) === year).map((f) => [`${f.subjects}${f.measures}`, f])).values(),
  ];
  const only = (names: readonly string[]): Fact[] | null => {
    const own = inYear.filter((f) => f.subjects.some((s) => names.includes(s)));
    return own.length === names.length ? own : null;
  };
  const named = unique(
    claims.subjects
      .flatMap((m) => m.value)
      .filter((s) => s !== WHOLE && !averages.includes(s) && inYear.some((f) => f.subjects.includes(s))),
  );
  const sized = numbers.find((n) => n.unit === 'sections');
  if (named.length > 1 && (!sized || sized.bare === named.length)) return only(named);
  if (sized) {
    if (sized.bare === inYear.length) return inYear;
    const first = unique(
      facts
        .filter((f) => f.kind === 'rank' && f.bare <= sized.bare && f.years.includes(year ?? 'FY0'))
        .flatMap((f) => f.subjects),
    );
    if (first.length === sized.bare) return only(first);
    const those = [topic.listed.subjects, topic.subjects ?? []].find((names) => names.length === sized.bare);
    return those ? only(those) : null;
  }
  // All of them are those that were named before.
  const them = REFERS_BACK.test(text.slice(at.start)) ? topic.listed.subjects : [];
  const referred = unique(them.filter((s) => s !== WHOLE && !averages.includes(s)));
  if (named.length === 0 && referred.length > 1) return only(referred);
  const isRanked = inYear.some((f) => f.isRanked);
  const isWhole = inYear.every((f) => complete.has(`${f.measures}\t${yearOf(f)}`));
  return isRanked && !isWhole ? null : inYear;
}
