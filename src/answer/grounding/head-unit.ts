import { HEAD_UNIT } from '../wording-grounding.ts';
import { quantitiesIn } from '../wording-quantities.ts';
import type { Fact } from './facts.ts';

/**
 * A draft without the unit that it gives for all of its figures, where the tables print theirs in that: they are then
 * looked up as they are printed. Any other is left to be found.
 */
export function withoutHeadUnit(draft: string, facts: readonly Fact[]): string {
  const found = HEAD_UNIT.exec(draft);
  const { japanese, english } = found?.groups ?? {};
  const [said] = quantitiesIn(`1${japanese ?? ` ${english}`}`);
  if (!found || !said?.unit) return draft;
  const own = facts.filter((f) => f.kind === 'table' && f.unit === said.unit && f.bare !== 0);
  const isPrinted = own.length > 0 && own.every((f) => Math.round(f.value / f.bare) === said.value);
  return isPrinted ? draft.replace(found[0], ' ') : draft;
}
