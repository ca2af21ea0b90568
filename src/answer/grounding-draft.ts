import type { Report } from '../report/model.ts';
import { key, normalise, sentences } from '../search/text.ts';
import { WHOLE } from '../tools/progress-figures.ts';
import type { Called } from './compose.ts';
import { type Topic, unsupportedNumbers } from './grounding-check.ts';
import { type Claims, claimsOf } from './grounding-claims.ts';
import { type Evidence, evidenceOf } from './grounding-evidence.ts';
import type { Ungrounded } from './grounding-facts.ts';
import { unsupportedItems, unsupportedStatuses } from './grounding-items.ts';
import type { Vocabulary } from './vocabulary.ts';
import { ENGLISH_END, LACKS, LINK, PROPORTION, QUOTATION, REPEATS } from './wording-grounding.ts';
import { type Quantity, quantitiesIn } from './wording-quantities.ts';

export interface DraftGrounds {
  readonly called: readonly Called[];
  readonly question: string;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

/** The results and the question, ready to be looked into. */
interface Ground {
  readonly evidence: Evidence;
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
  read(sentence: string): Claims;
}

/**
 * What a draft says that the results do not: figures, years, items, statuses, names and quotations, each looked up for
 * what the draft says it is of, so that a right figure beside the wrong year or section is found. What only the asker
 * said may be repeated in a sentence that says so, or that says it is not there. Empty for a draft that may be shown.
 */
export function ungroundedDraft(draft: string, grounds: DraftGrounds): Ungrounded[] {
  const ground = groundOf(grounds);
  let topic = topicOf(ground.asked, { subjects: null, measures: null, years: null, items: null });
  const said = sentences(withoutQuotations(draft, ground)).flatMap((sentence) => sentence.split(ENGLISH_END));
  return said.flatMap((sentence) => {
    const claims = ground.read(sentence);
    const before = topic;
    topic = topicOf(claims, before);
    return ungroundedSentence(sentence, claims, both(before, topic), ground);
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
    known: new Set(evidence.years),
  };
  const read = (sentence: string): Claims => claimsOf(sentence, aids);
  const isTitle = (text: string): boolean =>
    report.items.some(({ title }) =>
      [title, vocabulary.english('items', title)].some((t) => t && key(t) === key(text)),
    );
  return {
    evidence,
    stands: (text) => folded?.includes(key(text)) ?? false,
    says: (text) => said.includes(text),
    asks: (text) => asked?.includes(key(text)) ?? false,
    passes: (text) => passed?.includes(key(text)) ?? false,
    passed: new Set(quantitiesIn(args).map((q) => q.bare)),
    asked: read(question),
    askedNumbers: new Set(quantitiesIn(normalise(question)).map((q) => q.value)),
    isName(text) {
      if (isTitle(text)) return true;
      const { items, subjects, measures } = read(text);
      return [...items, ...subjects, ...measures].some((m) => m.end - m.start >= normalise(text).length);
    },
    read,
  };
}

/**
 * A quotation that stands so in a result needs no second look; a name in quotation marks does, with what is said of it.
 * A question that is offered states nothing.
 */
function withoutQuotations(draft: string, { stands, isName }: Ground): string {
  return draft.replaceAll(QUOTATION, (whole: string, ...inside: unknown[]) => {
    const text = quotedIn(inside);
    const isQuestion = /[?？]$/u.test(text) && quantitiesIn(normalise(text)).every((q) => !q.sized);
    return isQuestion || (text.split(/[/／]/u).every(stands) && !isName(text)) ? '「」' : whole;
  });
}

function quotedIn(groups: readonly unknown[]): string {
  return groups.slice(0, 4).find((part) => typeof part === 'string') ?? '';
}

function ungroundedSentence(sentence: string, claims: Claims, topic: Topic, ground: Ground): Ungrounded[] {
  const { evidence, stands, asks } = ground;
  const isAsked = REPEATS.test(sentence) || LACKS.test(sentence);
  const repeated = (text: string): boolean => isAsked && asks(text);
  const print = (m: { start: number; end: number }): string => claims.text.slice(m.start, m.end);
  // A number of the question that a tool was given is a condition of what was found, and so is a name.
  const isGiven = ({ value, bare }: Quantity): boolean =>
    ground.askedNumbers.has(value) && (isAsked || ground.passed.has(bare) || ground.passed.has(value));
  const isMeant = (name: string, text: string): boolean =>
    name === WHOLE || stands(name) || (asks(text) && ground.passes(name));
  const found = (kind: Ungrounded['kind'], texts: readonly string[]): Ungrounded[] =>
    texts.map((text) => ({ kind, text }));
  const years = claims.years.filter(
    ({ value }) =>
      !evidence.years.includes(value) && !(isAsked && ground.asked.years.some((asked) => asked.value === value)),
  );
  const names = claims.subjects.filter((m) => !m.value.some((name) => isMeant(name, print(m)))).map(print);
  const quotations = [...claims.text.matchAll(QUOTATION)].map((match) => quotedIn(match.slice(1)));
  const lacking = (shape: RegExp, text: string): string[] =>
    [...text.matchAll(shape)].map(([piece]) => piece).filter((piece) => !ground.says(piece));
  return [
    ...unsupportedNumbers({ ...claims, numbers: claims.numbers.filter((q) => !isGiven(q)) }, topic, evidence),
    ...unsupportedItems(claims, evidence).filter((u) => !repeated(u.text)),
    ...unsupportedStatuses(claims, topic, evidence),
    ...found('year', years.map(print)),
    // biome-ignore format: one kind a line
    ...found('name', [...names, ...claims.absent].filter((name) => !stands(name) && !repeated(name))),
    // biome-ignore format: one kind a line
    ...found('quotation', quotations.filter((q) => key(q) !== '' && !repeated(q) && !ground.isName(q))),
    ...found('figure', lacking(PROPORTION, claims.text)),
    ...found('link', lacking(LINK, sentence)),
  ];
}

/** What was talked about, and what the sentence goes on to name. */
function both(before: Topic, own: Topic): Topic {
  const join = <T>(a: readonly T[] | null, b: readonly T[] | null): readonly T[] | null =>
    a && b ? [...new Set([...a, ...b])] : (a ?? b);
  return {
    subjects: join(before.subjects, own.subjects),
    measures: join(before.measures, own.measures),
    years: join(before.years, own.years),
    items: own.items,
  };
}

/** What the sentence is about; what it does not name stays as before. */
function topicOf({ subjects, measures, years, items }: Claims, before: Topic): Topic {
  const all = <T>(mentions: readonly { readonly value: readonly T[] }[]): readonly T[] | null =>
    mentions.length > 0 ? mentions.flatMap((m) => m.value) : null;
  return {
    subjects: all(subjects) ?? before.subjects,
    measures: all(measures) ?? before.measures,
    years: years.length > 0 ? years.map((m) => m.value) : before.years,
    items: all(items) ?? before.items,
  };
}
