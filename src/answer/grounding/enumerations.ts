import { ENUMERATED, ENUMERATION_END } from '../wording-grounding-words.ts';
import type { Quantity } from '../wording-quantities.ts';

/** As many things as are told right before it, joined by commas: A、B、Cの3種類. Items and sections are looked up. */
export function isEnumerated({ start, bare, unit }: Quantity, text: string): boolean {
  if (unit !== 'other' && unit !== null) return false;
  const before = text.slice(0, start).replace(ENUMERATION_END, '');
  const run = ENUMERATED.exec(before)?.[0];
  return run !== undefined && bare > 2 && run.split('、').length === bare;
}
