import { compareYears } from '../../report/fiscal-year.ts';
import { FROM_BEFORE, FROM_BEHIND, FROM_TO } from '../wording-grounding.ts';
import type { Quantity } from '../wording-quantities.ts';
import { type Fact, unique } from './facts.ts';
import type { Labels } from './labels.ts';

/** From the first to the last of a series: the years of both are plain. */
function isEnd(fact: Fact, { start, end }: Quantity, text: string, series: readonly Fact[]): boolean {
  const years = unique(series.flatMap((f) => f.years)).sort(compareYears);
  const own = fact.years[0];
  const before = text.slice(Math.max(0, start - REACH), start);
  if (FROM_BEHIND.test(text.slice(end)) || FROM_BEFORE.test(before)) return own === years[0];
  return FROM_TO.test(before) && own === years.at(-1);
}

/** The other of two figures stands within so many letters. */
const REACH = 60;

/** A figure whose subject, measure or year is not said, where the results have others that it could be taken for. */
export function isAmbiguous(
  fact: Fact,
  labels: Labels,
  facts: readonly Fact[],
  number: Quantity,
  text: string,
): boolean {
  const alike = (keys: readonly ('subjects' | 'measures' | 'years')[]) =>
    facts.filter(
      (f) => f.kind === 'table' && f.unit === fact.unit && keys.every((k) => String(f[k]) === String(fact[k])),
    );
  const several = (found: readonly Fact[], of: 'subjects' | 'measures' | 'years'): boolean =>
    new Set(found.map((f) => String(f[of]))).size > 1;
  const isNamesake = (f: Fact): boolean => !f.isAverage && f.subjects.some((s) => labels.namesakes.includes(s));
  return (
    (isNamesake(fact) && alike(['measures', 'years']).some((f) => isNamesake(f) && f.value !== fact.value)) ||
    (labels.subjects === null && several(alike(['measures', 'years']), 'subjects')) ||
    (labels.measures === null && several(alike(['subjects', 'years']), 'measures')) ||
    (labels.years === null &&
      !isEnd(fact, number, text, alike(['subjects', 'measures'])) &&
      several(alike(['subjects', 'measures']), 'years'))
  );
}
