import { UNIT_SHAPES } from '../report/prose-notation.ts';
import type { Scope } from '../tools/tool.ts';
import { isJoint, isLight, isNarrower } from './joints.ts';
import type { WordKey } from './lexicon.ts';
import type { StatedLimit } from './limit.ts';
import { isLatin, isWord } from './span-words.ts';
import type { Span, SpanMeaning } from './spans.ts';
import { OF as OF_JA } from './wording-question-forms.ts';

type MeasureMeaning = Extract<SpanMeaning, { type: 'measure' }>;

/**
 * The measure that another one is set against, counted from 0: in Japanese it stands right before the word for it (に占める),
 * in English right behind (as a share of, what percentage of).
 */
export function baseOf(spans: readonly Span[]): number | null {
  let measures = 0;
  for (const [i, span] of spans.entries()) {
    if (span.meanings.some((m) => m.type === 'measure')) measures++;
    else if (isWord(span, 'against') && (isLatin(span) || measures > 0)) return isLatin(span) ? measures : measures - 1;
    else if (measures === 0 && isLatin(span) && isWord(span, 'percent', 'share') && OF.test(spans[i + 1]?.text ?? ''))
      return 0;
  }
  return null;
}

const OF = /^of$/iu;

/** A piece that names a measure, with all that it may mean. */
export interface MeasureMention {
  readonly span: Span;
  readonly own: readonly MeasureMeaning[];
}

/**
 * A word such as 差額 is a measure only where no other one is named. One that may be several is narrowed by one of those
 * (基準外の繰入), unless a word such as "and" parts the two.
 */
export function measureMentions(spans: readonly Span[]): MeasureMention[] {
  const mentions = spans
    .map((span): MeasureMention => ({ span, own: span.meanings.filter((m) => m.type === 'measure') }))
    .filter((m) => m.own.length > 0);
  const sure = mentions.filter(({ span }) => !span.meanings.some((m) => m.type === 'word'));
  const all = sure.length > 0 ? sure : mentions;
  const named = all.filter((mention, i) => !isSecondHalf(mention, all[i - 1], spans));
  return named.filter(
    (broad) =>
      !named.some((other) => isNarrower(namesOf(other.own), namesOf(broad.own)) && !areParted(broad, other, spans)),
  );
}

/** One measure in two words: 有給の取得率. */
function isSecondHalf(
  { span, own }: MeasureMention,
  before: MeasureMention | undefined,
  spans: readonly Span[],
): boolean {
  if (!before || namesOf(before.own).join() !== namesOf(own).join()) return false;
  const [between, another] = spans.slice(spans.indexOf(before.span) + 1, spans.indexOf(span));
  return between !== undefined && another === undefined && OF_JA.test(between.text);
}

function areParted(one: MeasureMention, other: MeasureMention, spans: readonly Span[]): boolean {
  const [from = 0, to = 0] = [spans.indexOf(one.span), spans.indexOf(other.span)].sort((a, b) => a - b);
  // 繰入に占める基準外: the whole and its part.
  return spans.slice(from + 1, to).some((span) => isJoint(span) || isWord(span, 'against'));
}

/** True where one of these words stands beside a measure that may be several: it may say which. */
export function areUnsure(spans: readonly Span[], unknown: readonly string[]): boolean {
  if (unknown.length === 0) return false;
  return measureMentions(spans).some(({ span, own }) => {
    const at = spans.indexOf(span);
    const beside = [spans.slice(0, at).findLast((s) => !isLight(s)), spans.slice(at + 1).find((s) => !isLight(s))];
    return namesOf(own).length > 1 && beside.some((s) => unknown.some((word) => s?.text.includes(word)));
  });
}

/** True where one of these words says of what a measure is: 広告の歳入, "revenue from advertising". */
export function areNarrowed(spans: readonly Span[], words: readonly string[]): boolean {
  const isOne = (span: Span | undefined): boolean => words.some((word) => span?.text.includes(word) ?? false);
  return measureMentions(spans).some(({ span }) => {
    const at = spans.indexOf(span);
    const behind = isLatin(span) ? spans.slice(at + 1).find((s) => !isLight(s) && !isJoint(s)) : undefined;
    // 国からの収入: it stands before the word for where something comes from.
    const before = spans.slice(0, at).findLast((s) => isOne(s) || !(isLight(s) || isWord(s, 'through')));
    return isOne(before) || isOne(behind);
  });
}

/** The measures that a mention may mean, the likeliest first. */
export function namesOf(own: readonly MeasureMeaning[]): string[] {
  return [...new Set(own.toSorted((a, b) => b.prefer - a.prefer).map((m) => m.name))];
}

/** The unit in which a section is asked for, where nothing says of which measure: hours, or a bound in percent. */
export function unitAsked(
  words: ReadonlySet<WordKey>,
  meanings: readonly SpanMeaning[],
  limit: StatedLimit | null,
): RegExp | null {
  const ofSection = meanings.some((m) => m.type === 'section' && !m.weak) || words.has('section');
  const ofItems = (['item', 'share', 'implement', 'pillar', 'plan'] as const).some((word) => words.has(word));
  if (!ofSection || ofItems || meanings.some((m) => m.type === 'status' || m.type === 'title')) return null;
  if (words.has('hours')) return UNIT_SHAPES.hours ?? null;
  return limit?.unit === 'percent' ? (UNIT_SHAPES.percent ?? null) : null;
}

/** The measures of each mention, the likeliest first; without one, those of a named table or of a ranking in that unit. */
export function measuresOf(
  mentions: readonly MeasureMention[],
  tables: readonly string[],
  scope: Scope,
  unit: RegExp | null,
): string[][] {
  const named = mentions.map(({ own }) => namesOf(own));
  const own = scope.report.tables.filter((t) => tables.includes(t.id) && t.measures.length === 1);
  if (named.length > 0) return named;
  if (own.length > 0) return own.map((t) => [...t.measures]);
  const ranked = scope.report.tables.filter(
    (t) => t.kind === 'ranking' && t.measures.length === 1 && t.observations.some((o) => unit?.test(o.unit ?? '')),
  );
  return ranked.slice(0, 1).map((t) => [...t.measures]);
}
