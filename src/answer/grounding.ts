import { type FiscalYear, latest } from '../report/fiscal-year.ts';
import type { Report } from '../report/model.ts';
import { key, normalise, sentences } from '../search/text.ts';
import { WHOLE } from '../tools/progress-figures.ts';
import type { Called } from './compose.ts';
import { yearsIn } from './grounding/binding.ts';
import { type Backed, type Books, checkNumbers } from './grounding/check.ts';
import { type Claims, claimsOf, isTitleOf } from './grounding/claims.ts';
import { isDenied } from './grounding/denials.ts';
import { notDone, strangeLoans } from './grounding/done.ts';
import { evidenceOf } from './grounding/evidence.ts';
import { wrongExtremes } from './grounding/extremes.ts';
import type { Fact, Ungrounded } from './grounding/facts.ts';
import { wrongFractions } from './grounding/fractions.ts';
import { wrongGrowths } from './grounding/growths.ts';
import { wrongHalves } from './grounding/halves.ts';
import { withoutHeadUnit } from './grounding/head-unit.ts';
import { turnedInclusions } from './grounding/inclusion.ts';
import { againstText, strangeActions } from './grounding/item-text.ts';
import { unsupportedItems, unsupportedStatuses } from './grounding/items.ts';
import type { Topic } from './grounding/labels.ts';
import { namesIn, withLayoutSaid } from './grounding/layout.ts';
import { wrongSigns } from './grounding/losses.ts';
import { wrongMembers } from './grounding/membership.ts';
import { deniedFacts, strangeGlosses, strangeNames, withoutNames, wrongCalls, wrongOwners } from './grounding/names.ts';
import { wrongComparisons } from './grounding/order.ts';
import { wrongParts } from './grounding/parts-of.ts';
import { wrongPeriods } from './grounding/periods.ts';
import { type Cited, sourcesIn } from './grounding/places.ts';
import { wrongQuantifiers } from './grounding/quantifiers.ts';
import { blanksIn, isStatus, quotedIn, withoutQuotations, withQuotedTitles } from './grounding/quotations.ts';
import { wrongRankedOrder } from './grounding/ranked-order.ts';
import { wrongStages } from './grounding/stages.ts';
import { wrongTellings } from './grounding/tellings.ts';
import { toldOf } from './grounding/told.ts';
import { both, isBare, listAhead, NO_TOPIC, type Said, topicOf } from './grounding/topic.ts';
import { wrongTrends } from './grounding/trends.ts';
import type { Vocabulary } from './vocabulary.ts';
import {
  ENGLISH_END,
  LACKS,
  LINK,
  NO_STATUS_MARK,
  PER_HEAD,
  PER_HEAD_TITLE,
  PER_TIME,
  PROPORTION,
  QUOTATION,
} from './wording-grounding.ts';
import { LIST_MARK } from './wording-grounding-layout.ts';
import { CONDITION_BEFORE, CONDITION_BEHIND, STREAK } from './wording-grounding-order.ts';
import { IS_JAPANESE, YARDSTICK_NAMES, YARDSTICKS } from './wording-grounding-words.ts';
import { type Quantity, quantitiesIn } from './wording-quantities.ts';

export interface DraftGrounds {
  readonly called: readonly Called[];
  readonly question: string;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

/** What a draft says beyond the results, and where what it says stands. */
export interface DraftCheck {
  readonly problems: readonly Ungrounded[];
  /** In the order in which the draft speaks of them; those of one table have it in common. */
  readonly sources: readonly Cited[];
}

interface SentenceCheck extends DraftCheck {
  readonly backed: readonly Backed[];
}

/** The results and the question, ready to be looked into. */
interface Ground extends Books {
  readonly told: Set<Fact>;
  /** True when a result has this text, spelled in whatever way. */
  stands(text: string): boolean;
  /** True when a result has it letter by letter, but for width and spaces. */
  says(text: string): boolean;
  asks(text: string): boolean;
  /** A name or number that the tools were called with. Not evidence by itself: the model makes the calls. */
  passes(text: string): boolean;
  readonly passed: ReadonlySet<number>;
  readonly asked: Claims;
  readonly askedNumbers: ReadonlySet<number>;
  isName(text: string): boolean;
  yearsOf(text: string): readonly FiscalYear[];
  read(sentence: string, last: FiscalYear | null): Claims;
}

/**
 * What a draft says that the results do not: figures, years, items, statuses, names and quotations, each looked up for
 * what the draft says it is of; and what it says rose, fell or leads. What only the asker said may be repeated where it
 * is denied or said not to be there, and nowhere else. No problem is left in a draft that may be shown.
 */
export function checkDraft(draft: string, grounds: DraftGrounds): DraftCheck {
  const ground = groundOf(grounds);
  let topic = topicOf(ground.asked, NO_TOPIC);
  const quoted: string[][] = [];
  let blanks = 0;
  const names = namesIn((line) => ground.read(line, null));
  const text = withLayoutSaid(withoutHeadUnit(draft, ground.evidence.facts), names);
  const said = saidIn(withoutQuotations(text, ground, quoted));
  // No link, wherever it stands: one that was planted in a report would stand in a result.
  const links = [...draft.normalize('NFKC').matchAll(LINK)].map(([text]): Ungrounded => ({ kind: 'link', text }));
  const problems: Ungrounded[] = [...links];
  const sources: Cited[] = [];
  for (const [i, { text: sentence, ...place }] of said.entries()) {
    const quotes = quoted.slice(blanks, blanks + blanksIn(sentence));
    blanks += quotes.length;
    const read = ground.read(sentence, latest(topic.years ?? []) ?? null);
    const claims = withQuotedTitles(read, quotes, grounds.vocabulary.titledOnly);
    const next = i === 0 && isBare(claims) ? said[1] : undefined;
    // A leading yes or no is of what the sentence behind it is about.
    const before = next ? topicOf(ground.read(next.text, null), topic) : topic;
    topic = topicOf(claims, before, place);
    const ahead = place.isListed ? null : listAhead(said.slice(i + 1), (line) => ground.read(line, null));
    const checked = checkSentence(sentence, claims, { ...both(before, topic), ahead }, ground);
    for (const { facts } of checked.backed) for (const fact of facts) ground.told.add(fact);
    problems.push(...checked.problems);
    sources.push(...checked.sources);
  }
  for (const text of quoted.flat()) {
    const from = ground.evidence.sentences.find((s) => key(s.text).includes(key(text)));
    if (from?.source) sources.push({ source: from.source, table: null });
  }
  return { problems, sources };
}

/** The sentences of a draft, each with whether a list has it, and whether a line of that begins with it. */
function saidIn(text: string): Said[] {
  return text.split('\n').flatMap((line) => {
    const isListed = LIST_MARK.test(line);
    const parts = sentences(line).flatMap((sentence) => sentence.split(ENGLISH_END));
    return parts.map((part, i) => ({ text: part, isListed, isFirst: i === 0 }));
  });
}

function groundOf({ called, question, vocabulary, report }: DraftGrounds): Ground {
  const evidence = evidenceOf(called, report.year);
  const said = evidence.strings.map(normalise).join('\n');
  const args = normalise(JSON.stringify(called.map(({ call }) => call.args)));
  // The asker's words as typed, and as they were understood.
  const typed = `${question}\n${vocabulary.spelling.mend(normalise(question))}`;
  const [folded, asked, passed] = [evidence.strings.join('\n'), typed, args].map(key);
  const aids = {
    vocabulary,
    report,
    averages: evidence.averages,
    quoted: called.flatMap(({ result }) => ('formula' in result ? [normalise(result.formula)] : [])),
    calendar: { known: evidence.years, reported: report.year },
    numbers: new Set(evidence.items.flatMap((i) => (i.kind === 'plan' ? [i.number] : []))),
  };
  const read = (sentence: string, last: FiscalYear | null): Claims => claimsOf(sentence, aids, last);
  const named = new Map<string, Claims['measures']>();
  return {
    evidence,
    reported: report.year,
    told: new Set<Fact>(),
    measuresOf(sentence) {
      const known = named.get(sentence) ?? read(sentence, null).measures;
      named.set(sentence, known);
      return known;
    },
    stands: (text) => folded?.includes(key(text)) ?? false,
    says: (text) => said.includes(text),
    asks: (text) => asked?.includes(key(text)) ?? false,
    passes: (text) => passed?.includes(key(text)) ?? false,
    passed: new Set(quantitiesIn(args).map((q) => q.bare)),
    asked: read(question, null),
    askedNumbers: new Set(quantitiesIn(normalise(question)).map((q) => q.value)),
    isName(text) {
      const claims = read(text, null);
      if (isStatus(claims)) return true;
      if (report.items.some((item) => isTitleOf(item, text, vocabulary))) return true;
      const { items, subjects, measures, spans } = claims;
      const stages = spans.filter((s) => s.meanings.some((m) => m.type === 'stage'));
      return [...items, ...subjects, ...measures, ...stages].some((m) => m.end - m.start >= normalise(text).length);
    },
    yearsOf: (text) => yearsIn(text, aids.calendar, null).years.map((y) => y.value),
    read,
  };
}

function checkSentence(sentence: string, claims: Claims, topic: Topic, ground: Ground): SentenceCheck {
  const { evidence, stands, asks } = ground;
  const { numbers: all, statuses: marks, items: named } = claims;
  if (all.length + marks.length + named.length > MOST_STATED)
    return { problems: [{ kind: 'unsaid', text: `${claims.text.slice(0, SHOWN)}…` }], sources: [], backed: [] };
  const lacks = LACKS.test(sentence);
  const repeated = (text: string): boolean => lacks && asks(text);
  const print = (m: { start: number; end: number }): string => claims.text.slice(m.start, m.end);
  const isCondition = ({ start, end }: Quantity): boolean =>
    CONDITION_BEHIND.test(claims.text.slice(end)) || CONDITION_BEFORE.test(claims.text.slice(0, start));
  // A number of the question that a tool was given is a condition of what was found, and so is a name.
  const isGiven = (q: Quantity): boolean =>
    (ground.askedNumbers.has(q.value) || (q.unit === 'month' && asks(q.print))) &&
    (isDenied(claims.text, q) || (isCondition(q) && (ground.passed.has(q.bare) || ground.passed.has(q.value))));
  const streaks = [...claims.text.matchAll(STREAK)];
  const inStreak = (q: Quantity): boolean => streaks.some((m) => q.start >= m.index && q.start < m.index + m[0].length);
  const isMeant = (name: string, text: string): boolean =>
    name === WHOLE || stands(name) || (asks(text) && ground.passes(name));
  const found = (kind: Ungrounded['kind'], texts: readonly string[]): Ungrounded[] =>
    texts.map((text) => ({ kind, text }));
  const years = claims.years.filter(
    ({ value }) => !evidence.years.has(value) && !(lacks && ground.asked.years.some((asked) => asked.value === value)),
  );
  // The English of a name that stands behind it in brackets is that name's: national health insurance tax (国民健康保険税).
  const isGloss = (text: string, end: number): boolean => {
    const inside = /^[a-z]/iu.test(text) && /^[^,;.()]{0,40}\(([^()]*)/u.exec(claims.text.slice(end))?.[1];
    return typeof inside === 'string' && IS_JAPANESE.test(inside) && stands(inside.split(',')[0] ?? '');
  };
  const names = claims.subjects
    .filter((m) => !m.value.some((name) => isMeant(name, print(m))) && !isGloss(print(m), m.end))
    .map(print);
  const absent = claims.absent.filter((name) => !isGloss(name, claims.text.indexOf(name) + name.length));
  const quotations = [...claims.text.matchAll(QUOTATION)].map((match) => quotedIn(match.slice(1)));
  const lacking = (shape: RegExp, text: string): string[] =>
    [...text.matchAll(shape)].map(([piece]) => piece).filter((piece) => !ground.says(piece));
  // An hour per head: one person is counted by the title of the table.
  const isPer = (q: Quantity): boolean => {
    const from = q.bare === 1 ? claims.text.slice(q.start) : '';
    return PER_TIME.test(from) || (PER_HEAD.test(from) && stands(PER_HEAD_TITLE));
  };
  const isTranslated = (word: string): boolean =>
    YARDSTICK_NAMES.some(
      ([shape, name]) => shape.test(word) && toldOf(claims, topic, evidence).own.some((s) => s.includes(name)),
    );
  const numbers = claims.numbers.filter((q) => !isGiven(q) && !inStreak(q) && !isPer(q));
  const checked = checkNumbers({ ...claims, numbers }, topic, ground);
  const { backed } = checked;
  const problems: Ungrounded[] = [
    ...checked.problems,
    ...wrongCalls(claims, backed),
    ...wrongComparisons(claims, topic, backed, evidence.values),
    ...wrongExtremes(claims, topic, backed, evidence),
    ...wrongGrowths(claims, evidence.facts),
    ...wrongRankedOrder(claims, evidence.facts),
    ...wrongTrends(claims, topic, backed, evidence),
    ...wrongSigns(claims, topic, evidence.values),
    ...wrongFractions(claims, topic, evidence),
    ...wrongHalves(claims, topic, evidence),
    ...wrongQuantifiers(claims, topic, evidence),
    ...unsupportedItems(claims, evidence).filter((u) => !repeated(u.text)),
    ...unsupportedStatuses(claims, topic, evidence),
    ...wrongOwners(claims, topic, evidence),
    ...(quotations.some((q) => asks(q) && !ground.isName(q)) ? [] : deniedFacts(claims, evidence)),
    ...found('year', years.map(print)),
    // biome-ignore format: one kind a line
    ...found('name', [...names, ...absent].filter((name) => !stands(name) && !repeated(name))),
    ...turnedInclusions(claims.text, evidence.sentences),
    ...wrongPeriods(claims, evidence, ground.yearsOf),
    ...againstText({ ...claims, backed }, topic, evidence, ground.yearsOf),
    ...wrongStages(claims, topic, evidence),
    ...notDone(claims, topic, backed, evidence, ground.reported),
    ...wrongParts(claims, backed, evidence),
    ...wrongTellings(claims, topic, backed, evidence),
    ...strangeLoans(claims, topic, backed, evidence, asks),
    ...wrongMembers(claims, topic, evidence.facts),
    ...strangeActions({ ...claims, backed }, topic, evidence),
    ...strangeNames(claims, (text) => stands(text) || asks(text)),
    // biome-ignore format: one kind a line
    ...found('quotation', quotations.filter((q) => key(q) !== '' && !repeated(q) && !ground.isName(q))),
    ...found(
      'name',
      strangeGlosses(claims.text, (text) => stands(text) || asks(text)),
    ),
    ...found('figure', lacking(PROPORTION, claims.text)),
    ...found('mark', lacking(NO_STATUS_MARK, withoutNames(claims))),
    ...found(
      'name',
      lacking(YARDSTICKS, withoutNames(claims)).filter((word) => !asks(word) && !isTranslated(word)),
    ),
  ];
  return { problems, sources: sourcesIn(claims, topic, backed, evidence), backed };
}

/** A sentence that states more is a list in which nobody finds whose each figure is, and would take long to look through. */
const MOST_STATED = 200;
/** So much of it is told to the model. */
const SHOWN = 40;
