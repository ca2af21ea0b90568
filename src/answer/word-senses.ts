import type { WordKey } from './lexicon.ts';
import { isLatin, isWord } from './span-words.ts';
import type { Span, SpanMeaning } from './spans.ts';

/**
 * "Worst" is the high end of overtime or debt, and the low end of anything else, and what worsened rose there; "best" and
 * "improved" the other. A superlative with no direction of its own means the high end.
 */
export function setDirection(words: Set<WordKey>, meanings: readonly SpanMeaning[]): void {
  const highIsWorse = meanings.some((m) => m.type === 'measure' && m.worse === 'high');
  if (words.has('worst')) words.add(highIsWorse ? 'highest' : 'lowest');
  if (words.has('best')) words.add(highIsWorse ? 'lowest' : 'highest');
  if (words.delete('superlative') && !words.has('lowest')) words.add('highest');
  // The largest deficit is the lowest balance, and the smallest one the highest.
  if (words.has('negative') && words.has('highest') !== words.has('lowest')) {
    const turned = words.has('highest') ? 'lowest' : 'highest';
    words.delete(turned === 'lowest' ? 'highest' : 'lowest');
    words.add(turned);
  }
  // "Did it rise or fall" asks how it moved.
  if (words.has('increase') && words.has('decrease') && !words.has('steady')) {
    words.delete('increase');
    words.delete('decrease');
    words.add('change');
  }
  // Of a figure; items that improved or fell back are another matter.
  if (meanings.some((m) => m.type === 'measure') && !words.has('increase') && !words.has('decrease')) {
    if (words.has('worsened')) words.add(highIsWorse ? 'increase' : 'decrease');
    if (words.has('improved')) words.add(highIsWorse ? 'decrease' : 'increase');
  }
}

/** 何年度から, of a figure, asks for a year of it; of an item it is a matter of the schedule. */
export function setSince(words: Set<WordKey>, meanings: readonly SpanMeaning[]): void {
  const ofItem = meanings.some((m) => m.type === 'title' || m.type === 'stage' || m.type === 'status');
  if (ofItem || !words.has('schedule') || !meanings.some((m) => m.type === 'measure')) return;
  words.delete('schedule');
  words.add('whichYear');
}

/** "How many does Finance own, and how many are done": an "and" that joins two parts takes up nothing that was said before. */
export function setJoined(words: Set<WordKey>, spans: readonly Span[]): void {
  const takesUp = (span: Span, at: number): boolean =>
    isWord(span, 'then') && !(at > 0 && isWord(span, 'and') && isLatin(span));
  if (!spans.some(takesUp)) words.delete('then');
}

/** "What was revenue then?": at the end, then is the year that was talked about, unless one is named. */
export function setThen(words: Set<WordKey>, spans: readonly Span[]): void {
  const last = spans.at(-1);
  const namesYear = spans.some((span) => span.meanings.some((m) => m.type === 'year'));
  if (!isLatin(last) || !isWord(last, 'then') || spans.length < 3 || namesYear) return;
  words.delete('then');
  words.add('sameYear');
}

/** Words of comparison mean something beside a number, or beside an average. */
export function setBounds(words: Set<WordKey>, spans: readonly Span[], bound: boolean): void {
  if (bound) return;
  setAverage(words, spans);
  if (words.has('average') && words.has('over')) words.add('above');
  if (words.has('average') && words.has('under')) words.add('below');
  for (const word of ['over', 'under', 'orMore', 'orLess', 'decade'] as const) words.delete(word);
}

/** "Higher … than the average", with other words between, is above it; "higher or lower" is on which side of it. */
function setAverage(words: Set<WordKey>, spans: readonly Span[]): void {
  const [isHigh, isLow] = [words.has('highest'), words.has('lowest')];
  const [isAbove, isBelow] = [words.has('above'), words.has('below')];
  const ofAverage = words.has('average') || isAbove || isBelow;
  const areBoth = (isHigh || isAbove) && (isLow || isBelow) && !spans.some((span) => isWord(span, 'superlative'));
  if (ofAverage && areBoth) {
    for (const word of ['highest', 'lowest', 'above', 'below'] as const) words.delete(word);
    words.add('average').add('compare');
    return;
  }
  if (!words.has('average') || !words.has('compare') || isHigh === isLow) return;
  const side = isHigh ? 'above' : 'below';
  words.delete(isHigh ? 'highest' : 'lowest');
  words.delete('compare');
  words.add(side);
}
