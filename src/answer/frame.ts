import type { FiscalYear } from '../report/fiscal-year.ts';
import type { Status, TextBlock } from '../report/model.ts';
import type { Term } from '../search/lexical.ts';
import type { Want } from '../tools/passages.ts';
import type { OwnerCount } from '../tools/plan-items.ts';
import type { AskedQuantity } from './asked-quantity.ts';
import type { StageIn } from './asked-stages.ts';
import type { Claim } from './claimed-order.ts';
import type { Duration } from './duration.ts';
import type { AbsentName } from './frame-names.ts';
import type { WordKey } from './lexicon.ts';
import type { StatedAmount, StatedLimit } from './limit.ts';
import type { ItemRef } from './meaning.ts';
import type { Bound, Minuend } from './operands.ts';

export type Language = 'ja' | 'en';

/** What a question names, in slots. Empty slots were not named. */
export interface Frame extends Topic {
  /** What a conversation was about before what it is about now, the latest first. */
  readonly past: readonly Topic[];
  /** An older report answered, as the newest has nothing of it: the next question is put to the newest again. */
  readonly lent: boolean;
}

/** What one question of a conversation is about. */
export interface Topic {
  readonly language: Language;
  /** Items by number. */
  readonly items: readonly ItemRef[];
  /** Items by title; each mention may mean several. */
  readonly titles: readonly (readonly ItemRef[])[];
  /** Numbers that nothing explains. */
  readonly numbers: readonly number[];
  readonly sections: readonly string[];
  /** Sections and pillars named by their stem only. */
  readonly stems: { readonly sections: readonly string[]; readonly pillars: readonly string[] };
  /** What is left out of the items or of the order asked for. */
  readonly except: {
    readonly sections: readonly string[];
    readonly accounts: readonly string[];
    readonly stages: readonly string[];
  };
  /** Each mention with all accounts that it may mean. */
  readonly accounts: readonly (readonly string[])[];
  /** Each mention with all measures that it may mean, the likeliest first. */
  readonly measures: readonly (readonly string[])[];
  /** Position of the measure that another one is set against (AにBが占める割合: A); null when none is. */
  readonly base: number | null;
  /** Measures with subjects of their own, where several of both are named in turn; else empty. */
  readonly bound: readonly Bound[];
  readonly minuend: Minuend;
  /** Which of two it says to have more; null when it does not. */
  readonly claim: Claim | null;
  /** A word that nothing knows stands beside a measure that may be several. */
  readonly unsure: boolean;
  /** A word of no account or section says of what a measure is. */
  readonly narrowed: boolean;
  readonly pillars: readonly string[];
  readonly policies: readonly string[];
  /** Each mention in order. */
  readonly statuses: readonly (readonly Status[])[];
  /** How many sections an item is to have in charge; null where that is not said. */
  readonly owners: OwnerCount | null;
  readonly stages: readonly string[];
  /** Stages each with a year of its own; empty where a question does not name several of both. */
  readonly inYears: readonly StageIn[];
  readonly years: readonly FiscalYear[];
  /** Tables named by title, caption or label, by identifier. */
  readonly tables: readonly string[];
  readonly captions: readonly TextBlock[];
  readonly absent: readonly AbsentName[];
  readonly words: ReadonlySet<WordKey>;
  /** True for what is answered with yes or no: a statement to be confirmed, or a question of that form. */
  readonly asksWhether: boolean;
  /** And whether all of a set have the one status, or the one section in charge; null where that is not asked. */
  readonly ofAll: 'status' | 'section' | null;
  /** A status is named before the pillar or section: ×のうち財政課は, and not 財政課のうち×は. */
  readonly statusFirst: boolean;
  /** Numbers of things that the question itself states (30 of the 34 items). */
  readonly stated: readonly number[];
  /** The bound that the question sets to a figure (「200時間を超えた」), and the amounts that it states otherwise. */
  readonly limit: StatedLimit | null;
  readonly amounts: readonly StatedAmount[];
  /** How many rows (「上位5」), and which ones (「3番目」,「1位と2位」). */
  readonly count: number | null;
  readonly positions: readonly number[];
  readonly want: Want | null;
  /** A quantity that is asked for by a noun; null when none is. */
  readonly quantity: AskedQuantity | null;
  /** A number of years that the question speaks of (3年連続, 5年前); null where none is said. */
  readonly duration: Pick<Duration, 'kind' | 'years'> | null;
  /**
   * What the subject of a conversation came after: "which of the two". `years`: those of the question before, where a
   * follow-up asked for the same of others.
   */
  readonly before: {
    readonly sections: readonly string[];
    readonly accounts: readonly (readonly string[])[];
    readonly measures: readonly (readonly string[])[];
    readonly years: readonly FiscalYear[];
  };
  /** What the answer to a ranking turned out to name; a later question can point at it. */
  readonly result: {
    readonly subjects: readonly string[];
    /** All that a ranking told of, in its order, where they were several and not too many. */
    readonly ranked: readonly string[];
    readonly pillars: readonly string[];
    /** Pillar of the one item that was told of. */
    readonly itemPillar: string | null;
    /** The one year whose figures were told; the question need not have named it. */
    readonly year: FiscalYear | null;
  };
  /** Items that the answer listed, in its order: "the second one". */
  readonly listed: readonly ItemRef[];
  /** What the answer asked back between, in its order: accounts, or columns of one. */
  readonly offered: { readonly accounts: readonly string[]; readonly measures: readonly string[] };
  /** What is left: neither a name nor a word of the vocabulary. */
  readonly topic: readonly Term[];
  /** All words that say what the question is about, names included: what full-text search gets. */
  readonly content: string;
  /** The same without words that also set the kind of question or a relative year. */
  readonly subject: string;
}

/** True for a question with one of these words. */
export function speaksOf({ words }: Pick<Frame, 'words'>, ...keys: readonly WordKey[]): boolean {
  return keys.some((word) => words.has(word));
}
