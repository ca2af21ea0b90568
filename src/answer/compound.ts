import { once } from '../search/once.ts';
import { normalise } from '../search/text.ts';
import type { Scope } from '../tools/tool.ts';
import { type Answered, answerQuestion } from './answer.ts';
import { type Answer, MAX_ANSWER, MAX_CITATIONS, MAX_FOLLOW_UPS } from './assemble.ts';
import type { DigestComposer } from './digest-port.ts';
import { type Frame, type Language, speaksOf } from './frame.ts';
import { numberedParts, sentencesOf, withQuantities } from './message-parts.ts';
import { setsKind } from './open-question.ts';
import { namesNothing } from './pointing.ts';
import { readFrame } from './read-frame.ts';
import { findSpans } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordingFor } from './wording.ts';

/** Places at which a question is tried to be divided: each costs two answers. */
const MOST_TRIES = 6;
/** A longer message is a text, not two questions. Characters. */
const LONGEST_DIVIDED = 200;
export interface MessageOptions {
  readonly digest?: DigestComposer | null;
  /** Language of a message that is in none. */
  readonly otherwise?: Language | null;
}

/**
 * Answers a message: as one question, or, where it asks several things, one after the other. Two questions with a mark of
 * their own are two; else a message is divided only when it was not read whole and both halves are.
 */
export function answerMessage(
  message: string,
  previous: Frame | null,
  scope: Scope,
  vocabulary: Vocabulary,
  { digest = null, otherwise = null }: MessageOptions = {},
): Answered {
  // A piece is looked at several times before it is answered.
  const frameOf = once((piece) => readFrame(piece, vocabulary, scope, otherwise));
  const answer = (question: string, before: Frame | null): Answered =>
    answerQuestion(question, before, scope, vocabulary, digest, frameOf);
  const asks = (piece: string): boolean => asksSomething(frameOf(piece));
  const numbered = numberedParts(message);
  if (numbered.length > 1) {
    const both = joined(oneByOne(numbered, previous, answer));
    if (both?.answer.kind === 'answer') return both;
  }
  const said = withQuantities(sentencesOf(message), frameOf);
  const sentences = said.filter((s) => QUESTION.test(s) || asks(s));
  const [only, second] = sentences;
  // "I am new here." names nothing, and the question beside it is whole without it.
  const isBesideAsides =
    only !== undefined && !frameOf(only).words.has('that') && said.every((s) => s === only || isAside(frameOf(s)));
  const whole = answer(isBesideAsides && !second && asks(only) ? only : message, previous);
  if (message.length > LONGEST_DIVIDED) return whole;
  const isRefused = whole.answer.kind === 'abstain';
  if (!isRefused && sentences.filter((s) => QUESTION.test(s)).length > 1) {
    const answered = oneByOne(sentences, previous, answer);
    const isClear = answered.slice(0, -1).every((a) => a.answer.kind !== 'clarify');
    const both = isClear && answered.some((a) => a.answer.kind === 'answer') ? joined(answered) : null;
    if (both && isMore(both.answer, whole.answer)) return both;
  }
  const halves = halvesOf(message, vocabulary);
  const isRead = !isLacking(whole.answer);
  // "What is …, and how many …": each half is a question.
  const divisions = isRead
    ? halves.filter((half) => half.every((piece) => isQuestion(frameOf(piece))))
    : [...(sentences.length > 1 ? [sentences] : []), ...halves];
  for (const pieces of divisions) {
    if (!pieces.every(asks) || isOneCalculation(pieces.map(frameOf))) continue;
    const answered = oneByOne(pieces, previous, answer);
    const areRead =
      answered.every(({ answer: a }) => !isLacking(a) || isRefusal(a)) &&
      answered.some(({ answer: a }) => !isLacking(a) && (!isRefused || isLookedUp(a)));
    const both = areRead ? joined(answered) : null;
    if (both && (isRead ? isMore(both.answer, whole.answer) : both.answer.language === whole.answer.language))
      return both;
  }
  return isRead ? whole : { ...whole, answer: withReserve(whole.answer) };
}

/** Where the parts lead nowhere else, it was one question. */
function isMore(both: Answer, whole: Answer): boolean {
  return both.language === whole.language && both.citations.some((citation) => !whole.citations.includes(citation));
}

/** An answer that leaves something out says so. */
function withReserve(answer: Answer): Answer {
  const text = `${answer.text}\n${wordingFor(answer.language).partly()}`;
  return answer.kind === 'answer' && text.length <= MAX_ANSWER ? { ...answer, text } : answer;
}

const QUESTION = /[?？]$/u;

/** Not answered, or not all of it. */
function isLacking({ kind, unread }: Answer): boolean {
  return kind !== 'answer' || unread === true;
}

/** The report is known to lack it, or it cannot be told. */
function isRefusal({ kind, unread }: Answer): boolean {
  return kind === 'abstain' && !unread;
}

/** More than a search found it: words that merely stand somewhere do not overrule a refusal. */
function isLookedUp({ called }: Answer): boolean {
  return called.some(({ result }) => result.kind !== 'passages');
}

/** Each piece follows up on the one before it, unless it is only read by itself. */
function oneByOne(
  pieces: readonly string[],
  previous: Frame | null,
  answer: (question: string, before: Frame | null) => Answered,
): Answered[] {
  const answered: Answered[] = [];
  for (const piece of pieces) {
    const followUp = answer(piece, frameBefore(answered) ?? previous);
    const alone = answered.length > 0 && isLacking(followUp.answer) ? answer(piece, previous) : followUp;
    answered.push(isLacking(alone.answer) ? followUp : alone);
  }
  return answered;
}

/** What the next piece follows up on: the last one, with the subjects of the one before it for "which of the two". */
function frameBefore(answered: readonly Answered[]): Frame | null {
  const [before, last] = [answered.at(-2)?.frame, answered.at(-1)?.frame];
  if (!last || !before || last.before.sections.length + last.before.accounts.length > 0) return last ?? null;
  return { ...last, before: { sections: before.sections, accounts: before.accounts, measures: [], years: [] } };
}

/** Words of a calculation with two figures: half of it, with one of them, is no question. */
const CALCULATIONS = ['difference', 'sum', 'ratio', 'share'] as const;

function isOneCalculation(halves: readonly Frame[]): boolean {
  const [first, second, third] = halves;
  if (!first || !second || third || first.measures.length === 0) return false;
  const isHalf = second.measures.length < 2 && second.accounts.length + second.sections.length < 2;
  return isHalf && second.years.length === 0 && speaksOf(second, ...CALCULATIONS) && !speaksOf(first, ...CALCULATIONS);
}

/** The two halves of a question, divided at each word that joins two things (と, 、, and). */
function halvesOf(question: string, vocabulary: Vocabulary): (readonly [string, string])[] {
  const text = vocabulary.spelling.mend(normalise(question));
  const joints = findSpans(text, vocabulary).filter((span) =>
    span.meanings.some((m) => m.type === 'word' && m.word === 'and'),
  );
  return joints.slice(0, MOST_TRIES).map(({ start, end }) => [text.slice(0, start).trim(), text.slice(end).trim()]);
}

/** Words that make a question of a piece, wherever they stand in it. */
const ASKING = ['what', 'count', 'howMany', 'when', 'whichYear', 'person', 'reason'] as const;

function isQuestion({ words }: Frame): boolean {
  return ASKING.some((word) => words.has(word));
}

const NAMES = ['items', 'titles', 'topic', 'policies', 'sections', 'pillars', 'accounts'] as const;

/** True when a piece asks something by itself, and is not merely a name or a greeting. */
function asksSomething(frame: Frame): boolean {
  const named = NAMES.some((slot) => frame[slot].length > 0);
  const kind = frame.want !== null || setsKind(frame);
  const asked = ['measures', 'statuses', 'captions', 'absent'] as const;
  return asked.some((slot) => frame[slot].length > 0) || (named && kind);
}

/** Says neither of what, nor of when, nor what is asked. */
function isAside(frame: Frame): boolean {
  const { years, statuses, want } = frame;
  return namesNothing(frame) && !setsKind(frame) && years.length + statuses.length === 0 && want === null;
}

/** Answers to the parts of a message as one; null when together they are longer than an answer may be. */
function joined(parts: readonly Answered[]): Answered | null {
  const answers = parts.map((part) => part.answer);
  const [first] = answers;
  const last = answers.at(-1);
  const text = answers.map((a) => a.text).join('\n');
  if (!first || !last || text.length > MAX_ANSWER) return null;
  const table = answers.find((a) => a.table)?.table;
  const chart = answers.find((a) => a.chart)?.chart;
  // Each part keeps a citation before any gets a second.
  const inTurn = Array.from({ length: MAX_CITATIONS }, (_, i) =>
    answers.flatMap(({ citations, sources }) => {
      const [citation, source] = [citations[i], sources[i]];
      return citation !== undefined && source ? [[citation, source] as const] : [];
    }),
  );
  const cited = [...new Map(inTurn.flat())].slice(0, MAX_CITATIONS);
  const answer: Answer = {
    kind: answers.some((a) => a.kind === 'answer') ? 'answer' : last.kind,
    language: first.language,
    text,
    ...(table ? { table } : {}),
    ...(chart ? { chart } : {}),
    citations: cited.map(([citation]) => citation),
    sources: cited.map(([, source]) => source),
    followUps: [...new Set(answers.flatMap((a) => a.followUps))].slice(0, MAX_FOLLOW_UPS),
    choices: last.choices,
    called: answers.flatMap((a) => a.called),
  };
  return { answer, frame: parts.at(-1)?.frame ?? null };
}
