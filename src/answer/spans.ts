import { type FiscalYear, findYears } from '../report/fiscal-year.ts';
import { MARK_CHARACTERS, statusOfMark } from '../report/form.ts';
import { type AmountUnit, amountsWithUnit } from '../report/prose-notation.ts';
import { normalise } from '../search/text.ts';
import { withEnglishTitle } from './english-titles.ts';
import { withLongerMeasures } from './longer-measures.ts';
import type { Meaning } from './meaning.ts';
import { withPlaces } from './places.ts';
import { shapesIn } from './shapes.ts';
import { withSharedPrefix } from './shared-prefix.ts';
import { isWord } from './span-words.ts';
import { withTitleParts } from './title-words.ts';
import { isName, withRest } from './unknown-pieces.ts';
import type { Vocabulary } from './vocabulary.ts';
import { DASH_MEANT } from './wording-question-forms.ts';

/** A piece of a question and what it may mean. Offsets are of the normalised question. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly meanings: readonly SpanMeaning[];
}

export type SpanMeaning =
  | Meaning
  | { readonly type: 'year'; readonly year: FiscalYear; readonly month: number | null }
  /** A number with a unit of share or of money, in percent or yen. */
  | { readonly type: 'amount'; readonly value: number; readonly unit: AmountUnit }
  /** What no form explains. */
  | { readonly type: 'rest' };

/** Kinds of meaning that are a name which a report prints, or a translation of one. */
export const NAMES = ['title', 'section', 'account', 'measure', 'pillar', 'policy', 'caption', 'table'] as const;

/** When two pieces of equal length overlap or coincide, the more exact kind of knowledge wins. */
const PRECISION: Readonly<Record<SpanMeaning['type'], number>> = {
  title: 9,
  year: 8,
  account: 7,
  section: 7,
  measure: 7,
  pillar: 7,
  policy: 7,
  caption: 6,
  table: 6,
  status: 6,
  amount: 6,
  number: 5,
  stage: 4,
  related: 2,
  word: 4,
  city: 3,
  absent: 2,
  stop: 1,
  rest: 0,
};

const NUMBER = /(?<!\d)(?<!\d\.)\d+(?:\.\d+)?/gu;
/** Numbers that are calculated with count nothing of the report. */
const SUM = /(?<![\d.])\d+(?:\s?[+*×÷=]\s?\d+)+/gu;
/** H28~R1: a mark between two years. */
const BETWEEN_YEARS = /^\s*[~-]\s*$/u;
/** 28~令和元年度: the era stands with the last one only. */
const START_OF_YEARS = /(?<=\d)\s*~\s*$/u;
/** So many Han in a row are a compound, which is read as a whole. */
const LONG_WORD = /\p{Script=Han}{5,}/gu;
const TWO_HAN = /^\p{Script=Han}{2}$/u;
/** 5~8, 5-8: a mark between two numbers. */
const RANGE = /(?<=[\d\p{Script=Han}])\s*~\s*(?=\d)|(?<=\d)\s*-\s*(?=\d)/gu;
/** A dash is a status only between quotes or brackets; other marks anywhere. */
const MARK = new RegExp(`(?![\\p{L}\\d])[${MARK_CHARACTERS}]`, 'gu');
const OPENING = /[「『"'“(（[]/u;
const CLOSING = /[」』"'”)）\]]/u;
/** Dashes that are no hyphen. */
const LONG_DASH = /[―—]/u;
/** Between words of English it is a pause, unless it stands where a status would: from — to ○. */
const EM_DASH = '—';
const BEFORE_MARK = /(?:\b(?:from|to|of|with|a|the|and|or|marked|is|are|was|were|still)|[→>,/])\s*$/iu;
const LATIN_NEXT = /^\s*\p{Script=Latin}/u;
const DASH = /\p{Pd}|−|─|━|ー/u;

/** Cuts a question into pieces: the longest ones known first, and what is left between them as rest. */
export function findSpans(question: string, vocabulary: Vocabulary): Span[] {
  const text = vocabulary.spelling.mend(normalise(question));
  const candidates: Span[] = [];
  const add = (start: number, end: number, meanings: readonly SpanMeaning[]): void => {
    candidates.push({ start, end, text: text.slice(start, end), meanings });
  };
  const forms = vocabulary.find(text);
  const starts = new Set(forms.map((m) => m.start));
  // 印 is no word in 印刷費, whose other half nothing knows.
  const isPart = (start: number, end: number): boolean =>
    end - start === 1 && TWO_HAN.test(text.slice(start, end + 1)) && !starts.has(end);
  for (const { start, end, values } of forms) if (!isPart(start, end)) add(start, end, values);
  const through: SpanMeaning[] = [{ type: 'word', word: 'through' }];
  let from: number | null = null;
  for (const { start, end, year, month } of findYears(text)) {
    const before = from ?? START_OF_YEARS.exec(text.slice(0, start))?.index;
    if (before !== undefined && BETWEEN_YEARS.test(text.slice(before, start))) add(before, start, through);
    add(start, end, [{ type: 'year', year, month }]);
    from = end;
  }
  for (const match of text.matchAll(RANGE)) add(match.index, match.index + match[0].length, through);
  const isOfItem = (at: number): boolean => candidates.some((span) => span.end === at && isWord(span, 'item'));
  const sums = [...text.matchAll(SUM)].filter((sum) => !isOfItem(sum.index));
  for (const match of text.matchAll(NUMBER)) {
    if (sums.some((sum) => match.index >= sum.index && match.index < sum.index + sum[0].length)) continue;
    add(match.index, match.index + match[0].length, [{ type: 'number', value: Number(match[0]), ordinal: false }]);
  }
  for (const { start, end, meanings } of shapesIn(text)) add(start, end, meanings);
  for (const { start, end, value, unit } of amountsWithUnit(text)) add(start, end, [{ type: 'amount', value, unit }]);
  // A dash by itself is a status where another mark stands as well (from ― to ○).
  const marked = [...text.matchAll(MARK)].some((m) => !DASH.test(m[0]));
  for (const match of text.matchAll(MARK)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const [before, after] = [text.slice(Math.max(0, start - 1), start), text.slice(end, end + 1)];
    const quoted = OPENING.test(before) && CLOSING.test(after);
    const status = statusOfMark(match[0]);
    const spaced = /^\s?$/u.test(before) && /^\s?$/u.test(after);
    const isPause =
      spaced && match[0] === EM_DASH && !BEFORE_MARK.test(text.slice(0, start)) && LATIN_NEXT.test(text.slice(end));
    const apart = marked && !isPause && (spaced || LONG_DASH.test(match[0]));
    const isMeant = DASH_MEANT.before.test(text.slice(0, start)) && DASH_MEANT.behind.test(text.slice(end));
    if (status && (quoted || apart || isMeant || !DASH.test(match[0]))) add(start, end, [{ type: 'status', status }]);
  }
  const chosen: Span[] = [];
  const precision = (span: Span): number => Math.max(...span.meanings.map((m) => PRECISION[m.type]));
  const order = (a: Span, b: Span): number =>
    b.end - b.start - (a.end - a.start) || precision(b) - precision(a) || a.start - b.start;
  const inName = new Uint8Array(text.length + 1);
  for (const name of candidates) if (name.meanings.some(isName)) inName.fill(1, name.start + 1, name.end);
  const taken = new Uint8Array(text.length + 1);
  // A long word that is known is not cut into by what goes on behind it: 長期修繕計画 and はいつまで.
  const longs = [...text.matchAll(LONG_WORD)]
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
    .filter(({ start, end }) => candidates.some((c) => c.start === start && c.end === end));
  const cutsIn = (span: Span): boolean =>
    longs.some(({ start, end }) => span.start > start && span.start < end && span.end > end);
  const at = new Map<string, number>();
  for (const span of candidates.sort(order)) {
    if (cutsIn(span)) continue;
    // A search word may hold a name, but must not cut into one.
    if (span.meanings.every((m) => m.type === 'related') && (inName[span.start] || inName[span.end])) continue;
    const place = `${span.start}-${span.end}`;
    const same = at.get(place);
    const held = same === undefined ? undefined : chosen[same];
    if (same !== undefined && held) chosen[same] = { ...held, meanings: [...held.meanings, ...span.meanings] };
    else if (!taken.subarray(span.start, span.end).includes(1)) {
      at.set(place, chosen.length);
      taken.fill(1, span.start, span.end);
      chosen.push(withKind(span, candidates));
    }
  }
  const whole = withSharedPrefix(withLongerMeasures(withRest(text, chosen, vocabulary)), vocabulary.find);
  const named = withTitleParts(withPlaces(whole, text, vocabulary), text, vocabulary);
  return [...withEnglishTitle(named, vocabulary.englishTitles)];
}

/** Words that ask for a kind of quantity are heard inside a longer search word too: cost in construction cost. */
const KINDS: ReadonlySet<string> = new Set(['money', 'people', 'percent', 'days', 'hours', 'reason']);

function withKind(span: Span, candidates: readonly Span[]): Span {
  if (!span.meanings.every((m) => m.type === 'related')) return span;
  const inside = candidates.filter((c) => c.start >= span.start && c.end <= span.end).flatMap((c) => c.meanings);
  return { ...span, meanings: [...span.meanings, ...inside.filter((m) => m.type === 'word' && KINDS.has(m.word))] };
}
