import { latest } from '../../report/fiscal-year.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import { AMONG, LEAST, MANY, MOST, NAMED_NEXT, NEXT_RANK, RANK_BEFORE } from '../wording-grounding-order.ts';
import { governing, type Mention, type Place } from './binding.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Fact, Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { rivalsOf, seriesOf, valuesIn, yearOf } from './series.ts';

/** Who or which year is called the highest or lowest, and does not lead what the results have. */
export function wrongExtremes(
  claims: Claims,
  topic: Topic,
  backed: readonly Backed[],
  facts: readonly Fact[],
): Ungrounded[] {
  const { text } = claims;
  const said = (
    [
      [MOST, 'highest'],
      [LEAST, 'lowest'],
    ] as const
  ).flatMap(([shape, order]) =>
    [...text.matchAll(shape)].map((m) => ({ start: m.index, end: m.index + m[0].length, order })),
  );
  const values = said.length > 0 ? valuesIn(facts) : [];
  return said.flatMap(({ start, end, order }): Ungrounded[] => {
    // The five with most, and the second highest, are no first ones.
    if (MANY.test(text.slice(end)) || RANK_BEFORE.test(text.slice(0, start))) return [];
    const place = { start, end };
    const claimed = candidates(place, claims, topic, backed, values);
    const leads = claimed.some(({ value, as }) => isFirst(value, as, order, values, facts, text));
    return leads ? [] : [{ kind: 'order', text: text.slice(start, end) }];
  });
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
  const said = governing(text, place, measures)?.value ?? topic.measures;
  const about = figure ? figure.measures : said;
  const match = (subject: readonly string[] | null, year: string | null): Fact[] =>
    seriesOf(values, { subjects: subject, measures: about }).flatMap((series) => {
      const own = year === null ? series.at(-1) : series.find((f) => yearOf(f) === year);
      return own ? [own] : [];
    });
  const bySubject = near(names).flatMap((m) => {
    const year = governing(text, m, years)?.value ?? latest(topic.years ?? []) ?? null;
    return match(m.value, year).map((value): Candidate => ({ value, as: 'subject' }));
  });
  const byYear = near(years).flatMap((m) => {
    const subject = governing(text, m, names)?.value ?? topic.subjects;
    return match(subject, m.value).map((value): Candidate => ({ value, as: 'year' }));
  });
  // The name nearest to the word is meant, where both kinds stand on one side.
  if (bySubject.length + byYear.length > 0) return [...bySubject, ...byYear];
  return figure
    ? [
        { value: figure, as: 'year' },
        { value: figure, as: 'subject' },
      ]
    : [];
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
): boolean {
  const beats = (f: Fact): boolean => (order === 'highest' ? f.value > value.value : f.value < value.value);
  if (as === 'year') {
    const [series = []] = seriesOf(values, value);
    return series.length > 1 && !series.some(beats);
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
  if (value.isRanked && !AMONG.test(text)) return false;
  const rivals = rivalsOf(values, value);
  return rivals.length > 1 && !rivals.some(beats);
}
