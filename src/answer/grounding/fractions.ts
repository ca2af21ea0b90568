import { type Fraction, fractionsIn, fractionsPrinted } from '../wording-fractions.ts';
import { CLAUSE_END } from '../wording-grounding.ts';
import { COMMON_WORDS } from '../wording-grounding-words.ts';
import type { Place } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { toldOf } from './told.ts';
import { calledInReport, isForeign, wordsIn } from './words.ts';

/** Thirds and quarters in words: the text has them, of what its words beside them say. */
export function wrongFractions(claims: Claims, topic: Topic, evidence: Evidence): Ungrounded[] {
  return fractionsIn(claims.text).flatMap((fraction): Ungrounded[] =>
    isOfThat(fraction, claims, topic, evidence) === true ? [] : [{ kind: 'figure', text: fraction.print }],
  );
}

/**
 * Whether a text has a fraction of what the clause says: of all fractions there it stands nearest to the clause's words.
 * Null where the texts have none of these words beside a fraction.
 */
export function isOfThat(
  said: Place & Pick<Fraction, 'value'>,
  claims: Claims,
  topic: Topic,
  evidence: Evidence,
): boolean | null {
  const words = wordsBeside(said, claims);
  const sentences = toldOf(claims, topic, evidence).own;
  const near = words.flatMap((names) => nearestOf(names, sentences));
  return near.length === 0 ? null : near.every((value) => Math.abs(value - said.value) < SAME);
}
const SAME = 1e-9;

/** The fraction to which one of the names of a word stands nearest. */
function nearestOf(names: readonly string[], sentences: readonly string[]): number[] {
  const found = sentences.flatMap((sentence) => {
    const places = names.map((name) => sentence.indexOf(name)).filter((at) => at >= 0);
    return fractionsPrinted(sentence).flatMap((f) => places.map((at) => ({ value: f.value, away: awayFrom(f, at) })));
  });
  return found
    .toSorted((a, b) => a.away - b.away)
    .slice(0, 1)
    .map((f) => f.value);
}

/** What has become a part stands before it. */
function awayFrom({ start, end }: Place, at: number): number {
  return at < start ? start - at : BEHIND + at - end;
}
const BEHIND = 20;

/** The words of the clause, as the report may have them: each with all of its names. */
function wordsBeside({ start, end }: Place, claims: Claims): (readonly string[])[] {
  const { text } = claims;
  const before = [...text.slice(0, start).matchAll(new RegExp(CLAUSE_END.source, 'gu'))].at(-1);
  const from = before ? before.index + before[0].length : 0;
  const behind = text.slice(end).search(CLAUSE_END);
  const to = behind < 0 ? text.length : end + behind;
  if (isForeign(text)) return calledInReport(claims, from, to);
  return wordsIn(text.slice(from, start)).flatMap((word) => (COMMON_WORDS.has(word) ? [] : [[word]]));
}
