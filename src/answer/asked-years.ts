import { addYears, type FiscalYear, yearsOfEra } from '../report/fiscal-year.ts';
import type { Scope } from '../tools/tool.ts';
import type { Duration } from './duration.ts';
import type { WordKey } from './lexicon.ts';
import type { Span } from './spans.ts';

/** The fiscal years that a question names, or means by their relation to the report's (last year, five years ago). */
export function yearsAsked(
  spans: readonly Span[],
  words: ReadonlySet<WordKey>,
  duration: Duration | null,
  scope: Scope,
): FiscalYear[] {
  const { year } = scope.report;
  const meanings = spans.flatMap((s) => s.meanings);
  const years = meanings.flatMap((m) => (m.type === 'year' && m.month === null ? [m.year] : []));
  years.push(...eraYears(spans, scope));
  if (duration?.kind === 'ago') years.push(addYears(year, -duration.years));
  if (words.has('thisYear')) years.push(year);
  if (words.has('lastYear')) years.push(addYears(year, -1));
  if (words.has('nextYear')) years.push(addYears(year, 1));
  // "The year before" beside a named year is relative to that one: the reading of a difference uses it.
  if (words.has('yearBefore') && years.length === 0) years.push(addYears(year, -1));
  return years;
}

/** `29年度` without an era, or `平成29から30`: the one of the newest eras that the report's tables or schedules know. */
function eraYears(spans: readonly Span[], scope: Scope): FiscalYear[] {
  const is = (span: Span | undefined, word: WordKey): boolean =>
    span?.meanings.some((m) => m.type === 'word' && m.word === word) ?? false;
  return spans.flatMap((span, i) => {
    const number = span.meanings.find((m) => m.type === 'number');
    if (number?.type !== 'number') return [];
    const next = spans[i + 1];
    const isNamed = next?.start === span.end && is(next, 'year');
    const isEnd = is(spans[i - 1], 'through') && (spans[i - 2]?.meanings.some((m) => m.type === 'year') ?? false);
    if (!isNamed && !isEnd) return [];
    const isKnown = (year: FiscalYear): boolean =>
      scope.figures.tables.some((t) => t.years.includes(year)) ||
      scope.report.items.some((item) => item.schedule.some((e) => e.year === year));
    return yearsOfEra(number.value).filter(isKnown).slice(0, 1);
  });
}
