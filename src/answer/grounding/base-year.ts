import type { FiscalYear } from '../../report/fiscal-year.ts';
import { COMPARED } from '../wording-grounding.ts';
import { COMPARED_ENGLISH, FROM_FIGURE } from '../wording-grounding-order.ts';
import type { Claims } from './claims.ts';

/** The year that a sentence compares with, where it names no other: more than in FY2019. */
export function baseYear({ text, years }: Claims): FiscalYear | null {
  const [only, ...more] = years;
  if (!only || more.some((m) => m.value !== only.value)) return null;
  const isBase =
    COMPARED.test(text.slice(only.end)) ||
    FROM_FIGURE.test(text.slice(only.end)) ||
    COMPARED_ENGLISH.test(text.slice(0, only.start));
  return isBase ? only.value : null;
}
