import type { Term } from '../search/lexical.ts';
import type { Want } from '../tools/passages.ts';
import type { Scope } from '../tools/tool.ts';
import { ownersAsked } from './asked-owners.ts';
import { askedQuantity } from './asked-quantity.ts';
import { stagesAsked } from './asked-stages.ts';
import { withEraYears, yearsAsked } from './asked-years.ts';
import { claimedOrder } from './claimed-order.ts';
import { contentOf } from './content.ts';
import { readDuration } from './duration.ts';
import { pillarsMeant, subjectsMeant } from './exclusion.ts';
import type { Frame, Language } from './frame.ts';
import { absentNames, captionsOf, distinct, weakNames } from './frame-names.ts';
import { languageOf, languageWanted } from './language.ts';
import type { WordKey } from './lexicon.ts';
import { amountsIn, readLimit } from './limit.ts';
import { areNarrowed, areUnsure, baseOf, measureMentions, measuresOf, unitAsked } from './measures.ts';
import { setNegation } from './negation.ts';
import { readNumbers } from './numbers.ts';
import { accountMentions, boundMeasures, minuendOf } from './operands.ts';
import { asksEver, asksMeaning, endsInClaim, isPolar, saidOfAll } from './question-form.ts';
import { findSpans, type Span, type SpanMeaning } from './spans.ts';
import { movedStatuses, statusMentions } from './status-mentions.ts';
import { tableMentions } from './table-mentions.ts';
import type { Vocabulary } from './vocabulary.ts';
import { setBounds, setDirection, setJoined, setSince, setThen } from './word-senses.ts';
import { PLAIN_VERB, VERB_ENDING } from './wording-question-forms.ts';
import { setYearComparison } from './year-comparison.ts';

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
  asked: string,
  vocabulary: Vocabulary,
  scope: Scope,
  otherwise: Language | null = null,
): Frame {
  const { language: wanted, rest: question } = languageWanted(asked);
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
  setJoined(words, spans);
  setThen(words, spans);
  setSince(words, meanings);
  const bound = readLimit(spans);
  setBounds(words, spans, bound !== null);
  const numbers = readNumbers(
    spans.filter((s) => !bound?.spans.includes(s)),
    words,
  );
  const negation = setNegation(words, spans, bound?.limit ?? null, numbers.items.length > 0);
  const { left } = negation;
  const statuses = movedStatuses(spans, negation.spans, words) ?? [
    ...statusMentions(spans, negation.spans, words),
    ...(left ? [left] : []),
  ];
  const owners = ownersAsked(spans, words);
  const language = wanted ?? languageOf(question, pieces, otherwise);
  // Whether there ever was any is asked of all years.
  if (asksEver(question, language) && meanings.some((m) => m.type === 'measure')) words.add('when');
  if (statuses.length > 0 && asksMeaning(question, language)) words.add('legend');
  const weak = weakNames(spans);
  const { sections, accounts, except } = subjectsMeant(
    unique(meanings.flatMap((m) => (m.type === 'section' && !m.weak ? [m.name] : []))),
    distinct(accountMentions(spans)),
    spans,
    words,
  );
  // 普通会計 names a table as well.
  const isOut = (span: Span): boolean => except.accounts.length > 0 && span.meanings.some((m) => m.type === 'account');
  const tables = tableMentions(
    spans.filter((span) => !isOut(span)),
    scope.report,
  );
  const each = <T>(pick: (meaning: SpanMeaning) => T[]): T[][] =>
    spans.map((s) => unique(s.meanings.flatMap(pick))).filter((found) => found.length > 0);
  // In all: of those that are named, else of the whole plan.
  const isPart = meanings.some((m) => (m.type === 'pillar' || m.type === 'section') && !m.weak);
  if (words.delete('inAll') && !isPart) words.add('whole');
  const ofItem = numbers.items.length > 0 || meanings.some((m) => m.type === 'title');
  // A month of no table or item is looked for in the text.
  const ofTable = meanings.some((m) => m.type === 'measure');
  const isDate = (s: Span): boolean =>
    !ofItem && !ofTable && s.meanings.some((m) => m.type === 'year' && m.month !== null);
  const topic = spans.flatMap((s) =>
    isTopic(s) || isDate(s) ? topicTerms(s.text, vocabulary, scope, ofItem || isDate(s)) : [],
  );
  const pillars = pillarsMeant(
    unique([
      ...meanings.flatMap((m) => (m.type === 'pillar' && !m.weak ? [m.name] : [])),
      ...numbers.pillars.flatMap((number) => scope.report.pillars[number - 1] ?? []),
    ]),
    spans,
    scope.report.pillars,
    words,
  );
  const { stages, inYears, except: exceptStages } = stagesAsked(spans, words);
  const asksWhether =
    isPolar(question, language, words) || endsInClaim(question, spans) || (words.has('both') && statuses.length === 1);
  return {
    language,
    items: numbers.items,
    titles: each((m) => (m.type === 'title' ? [m.ref] : [])),
    numbers: numbers.rest,
    sections,
    except: { ...except, stages: exceptStages },
    stems: weak,
    accounts,
    measures: measuresOf(measureMentions(spans), tables, scope, unitAsked(words, meanings, bound?.limit ?? null)),
    base: baseOf(spans),
    bound: boundMeasures(spans),
    minuend: minuendOf(spans),
    // That the one does not have more leaves open whether both have the same.
    claim: negation.isAny ? null : claimedOrder(spans),
    unsure: areUnsure(
      spans,
      topic.filter((t) => scope.search.weight(t) === 0).map((t) => t.typed),
    ),
    narrowed: areNarrowed(
      spans,
      topic.map((t) => t.typed),
    ),
    pillars,
    policies: unique(meanings.flatMap((m) => (m.type === 'policy' ? [m.name] : []))),
    statuses,
    owners,
    stages,
    inYears,
    years: unique(yearsAsked(spans, words, duration, scope)),
    tables,
    captions: captionsOf(spans),
    absent: absentNames(spans),
    words,
    asksWhether,
    ofAll: asksWhether ? saidOfAll(question, language, spans) : null,
    statusFirst: isStatusFirst(spans),
    stated: numbers.stated,
    limit: owners ? null : negation.limit,
    amounts: amountsIn(spans.filter((s) => !bound?.spans.includes(s))),
    count: numbers.count,
    positions: numbers.positions,
    want: WANTS.find(([word]) => words.has(word))?.[1] ?? null,
    quantity: askedQuantity(question, vocabulary.quantities, language),
    result: { subjects: [], ranked: [], pillars: [], itemPillar: null, year: null },
    listed: [],
    offered: { accounts: [], measures: [] },
    duration: duration && { kind: duration.kind, years: duration.years },
    past: [],
    lent: false,
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
function topicTerms(text: string, vocabulary: Vocabulary, scope: Scope, ofItem: boolean): Term[] {
  const terms = whole(text, scope.search.terms(text, vocabulary.stop));
  const isKnown = (t: Term): boolean => scope.search.weight(t) > 0 || !(KANA.test(t.typed) || PLAIN_VERB.test(t.typed));
  // One character with an ending is a verb (入って, 来て): but in an item, what is asked about has a noun.
  const isVerb = ({ typed }: Term): boolean =>
    !ofItem && typed.length === 1 && VERB_ENDING.test(text.slice(text.indexOf(typed) + 1));
  return terms.filter(
    (t) => (t.typed.length > 1 || terms.length === 1) && !NUMBER.test(t.typed) && !isVerb(t) && isKnown(t),
  );
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

function isStatusFirst(spans: readonly Span[]): boolean {
  const first = spans.findIndex((s) => s.meanings.some((m) => m.type === 'status'));
  const group = spans.findIndex((s) => s.meanings.some((m) => m.type === 'pillar' || m.type === 'section'));
  return first >= 0 && first < group;
}
