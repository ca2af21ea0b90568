import { key } from '../../search/text.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import {
  LACKS,
  NO_STATUS_MARK,
  PER_HEAD,
  PER_HEAD_TITLE,
  PER_TIME,
  PROPORTION,
  QUOTATION,
  TWICE,
  TWICE_IN_TEXT,
} from '../wording-grounding.ts';
import { CONDITION_BEFORE, CONDITION_BEHIND, STREAK } from '../wording-grounding-order.ts';
import { IS_JAPANESE, YARDSTICK_NAMES, YARDSTICKS } from '../wording-grounding-words.ts';
import type { Quantity } from '../wording-quantities.ts';
import { type Backed, checkNumbers } from './check.ts';
import type { Claims } from './claims.ts';
import { isDenied } from './denials.ts';
import { notDone, strangeLoans } from './done.ts';
import { wrongExtremes } from './extremes.ts';
import type { Ungrounded } from './facts.ts';
import { wrongFractions } from './fractions.ts';
import type { Ground } from './ground.ts';
import { wrongGrowths } from './growths.ts';
import { wrongHalves } from './halves.ts';
import { turnedInclusions } from './inclusion.ts';
import { againstText, strangeActions } from './item-text.ts';
import { unsupportedItems, unsupportedStatuses } from './items.ts';
import type { Topic } from './labels.ts';
import { wrongSigns } from './losses.ts';
import { strangeMembers } from './members.ts';
import { wrongMembers } from './membership.ts';
import { deniedFacts, strangeGlosses, strangeNames, withoutNames, wrongCalls, wrongOwners } from './names.ts';
import { wrongComparisons } from './order.ts';
import { wrongParts } from './parts-of.ts';
import { wrongPeriods } from './periods.ts';
import { type Cited, sourcesIn } from './places.ts';
import { wrongQuantifiers } from './quantifiers.ts';
import { quotedIn } from './quotations.ts';
import { wrongRankedOrder } from './ranked-order.ts';
import { wrongStages } from './stages.ts';
import { wrongTellings } from './tellings.ts';
import { toldOf } from './told.ts';
import { wrongTrends } from './trends.ts';

/** What a sentence says beyond the results, where what it says stands, and the figures that back it. */
interface SentenceCheck {
  readonly problems: readonly Ungrounded[];
  readonly sources: readonly Cited[];
  readonly backed: readonly Backed[];
}

/** Holds a sentence against the results; `topic` as of the sentences before it. */
export function checkSentence(sentence: string, claims: Claims, topic: Topic, ground: Ground): SentenceCheck {
  const { evidence, stands, asks } = ground;
  const { numbers: all, statuses: marks, items: named } = claims;
  if (all.length + marks.length + named.length > MOST_STATED)
    return { problems: [{ kind: 'unsaid', text: `${claims.text.slice(0, SHOWN)}…` }], sources: [], backed: [] };
  const isKnown = (text: string): boolean => stands(text) || asks(text);
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
  // The English of a name that stands behind it in brackets is that name's: forest tax (森林環境税).
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
    ...wrongGrowths(claims, topic, evidence.facts),
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
    ...strangeNames(claims, isKnown),
    // biome-ignore format: one kind a line
    ...found('quotation', quotations.filter((q) => key(q) !== '' && !repeated(q) && !ground.isName(q))),
    ...found('name', strangeMembers(claims.text, backed, isKnown)),
    ...found('name', strangeGlosses(claims.text, isKnown)),
    ...found(
      'figure',
      lacking(PROPORTION, claims.text).filter((word) => !(TWICE.test(word) && ground.says(TWICE_IN_TEXT))),
    ),
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
