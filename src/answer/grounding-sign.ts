import type { Claims } from './grounding-claims.ts';
import type { Fact } from './grounding-facts.ts';
import { CALCULATES, CHANGES, CLAUSE_END, FALLS, LOSS, RISES } from './wording-grounding.ts';
import type { Quantity } from './wording-quantities.ts';

/** A minus is not lost, what rose did not fall, and what was calculated is not said to be the figure itself. */
export function signFits(number: Quantity, fact: Fact, { text }: Claims): boolean {
  if (fact.kind === 'calculated') return CALCULATES.test(text);
  if (fact.kind === 'change' && !CHANGES.test(text)) return false;
  if (fact.value === 0) return true;
  if (fact.kind !== 'change') {
    if (fact.value > 0) return !number.negative;
    return number.negative || LOSS.test(clauseOf(text, number));
  }
  const said = directionAt(text, number);
  if (fact.value > 0) return !number.negative && said !== 'down';
  return number.negative || said === 'down' || (said === null && /[-△▲]\d/u.test(text));
}

function clauseOf(text: string, { start, end }: Quantity): string {
  const before = text.slice(0, start).split(new RegExp(CLAUSE_END, 'u')).at(-1) ?? '';
  const behind = text.slice(end).split(new RegExp(CLAUSE_END, 'u'))[0] ?? '';
  return before + text.slice(start, end) + behind;
}

/** The word for rising or falling that stands nearest to the number. */
function directionAt(text: string, { start, end }: Quantity): 'up' | 'down' | null {
  const distance = (shape: RegExp): number =>
    Math.min(
      ...[...text.matchAll(new RegExp(shape, 'giu'))].map((m) =>
        m.index >= end ? m.index - end : Math.max(0, start - m.index - m[0].length),
      ),
      Number.POSITIVE_INFINITY,
    );
  const [up, down] = [distance(RISES), distance(FALLS)];
  if (up === down) return null;
  return up < down ? 'up' : 'down';
}
