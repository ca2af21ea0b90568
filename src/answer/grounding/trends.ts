import { compareYears } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import { ABOVE_ZERO, BELOW_ZERO } from '../wording-grounding.ts';
import {
  DENIED_SOON,
  FALLS,
  FIGURES_FOLLOW,
  FROM_FIGURE,
  LEFT_OPEN,
  MOVES,
  MOVES_ENGLISH,
  RISES,
  STEADY,
  STREAK,
  UNTIL,
} from '../wording-grounding-order.ts';
import { OF_YEARS, YEARS_NEXT } from '../wording-grounding-quantifiers.ts';
import { EACH } from '../wording-grounding-words.ts';
import { englishNumbersIn } from '../wording-number-words.ts';
import { groupsOf, type Place } from './binding.ts';
import { stepsToldBefore, wayOfPairBefore } from './chains.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import { type Way, went } from './course.ts';
import type { Evidence } from './evidence.ts';
import { type Fact, type Ungrounded, unique } from './facts.ts';
import type { Topic } from './labels.ts';
import { movedBetween, movedInText, statusMoved } from './moves-in-text.ts';
import { TITLED, withoutNames } from './names.ts';
import { quantifiersIn } from './quantifier-words.ts';
import { type About, seriesOf, stepsOf, yearOf } from './series.ts';
import { clauseAt, since, spanOf, withEnd } from './trend-years.ts';

/** Rises, falls and runs of years that are told without a figure, against the figures of the results. */
export function wrongTrends(claims: Claims, topic: Topic, backed: readonly Backed[], evidence: Evidence): Ungrounded[] {
  const { text } = claims;
  const streaks = [...text.matchAll(STREAK)];
  const moves = movesIn(claims).filter((m) => !inStreak(text, m.index) && !isOfAll(m, claims));
  if (streaks.length + moves.length === 0) return [];
  const about = aboutOf(claims, topic);
  const wrong = (match: RegExpExecArray): Ungrounded => ({ kind: 'order', text: match[0] });
  return [
    ...streaks.filter((match) => !isRun(match, claims, about, evidence.values)).map(wrong),
    ...moves
      .filter((m) => !inList(topic, claims, about).every((own) => moved(m, claims, topic, own, backed, evidence)))
      .map(wrong),
  ];
}

/** What is said before a list is said of each who is listed. */
function inList({ ahead }: Topic, { subjects }: Claims, about: About): readonly About[] {
  const listed = subjects.length === 0 ? unique(ahead?.subjects ?? []) : [];
  return listed.length > 0 ? listed.map((name) => ({ ...about, subjects: [name] })) : [about];
}

/** A move of all, none or some of several that are not named: it is looked up for each of them. */
function isOfAll({ index }: RegExpExecArray, claims: Claims): boolean {
  if (claims.subjects.length > 0) return false;
  const text = withoutNames(claims, TITLED);
  const { end } = clauseAt(text, index);
  return quantifiersIn(text).some(
    (q) =>
      q.end <= end &&
      !OF_YEARS.test(text.slice(Math.max(0, q.start - 8), q.end)) &&
      !YEARS_NEXT.test(text.slice(q.end)),
  );
}

/** True in a clause that tells a run of years, which is looked up as such. */
export function inStreak(text: string, at: number): boolean {
  const clause = clauseAt(text, at);
  return [...text.matchAll(STREAK)].some((s) => s.index >= clause.start && s.index < clause.end);
}

const blank = (text: string): string => ' '.repeat(text.length);

/** Words of moving that are no part of a name. */
export function movesIn(claims: Claims): RegExpExecArray[] {
  // What is quoted is looked up as such.
  const text = withoutNames(claims)
    .replaceAll(/["“][^"”]*["”]/gu, blank)
    // A question that the report is said not to answer: 安定しているかという評価はない.
    .replaceAll(LEFT_OPEN, blank);
  return [...text.matchAll(MOVES), ...text.matchAll(MOVES_ENGLISH)];
}

/** Up, down, neither or both, by the groups of a word of moving. */
export function wayOf({ groups = {} }: RegExpExecArray): Way {
  const { up, down, better, worse, wave } = groups;
  if (wave !== undefined) return 'both';
  if (up !== undefined || better !== undefined) return 1;
  return down !== undefined || worse !== undefined ? -1 : 0;
}

/** What a sentence and those before it are about; counts of items by their status. */
function aboutOf({ subjects, measures, statuses }: Claims, topic: Topic): About {
  const named = subjects.flatMap((m) => m.value);
  const own = measures.flatMap((m) => m.value);
  const counted = own.length === 0 ? statuses.flatMap((m) => m.value.map((s) => `items.${s}`)) : [];
  return {
    subjects: named.length > 0 ? named : counted.length > 0 ? (topic.subjects ?? [WHOLE]) : topic.subjects,
    measures: own.length > 0 ? own : counted.length > 0 ? counted : topic.measures,
  };
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
    const isSign = BELOW_ZERO.test(said) || ABOVE_ZERO.test(said);
    const marks = isSign ? series.map((f) => Math.sign(f.value)) : stepsOf(series);
    const wanted = isSign ? (BELOW_ZERO.test(said) ? -1 : 1) : RISES.test(said) ? 1 : FALLS.test(said) ? -1 : null;
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

/** A rise or fall: over the years that are named, else over all, or the last step. Closed: what no result carries is not so. */
function moved(
  match: RegExpExecArray,
  claims: Claims,
  topic: Topic,
  about: About,
  backed: readonly Backed[],
  evidence: Evidence,
): boolean {
  const { text, years, measures, subjects, items, statuses } = claims;
  const clause = clauseAt(text, match.index);
  const within = (m: Place): boolean => m.start >= clause.start && m.end <= clause.end;
  // An amount of change is looked up with the way it went.
  const beside = backed.filter((b) => within(b.number));
  if (beside.some((b) => b.facts.some((f) => f.kind === 'change' || f.operation === 'difference'))) return true;
  const wanted = wayOf(match);
  const isDenied = wanted !== 0 && DENIED_SOON.test(text.slice(match.index + match[0].length));
  // Results without a table tell of items only.
  const isPlan =
    items.length > 0 ||
    ((topic.items !== null || evidence.values.length === 0) && subjects.length + measures.length === 0);
  const inText = backed.filter((b) => b.facts.length > 0 && b.facts.every((f) => f.inText !== null));
  if (inText.length > 0 && inText.length === backed.length)
    return (
      movedBetween(inText, wanted, text) ??
      movedInText(
        match,
        claims,
        topic,
        wanted,
        evidence,
        inText.filter((b) => within(b.number)),
      )
    );
  if (isPlan && measures.length === 0) {
    const { better, worse, flat } = match.groups ?? {};
    const isStatus = statuses.length > 0 || (better ?? worse ?? flat) !== undefined;
    return (
      (isStatus && statusMoved(claims, topic, wanted, evidence)) ||
      movedInText(match, claims, topic, wanted, evidence, [])
    );
  }
  const chain = stepsToldBefore(match.index, claims, backed);
  if (chain) return chain.every((step) => step === wanted);
  const pair = wayOfPairBefore(match.index, claims, backed);
  if (pair !== null) return pair === wanted;
  // So many stayed as they were: the number is looked up.
  const isCounted = claims.numbers.some((n) => n.unit === 'items' || n.unit === 'sections');
  if (isCounted && (wanted === 0 ? measures.length + subjects.length === 0 : about.subjects === null)) return true;
  if (about.subjects === null) return false;
  const moving = measures.findLast((m) => m.end <= match.index)?.value ?? about.measures;
  const all = seriesOf(evidence.values, { ...about, measures: moving });
  const parts = all.filter((series) => !series[0]?.isAverage);
  const found = parts.length > 0 ? parts : all;
  // Without a measure it has to be the only one there is.
  if (found.length === 0 || (moving === null && new Set(found.map((s) => String(s[0]?.measures))).size > 1))
    return false;
  const here = withEnd(spanOf(years.filter(within), clause, years), clause, claims);
  const isUntil = here.length === 1 && here.some((m) => UNTIL.test(text.slice(m.end)));
  const isSteady = STEADY.test(text.slice(clause.start, clause.end));
  // From the figure of a year on, year for year.
  const first = isSteady
    ? years.findLast((m) => m.end <= match.index && FROM_FIGURE.test(text.slice(m.end)))
    : undefined;
  const from = since(claims, clause, topic) ?? first?.value ?? null;
  // Year for year, and so it goes on: over all that are told.
  const behind = match.index + match[0].length;
  const isListed = FIGURES_FOLLOW.test(text.slice(behind));
  const told =
    isSteady && from === null ? years.filter((m) => (isListed ? m.start > behind : m.start < match.index)) : here;
  const own = unique((told.length > here.length ? told : here).map((m) => m.value)).sort(compareYears);
  // From the figure of a year to that of the last one.
  const [base] = here;
  const isFromFigure = !isSteady && own.length === 1 && base && FROM_FIGURE.test(text.slice(base.end, clause.end));
  const course = { wanted, own, from: isFromFigure ? null : from, isSteady, isUntil };
  return together(match.index, claims).every((isOf) => {
    const mine = found.filter((series) => series[0] && isOf(series[0]));
    const ends = (series: readonly Fact[]) => [...own, ...series.slice(-1).map(yearOf)];
    // Both of them: each that was named.
    const isEach = EACH.test(text.slice(clause.start, clause.end)) && subjects.length === 0;
    const holds = (own: readonly (readonly Fact[])[], fits: (series: readonly Fact[]) => boolean): boolean =>
      isEach && own.length > 1 ? own.every(fits) : own.some(fits);
    return holds(mine, (series) => went(series, isFromFigure ? { ...course, own: ends(series) } : course)) !== isDenied;
  });
}

/** Of several that are joined each has to have gone so: A and B rose, its revenue and its expenditure rose. */
function together(at: number, { text, groups, measures }: Claims): ((f: Fact) => boolean)[] {
  const joined = (all: Claims['groups']): readonly (readonly string[])[] =>
    (all.findLast((group) => (group.at(-1)?.end ?? at) <= at) ?? []).map((m) => m.value);
  const [who, what] = [joined(groups), joined(groupsOf(text, measures))].map((group) =>
    group.length > 1 ? group : null,
  );
  const isIn = (own: readonly string[], names: readonly string[] | null): boolean =>
    names === null || own.some((name) => names.includes(name));
  return (who ?? [null]).flatMap((subjects) =>
    (what ?? [null]).map((named) => (f: Fact) => isIn(f.subjects, subjects) && isIn(f.measures, named)),
  );
}
