import { calendarYear, type FiscalYear } from '../../report/fiscal-year.ts';
import { UP_TO } from '../wording-grounding.ts';
import { type Quantity, quantitiesIn } from '../wording-quantities.ts';
import { type Calendar, governing, monthsIn, yearsIn } from './binding.ts';
import { monthQuantity } from './claims.ts';
import { type Fact, factOf, type InText, type Sentence, unique } from './facts.ts';

/** The numbers of a sentence of a result, each with where it stands. */
export function factsOfSentence({ text, item, source }: Sentence, calendar: Calendar): Fact[] {
  const months = monthsIn(text);
  const quantities = [
    ...quantitiesIn(text).filter((q) => !months.some((m) => q.start >= m.start && q.start < m.end)),
    ...months.map((m) => monthQuantity(text, m)),
  ].sort((a, b) => a.start - b.start);
  if (quantities.length === 0) return [];
  const { years: named, relative } = yearsIn(text, calendar, calendar.reported);
  return quantities.map((q) => {
    const year = governing(text, q, named);
    // 65 of the year before, exceeded by 101: the second is of another year.
    const attached = year !== null && (!relative.includes(year) || Math.abs(q.start - year.end) <= 1);
    const sign = q.negative ? -1 : 1;
    const years = attached ? [year.value] : unique([calendar.reported, ...named.map((m) => m.value)]);
    const inText: InText = { sentence: text, start: q.start, end: endOfSpan(q, quantities, text), counter: q.counter };
    const labels = { years: q.unit === 'month' ? [] : years, item, source: source ?? item?.source ?? null, inText };
    return { ...factOf('text', 0, null, labels), value: sign * q.value, bare: sign * q.bare, unit: q.unit };
  });
}

/** From a month to another: what stands behind the second is said of both. */
export function endOfSpan({ unit, end }: Quantity, numbers: readonly Quantity[], text: string): number {
  const next = unit === 'month' ? numbers.find((n) => n.start >= end) : undefined;
  return next?.unit === unit && next && UP_TO.test(text.slice(end, next.start)) ? next.end : end;
}

/** Whether two months are one. A month without a year lies in the year of the report. */
export function isSameMonth(said: Quantity, fact: Fact, reported: FiscalYear): boolean {
  if (said.value !== fact.value) return false;
  const [a, b] = [said.bare, fact.bare].map((bare) => (bare > 12 ? Math.floor(bare / 100) : null));
  if (a == null) return true;
  return b == null ? a === calendarYear(reported, said.value) : a === b;
}
