import type { FiscalYear } from './fiscal-year.ts';
import { ITEM_NUMBER } from './notation.ts';
import { folded } from './source.ts';

/** One column of an item table. `progress` headers are split by what their cells hold: a status mark or the narrative. */
export type Column =
  | {
      readonly role: 'number' | 'pillar' | 'policy' | 'title' | 'outline' | 'owner' | 'narrative' | 'other';
      readonly heading: string;
    }
  | { readonly role: 'schedule' | 'status'; readonly heading: string; readonly year: FiscalYear };

/** A bare item number: `12`, `１２`, `12.`, `No.12`, `(12)`; null for anything else. */
export function numberOf(cell: string): number | null {
  const match = ITEM_NUMBER.exec(folded(cell));
  return match ? Number(match[1]) : null;
}

export function isNumberCell(cell: string): boolean {
  return numberOf(cell) !== null;
}
