import type { Status } from '../report/model.ts';
import { STATUSES } from '../tools/progress-figures.ts';
import type { WordKey } from './lexicon.ts';
import { isLatin, isParticle, isWord } from './span-words.ts';
import type { Span } from './spans.ts';
import { JOINS } from './wording-question-forms.ts';

/**
 * The statuses of a question, mention by mention. One status or another (△や×) is one mention, and so is a status that is
 * said twice in other words (not implemented or under consideration), unless it moved.
 */
export function statusMentions(
  spans: readonly Span[],
  negated: readonly Span[],
  words: Set<WordKey>,
): (readonly Status[])[] {
  const mentions: Status[][] = [];
  /** What stands before each mention. */
  const ends: string[] = [];
  let last = -1;
  for (const [at, span] of spans.entries()) {
    const statuses = span.meanings.flatMap((m) => (m.type === 'status' ? [m.status] : []));
    if (statuses.length === 0 || negated.includes(span)) continue;
    const between = spans.slice(last + 1, at);
    const [joint, other] = between;
    // 横棒（―）: its mark behind it.
    const isGloss = last >= 0 && between.length === 0;
    const joins = last >= 0 && joint !== undefined && other === undefined && isWord(joint, 'or');
    const before = mentions.at(-1);
    if (isGloss && before?.join() === [...new Set(statuses)].join()) continue;
    if (joins && before) before.push(...statuses);
    else {
      mentions.push([...new Set(statuses)]);
      ends.push(spans[at - 1]?.text.toLowerCase() ?? '');
    }
    last = at;
  }
  words.delete('or');
  // "Up to △ from ×" names the end first.
  if (ends.join() === 'to,from') mentions.reverse();
  if (words.has('through') || words.has('unchanged')) return mentions;
  return mentions.filter((m, i) => mentions.findIndex((other) => other.join() === m.join()) === i);
}

/**
 * So in one year and not so, or another, in the other year (去年は○でなかったのに今年○になった, ○ in R1 but not in R2, R1は―でR2は○):
 * from what to what, the earlier year first. Null where a question says no such thing.
 */
export function movedStatuses(
  spans: readonly Span[],
  negated: readonly Span[],
  words: Set<WordKey>,
): (readonly Status[])[] | null {
  const years = spans.flatMap(yearOf);
  const [early, late] = years;
  if (early === undefined || late === undefined || early === late || years.length > 2) return null;
  const found = spans.flatMap((span, at): { at: number; isSo: boolean; statuses: Status[] }[] => {
    const own = span.meanings.flatMap((m) => (m.type === 'status' ? [m.status] : []));
    const isSo = !negated.includes(span) && !isExcepted(spans, at);
    if (own.length > 0)
      return [{ at, isSo, statuses: isSo ? own : STATUSES.filter((status) => !own.includes(status)) }];
    return isWord(span, 'notDone')
      ? [{ at, isSo: false, statuses: STATUSES.filter((status) => status !== 'done') }]
      : [];
  });
  const [first, second] = found;
  if (!first || !second || found.length > 2) return null;
  const isMove =
    first.isSo !== second.isSo || (first.isSo && !sameSet(first, second) && areInTurn(first.at, second.at, spans));
  if (!isMove) return null;
  words.delete('notDone');
  words.delete('except');
  words.add('through');
  const ends = [first.statuses, second.statuses];
  return early < late ? ends : ends.toReversed();
}

function sameSet(one: { statuses: readonly Status[] }, other: { statuses: readonly Status[] }): boolean {
  return one.statuses.join() === other.statuses.join();
}

/** Each status beside a year of its own, said of one thing: R1の○とR2の△ are two, and so is what is counted twice. */
function areInTurn(first: number, second: number, spans: readonly Span[]): boolean {
  const between = spans.slice(first + 1, second);
  const years = spans.flatMap((span, at) => (yearOf(span).length > 0 ? [at] : []));
  const parts = years.filter((at) => first < at && at < second);
  // R1の○とR2の△, R1に○の項目はいくつでR2に△の項目は: two sets.
  const isTwo =
    between.some((span) => (isWord(span, 'and') && !isLatin(span)) || isWord(span, 'item') || JOINS.test(span.text)) ||
    countsTwice(spans);
  return parts.length === 1 && !isTwo;
}

/** "Except the ones already done in R1". */
function isExcepted(spans: readonly Span[], at: number): boolean {
  const before = spans.slice(0, at).findLast((span) => !isParticle(span) && !isWord(span, 'item', 'list', 'both'));
  return isLatin(before) && isWord(before, 'except');
}

function countsTwice(spans: readonly Span[]): boolean {
  return spans.filter((span) => isWord(span, 'count', 'howMany')).length > 1;
}

/** Later years sort behind earlier ones; last year before this one. */
function yearOf(span: Span): string[] {
  const year = span.meanings.find((m) => m.type === 'year');
  if (year?.type === 'year') return [year.year];
  if (isWord(span, 'lastYear', 'yearBefore')) return ['last'];
  return isWord(span, 'thisYear', 'latest') ? ['this'] : [];
}
