import { compareYears, type FiscalYear } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import type { Fact } from './facts.ts';

/** Facts that are the value of a subject in a year: figures of tables, and counts of items. */
export function valuesIn(facts: readonly Fact[]): Fact[] {
  return facts.filter(
    (f) =>
      (f.kind === 'table' || (f.kind === 'count' && f.without === null)) &&
      f.subjects.length === 1 &&
      f.measures.length === 1 &&
      f.years.length === 1,
  );
}

export interface About {
  readonly subjects: readonly string[] | null;
  readonly measures: readonly string[] | null;
}

/** The values of one subject and measure year by year, for each that is meant. */
export function seriesOf(values: readonly Fact[], { subjects, measures }: About): Fact[][] {
  const own = values.filter(
    (f) =>
      (subjects === null || f.subjects.some((s) => subjects.includes(s))) &&
      (measures === null || f.measures.some((m) => measures.includes(m))),
  );
  const groups = Map.groupBy(own, (f) => `${f.subjects}\t${f.measures}`);
  return [...groups.values()].map((group) => {
    const byYear = new Map(group.map((f) => [f.years[0], f]));
    return [...byYear.values()].sort((a, b) => compareYears(yearOf(a), yearOf(b)));
  });
}

/** The value of those who are named for the measure and year of another value. */
export function valueLike(names: readonly string[], like: Fact | undefined, values: readonly Fact[]): number | null {
  const found = values.find(
    (f) =>
      f.subjects.some((s) => names.includes(s)) &&
      like !== undefined &&
      String([f.measures, f.years]) === String([like.measures, like.years]),
  );
  return found?.value ?? null;
}

/** The year of a value. */
export function yearOf(value: Fact): FiscalYear {
  return value.years[0] ?? 'FY0';
}

/** Which way each step of a series went. */
export function stepsOf(series: readonly Fact[]): number[] {
  return series.slice(1).map((f, i) => Math.sign(f.value - (series[i]?.value ?? 0)));
}

/** The values of all subjects in the year of a value. */
export function rivalsOf(values: readonly Fact[], value: Fact): Fact[] {
  const group = values.filter(
    (f) =>
      String(f.measures) === String(value.measures) &&
      String(f.years) === String(value.years) &&
      !f.isAverage &&
      f.subjects.includes(WHOLE) === value.subjects.includes(WHOLE),
  );
  return [...new Map(group.map((f) => [String(f.subjects), f])).values()];
}
