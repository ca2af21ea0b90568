import { latest } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import {
  AMONG,
  AMONG_KIND,
  FURTHEST,
  HAS_IT,
  IS_TOPIC,
  LEAST,
  MANY,
  MOST,
  MOVED_MOST,
  NAMED_NEXT,
  NEXT_RANK,
  OF_ALL,
  PEAKS,
  RANK_BEFORE,
  RATIOS,
  STEP_MOST,
  WHEN_NEXT,
  WHOSE_NEXT,
} from '../wording-grounding-order.ts';
import { governing, type Mention, type Place } from './binding.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Fact, Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { isFurthest, movedMost } from './moved-most.ts';
import { rivalsOf, seriesOf, valuesIn, yearOf } from './series.ts';

/** Who or which year is called the highest or lowest, and does not lead what the results have. */
export function wrongExtremes(
  claims: Claims,
  topic: Topic,
  backed: readonly Backed[],
  evidence: Evidence,
): Ungrounded[] {
  const { facts, values, complete } = evidence;
  const { text } = claims;
  const said = (
    [
      [MOST, 'highest'],
      [LEAST, 'lowest'],
    ] as const
  ).flatMap(([shape, order]) =>
    [...text.matchAll(shape)].map((m) => ({ start: m.index, end: m.index + m[0].length, order })),
  );
  const steps = [...text.matchAll(STEP_MOST)];
  const moves = [...text.matchAll(MOVED_MOST), ...steps];
  const wrongMoves = moves.filter((m) => !movedMost(m, claims, topic, evidence));
  const furthest = [...text.matchAll(FURTHEST)].filter((m) => !isFurthest(m, claims, topic, facts));
  const wrong = [...wrongMoves, ...furthest].map(({ 0: print }): Ungrounded => ({ kind: 'order', text: print }));
  const leads = said.flatMap(({ start, end, order }): Ungrounded[] => {
    if (moves.some((m) => m.index < end && m.index + m[0].length > start)) return [];
    // The five with most, and the second highest, are no first ones.
    if (MANY.test(text.slice(end)) || RANK_BEFORE.test(text.slice(0, start))) return [];
    const place = { start, end };
    const claimed = candidates(place, claims, topic, backed, values);
    const isTrue = claimed.some(({ value, as }) => isFirst(value, as, order, values, facts, text, complete));
    return isTrue ? [] : [{ kind: 'order', text: text.slice(start, end) }];
  });
  return [...wrong, ...leads];
}

interface Candidate {
  readonly value: Fact;
  /** Whether the subject or the year is what leads. */
  readonly as: 'subject' | 'year';
}

/** What may be meant to lead: named behind (the highest is X), or nearest before (X is the highest). */
function candidates(
  place: Place,
  claims: Claims,
  topic: Topic,
  backed: readonly Backed[],
  values: readonly Fact[],
): Candidate[] {
  const { text, subjects, years, measures } = claims;
  const names = subjects.filter((m) => !m.value.includes(WHOLE));
  const isEnglish = !/[\p{Script=Hiragana}]/u.test(text);
  const next = NAMED_NEXT.test(text.slice(place.end));
  const cut = text.slice(place.end).search(NEXT_RANK);
  const until = cut < 0 ? text.length : place.end + cut;
  const near = <T>(mentions: readonly Mention<T>[]): Mention<T>[] => {
    const before = mentions.findLast((m) => m.end <= place.start);
    const behind = mentions.find((m) => m.start >= place.end && m.start < until);
    if (isEnglish) return [before, behind].filter((m) => m !== undefined);
    const chosen = next ? (behind ?? before) : (before ?? behind);
    return chosen ? [chosen] : [];
  };
  const figure = nearestFigure(place, backed, until);
  // Without a measure it is how many have the status that is said, or their share.
  const kinds = RATIOS.test(text) ? ['share'] : ['items', 'share'];
  const counted = claims.statuses.flatMap((m) => m.value.flatMap((s) => kinds.map((kind) => `${kind}.${s}`)));
  const said = governing(text, place, measures)?.value ?? (counted.length > 0 ? counted : topic.measures);
  const about = figure ? figure.measures : said;
  const match = (subject: readonly string[] | null, year: string | null): Fact[] =>
    seriesOf(values, { subjects: subject, measures: about }).flatMap((series) => {
      const own = year === null ? series.at(-1) : series.find((f) => yearOf(f) === year);
      return own ? [own] : [];
    });
  const bySubject = near(names).flatMap((m) => {
    const then = governing(text, m, years) ?? governing(text, place, years);
    const year = then?.value ?? latest(topic.years ?? []) ?? null;
    return match(m.value, year).map((value): Candidate => ({ value, as: 'subject' }));
  });
  const byYear = near(years).flatMap((m) => {
    const subject = governing(text, m, names)?.value ?? topic.subjects;
    return match(subject, m.value).map((value): Candidate => ({ value, as: 'year' }));
  });
  // A name that is said to lead leads the others; that it had its own highest in some year is another thing.
  const rivals = bySubject.some(({ value }) => rivalsOf(values, value).length > 1);
  if (bySubject.length > 0 && byYear.length > 0 && rivals) {
    const isSubject = leadsByName(place, near(names)[0], near(years)[0], claims, { next, isEnglish });
    if (isSubject !== null) return isSubject ? bySubject : byYear;
  }
  if (bySubject.length > 0 && AMONG_KIND.test(text.slice(0, place.start))) return bySubject;
  if (bySubject.length + byYear.length > 0) return [...bySubject, ...byYear];
  return figure
    ? [
        { value: figure, as: 'year' },
        { value: figure, as: 'subject' },
      ]
    : [];
}

/** Whether it is the name that leads, and not the year; null where the sentence does not tell. */
function leadsByName(
  { start, end }: Place,
  name: Place | undefined,
  year: Place | undefined,
  { text, measures }: Claims,
  { next, isEnglish }: { next: boolean; isEnglish: boolean },
): boolean | null {
  if (!name || !year) return null;
  if (isEnglish) {
    const when = year.start >= end && WHEN_NEXT.test(text.slice(end, year.start));
    const whose = name.start >= end && WHOSE_NEXT.test(text.slice(end, name.start));
    return !(when || whose || PEAKS.test(text.slice(start, end)));
  }
  if (next && name.start >= end !== year.start >= end) return name.start >= end;
  const [named, dated] = [name, year].map((m) => m.end <= start && HAS_IT.test(text.slice(m.end, end)));
  // As for A, its measure of the year is the highest: the year only says of when.
  const isOfMeasure = measures.some((m) => m.start >= year.end && m.end <= start);
  if (!named && dated && isOfMeasure && name.end <= start && IS_TOPIC.test(text.slice(name.end))) return true;
  return named === dated ? null : named === true;
}

/** The figure that is called the highest: nearest to the word. */
function nearestFigure({ start, end }: Place, backed: readonly Backed[], until: number): Fact | undefined {
  const away = ({ number }: Backed): number => (number.start >= end ? number.start - end : start - number.end);
  const near = backed
    .filter((b) => b.number.start < until && valuesIn(b.facts).length > 0)
    .toSorted((a, b) => away(a) - away(b))[0];
  return near && valuesIn(near.facts)[0];
}

function isFirst(
  value: Fact,
  as: Candidate['as'],
  order: 'highest' | 'lowest',
  values: readonly Fact[],
  facts: readonly Fact[],
  text: string,
  complete: Evidence['complete'],
): boolean {
  const beats = (f: Fact): boolean => (order === 'highest' ? f.value > value.value : f.value < value.value);
  if (as === 'year') {
    const [series = []] = seriesOf(values, value);
    // Of two years one is higher, and none the highest.
    return series.length > 2 && !series.some(beats);
  }
  const ranked = facts.some(
    (f) =>
      f.kind === 'rank' &&
      f.bare === 1 &&
      f.order === order &&
      String([f.subjects, f.measures, f.years]) === String([value.subjects, value.measures, value.years]),
  );
  if (ranked) return true;
  // Some sections out of many: the highest of these, not of all.
  const isWhole = complete.has(`${value.measures}\t${yearOf(value)}`);
  if (value.isRanked && !isWhole && (OF_ALL.test(text) || !AMONG.test(text))) return false;
  const rivals = rivalsOf(values, value);
  return rivals.length > 1 && !rivals.some(beats);
}
