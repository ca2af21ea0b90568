import { compareYears, type FiscalYear, latest } from '../../report/fiscal-year.ts';
import { LACKS, NEGATED_BEFORE } from '../wording-grounding.ts';
import { DENIED_SOON, STEADY } from '../wording-grounding-order.ts';
import { IN_TOP } from '../wording-grounding-quantifiers.ts';
import { englishNumbersIn } from '../wording-number-words.ts';
import type { Claims } from './claims.ts';
import { type Fact, type Ungrounded, unique } from './facts.ts';
import type { Topic } from './labels.ts';
import { clauseAt, since } from './trend-years.ts';

/** Who is said to be among the first so many, in a year or in all of them, and is not. */
export function wrongMembers(claims: Claims, topic: Topic, facts: readonly Fact[]): Ungrounded[] {
  const { text, subjects, years } = claims;
  const match = IN_TOP.exec(text);
  if (!match) return [];
  const place = { start: match.index, end: match.index + match[0].length };
  const who = subjects.findLast((m) => m.end <= place.start)?.value ?? topic.subjects;
  // Those who are in it are listed behind.
  if (who === null) return [];
  const [, kanji, ...words] = match;
  const english = words.find((word) => word !== undefined);
  const most =
    Number(kanji ?? Number.NaN) ||
    englishNumbersIn(`${english} items`)[0]?.value ||
    Number(english) ||
    Number.MAX_VALUE;
  const ranks = facts.filter((f) => f.kind === 'rank' && f.operation === null);
  const known = unique(ranks.flatMap((f) => f.years)).sort(compareYears);
  const own = unique(years.map((m) => m.value)).sort(compareYears);
  const from = since(claims, clauseAt(text, match.index), topic);
  const [first, last] = [from ?? own[0], own.length > 1 ? own.at(-1) : known.at(-1)];
  const isAll = from !== null || STEADY.test(text);
  const within = known.filter(
    (y) => (first === undefined || y >= first || own.length === 0) && (last === undefined || y <= last),
  );
  const newest = topic.years ? latest(topic.years) : known.at(-1);
  const meant = isAll ? within : own.length > 0 ? own : newest ? [newest] : [];
  const isIn = (year: string): boolean =>
    ranks.some((f) => f.bare <= most && f.subjects.some((s) => who.includes(s)) && f.years.some((y) => y === year));
  const denied = DENIED_SOON.test(text.slice(place.end)) || NEGATED_BEFORE.test(text.slice(0, match.index));
  // Who is not listed has no figure: a result of its own says so.
  const isKnown = (year: FiscalYear): boolean => known.includes(year) || (denied && LACKS.test(text));
  const isTrue = meant.length > 0 && meant.every((year) => isKnown(year) && isIn(year) !== denied);
  return isTrue ? [] : [{ kind: 'order', text: match[0] }];
}
