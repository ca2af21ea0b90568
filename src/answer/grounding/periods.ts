import type { FiscalYear } from '../../report/fiscal-year.ts';
import { UP_TO } from '../wording-grounding.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Ungrounded } from './facts.ts';
import { yearOf } from './series.ts';

/** Periods (平成22年度から平成26年度まで) whose two years stand together in no sentence, no schedule and no table of the results. */
export function wrongPeriods(
  { text, years }: Claims,
  { sentences, items, ranges, values, statuses }: Evidence,
  yearsOf: (text: string) => readonly FiscalYear[],
): Ungrounded[] {
  const pairs = years.slice(1).flatMap((to, i) => {
    const from = years[i];
    return from && UP_TO.test(text.slice(from.end, to.start)) ? [{ from, to }] : [];
  });
  if (pairs.length === 0) return [];
  const known = [
    ...sentences.map((s) => yearsOf(s.text)),
    ...items.map((item) => item.schedule.map((entry) => entry.year)),
    ...ranges,
    values.map(yearOf),
    statuses.map((state) => state.year),
  ].map((all) => new Set<FiscalYear>(all));
  return pairs.flatMap(({ from, to }): Ungrounded[] =>
    known.some((all) => all.has(from.value) && all.has(to.value))
      ? []
      : [{ kind: 'year', text: text.slice(from.start, to.end) }],
  );
}
