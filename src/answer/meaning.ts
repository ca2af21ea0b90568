import type { Status, TextBlock } from '../report/model.ts';
import type { WordKey } from './lexicon.ts';

export interface ItemRef {
  readonly kind: 'plan' | 'extra';
  readonly number: number;
}

/** What a written form stands for, whatever the report. */
export type FixedMeaning =
  | { readonly type: 'word'; readonly word: WordKey }
  | { readonly type: 'number'; readonly value: number; readonly ordinal: boolean }
  | { readonly type: 'status'; readonly status: Status }
  | { readonly type: 'stop' }
  /** A word for which the search knows the report's words. */
  | { readonly type: 'related'; readonly report: readonly string[] };

/** What a written form stands for in a question to one report. */
export type Meaning =
  | FixedMeaning
  /** `weak`: a stem that counts only where a section or pillar is expected. */
  | { readonly type: 'section'; readonly name: string; readonly weak: boolean }
  | { readonly type: 'pillar'; readonly name: string; readonly weak: boolean }
  | { readonly type: 'policy'; readonly name: string }
  /** One of the accounts that the form may mean. */
  | { readonly type: 'account'; readonly subject: string }
  /** `prefer`: higher comes first where a form means several. `worse`: the end that is the worse one. */
  | { readonly type: 'measure'; readonly name: string; readonly prefer: number; readonly worse: 'high' | null }
  | { readonly type: 'title'; readonly ref: ItemRef }
  | { readonly type: 'caption'; readonly block: TextBlock }
  | { readonly type: 'stage'; readonly stage: string }
  | { readonly type: 'table'; readonly id: string }
  | { readonly type: 'city' }
  /** A name that reports of this form may have, but this one has not. */
  | { readonly type: 'absent'; readonly kind: AbsentKind; readonly name: string };

/** `place`: another municipality or prefecture. */
export type AbsentKind = 'measure' | 'account' | 'section' | 'place';
