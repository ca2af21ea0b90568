import type { Status } from '../report/model.ts';
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
