import { key } from '../search/text.ts';
import type { Span } from './spans.ts';

const LAST_KANJI = /\p{Script=Han}+$/u;
const BEGINS_WITH_KANJI = /^\p{Script=Han}/u;
/** Two kanji at least: a single one with kana behind it is a verb (経費除く). */
const FIRST_NOUN = /^\p{Script=Han}{2,}/u;

/**
 * Makes one name of a measure and an unknown word in kanji right beside it (女性職員数): no particle parts them, so that
 * another measure is meant than the one whose name is only a part.
 */
export function withLongerMeasures(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before?.end !== span.start) joined.push(span);
    else if (isMeasure(span) && isUnknown(before) && BEGINS_WITH_KANJI.test(span.text))
      joined.splice(-1, 1, ...withWordBefore(before, span));
    else if (isMeasure(before) && isUnknown(span) && LAST_KANJI.test(before.text))
      joined.splice(-1, 1, ...withWordBehind(before, span));
    else joined.push(span);
  }
  return joined;
}

function isMeasure({ meanings }: Span): boolean {
  return meanings.some((m) => m.type === 'measure') && !meanings.some((m) => m.type === 'word');
}

function isUnknown({ meanings }: Span): boolean {
  return meanings.every((m) => m.type === 'rest' || m.type === 'related');
}

function withWordBefore(unknown: Span, measure: Span): Span[] {
  const word = LAST_KANJI.exec(unknown.text)?.[0];
  if (!word) return [unknown, measure];
  const start = unknown.end - word.length;
  const rest = { ...unknown, end: start, text: unknown.text.slice(0, -word.length) };
  return [...(rest.text === '' ? [] : [rest]), nameOf(word + measure.text, start, measure, unknown)];
}

function withWordBehind(measure: Span, unknown: Span): Span[] {
  const word = FIRST_NOUN.exec(unknown.text)?.[0];
  if (!word) return [measure, unknown];
  const start = unknown.start + word.length;
  const rest = { ...unknown, start, text: unknown.text.slice(word.length) };
  return [nameOf(measure.text + word, measure.start, measure, unknown), ...(rest.text === '' ? [] : [rest])];
}

/** A name that the report lacks, where a part of it is a column; else words that only the search may know. */
function nameOf(name: string, start: number, measure: Span, unknown: Span): Span {
  const isPrinted = measure.meanings.some((m) => m.type === 'measure' && key(m.name).includes(key(measure.text)));
  const related = [measure, unknown].flatMap(({ meanings }) => meanings.filter((m) => m.type === 'related'));
  const own: Span['meanings'] = [isPrinted ? { type: 'absent', kind: 'measure', name } : { type: 'rest' }];
  return { start, end: start + name.length, text: name, meanings: [...own, ...related] };
}
