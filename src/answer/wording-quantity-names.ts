import type { WordKey } from './lexicon.ts';

/** Endings that make the name of a thing the name of its quantity, and the words that ask for that quantity. */
export const QUANTITY_ENDINGS: readonly { readonly ending: string; readonly words: readonly WordKey[] }[] = [
  { ending: '数', words: ['people', 'howMany'] },
  { ending: '額', words: ['money', 'howMany'] },
  { ending: '率', words: ['percent', 'howMany'] },
];

/** The same in English, where it stands before the thing. */
export const QUANTITY_LEADS: readonly { readonly lead: string; readonly words: readonly WordKey[] }[] = [
  { lead: 'number of ', words: ['people', 'howMany'] },
  { lead: 'amount of ', words: ['money', 'howMany'] },
  { lead: 'share of ', words: ['percent', 'howMany'] },
];
