import type { Status } from '../report/model.ts';
import { STATUSES } from '../tools/progress-figures.ts';
import type { WordKey } from './lexicon.ts';
import { isWord } from './span-words.ts';
import type { Span } from './spans.ts';

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
 * So in one year and not so in another (去年は○でなかったのに今年○になった, ○ in R1 but not in R2): from what to what, the earlier
 * year first. Null where a question says no such thing.
 */
export function movedStatuses(
  spans: readonly Span[],
  negated: readonly Span[],
  words: Set<WordKey>,
): (readonly Status[])[] | null {
  const years = spans.flatMap(yearOf);
  const [early, late] = years;
  if (early === undefined || late === undefined || early === late || years.length > 2) return null;
  const found = spans.flatMap((span): { isSo: boolean; statuses: Status[] }[] => {
    const own = span.meanings.flatMap((m) => (m.type === 'status' ? [m.status] : []));
    const isSo = !negated.includes(span);
    if (own.length > 0) return [{ isSo, statuses: isSo ? own : STATUSES.filter((status) => !own.includes(status)) }];
    return isWord(span, 'notDone') ? [{ isSo: false, statuses: STATUSES.filter((status) => status !== 'done') }] : [];
  });
  const [first, second] = found;
  if (!first || !second || found.length > 2 || first.isSo === second.isSo) return null;
  words.delete('notDone');
  words.add('through');
  const ends = [first.statuses, second.statuses];
  return early < late ? ends : ends.toReversed();
}

/** Later years sort behind earlier ones; last year before this one. */
function yearOf(span: Span): string[] {
  const year = span.meanings.find((m) => m.type === 'year');
  if (year?.type === 'year') return [year.year];
  if (isWord(span, 'lastYear', 'yearBefore')) return ['last'];
  return isWord(span, 'thisYear', 'latest') ? ['this'] : [];
}
