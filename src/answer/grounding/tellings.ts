import { LACKS } from '../wording-grounding.ts';
import { UNDONE } from '../wording-grounding-done.ts';
import { DENIED_SOON, FALLS, LIES, RISES } from '../wording-grounding-order.ts';
import {
  AHEAD,
  CAUSE_CLAUSE,
  CAUSE_ENGLISH,
  DENIES_DONE,
  DONE_ENGLISH,
  isToldDone,
  NOT_DONE_ENGLISH,
  PLANNED,
  PLANNED_ENGLISH,
} from '../wording-grounding-told.ts';
import { CAUSE, COMMON_WORDS } from '../wording-grounding-words.ts';
import { type Backed, hasTable } from './check.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { TITLED, withoutNames } from './names.ts';
import { nearestTo, type Told, toldOf } from './told.ts';
import { calledInReport, clauseTo, isForeign, wordsIn } from './words.ts';

/** What a sentence says of items was not done, is planned or was the cause of something, which their text does not say. */
export function wrongTellings(
  claims: Claims,
  topic: Topic,
  backed: readonly Backed[],
  evidence: Evidence,
): Ungrounded[] {
  if (hasTable(backed)) return [];
  const told = toldOf(claims, topic, evidence, backed);
  // Figures alone have no cause; a remark in brackets is on the answer itself.
  if (told.own.length === 0) {
    if (LACKS.test(claims.text)) return [];
    const text = claims.text.replaceAll(/[(（][^()（）]*(?:[)）]|$)/gu, ' ');
    const known = { named: [], own: evidence.sentences.map((s) => s.text) };
    return asProblems(causes({ ...claims, text }, known));
  }
  const found = isForeign(claims.text)
    ? inEnglish(claims, told)
    : [...denied(claims, told), ...planned(claims, told), ...causes(claims, told)];
  return asProblems(found);
}

function asProblems(found: readonly string[]): Ungrounded[] {
  return found.map((print) => ({ kind: 'figure', text: print.trim().slice(-LONGEST) }));
}
/** So much of a clause is told to the model. */
const LONGEST = 40;

/** Said not to have been done, where the nearest sentence says that it was. */
function denied({ text }: Claims, { own }: Told): string[] {
  return [...text.matchAll(DENIES_DONE)].flatMap(({ index, 0: print, 1: noun = '' }) => {
    const clause = clauseTo(text, index + print.length);
    const nearest = nearestTo(
      clause,
      own.filter((s) => s.includes(noun)),
    );
    const isDone = nearest.length > 0 && nearest.every((s) => isToldDone(s, noun) && !UNDONE.test(s));
    return isDone ? [print] : [];
  });
}

/** Said to be planned, where no sentence has as much as half of its words. */
function planned(claims: Claims, { named, own }: Told): string[] {
  if (named.length === 0) return [];
  return [...claims.text.matchAll(PLANNED)].flatMap(({ index, 0: print }) => {
    if (isInName(claims, index)) return [];
    const clause = clauseTo(withoutNames(claims, [...TITLED, 'status']), index);
    return isTold(wordsOf(clause), own) ? [] : [clause + print];
  });
}

/** Said to be the cause, where the texts do not have as much as half of its words. */
function causes(claims: Claims, { named, own }: Told): string[] {
  // A cause stands beside what it is the cause of.
  const pairs = own.map((sentence, i) => `${sentence}${own[i + 1] ?? ''}`);
  const wholes = [...pairs, ...named.map((i) => `${i.title}${i.outline}`.normalize('NFKC'))];
  // That a noun stands anywhere is looked up by itself; of an item that is told of it stands there.
  const nouns = named.length > 0 ? [...claims.text.matchAll(CAUSE)] : [];
  return [...claims.text.matchAll(CAUSE_CLAUSE), ...nouns].flatMap(({ 1: clause = '' }) =>
    isTold(wordsOf(clause), wholes) ? [] : [clause],
  );
}

/** The words of a stretch that say what it is about: not those of moving, and not the commonest. */
function wordsOf(clause: string): string[] {
  const plain = clause.replaceAll(LIES, ' ').replaceAll(MOVING, ' ');
  return wordsIn(plain).filter((word) => !COMMON_WORDS.has(word));
}
const MOVING = new RegExp(`${RISES.source}|${FALLS.source}`, 'giu');

function isTold(words: readonly string[], texts: readonly string[]): boolean {
  return (
    words.length === 0 || texts.some((text) => 2 * words.filter((word) => text.includes(word)).length >= words.length)
  );
}

/** The name of a status or stage only sounds like a plan. */
function isInName({ spans }: Claims, at: number): boolean {
  return spans.some(
    (s) => s.start <= at && s.end > at && s.meanings.some((m) => m.type === 'status' || m.type === 'stage'),
  );
}

/** The same in another language than the text's, by the sentences that have what the words are called there. */
function inEnglish(claims: Claims, { named, own }: Told): string[] {
  const { text } = claims;
  if (named.length === 0) return [];
  const about = (match: RegExpExecArray): readonly string[] => {
    const called = calledInReport(claims, clauseStart(text, match.index), text.length);
    const hits = (s: string): number => called.filter((names) => names.some((name) => s.includes(name))).length;
    const most = Math.max(...own.map(hits));
    return most === 0 ? own : own.filter((s) => hits(s) === most);
  };
  // No meeting was held: the verb is denied before it.
  const undone = [...text.matchAll(NOT_DONE_ENGLISH)];
  const isDenied = (m: RegExpExecArray): boolean =>
    undone.some((u) => m.index > u.index && m.index < u.index + u[0].length);
  const wrong = (shape: RegExp, isSaid: (said: string) => boolean): string[] =>
    [...text.matchAll(shape)]
      .filter((m) => !isDenied(m))
      .filter((m) => !DENIED_SOON.test(text.slice(m.index + m[0].length)) && !about(m).some(isSaid))
      .map(([print]) => print);
  return [
    ...wrong(DONE_ENGLISH, (said) => !UNDONE.test(said)),
    ...wrong(NOT_DONE_ENGLISH, (said) => UNDONE.test(said)),
    ...wrong(PLANNED_ENGLISH, (said) => AHEAD.test(said)),
    ...causesInEnglish(claims, own),
  ];
}

function clauseStart(text: string, at: number): number {
  return Math.max(0, ...['.', ';'].map((end) => text.lastIndexOf(end, at) + 1));
}

/** A cause of which something has a name in reports that does not stand in the text. */
function causesInEnglish(claims: Claims, own: readonly string[]): string[] {
  return [...claims.text.matchAll(CAUSE_ENGLISH)].flatMap((match) => {
    const [print, cause = ''] = match;
    const end = match.index + print.length;
    const called = calledInReport(claims, end - cause.length, end);
    return called.every((names) => names.some((name) => own.some((s) => s.includes(name)))) ? [] : [cause];
  });
}
