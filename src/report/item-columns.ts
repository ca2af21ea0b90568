import type { FiscalYear } from './fiscal-year.ts';
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
  const match = /^(?:No\.?|№|第|項目|\()?([0-9]{1,4})(?:[.)]|番|号)?$/iu.exec(folded(cell));
  return match ? Number(match[1]) : null;
}

export function isNumberCell(cell: string): boolean {
  return numberOf(cell) !== null;
}
