import { addYears, type FiscalYear } from '../../report/fiscal-year.ts';
import { CLAUSE_END } from '../wording-grounding.ts';
import { FALLS, LAST_YEAR, RISES, THIS_YEAR, YEAR_BEFORE } from '../wording-grounding-order.ts';
import {
  APART,
  COMMON_WORDS,
  COMPOUND,
  OF_NOUN,
  PART_END,
  PARTICLE,
  REMARK,
  STAGE,
  TOPIC_PARTICLE,
} from '../wording-grounding-words.ts';
import type { Quantity } from '../wording-quantities.ts';
import { type Calendar, type Mention, type Place, yearsIn } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Fact, InText } from './facts.ts';
import { endOfSpan } from './text.ts';
import { isForeign } from './words.ts';

/** A word in katakana that is long enough to name something. */
const LOAN = /[\p{Script=Katakana}ー]{4,}/gu;

interface Feature {
  readonly text: string;
  /** From the number that it stands beside. */
  readonly distance: number;
  /** Less for what the sentence is about as a whole. */
  readonly weight: number;
}

/** How a year relative to the report is told in a masked text. */
const BEFORE = '\uE000';
const NOW = '\uE001';
const TOKEN = new RegExp(
  `\\uE000+|\\uE001+|${STAGE.source}|\\p{Script=Han}{2,}|\\p{Script=Katakana}{2,}|[a-z]{3,}`,
  'giu',
);

/** Reads which measures a sentence of a result names. */
export type MeasuresOf = (sentence: string) => readonly Mention<readonly string[]>[];

/**
 * A number of running text has no label of its own: beside it must stand the words that stand beside it in its sentence,
 * and nearer than to any other number of that kind. `rivals`: numbers of the same kind that the sentence could mean.
 */
export function keepsNeighbours(
  said: Quantity,
  fact: Fact,
  rivals: readonly Fact[],
  claims: Claims,
  reported: FiscalYear,
  measuresOf: MeasuresOf,
): boolean {
  const { inText } = fact;
  if (!inText) return false;
  if (isVerbatim(said, claims.text, inText)) return true;
  const number = { ...said, end: endOfSpan(said, claims.numbers, claims.text) };
  if (turns(number, claims.text, inText) || isOfSomethingElse(number, claims.text, inText)) return false;
  const own = ownWindow(number, claims);
  // Something else that has a name was not done then.
  const title = fact.item?.title ?? '';
  const named = claims.text.slice(own.start, own.end).matchAll(LOAN);
  if ([...named].some(([word]) => !inText.sentence.includes(word) && !title.includes(word))) return false;
  const masked = maskYears(claims.text, reported);
  const near = featuresOf(number, own, masked, claims);
  const distance = (feature: string, at: InText): number => nearest(feature, at, reported, measuresOf);
  const isHit = (f: Feature): boolean => !isYear(f.text) && distance(f.text, inText) < Number.POSITIVE_INFINITY;
  let features = near;
  const isNear = near.some(isHit);
  if (!isNear)
    features = featuresOf(number, { start: 0, end: masked.length }, masked, claims).filter((f) => !isYear(f.text));
  if (!features.some(isHit)) {
    // Words of another language have no like in the report's.
    return isForeign(claims.text) && rivals.length === 0;
  }
  return rivals.every((rival) => {
    const other = rival.inText;
    // Words that stand elsewhere in the sentence do not tell its numbers apart.
    if (!other || (!isNear && other.sentence === inText.sentence)) return true;
    const place = other.sentence === inText.sentence ? (away: number): number => away : nearness;
    const lead = features.reduce(
      (sum, { text, weight, distance: at }) => {
        const [mine, theirs] = [distance(text, inText), distance(text, other)].map(place);
        return sum + (weight * Math.sign((theirs ?? 0) - (mine ?? 0) || 0)) / (1 + at / NEAR);
      },
      particleLead(number, claims.text, inText, other),
    );
    return lead >= 0;
  });
}

/** With the same letters right before it, and the same one behind: 3次審査(12名参. */
function isVerbatim({ start, end }: Quantity, text: string, at: InText): boolean {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  return (
    (before.match(/\p{Script=Han}|\p{Script=Katakana}/gu)?.length ?? 0) > 1 &&
    at.sentence.slice(Math.max(0, at.start - CONTEXT), at.end + 1) === before + text.slice(start, end + 1)
  );
}
const CONTEXT = 5;

/** So many characters away a word counts half. */
const NEAR = 4;

/** Distances in different sentences are compared roughly. */
function nearness(away: number): number {
  const steps = [6, 20, Number.MAX_SAFE_INTEGER];
  const step = steps.findIndex((limit) => away <= limit);
  return step < 0 ? Number.POSITIVE_INFINITY : step;
}

/** True where the word goes on up to a particle that makes it the topic. */
function isTopic(behind: string): boolean {
  return TOPIC_PARTICLE.test(behind.replace(/^[\p{Script=Han}\p{Script=Katakana}ー]+/u, ''));
}
const TOPIC = 0.3;

const PARTICLE_WEIGHT = 3;

/** Until and from belong to one number and not to another. */
function particleLead({ end }: Quantity, text: string, mine: InText, theirs: InText): number {
  const particle = PARTICLE.exec(text.slice(end))?.[0];
  if (!particle) return 0;
  const has = (at: InText): number => (at.sentence.slice(at.end).startsWith(particle) ? PARTICLE_WEIGHT : 0);
  return has(mine) - has(theirs);
}

/** 45 facilities' sale, where the 45 facilities are those that are cleaned. */
function isOfSomethingElse({ end }: Quantity, text: string, { sentence }: InText): boolean {
  const noun = OF_NOUN.exec(text.slice(end))?.[1];
  if (!noun) return false;
  return ![...noun].slice(1).some((letter, i) => sentence.includes(`${[...noun][i]}${letter}`));
}

function isYear(feature: string): boolean {
  return feature.startsWith(BEFORE) || feature.startsWith(NOW);
}

/** The words that belong to a number: since the number or clause before, up to the next one. */
function ownWindow({ start, end }: Quantity, { text, numbers }: Claims): Place {
  const before = numbers.findLast((n) => n.end <= start)?.end ?? 0;
  const part = text.slice(before, start);
  const cuts = [...part.matchAll(new RegExp(`${CLAUSE_END.source}|${PART_END.source}`, 'giu'))];
  const cut = cuts.at(-1);
  const remark = REMARK.exec(text.slice(end))?.[0].length ?? 0;
  const from = end + remark;
  const next = numbers.find((n) => n.start >= from)?.start ?? text.length;
  const clause = text.slice(from, next).search(CLAUSE_END);
  return { start: before + (cut ? cut.index + cut[0].length : 0), end: clause < 0 ? next : from + clause };
}

/** Words of a stretch of the sentence with their distance from the number; a pair of kanji is a word. */
function featuresOf(
  number: Quantity,
  { start, end }: Place,
  masked: string,
  { spans, numbers, items }: Claims,
): Feature[] {
  const features = new Map<string, Feature>();
  const add = (text: string, at: number, length: number): void => {
    if (at < start || at + length > end || COMMON_WORDS.has(text)) return;
    const weight = isTopic(masked.slice(at + length)) ? TOPIC : 1;
    const distance = Math.max(0, at >= number.end ? at - number.end : number.start - at - length);
    const known = features.get(text);
    if (!known || known.distance > distance) features.set(text, { text, weight, distance });
  };
  const isTaken = (at: number, length: number): boolean =>
    [...numbers, ...items].some((n) => at < n.end && at + length > n.start);
  for (const { index, 0: token } of masked.matchAll(TOKEN)) {
    if (isTaken(index, token.length)) continue;
    if (/^\p{Script=Han}/u.test(token))
      for (let i = 0; i + 2 <= token.length; i++) add(token.slice(i, i + 2), index + i, 2);
    else add(isYear(token) ? token.slice(0, 1) : token.toLowerCase(), index, token.length);
  }
  for (const { index, 0: token } of masked.matchAll(COMPOUND))
    if (!isTaken(index, token.length)) add(token, index, token.length);
  for (const span of spans) {
    // What a number counts is said by its unit, too: 101 applicants.
    if (span.start !== number.start && isTaken(span.start, span.end - span.start)) continue;
    for (const meaning of span.meanings) {
      const isLatin = /^[\w\s.,'-]+$/u.test(span.text);
      if (meaning.type === 'related' && isLatin)
        for (const name of meaning.report) add(name.toLowerCase(), span.start, span.end - span.start);
      if (meaning.type === 'measure') add(`${MEASURE}${meaning.name}`, span.start, span.end - span.start);
    }
  }
  return [...features.values()];
}
const MEASURE = 'measure:';

/** Behind a comma or another number a word belongs to something else. */
const FAR = 20;

/** How far a word stands from a number of a result; infinite when it is not in its sentence. */
function nearest(
  feature: string,
  { sentence, start, end }: InText,
  reported: FiscalYear,
  measuresOf: MeasuresOf,
): number {
  const away = (from: number, to: number): number => {
    const [a, b] = from >= end ? [end, from] : [to, start];
    return Math.max(0, b - a) + (APART.test(sentence.slice(a, b)) ? FAR : 0);
  };
  if (feature.startsWith(MEASURE))
    return Math.min(
      Number.POSITIVE_INFINITY,
      ...measuresOf(sentence)
        .filter((m) => m.value.includes(feature.slice(MEASURE.length)))
        .map((m) => away(m.start, m.end)),
    );
  const text = (isYear(feature) ? maskYears(sentence, reported) : sentence).toLowerCase();
  let best = Number.POSITIVE_INFINITY;
  for (let at = text.indexOf(feature); at >= 0; at = text.indexOf(feature, at + 1))
    best = Math.min(best, away(at, at + feature.length));
  return best;
}

/** Years told by what they are to the report's, so that R1 and the year before are one; others are blank. */
function maskYears(text: string, reported: FiscalYear): string {
  const calendar: Calendar = { known: new Set(), reported };
  let masked = text;
  const put = (start: number, end: number, mark: string): void => {
    masked = masked.slice(0, start) + mark.repeat(end - start) + masked.slice(end);
  };
  for (const { start, end, value } of yearsIn(text, calendar, null).years)
    put(start, end, value === reported ? NOW : value === addYears(reported, -1) ? BEFORE : ' ');
  for (const [shape, mark] of [
    [THIS_YEAR, NOW],
    [LAST_YEAR, BEFORE],
    [YEAR_BEFORE, BEFORE],
  ] as const)
    for (const { index, 0: print } of text.matchAll(shape)) put(index, index + print.length, mark);
  return masked;
}

/** True when one of them says that it rose and the other that it fell. */
function turns({ start, end }: Quantity, text: string, at: InText): boolean {
  const directions = (said: string): readonly boolean[] => [RISES.test(said), FALLS.test(said)];
  const clause = (whole: string, from: number, to: number): string =>
    `${whole
      .slice(0, from)
      .split(/[、。,;]|\d/u)
      .at(-1)} ${whole.slice(to).split(/[、。,;]|\d/u)[0]}`;
  const [up, down] = directions(clause(text, start, end));
  const [rose, fell] = directions(at.sentence.slice(at.end).split(/[、。]|\d/u)[0] ?? '');
  return (up && !down && fell && !rose) || (down && !up && rose && !fell) || false;
}
