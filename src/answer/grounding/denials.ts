import { DENIED_BEFORE, DENIED_BEHIND, LACKS, STATED, STATES_ANEW } from '../wording-grounding.ts';
import type { Place } from './binding.ts';

/** True for a number that a sentence denies, or says is not in the report: it is not stated as a fact. */
export function isDenied(text: string, { start, end }: Place): boolean {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  if (DENIED_BEHIND.test(behind) || DENIED_BEFORE.test(before)) return true;
  const lack = LACKS.exec(behind);
  if (lack && !STATED.test(behind.slice(0, lack.index))) return true;
  const earlier = LACKS.exec(before);
  return earlier !== null && !STATES_ANEW.test(before.slice(earlier.index + earlier[0].length));
}
