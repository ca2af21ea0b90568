import { ALL, ALL_BUT, NEARLY_ALL, NONE, NONE_OF_FIGURES, ONLY } from '../wording-grounding-quantifiers.ts';
import type { Place } from './binding.ts';

/** How many of a group are said to be so. */
type Kind = 'all' | 'none' | 'only' | 'most' | 'but';

/** A word for all, none, only or most, and where it stands. */
export interface Quantifier extends Place {
  readonly kind: Kind;
  readonly print: string;
}

/** Nearly all are at least so many. */
const MOSTLY = 0.8;

/** Whether so many of so many are all, none or most of them. */
export function areSoMany(kind: Exclude<Kind, 'only' | 'but'>, of: number, total: number): boolean {
  if (kind === 'all') return of === total;
  return kind === 'none' ? of === 0 : of < total && of >= MOSTLY * total;
}

/** A number right behind such a word; behind only in words as well. */
const DIGITS_NEXT = /^\s*\d/u;
const NUMBER_NEXT = /^\s*(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! that))/iu;

/** The words for all, none, only and most in a text. */
export function quantifiersIn(text: string): Quantifier[] {
  const one = (kind: Kind, shape: RegExp): Quantifier[] => {
    const found = shape.exec(text);
    // 21 of all 34 items: a number that is checked by itself.
    const counted = kind === 'only' ? NUMBER_NEXT : DIGITS_NEXT;
    if (!found || counted.test(text.slice(found.index + found[0].length))) return [];
    return [{ kind, print: found[0], start: found.index, end: found.index + found[0].length }];
  };
  const most = one('most', NEARLY_ALL);
  const none = one('none', NONE_OF_FIGURES);
  return [
    ...most,
    ...one('but', ALL_BUT),
    ...(most.length > 0 || ALL_BUT.test(text) ? [] : one('all', ALL)),
    ...none,
    ...(none.length > 0 ? [] : one('none', NONE)),
    ...one('only', ONLY),
  ];
}
