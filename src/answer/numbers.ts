import { ORDINAL_PREFIX } from '../report/form.ts';
import type { WordKey } from './lexicon.ts';
import type { ItemRef } from './meaning.ts';
import { isLatin, isParticle, isWord } from './span-words.ts';
import type { Span } from './spans.ts';

export interface NumbersRead {
  readonly items: readonly ItemRef[];
  readonly count: number | null;
  /** Places in a ranking, as named. */
  readonly positions: readonly number[];
  /** Numbers of pillars, as the report counts them. */
  readonly pillars: readonly number[];
  /** Numbers of things, as far as the question states them (34項目, 30 of the 34 items). */
  readonly stated: readonly number[];
  /** Numbers to which no neighbour gives a meaning. */
  readonly rest: readonly number[];
}

/** A range written with から or ~ is spelled out up to this length. */
const LONGEST_RANGE = 60;

/**
 * What the numbers of a question stand for, by their neighbours: item numbers (項目23, 11と12と14番), a number of rows
 * (上位5), places in a ranking (3番目, 1位と2位), or nothing that the words tell.
 */
export function readNumbers(spans: readonly Span[], words: ReadonlySet<WordKey>): NumbersRead {
  const items: ItemRef[] = [];
  const rest: number[] = [];
  const stated: number[] = [];
  let count: number | null = null;
  const positions: number[] = [];
  const pillars: number[] = [];
  const ordered = words.has('highest') || words.has('lowest') || words.has('ranking');
  let kind: ItemRef['kind'] | null = null;
  for (let i = 0; i < spans.length; i++) {
    if (isWord(spans[i], 'extra')) kind = 'extra';
    else if (isWord(spans[i], 'plan')) kind = 'plan';
    const run = numberRun(spans, i);
    if (run.values.length === 0) continue;
    const [before, after] = [spans[i - 1], spans[run.end]];
    const beyond = spans[run.end + 1];
    const [first = 0] = run.values;
    const whole = run.values.every((n) => Number.isInteger(n));
    const ranked = words.has('ranking') && isWord(before, 'item') && !words.has('status');
    // 体系の4番: a particle may stand between.
    const named = before && isParticle(before) ? spans[i - 2] : before;
    if (whole && isOfPillar(isWord(named, 'pillar') ? named : before, run, spans)) {
      pillars.push(...run.values);
    } else if (run.ordinal || ranked || isWord(after, 'ordinal')) {
      if (isWord(run.ordinal ? after : beyond, 'through')) count = first;
      else positions.push(...run.values);
    } else if (
      whole &&
      (isWord(before, 'item') ||
        isWord(after, 'itemSuffix') ||
        (ORDINAL_PREFIX.test(before?.text ?? '') && isWord(after, 'item')) ||
        (isWord(before, 'extra') && !isWord(after, 'counter')) ||
        (isWord(before, 'plan') && !isWord(after, 'item')))
    ) {
      items.push(...run.values.map((number) => ({ kind: kind ?? 'plan', number })));
    } else if (
      whole &&
      (isOrder(before) ||
        (ordered &&
          (isOrder(after) ||
            isWord(after, 'counter') ||
            isWord(after, 'section') ||
            isWord(after, 'account') ||
            isWord(after, 'item'))))
    ) {
      count = first;
    } else if (whole && !isCounted(after) && !touchesRest(run.last, after) && !isOfWhole(spans, i, after)) {
      rest.push(...run.values);
    } else if (whole) {
      stated.push(...run.values);
    }
    i = run.end - 1;
  }
  // Beside a number of things, a bare number is one as well.
  const bare = stated.length > 0 && items.length === 0 ? [] : rest;
  return { items, count, positions, pillars, stated: bare === rest ? stated : [...rest, ...stated], rest: bare };
}

/** Numbers joined by "and" or "to", from the span at `from`. `end` is the position behind the run. */
function numberRun(
  spans: readonly Span[],
  from: number,
): { values: number[]; ordinal: boolean; end: number; last: Span | undefined } {
  const values: number[] = [];
  let end = from;
  let ordinal = false;
  let last: Span | undefined;
  for (let at = from; ; ) {
    const span = spans[at];
    const number = span?.meanings.find((m) => m.type === 'number');
    // 2019 is a year, but right behind the word for an item.
    const before = spans[at - 1];
    const isOfItem = isWord(before, 'item') && span !== undefined && span.start - (before?.end ?? 0) <= 1;
    const isYear = span?.meanings.some((m) => m.type === 'year') && !isOfItem;
    if (number?.type !== 'number' || isYear) break;
    const joint = values.length > 0 ? spans.slice(end, at) : [];
    const previous = values.at(-1);
    if (
      previous !== undefined &&
      joint.some((s) => isWord(s, 'through')) &&
      number.value > previous &&
      number.value - previous <= LONGEST_RANGE
    ) {
      for (let n = previous + 1; n < number.value; n++) values.push(n);
    }
    values.push(number.value);
    ordinal ||= number.ordinal;
    last = span;
    end = at + 1;
    at = end;
    // 11番と12番: the ending of an item number may stand before the joint.
    while (
      isWord(spans[at], 'and') ||
      isWord(spans[at], 'through') ||
      (isWord(spans[at], 'itemSuffix') && leadsOn(spans, at)) ||
      (isWord(spans[at], 'item') && at > end)
    )
      at++;
  }
  return { values, ordinal, end, last };
}

/** 体系4, "pillar 4", 4番目の体系, 第4の体系. */
function isOfPillar(
  before: Span | undefined,
  { ordinal, end }: { readonly ordinal: boolean; readonly end: number },
  spans: readonly Span[],
): boolean {
  const after = spans[end];
  const isCounted = isWord(after, 'counter') || (isWord(after, 'item') && !isLatin(after));
  if (isWord(before, 'pillar')) return !isCounted;
  const isOrdinal = ordinal || isWord(after, 'ordinal') || ORDINAL_PREFIX.test(before?.text ?? '');
  const behind = spans.slice(end).find((s) => !isWord(s, 'ordinal') && !isParticle(s));
  return isOrdinal && isWord(behind, 'pillar');
}

function leadsOn(spans: readonly Span[], at: number): boolean {
  const next = spans[at + 1];
  return (
    (isWord(next, 'and') || isWord(next, 'through')) &&
    (spans[at + 2]?.meanings.some((m) => m.type === 'number') ?? false)
  );
}

/** 34のうち, "of the 34". */
function isOfWhole(spans: readonly Span[], at: number, after: Span | undefined): boolean {
  return (
    isWord(after, 'among', 'against') || (THE.test(spans[at - 1]?.text ?? '') && OF.test(spans[at - 2]?.text ?? ''))
  );
}

const THE = /^(?:the|all)$/iu;
const OF = /^(?:of|out of)$/iu;

/** A noun of things that are counted. */
function isCounted(span: Span | undefined): boolean {
  // "The two year-ends", "in both of the 2 years"; 2年 is read as a year.
  if (isWord(span, 'year') && isLatin(span)) return true;
  return (['counter', 'item', 'pillar', 'policy', 'section', 'account'] as const).some((word) => isWord(span, word));
}

function isOrder(span: Span | undefined): boolean {
  return (['highest', 'lowest', 'ranking', 'worst', 'best'] as const).some((word) => isWord(span, word));
}

/** `3次試験`: the number is part of a word. */
function touchesRest(number: Span | undefined, after: Span | undefined): boolean {
  return (
    number !== undefined &&
    after?.start === number.end &&
    after.meanings.some((m) => m.type === 'rest') &&
    !/^[\u3041-\u309f]/u.test(after.text)
  );
}
