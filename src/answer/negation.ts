import type { Status } from '../report/model.ts';
import { STATUSES } from '../tools/progress-figures.ts';
import type { WordKey } from './lexicon.ts';
import type { StatedLimit } from './limit.ts';
import { isLatin, isWord } from './span-words.ts';
import type { Span } from './spans.ts';
import { AS_WELL, NOT_BEHIND } from './wording-question-forms.ts';

/** What a question says is not so. */
export interface Negation {
  readonly isAny: boolean;
  /** Statuses that it speaks of in that way: they count no longer. */
  readonly spans: readonly Span[];
  /** The statuses that are left; null where none is negated, or only the one for done, whose opposite is a word. */
  readonly left: readonly Status[] | null;
  /** The bound that the question sets, turned where it says that it is not passed. */
  readonly limit: StatedLimit | null;
}

/** What moved: those that did not are no list, for some stayed as they were. */
const MOVES = ['increase', 'decrease', 'improved', 'worsened', 'notDone'] as const;
const BOUNDS = ['over', 'under', 'orMore', 'orLess', 'above', 'below'] as const;
const KINDS = ['section', 'owner', 'account', 'pillar', 'item'] as const;

/**
 * Turns what is said not to be: a status (○になっていない), a bound (200時間を超えていない), a sign (赤字ではない), a side of
 * the average, the most of what is not done (一番取っていない). A list of what did not move cannot be made. Beside an item
 * a negation only asks for confirmation.
 */
export function setNegation(
  words: Set<WordKey>,
  spans: readonly Span[],
  limit: StatedLimit | null,
  ofItem: boolean,
): Negation {
  const isSaid = words.delete('negation');
  const negated = spans.filter((_, at) => isNegated(spans, at));
  const isAny = isSaid || negated.length > 0;
  const isOfItem = ofItem || spans.some((s) => s.meanings.some((m) => m.type === 'title'));
  if (isOfItem || !isAny) return { isAny, spans: [], left: null, limit };
  const says: Says = (...keys) => negated.some((span) => isWord(span, ...keys));
  if (KINDS.some((word) => words.has(word)) && says(...MOVES)) words.add('except');
  else if (words.has('highest') && negated.some(isVerb)) turnOrder(words, spans);
  const turned = limit ? (says(...BOUNDS) ? opposite(limit) : limit) : turnSign(words, says);
  if (!limit) turnSide(words, says);
  return { isAny, ...negatedStatuses(words, spans, negated), limit: turned };
}

/** One of these words is negated. */
type Says = (...keys: readonly WordKey[]) => boolean;

/** In Japanese what negates a word stands right behind it, in English before it. */
function isNegated(spans: readonly Span[], at: number): boolean {
  const span = spans[at];
  if (!span) return false;
  const before = spans
    .slice(0, at)
    .findLast((s) => isWord(s, 'negation') || !s.meanings.some((m) => m.type === 'stop'));
  if (isLatin(before)) return isWord(before, 'negation') && !isWord(span, 'negation');
  const [next] = spans.slice(at + 1);
  if (next?.start === span.end && isWord(next, 'negation')) return true;
  let behind = '';
  for (let i = at + 1, end = span.end; spans[i]?.start === end; i++) {
    behind += spans[i]?.text ?? '';
    end = spans[i]?.end ?? end;
  }
  return NOT_BEHIND.test(behind);
}

/** A status that is not: of "done" the opposite is a word of its own, of any others it is the rest of them. */
function negatedStatuses(
  words: Set<WordKey>,
  spans: readonly Span[],
  negated: readonly Span[],
): Pick<Negation, 'spans' | 'left'> {
  const statusesOf = (span: Span): Status[] => span.meanings.flatMap((m) => (m.type === 'status' ? [m.status] : []));
  const all = spans.filter((span) => statusesOf(span).length > 0);
  const ignored = all.filter((span, i) => {
    if (negated.includes(span)) return true;
    // ○でも△でもない: the one before is meant as well.
    const behind = spans[spans.indexOf(span) + 1];
    const next = all[i + 1];
    return behind !== undefined && AS_WELL.test(behind.text) && next !== undefined && negated.includes(next);
  });
  const out = new Set(ignored.flatMap(statusesOf));
  if (out.size === 0) return { spans: ignored, left: null };
  if (out.size === 1 && out.has('done')) {
    words.add('notDone');
    return { spans: ignored, left: null };
  }
  return { spans: ignored, left: STATUSES.filter((status) => !out.has(status)) };
}

function opposite(limit: StatedLimit): StatedLimit {
  return { ...limit, side: limit.side === 'above' ? 'below' : 'above', inclusive: !limit.inclusive, until: null };
}

/** No deficit is a surplus or nothing, and no surplus a deficit or nothing. */
function turnSign(words: Set<WordKey>, says: Says): StatedLimit | null {
  const sign = says('negative') ? 'negative' : says('positive') ? 'positive' : null;
  if (!sign) return null;
  words.delete(sign);
  return { value: 0, unit: null, side: sign === 'negative' ? 'above' : 'below', inclusive: true, until: null };
}

/** Not above the average is below it; who equals it is told beside. */
function turnSide(words: Set<WordKey>, says: Says): void {
  const side = says('above') ? 'above' : says('below') ? 'below' : null;
  if (!side) return;
  words.delete(side);
  words.add(side === 'above' ? 'below' : 'above');
}

/** Something that is done or had, by a name or by a word that nothing knows. */
function isVerb({ meanings }: Span): boolean {
  return meanings.some((m) => m.type === 'measure' || m.type === 'rest');
}

/** Who did it least, where most is said of not doing it; those that are not among the first ones are no list. */
function turnOrder(words: Set<WordKey>, spans: readonly Span[]): void {
  if (!spans.some((span) => isWord(span, 'superlative'))) {
    words.add('except');
    return;
  }
  words.delete('highest');
  words.add('lowest');
}
