import { STATUSES, WHOLE } from '../../tools/progress-figures.ts';
import { HALF, HALF_ABOVE, HALF_BELOW, HALF_BEYOND, HALF_IN_TEXT, ONLY } from '../wording-grounding-quantifiers.ts';
import { governing } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Ungrounded } from './facts.ts';
import { isOfThat } from './fractions.ts';
import { countsOf, nearestMention } from './item-quantifiers.ts';
import type { Topic } from './labels.ts';
import { nearestTo, toldOf } from './told.ts';
import { isForeign } from './words.ts';

/** Halves in words, of two numbers of the sentence or of a count of the results; more than a half, of a count. */
export function wrongHalves(claims: Claims, topic: Topic, evidence: Evidence): Ungrounded[] {
  return [...claims.text.matchAll(HALF)].flatMap((half): Ungrounded[] =>
    isHalf(half, claims, topic, evidence) ? [] : [{ kind: 'figure', text: half[0] }],
  );
}

function isHalf(half: RegExpExecArray, claims: Claims, topic: Topic, evidence: Evidence): boolean {
  const { text, statuses, negated, subjects, years } = claims;
  const [above, below, beyond] = [HALF_ABOVE, HALF_BELOW, HALF_BEYOND].map((side) => side.test(half[0]));
  const numbers = claims.numbers.filter((n) => n.unit === 'items' || n.unit === null).map((n) => n.bare);
  if (!beyond && numbers.some((n) => numbers.includes(2 * n))) return true;
  const isSo = (of: number, total: number): boolean =>
    2 * of === total ? total > 0 && !beyond : (2 * of > total ? above : below) === true;
  const place = { start: half.index, end: half.index + half[0].length };
  const status = nearestMention(place, [...statuses, ...negated]);
  if (!status)
    return isInText(claims, topic, evidence) && isOfThat({ ...place, value: 1 / 2 }, claims, topic, evidence) !== false;
  const names = governing(text, place, subjects)?.value ?? topic.subjects ?? [WHOLE];
  const year = governing(text, place, years)?.value ?? null;
  const isOf = (name: string): boolean | null => {
    const counts = countsOf(name, year, evidence);
    if (!counts) return null;
    const total = STATUSES.reduce((sum, s) => sum + counts[s], 0);
    const own = status.value.reduce((sum, s) => sum + counts[s], 0);
    return isSo(negated.includes(status) ? total - own : own, total);
  };
  if (!names.some((name) => isOf(name) === true)) return false;
  if (!ONLY.test(text)) return true;
  const others = new Set(evidence.facts.flatMap((f) => f.subjects).filter((s) => s !== WHOLE && !names.includes(s)));
  return [...others].every((name) => isOf(name) !== true);
}

/** A half that the text tells of the same; in another language than the text's, of the same items. */
function isInText(claims: Claims, topic: Topic, evidence: Evidence): boolean {
  const { own } = toldOf(claims, topic, evidence);
  const near = isForeign(claims.text) ? own : nearestTo(claims.text, own);
  return near.some((sentence) => HALF_IN_TEXT.test(sentence));
}
