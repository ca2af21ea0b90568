import { addYears, compareYears, type FiscalYear, latest, yearsOfEra, yearsSpanned } from '../report/fiscal-year.ts';
import type { Scope } from '../tools/tool.ts';
import type { Duration } from './duration.ts';
import type { WordKey } from './lexicon.ts';
import { isParticle, isWord } from './span-words.ts';
import type { Span } from './spans.ts';
import { FISCAL } from './wording-duration.ts';

/** The fiscal years that a question names, or means by their relation to the report's (last year, five years ago). */
export function yearsAsked(
  spans: readonly Span[],
  words: ReadonlySet<WordKey>,
  duration: Duration | null,
  scope: Scope,
): FiscalYear[] {
  const { year } = scope.report;
  const meanings = spans.flatMap((s) => s.meanings);
  // Tables know fiscal years only: a month of one means that one.
  const ofTable = meanings.some((m) => m.type === 'measure');
  const named = spans.filter((span, at) => !isTakenBack(span, spans[at + 1]));
  const years = named.flatMap((span) =>
    span.meanings.flatMap((m) => (m.type === 'year' && (m.month === null || ofTable) ? [m.year] : [])),
  );
  if (isPeriod(spans)) return yearsSpanned(years);
  if (duration?.kind === 'ago') years.push(addYears(year, -duration.years));
  if (words.has('thisYear')) years.push(year);
  if (words.has('lastYear')) years.push(addYears(year, -1));
  if (words.has('twoYearsAgo')) years.push(addYears(year, -2));
  if (words.has('nextYear')) years.push(addYears(year, 1));
  // "The year before" beside a named year is relative to that one: the reading of a difference uses it.
  if (words.has('yearBefore') && years.length === 0) years.push(addYears(year, -1));
  return years;
}

/** R1じゃなくてH30: the first one is not meant. */
function isTakenBack(span: Span, behind: Span | undefined): boolean {
  return behind?.start === span.end && isWord(behind, 'negation');
}

/** From one year to another, which means those between as well: 28〜30年度, between FY2016 and FY2018. */
function isPeriod(spans: readonly Span[]): boolean {
  const [first, last, another] = spans.flatMap((s, at) => (s.meanings.some((m) => m.type === 'year') ? [at] : []));
  if (first === undefined || last === undefined || another !== undefined) return false;
  const joints = spans.slice(first + 1, last).filter((s) => !isParticle(s) && !isWord(s, 'year'));
  const areEnds =
    [spans[first - 1], spans[last + 1]].some((s) => isWord(s, 'between')) && joints.every((s) => isWord(s, 'and'));
  return joints.length > 0 && (areEnds || joints.every((s) => isWord(s, 'through')));
}

/**
 * Makes one piece, and a year, of `29年度` without an era, and of the end of `平成29から30`: of the eras that it fits, the
 * newest whose year the report's tables or schedules know, or else one that is not yet to come.
 */
export function withEraYears(spans: readonly Span[], scope: Scope): Span[] {
  const years = spans.map((_, at) => yearAt(spans, at, scope));
  return spans.flatMap((span, at) => {
    if (years[at - 1] && isNamed(spans, at - 1)) return [];
    const year = years[at];
    if (!year) return [span];
    const end = isNamed(spans, at) ? (spans[at + 1]?.end ?? span.end) : span.end;
    const text = `${span.text}${end > span.end ? spans[at + 1]?.text : ''}`;
    return [{ start: span.start, end, text, meanings: [{ type: 'year', year, month: null }] }];
  });
}

function yearAt(spans: readonly Span[], at: number, { figures, report }: Scope): FiscalYear | null {
  const number = spans[at]?.meanings.find((m) => m.type === 'number');
  if (number?.type !== 'number' || spans[at]?.meanings.some((m) => m.type === 'year')) return null;
  const before = spans[at - 1];
  // What stands right before the number belongs to it, as an era that has no such year.
  const isGlued = before?.end === spans[at]?.start && /[^\u3041-\u309f]$/u.test(before?.text ?? '');
  if (isGlued && before?.meanings.every((m) => m.type === 'rest')) return null;
  const isEnd = isWord(before, 'through') && (spans[at - 2]?.meanings.some((m) => m.type === 'year') ?? false);
  const isStart =
    isWord(spans[at + 1], 'through') &&
    ((spans[at + 2]?.meanings.some((m) => m.type === 'year') ?? false) || isNamed(spans, at + 2));
  if (!isNamed(spans, at) && !isEnd && !isStart) return null;
  const known = new Set([
    report.year,
    ...figures.tables.flatMap((t) => t.years),
    ...report.items.flatMap((item) => item.schedule.map((e) => e.year)),
  ]);
  const years = yearsOfEra(number.value);
  const last = latest([...known]);
  const isPast = (year: FiscalYear): boolean => last !== undefined && compareYears(year, last) < 0;
  const isFiscal = FISCAL.test(spans[at + 1]?.text ?? '');
  return years.find((year) => known.has(year)) ?? (isFiscal ? years.find(isPast) : undefined) ?? null;
}

/** A word for a year stands right behind the number. */
function isNamed(spans: readonly Span[], at: number): boolean {
  const next = spans[at + 1];
  return next !== undefined && next.start === spans[at]?.end && isWord(next, 'year');
}
