import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { ToolCall } from '../../tools/all.ts';
import type { Miss } from '../../tools/miss.ts';
import type { PassagesResult } from '../../tools/passages.ts';
import type { Scope } from '../../tools/tool.ts';
import type { DigestAbout } from '../digest-port.ts';
import type { Frame } from '../frame.ts';
import type { WordKey } from '../lexicon.ts';
import type { FigureSlots } from './figure-slots.ts';

/** A part of a frame that a reading can use or leave. */
export type Slot =
  | Exclude<
      keyof Frame,
      | 'language'
      | 'words'
      | 'asksWhether'
      | 'ofAll'
      | 'statusFirst'
      | 'base'
      | 'bound'
      | 'minuend'
      | 'claim'
      | 'unsure'
      | 'narrowed'
      | 'amounts'
      | 'quantity'
      | 'content'
      | 'subject'
      | 'result'
      | 'listed'
      | 'inYears'
      | 'offered'
      | 'before'
      | 'duration'
      | 'stems'
      | 'except'
      | 'past'
      | 'lent'
    >
  | 'sectionStems'
  | 'pillarStems'
  | 'exceptSections'
  | 'exceptAccounts'
  | 'exceptStages'
  | `w:${WordKey}`;

/** What a reading would do. */
export type Plan =
  | { readonly kind: 'run'; readonly calls: readonly ToolCall[]; readonly assumed?: Assumed }
  /** Several things are meant equally: ask which, showing each. */
  | { readonly kind: 'ask'; readonly choices: readonly Choice[] }
  /** A digest is composed above this room; without a composer its calls are answered like any others. */
  | { readonly kind: 'digest'; readonly about: DigestAbout; readonly calls: readonly ToolCall[] }
  | { readonly kind: 'refuse'; readonly misses: readonly Miss[] }
  /** Nothing in the report can tell; `why` picks the wording. */
  | {
      readonly kind: 'decline';
      readonly why: 'opinion' | 'instruction' | 'unknown' | 'which-section' | 'exclusion' | 'lacking';
    };

/** A thing that may be meant, by its name as the report prints it: a subject, or a column. */
export type Choice = { readonly calls: readonly ToolCall[] } & (
  | { readonly subject: string }
  | { readonly measure: string }
);

/** What the asker left open and the answer has to say. */
export interface Assumed {
  readonly year?: FiscalYear;
  readonly subject?: string;
}

export interface ReadingContext {
  readonly frame: Frame;
  readonly scope: Scope;
  /** The figures named; worked out once a question. */
  readonly figures: () => FigureSlots;
  /** Full-text search for all that the question is about; run once a question. */
  readonly evidence: () => PassagesResult;
}

/** One family of questions: what it needs, what it explains, and the tool calls that answer it. */
export interface Reading {
  readonly id: string;
  /** Of each group at least one slot must be filled. */
  readonly needs: readonly (readonly Slot[])[];
  /** Slots that rule it out. */
  readonly not?: readonly Slot[];
  /** How far it explains a slot, 0 to 1; slots not named here stay unexplained. */
  readonly uses: Readonly<Partial<Record<Slot, number>>>;
  /** How many things it takes for granted that the question does not say. */
  assumes?(context: ReadingContext): number;
  plan(context: ReadingContext): Plan | null;
}

/** True when the frame says something for the slot. */
export function isFilled(frame: Frame, slot: Slot): boolean {
  switch (slot) {
    case 'sectionStems':
      return frame.stems.sections.length > 0;
    case 'exceptSections':
      return frame.except.sections.length > 0;
    case 'exceptAccounts':
      return frame.except.accounts.length > 0;
    case 'exceptStages':
      return frame.except.stages.length > 0;
    case 'pillarStems':
      return frame.stems.pillars.length > 0;
    case 'count':
    case 'limit':
    case 'owners':
    case 'want':
      return frame[slot] !== null;
    case 'items':
    case 'titles':
    case 'numbers':
    case 'sections':
    case 'accounts':
    case 'measures':
    case 'pillars':
    case 'policies':
    case 'statuses':
    case 'stages':
    case 'years':
    case 'captions':
    case 'tables':
    case 'stated':
    case 'positions':
    case 'absent':
    case 'topic':
      return frame[slot].length > 0;
    default:
      return hasWordSlot(frame, slot);
  }
}

function hasWordSlot(frame: Frame, slot: `w:${WordKey}`): boolean {
  for (const word of frame.words) if (slot === `w:${word}`) return true;
  return false;
}
