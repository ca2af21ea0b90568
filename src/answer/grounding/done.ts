import { type FiscalYear, startOf } from '../../report/fiscal-year.ts';
import type { PlanItem } from '../../report/model.ts';
import { normalise } from '../../search/text.ts';
import { NAMES, type SpanMeaning } from '../spans.ts';
import {
  ACTION_DONE,
  AIM,
  COMMON_LOANS,
  DONE,
  isDoneIn,
  NEGATED_MANNER,
  OPEN,
  STAGE,
  TURNS_TO,
  UNDONE,
} from '../wording-grounding-done.ts';
import { monthsIn } from './binding.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { itemsAbout } from './topic.ts';
import { wordsIn } from './words.ts';

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
  const { items } = claims;
  if (backed.some((b) => b.facts.some((f) => f.kind === 'table'))) return [];
  const named = itemsAbout({ items }, topic, evidence);
  const said = evidence.sentences.filter((s) => s.item !== null && (named.length === 0 || named.includes(s.item)));
  const own = said.filter((s) => s.item && s.item.narrative !== '' && isOf(s.text, s.item)).map((s) => s.text);
  const { text } = claims;
  const found = [
    ...undone(text, own),
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
  if (backed.some((b) => b.facts.some((f) => f.kind === 'table'))) return [];
  const named = itemsAbout({ items }, topic, evidence);
  if (named.length === 0) return [];
  const said = named
    .map((i) => `${i.title}${i.outline}${i.narrative}${i.policy}${i.pillar}`.normalize('NFKC'))
    .join('\n');
  const names = spans.filter((s) => s.meanings.some((m) => NAMED.has(m.type)));
  return [...text.matchAll(LOAN)].flatMap(({ index, 0: word }): Ungrounded[] => {
    const isName = names.some((s) => s.start < index + word.length && s.end > index);
    const isKnown = said.includes(word) || isAsked(word) || [...COMMON_LOANS].some((loan) => word.includes(loan));
    return isName || isKnown ? [] : [{ kind: 'name', text: word }];
  });
}
const NAMED: ReadonlySet<SpanMeaning['type']> = new Set(NAMES);
const LOAN = /[\p{Script=Katakana}ー]{3,}/gu;

/** A sentence of what was done, and not the title or outline, which say what is wanted. */
function isOf(sentence: string, { title, outline, policy }: PlanItem): boolean {
  return [title, policy, outline].every((wanted) => wanted === null || !normalise(wanted).includes(sentence));
}

/** What a text says was done, each with the clause before it. */
function doneIn(text: string): string[] {
  return [...text.matchAll(DONE)].map(({ index, 0: print }) => {
    const sentence =
      text
        .slice(0, index + print.length)
        .split('。')
        .at(-1) ?? '';
    return sentence.split('、').slice(-2).join('、');
  });
}

/** The clauses that say something was done, each held against the sentence that has most of its words. */
function undone(text: string, own: readonly string[]): string[] {
  if (OPEN.test(text)) return [];
  return doneIn(text).flatMap((clause): string[] => {
    const words = wordsIn(clause);
    const actions = [...clause.matchAll(ACTION_DONE)].map(([, noun = '']) => noun);
    // Of what was done the sentences tell that speak of doing it.
    const about = own.filter((sentence) => actions.some((noun) => sentence.includes(noun)));
    const shares = (about.length > 0 ? about : own).map((sentence) => ({
      sentence,
      shared: words.reduce((sum, word) => sum + (sentence.includes(word) ? weightOf(word) : 0), 0),
    }));
    const most = Math.max(0, ...shares.map((s) => s.shared));
    if (most < LEAST_SHARED) return [];
    const nearest = shares.filter((s) => s.shared === most).map((s) => s.sentence);
    const isDone = (sentence: string): boolean =>
      !UNDONE.test(sentence) || actions.some((noun) => isDoneIn(sentence, noun));
    return nearest.some(isDone) ? [] : [clause.slice(-LONGEST)];
  });
}
/** Fewer words in common tell nothing. */
const LEAST_SHARED = 2;
/** So much of a clause is told to the model. */
const LONGEST = 24;

/** What is told as done in a month that comes after the year of the report. */
function tooEarly(text: string, reported: FiscalYear): string[] {
  if (OPEN.test(text)) return [];
  const end = 12 * (startOf(reported) + 1) + LAST_MONTH;
  return doneIn(text).flatMap((clause) =>
    monthsIn(clause)
      .filter(({ value: { year, month } }) => year !== null && 12 * year + month > end)
      .map((m) => clause.slice(m.start, m.end)),
  );
}
/** A fiscal year ends with it. */
const LAST_MONTH = 3;

/** A name in katakana or Latin letters tells more than a pair of kanji. */
function weightOf(word: string): number {
  return /^\p{Script=Han}/u.test(word) ? 1 : 2;
}

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
