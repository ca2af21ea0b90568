import { type FiscalYear, startOf } from '../../report/fiscal-year.ts';
import { NAMES, type SpanMeaning } from '../spans.ts';
import {
  ACTION_DONE,
  AIM,
  COMMON_LOANS,
  CONTRAST,
  DONE,
  GOES_ON_WITH_MORE,
  isDoneIn,
  LINKED,
  NEGATED_MANNER,
  OPEN,
  STAGE,
  TURNS_TO,
  UNDONE,
} from '../wording-grounding-done.ts';
import { monthsIn } from './binding.ts';
import { type Backed, hasTable } from './check.ts';
import type { Claims } from './claims.ts';
import { type Evidence, itemsMeant } from './evidence.ts';
import type { Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { filled } from './quotations.ts';
import { nearestTo, toldOf } from './told.ts';
import { itemsAbout } from './topic.ts';
import { clauseTo } from './words.ts';

/**
 * What a sentence says was done, where the nearest sentence of the reports says that it was not, or not yet; what became
 * what, the other way round; and what was done at which stage.
 */
export function notDone(
  claims: Claims,
  topic: Topic,
  backed: readonly Backed[],
  evidence: Evidence,
  reported: FiscalYear,
): Ungrounded[] {
  if (hasTable(backed)) return [];
  const { named, own } = toldOf(claims, topic, evidence);
  const { text } = claims;
  const found = [
    ...undone(filled(claims), own),
    ...tooEarly(text, reported),
    ...turned(text, own),
    ...stages(text, own),
    ...(named.length > 0 ? manners(text, own) : []),
  ];
  return found.map((print) => ({ kind: 'figure', text: print }));
}

/** Words in katakana of a sentence about an item that stand nowhere in it, and are no general ones. */
export function strangeLoans(
  claims: Claims,
  topic: Topic,
  backed: readonly Backed[],
  evidence: Evidence,
  isAsked: (word: string) => boolean,
): Ungrounded[] {
  const { items, spans, text } = claims;
  if (hasTable(backed)) return [];
  const named = itemsMeant([...itemsAbout({ items }, topic, evidence), ...topic.listed.items], evidence);
  if (named.length === 0 && (evidence.values.length > 0 || evidence.sentences.length === 0)) return [];
  const texts =
    named.length > 0
      ? named.map((i) => `${i.title}${i.outline}${i.narrative}${i.policy}${i.pillar}`)
      : evidence.sentences.map((s) => s.text);
  const said = texts.map((t) => t.normalize('NFKC')).join('\n');
  const loans = [...new Set(said.match(LOAN) ?? [])];
  const names = spans.filter((s) => s.meanings.some((m) => NAMED.has(m.type)));
  return [...text.matchAll(LOAN)].flatMap(({ index, 0: word }): Ungrounded[] => {
    const isName = names.some((s) => s.start < index + word.length && s.end > index);
    // コンビニエンスストア, where the text says コンビニ.
    const isLonger = loans.some((loan) => word.startsWith(loan));
    const isKnown =
      isLonger || said.includes(word) || isAsked(word) || [...COMMON_LOANS].some((loan) => word.includes(loan));
    return isName || isKnown ? [] : [{ kind: 'name', text: word }];
  });
}
const NAMED: ReadonlySet<SpanMeaning['type']> = new Set(NAMES);
const LOAN = /[\p{Script=Katakana}ー]{3,}/gu;

/** What a text says was done, each with the clause before it. What is linked to the rest of its sentence is open with that. */
function doneIn(text: string): string[] {
  return [...text.matchAll(DONE)].flatMap(({ index, 0: print }) => {
    const end = index + print.length;
    const clause = clauseTo(text, end).split(CONTRAST).at(-1) ?? '';
    const behind = LINKED.test(print) ? (text.slice(end).split('。')[0] ?? '') : '';
    const linked = GOES_ON_WITH_MORE.test(behind) ? '' : behind;
    return OPEN.test(clause + linked) ? [] : [clause];
  });
}

/** The clauses that say something was done, each held against the sentence that has most of its words. */
function undone(text: string, own: readonly string[]): string[] {
  return doneIn(text).flatMap((clause): string[] => {
    const actions = [...clause.matchAll(ACTION_DONE)].map(([, noun = '']) => noun);
    // Of what was done the sentences tell that speak of doing it.
    const about = own.filter((sentence) => actions.some((noun) => sentence.includes(noun)));
    const said = nearestTo(clause, about);
    const nearest = said.length > 0 ? said : nearestTo(clause, own);
    const isDone = (sentence: string): boolean =>
      !UNDONE.test(sentence) || actions.slice(-1).some((noun) => isDoneIn(sentence, noun));
    return nearest.length === 0 || nearest.some(isDone) ? [] : [clause.slice(-LONGEST)];
  });
}
/** So much of a clause is told to the model. */
const LONGEST = 24;

/** What is told as done in a month that comes after the year of the report. */
function tooEarly(text: string, reported: FiscalYear): string[] {
  const end = 12 * (startOf(reported) + 1) + LAST_MONTH;
  return doneIn(text).flatMap((clause) =>
    monthsIn(clause)
      .filter(({ value: { year, month } }) => year !== null && 12 * year + month > end)
      .map((m) => clause.slice(m.start, m.end)),
  );
}
/** A fiscal year ends with it. */
const LAST_MONTH = 3;

/** Back to A, where the text says from A. */
function turned(text: string, own: readonly string[]): string[] {
  return [...text.matchAll(TURNS_TO)].flatMap(([print, noun = '', particle = '']) => {
    const known = own.filter((sentence) => sentence.includes(noun));
    return known.length === 0 || known.some((sentence) => sentence.includes(`${noun}${particle}`)) ? [] : [print];
  });
}

/** By something without which the text says it was done. */
function manners(text: string, own: readonly string[]): string[] {
  if (AIM.test(text)) return [];
  return own
    .flatMap((sentence) => [...sentence.matchAll(NEGATED_MANNER)].map(([, noun = '']) => noun))
    .filter((noun) => text.includes(noun) && !NEGATED_MANNER.test(text.slice(text.indexOf(noun))));
}

/** The first test and what was done in it: the last stage that the text names before that. */
function stages(text: string, own: readonly string[]): string[] {
  return [...text.matchAll(STAGE)].flatMap(({ index, 0: stage, 1: number = '' }) => {
    const noun = /\p{Script=Han}{4,}/u.exec(text.slice(index + stage.length).split(/[、。]/u)[0] ?? '')?.[0];
    if (!noun) return [];
    const told = own.flatMap((sentence) =>
      [...sentence.matchAll(new RegExp(noun, 'gu'))].map(
        (m) => [...sentence.slice(0, m.index).matchAll(STAGE)].at(-1)?.[1],
      ),
    );
    return told.length === 0 || told.includes(number) ? [] : [`${stage}${noun}`];
  });
}
