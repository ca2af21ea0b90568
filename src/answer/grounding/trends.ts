import { compareYears, type FiscalYear } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import { CLAUSE_END, GAIN, LOSS } from '../wording-grounding.ts';
import {
  BECAME_ENGLISH,
  DENIED_SOON,
  FALLS,
  MOVES,
  RISES,
  SINCE,
  SINCE_ENGLISH,
  STEADY,
  STREAK,
} from '../wording-grounding-order.ts';
import { englishNumbersIn } from '../wording-number-words.ts';
import { governing, type Place } from './binding.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Fact, Sentence, Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { type About, seriesOf, stepsOf, valuesIn, yearOf } from './series.ts';

/** Rises, falls, losses and runs of years that are told without a figure, against the figures of the results. */
export function wrongTrends(claims: Claims, topic: Topic, facts: readonly Fact[]): Ungrounded[] {
  const { text } = claims;
  const streaks = [...text.matchAll(STREAK)];
  const moves = [...text.matchAll(MOVES), ...text.matchAll(BECAME_ENGLISH)];
  const signs = [...text.matchAll(new RegExp(`(?<loss>${LOSS.source})|(?<gain>${GAIN.source})`, 'giu'))];
  if (streaks.length + moves.length + signs.length === 0) return [];
  const values = valuesIn(facts);
  const about = aboutOf(claims, topic);
  const inStreak = (at: number): boolean => {
    const clause = clauseAt(text, at);
    return streaks.some((s) => s.index >= clause.start && s.index < clause.end);
  };
  const wrong = (match: RegExpExecArray): Ungrounded => ({ kind: 'order', text: match[0] });
  return [
    ...streaks.filter((match) => !isRun(match, claims, about, values)).map(wrong),
    ...moves.filter((m) => !inStreak(m.index) && !moved(m, claims, about, values)).map(wrong),
    ...signs.filter((m) => !inStreak(m.index) && !hasSign(m, claims, topic, values)).map(wrong),
  ];
}

/** A rise or fall beside a figure of running text, of which its text says nothing. */
export function strangeMoves(
  { text }: Claims,
  backed: readonly Backed[],
  sentences: readonly Sentence[],
): Ungrounded[] {
  const told = backed.filter(
    (b) => b.facts.length > 0 && b.facts.every((f) => f.inText !== null && f.unit !== 'month'),
  );
  if (told.length !== 1) return [];
  const items = new Set(told.flatMap((b) => b.facts.map((f) => f.item)));
  const said = sentences
    .filter((s) => items.has(s.item))
    .map((s) => s.text)
    .join('\n');
  return [...text.matchAll(MOVES)].flatMap(({ 0: move, groups = {} }): Ungrounded[] => {
    const { up } = groups;
    return (up === undefined ? FALLS : RISES).test(said) ? [] : [{ kind: 'order', text: move }];
  });
}

function aboutOf({ subjects, measures }: Claims, topic: Topic): About {
  const named = subjects.flatMap((m) => m.value);
  const own = measures.flatMap((m) => m.value);
  return {
    subjects: named.length > 0 ? named : topic.subjects,
    measures: own.length > 0 ? own : topic.measures,
  };
}

function clauseAt(text: string, at: number): Place {
  const ends = [...text.matchAll(new RegExp(CLAUSE_END.source, 'gu'))];
  const start = ends.findLast((m) => m.index + m[0].length <= at);
  const end = ends.find((m) => m.index >= at);
  return { start: start ? start.index + start[0].length : 0, end: end?.index ?? text.length };
}

/** The year from which on something is said to hold. */
function since({ text, years }: Claims, { start, end }: Place): FiscalYear | null {
  const own = years.find((m) => m.start >= start && m.end <= end && SINCE.test(text.slice(m.end, end)));
  if (own) return own.value;
  if (!SINCE_ENGLISH.test(text.slice(start, end))) return null;
  return (
    years.find((m) => m.start >= start && m.end <= end)?.value ?? years.findLast((m) => m.end <= start)?.value ?? null
  );
}

/** Two years running, in a row: so many steps or signs of a returned series, from the year that is named. */
function isRun(match: RegExpExecArray, claims: Claims, about: About, values: readonly Fact[]): boolean {
  const { text } = claims;
  const [, kanji, ...words] = match;
  const length =
    Number(kanji ?? Number.NaN) ||
    englishNumbersIn(`${words.find((w) => w)} years`)[0]?.value ||
    Number(words.find((w) => w));
  const clause = clauseAt(text, match.index);
  const said = text.slice(clause.start, clause.end);
  const from = since(claims, clause);
  const measures = about.measures ?? (claims.signs.length > 0 ? claims.signs.flatMap((m) => m.value) : null);
  return seriesOf(values, { ...about, measures }).some((series) => {
    const isSign = LOSS.test(said) || GAIN.test(said);
    const marks = isSign ? series.map((f) => Math.sign(f.value)) : stepsOf(series);
    const wanted = isSign ? (LOSS.test(said) ? -1 : 1) : RISES.test(said) ? 1 : FALLS.test(said) ? -1 : null;
    if (wanted === null) return false;
    const starts = marks.flatMap((_, i) => {
      const run = marks.slice(i, i + length);
      return run.length === length && run.every((mark) => mark === wanted) ? [i] : [];
    });
    // From a year on: its own step is the one to it, or the one away from it.
    return starts.some((i) => {
      if (from === null) return true;
      const firsts = isSign ? [series[i]] : [series[i], series[i + 1]];
      return firsts.some((f) => f !== undefined && yearOf(f) === from);
    });
  });
}

/** A rise or fall without an amount: over the years that are named, else over all, or the last step. */
function moved(match: RegExpExecArray, claims: Claims, about: About, values: readonly Fact[]): boolean {
  const { text, years, numbers, measures } = claims;
  const clause = clauseAt(text, match.index);
  const within = (m: Place): boolean => m.start >= clause.start && m.end <= clause.end;
  if (numbers.some((n) => within(n) && n.unit !== 'years')) return true;
  if (about.measures === null || about.subjects === null) return true;
  if (DENIED_SOON.test(text.slice(match.index + match[0].length))) return true;
  const { up, down } = match.groups ?? {};
  const wanted = up !== undefined ? 1 : down !== undefined ? -1 : null;
  if (wanted === null) return true;
  const moving = measures.findLast((m) => m.end <= match.index)?.value ?? about.measures;
  const found = seriesOf(values, { ...about, measures: moving }).filter((series) => !series[0]?.isAverage);
  if (found.length === 0) return true;
  const own = years
    .filter(within)
    .map((m) => m.value)
    .sort(compareYears);
  const from = since(claims, clause);
  const steady = STEADY.test(text.slice(clause.start, clause.end));
  return found.some((series) => {
    if (series.length < 2) return false;
    const last = own.length > 1 ? own.at(-1) : own[0];
    const upTo = last && from === null ? series.filter((f) => compareYears(yearOf(f), last) <= 0) : series;
    const start = from ?? (own.length > 1 ? own[0] : undefined);
    const part = start
      ? upTo.filter((f) => compareYears(yearOf(f), start) >= 0)
      : own.length === 1
        ? upTo.slice(-2)
        : upTo;
    const steps = stepsOf(part);
    if (steady) return steps.length > 0 && steps.every((step) => step === wanted);
    const [a, b] = [part[0], part.at(-1)];
    if (!a || !b || a === b)
      return from !== null && stepsOf(series.filter((f) => yearOf(f) <= yearOf(b ?? f))).at(-1) === wanted;
    return Math.sign(b.value - a.value) === wanted || (own.length === 0 && from === null && steps.at(-1) === wanted);
  });
}

/** A loss or surplus of which no amount is told. */
function hasSign(match: RegExpExecArray, claims: Claims, topic: Topic, values: readonly Fact[]): boolean {
  const { text, numbers, years, signs, measures, subjects } = claims;
  const clause = clauseAt(text, match.index);
  const within = (m: Place): boolean => m.start >= clause.start && m.end <= clause.end;
  if (numbers.some((n) => within(n) && (n.unit === 'yen' || n.unit === null))) return true;
  if (DENIED_SOON.test(text.slice(match.index + match[0].length))) return true;
  const { loss } = match.groups ?? {};
  const wanted = loss === undefined ? 1 : -1;
  const place = { start: match.index, end: match.index + match[0].length };
  const named = governing(text, place, measures)?.value ?? topic.measures;
  const meant = named ?? (signs.length > 0 ? signs.flatMap((m) => m.value) : null);
  const parts = subjects.filter((m) => !m.value.includes(WHOLE));
  const who = governing(text, place, parts)?.value ?? topic.subjects;
  const balances = values.filter((f) => f.kind === 'table' && f.unit === 'yen');
  const found = seriesOf(balances, { subjects: who, measures: meant });
  if (found.length === 0) return true;
  const here = years.filter(within);
  const said = here.length > 0 ? here : years;
  const then = said.length > 0 ? said.map((m) => m.value) : (topic.years ?? []);
  const from = since(claims, clause);
  const isAll = STEADY.test(text.slice(clause.start, clause.end));
  const fits = (series: readonly Fact[]): boolean => {
    const part = series.filter((f) =>
      from
        ? compareYears(yearOf(f), from) >= 0
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
