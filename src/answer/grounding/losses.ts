import { compareYears } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import { SIGNS } from '../wording-grounding.ts';
import { DENIED_BEFORE, DENIED_SOON, LAST_YEARS, SINCE_THEN, STEADY } from '../wording-grounding-order.ts';
import { governing, type Place } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Fact, Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { seriesOf, yearOf } from './series.ts';
import { balanceOf } from './topic.ts';
import { clauseAt, since } from './trend-years.ts';
import { inStreak } from './trends.ts';

/** Losses and surpluses that are told without an amount, and are none. */
export function wrongSigns(claims: Claims, topic: Topic, values: readonly Fact[]): Ungrounded[] {
  return [...claims.text.matchAll(SIGNS)]
    .filter((m) => !inStreak(claims.text, m.index) && !hasSign(m, claims, topic, values))
    .map((match) => ({ kind: 'order' as const, text: match[0] }));
}

/** So many years up to the newest: 直近の2年度. */
function lastYears(clause: string): number | null {
  const [, japanese, english] = LAST_YEARS.exec(clause) ?? [];
  const count = Number(japanese ?? english ?? Number.NaN);
  return Number.isNaN(count) ? null : count;
}

/** A loss or surplus of which no amount is told. */
function hasSign(match: RegExpExecArray, claims: Claims, topic: Topic, values: readonly Fact[]): boolean {
  const { text, numbers, years, measures, subjects } = claims;
  const clause = clauseAt(text, match.index);
  const within = (m: Place): boolean => m.start >= clause.start && m.end <= clause.end;
  if (numbers.some((n) => within(n) && (n.unit === 'yen' || n.unit === null))) return true;
  if (DENIED_SOON.test(text.slice(match.index + match[0].length)) || DENIED_BEFORE.test(text.slice(0, match.index)))
    return true;
  const { loss } = match.groups ?? {};
  const wanted = loss === undefined ? 1 : -1;
  const place = { start: match.index, end: match.index + match[0].length };
  const own = governing(text, place, measures)?.value;
  const meant = own ?? balanceOf(claims, topic);
  const parts = subjects.filter((m) => !m.value.includes(WHOLE));
  const who = governing(text, place, parts)?.value ?? topic.subjects;
  const balances = values.filter((f) => f.kind === 'table' && f.unit === 'yen');
  const found = seriesOf(balances, { subjects: who, measures: meant });
  if (found.length === 0) return balances.length === 0;
  const here = years.filter(within);
  const said = here.length > 0 ? here : years;
  const then = said.length > 0 ? said.map((m) => m.value) : (topic.years ?? []);
  const from = since(claims, clause, topic);
  const isAfter = SINCE_THEN.test(text.slice(clause.start, clause.end));
  const isAll = STEADY.test(text.slice(clause.start, clause.end));
  const last = lastYears(text.slice(clause.start, clause.end));
  const fits = (series: readonly Fact[]): boolean => {
    if (last) return series.slice(-last).every((f) => Math.sign(f.value) === wanted);
    const part = series.filter((f) =>
      from
        ? compareYears(yearOf(f), from) >= (isAfter ? 1 : 0)
        : isAll
          ? true
          : then.length > 0
            ? then.includes(yearOf(f))
            : f === series.at(-1),
    );
    return part.every((f) => Math.sign(f.value) === wanted);
  };
  return who === null ? found.every(fits) : found.some(fits);
}
