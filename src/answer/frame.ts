import type { FiscalYear } from '../report/fiscal-year.ts';
import type { Status, TextBlock } from '../report/model.ts';
import type { Term } from '../search/lexical.ts';
import type { Want } from '../tools/passages.ts';
import type { OwnerCount } from '../tools/plan-items.ts';
import type { Scope } from '../tools/tool.ts';
import { ownersAsked } from './asked-owners.ts';
import { type AskedQuantity, askedQuantity } from './asked-quantity.ts';
import { withEraYears, yearsAsked } from './asked-years.ts';
import { contentOf } from './content.ts';
import { type Duration, readDuration } from './duration.ts';
import { type AbsentName, absentNames, captionsOf, distinct, weakNames } from './frame-names.ts';
import { languageOf } from './language.ts';
import type { WordKey } from './lexicon.ts';
import { amountsIn, readLimit, type StatedAmount, type StatedLimit } from './limit.ts';
import type { ItemRef } from './meaning.ts';
import { areNarrowed, areUnsure, baseOf, measureMentions, measuresOf, unitAsked } from './measures.ts';
import { readNumbers } from './numbers.ts';
import { accountMentions, type Bound, boundMeasures, type Minuend, minuendOf } from './operands.ts';
import { asksMeaning, isPolar } from './question-form.ts';
import { findSpans, type Span, type SpanMeaning } from './spans.ts';
import { statusMentions } from './status-mentions.ts';
import { tableMentions } from './table-mentions.ts';
import type { Vocabulary } from './vocabulary.ts';
import { setBounds, setDirection, setNegation } from './word-senses.ts';
import { PLAIN_VERB } from './wording-question-forms.ts';
import { setYearComparison } from './year-comparison.ts';

export type Language = 'ja' | 'en';

/** What a question names, in slots. Empty slots were not named. */
export interface Frame {
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
  /** Each mention with all accounts that it may mean. */
  readonly accounts: readonly (readonly string[])[];
  /** Each mention with all measures that it may mean, the likeliest first. */
  readonly measures: readonly (readonly string[])[];
  /** Position of the measure that another one is set against (AにBが占める割合: A); null when none is. */
  readonly base: number | null;
  /** Measures with subjects of their own, where several of both are named in turn; else empty. */
  readonly bound: readonly Bound[];
  readonly minuend: Minuend;
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
  readonly years: readonly FiscalYear[];
  /** Tables named by title, caption or label, by identifier. */
  readonly tables: readonly string[];
  readonly captions: readonly TextBlock[];
  readonly absent: readonly AbsentName[];
  readonly words: ReadonlySet<WordKey>;
  /** True for what is answered with yes or no: a statement to be confirmed, or a question of that form. */
  readonly asksWhether: boolean;
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

const WANTS: readonly (readonly [WordKey, Want])[] = [
  ['people', 'people'],
  ['money', 'money'],
  ['percent', 'percent'],
  ['days', 'days'],
  ['hours', 'hours'],
  ['when', 'date'],
  ['reason', 'reason'],
  ['howMany', 'amount'],
  ['plans', 'plan'],
];

/** Reads a question into slots. Pure: the same question gives the same frame. `otherwise`: the language of one in none. */
export function readFrame(
  question: string,
  vocabulary: Vocabulary,
  scope: Scope,
  otherwise: Language | null = null,
): Frame {
  const pieces = findSpans(question, vocabulary);
  const duration = readDuration(pieces);
  const spans = withEraYears(
    pieces.filter((s) => !duration?.spans.includes(s)),
    scope,
  );
  const meanings = spans.flatMap((s) => s.meanings);
  const words = new Set(meanings.flatMap((m) => (m.type === 'word' ? [m.word] : [])));
  if (duration?.kind === 'period') words.add('allYears');
  setYearComparison(words, spans);
  setDirection(words, meanings);
  const bound = readLimit(spans);
  setBounds(words, bound !== null);
  const numbers = readNumbers(
    spans.filter((s) => !bound?.spans.includes(s)),
    words,
  );
  const negated = setNegation(words, spans, numbers.items.length > 0);
  const statuses = statusMentions(spans, negated, words);
  const owners = ownersAsked(spans, words);
  const language = languageOf(question, pieces, otherwise);
  if (statuses.length > 0 && asksMeaning(question, language)) words.add('legend');
  const weak = weakNames(spans);
  const tables = tableMentions(spans, scope.report);
  const each = <T>(pick: (meaning: SpanMeaning) => T[]): T[][] =>
    spans.map((s) => unique(s.meanings.flatMap(pick))).filter((found) => found.length > 0);
  const topic = spans.flatMap((s) => (isTopic(s) ? topicTerms(s.text, vocabulary, scope) : []));
  return {
    language,
    items: numbers.items,
    titles: each((m) => (m.type === 'title' ? [m.ref] : [])),
    numbers: numbers.rest,
    sections: unique(meanings.flatMap((m) => (m.type === 'section' && !m.weak ? [m.name] : []))),
    stems: weak,
    accounts: distinct(accountMentions(spans)),
    measures: measuresOf(measureMentions(spans), tables, scope, unitAsked(words, meanings, bound?.limit ?? null)),
    base: baseOf(spans),
    bound: boundMeasures(spans),
    minuend: minuendOf(spans),
    unsure: areUnsure(
      spans,
      topic.filter((t) => scope.search.weight(t) === 0).map((t) => t.typed),
    ),
    narrowed: areNarrowed(
      spans,
      topic.map((t) => t.typed),
    ),
    pillars: unique([
      ...meanings.flatMap((m) => (m.type === 'pillar' && !m.weak ? [m.name] : [])),
      ...numbers.pillars.flatMap((number) => scope.report.pillars[number - 1] ?? []),
    ]),
    policies: unique(meanings.flatMap((m) => (m.type === 'policy' ? [m.name] : []))),
    statuses,
    owners,
    stages: unique(meanings.flatMap((m) => (m.type === 'stage' ? [m.stage] : []))),
    years: unique(yearsAsked(spans, words, duration, scope)),
    tables,
    captions: captionsOf(spans),
    absent: absentNames(spans),
    words,
    asksWhether: isPolar(question, language, words),
    stated: numbers.stated,
    limit: owners ? null : (bound?.limit ?? null),
    amounts: amountsIn(spans.filter((s) => !bound?.spans.includes(s))),
    count: numbers.count,
    positions: numbers.positions,
    want: WANTS.find(([word]) => words.has(word))?.[1] ?? null,
    quantity: askedQuantity(question, vocabulary.quantities, language),
    result: { subjects: [], pillars: [], itemPillar: null, year: null },
    listed: [],
    offered: { accounts: [], measures: [] },
    duration: duration && { kind: duration.kind, years: duration.years },
    before: { sections: [], accounts: [], measures: [], years: [] },
    topic,
    content: contentOf(spans),
    subject: contentOf(spans.filter((s) => !s.meanings.some((m) => m.type === 'word'))),
  };
}

/** A piece that no name or word of the vocabulary explains; the search may know it. */
function isTopic(span: Span): boolean {
  return (
    span.meanings.some((m) => m.type === 'rest') ||
    (span.meanings.some((m) => m.type === 'related') &&
      span.meanings.every(
        (m) =>
          m.type === 'related' ||
          (m.type === 'word' && span.text.length > 2 && WANTS.some(([word]) => word === m.word)),
      ))
  );
}

const KANA = /^[\u3041-\u309fー]*$/u;
const NUMBER = /^\d+$/u;

/** Words of a rest, without endings in kana and verbs that the report does not know. */
function topicTerms(text: string, vocabulary: Vocabulary, scope: Scope): Term[] {
  const terms = whole(text, scope.search.terms(text, vocabulary.stop));
  const isKnown = (t: Term): boolean => scope.search.weight(t) > 0 || !(KANA.test(t.typed) || PLAIN_VERB.test(t.typed));
  return terms.filter((t) => (t.typed.length > 1 || terms.length === 1) && !NUMBER.test(t.typed) && isKnown(t));
}

/** A word that is cut into single characters is one that the search does not know as such: all of them are meant. */
function whole(text: string, terms: readonly Term[]): readonly Term[] {
  if (terms.length < 2 || terms.some((t) => t.typed.length > 1)) return terms;
  const typed = terms.map((t) => t.typed).join('');
  return text.includes(typed) ? [{ typed, words: terms.flatMap((t) => t.words), related: [] }] : terms;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
