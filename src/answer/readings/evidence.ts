import { QUANTITY_SHAPES, UNIT_SHAPES } from '../../report/prose-notation.ts';
import { normalise, sentences } from '../../search/text.ts';
import type { PassageHit } from '../../tools/passages.ts';
import type { ReadingContext } from './reading.ts';

/** A passage that covers this much of the question speaks of the very thing. */
export const COVERING = 0.8;

/**
 * True when a kind of quantity is asked that no table has (days, people), and the best item has a sentence with one:
 * then the text answers, not a table that happens to share the word.
 */
export function textAnswers({ frame, scope, evidence }: ReadingContext): boolean {
  const { want } = frame;
  if (
    want === null ||
    want === 'reason' ||
    want === 'plan' ||
    want === 'period' ||
    want === 'amount' ||
    want === 'date'
  )
    return false;
  const unit = UNIT_SHAPES[want];
  if (scope.figures.all.some((f) => f.unit !== null && unit?.test(f.unit))) return false;
  const [best] = evidence().hits;
  return (
    Boolean(best?.item) &&
    (best?.coverage ?? 0) >= COVERING &&
    (best?.sentences ?? []).some((s) => QUANTITY_SHAPES[want].test(normalise(s)))
  );
}

/** A figure that stands further behind a name is one of something else. Characters. */
const NEAR = 20;

/** The passage with a sentence in which a figure stands behind this name: what no table has, the text may state. */
export function statingPassage({ evidence }: ReadingContext, name: string): PassageHit | undefined {
  const states = (sentence: string): boolean => {
    const text = normalise(sentence);
    const at = text.indexOf(normalise(name));
    return at >= 0 && /\d/u.test(text.slice(at + name.length, at + name.length + NEAR));
  };
  return evidence().hits.find(({ body }) => sentences(body).some(states));
}
