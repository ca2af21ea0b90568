import type { FiscalYear } from '../report/fiscal-year.ts';
import type { Report, Status } from '../report/model.ts';
import { key, normalise } from '../search/text.ts';
import { WHOLE } from '../tools/progress-figures.ts';
import { type Mention, yearsIn } from './grounding-binding.ts';
import type { ItemRef } from './meaning.ts';
import { findSpans, type Span, type SpanMeaning } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';
import {
  ENUMERATOR,
  EXTRA_BEFORE,
  ITEM_BEFORE,
  ITEM_BEHIND,
  ITEM_JOINT,
  NUMBER_WORDS,
  SIGN_WORD,
} from './wording-grounding.ts';
import { type Quantity, quantitiesIn } from './wording-quantities.ts';

/** What a sentence of an answer names and states. Offsets are of its normalised text. */
export interface Claims {
  readonly text: string;
  readonly numbers: readonly Quantity[];
  /** Accounts, sections, pillars, the whole plan, average rows: each mention with all that it may mean. */
  readonly subjects: readonly Mention<readonly string[]>[];
  readonly measures: readonly Mention<readonly string[]>[];
  readonly years: readonly Mention<FiscalYear>[];
  readonly statuses: readonly Mention<readonly Status[]>[];
  /** Items by number, and by title. */
  readonly items: readonly Mention<readonly ItemRef[]>[];
  /** Offices, accounts and measures that the report does not have. */
  readonly absent: readonly string[];
}

/** Numbers inside one of these are part of a name. */
const NAMES: ReadonlySet<SpanMeaning['type']> = new Set([
  'title',
  'section',
  'account',
  'measure',
  'pillar',
  'policy',
  'caption',
  'table',
  'stage',
]);

export interface ReadingAids {
  readonly vocabulary: Vocabulary;
  readonly report: Report;
  /** The average rows of the results, which the word average means. */
  readonly averages: readonly string[];
  /** Pieces that stand so in a result, whose numbers need no second look. */
  readonly quoted: readonly string[];
  /** Years that one without its era may be. */
  readonly known: ReadonlySet<FiscalYear>;
}

/** Reads a sentence of an answer. */
export function claimsOf(sentence: string, aids: ReadingAids): Claims {
  const { vocabulary, report, averages, quoted, known } = aids;
  const text = normalise(sentence);
  // A model makes no typing slips; mending would turn one word into another.
  const spans = findSpans(text, { ...vocabulary, spelling: { mend: (typed) => typed } });
  const years = yearsIn(text, known);
  const each = <T>(pick: (meaning: SpanMeaning, text: string) => T[]): Mention<readonly T[]>[] =>
    spans.flatMap((span) => {
      const value = span.meanings.flatMap((meaning) => pick(meaning, span.text));
      return value.length > 0 ? [{ start: span.start, end: span.end, value }] : [];
    });
  // A word of a title is no title.
  const isTitle = (ref: ItemRef, said: string): boolean => {
    const title = report.items.find((i) => i.kind === ref.kind && i.number === ref.number)?.title ?? '';
    return [title, vocabulary.english('items', title) ?? title].some((form) => key(form) === key(said));
  };
  const taken = [...years, ...insides(text, quoted), ...spans.filter((s) => s.meanings.some((m) => NAMES.has(m.type)))];
  const free = quantitiesIn(text).filter((q) => !taken.some((t) => q.start >= t.start && q.start < t.end));
  const numbered = itemNumbers(text, free);
  const numbers = free.filter((q) => !numbered.some((m) => m.start === q.start) && !isEnumerator(text, q));
  return {
    text,
    numbers: [...numbers, ...numberWords(text, spans)],
    subjects: each((m) => {
      if (m.type === 'account') return [m.subject];
      if ((m.type === 'section' || m.type === 'pillar') && !m.weak) return [m.name];
      if (m.type === 'word' && m.word === 'average') return [...averages];
      return m.type === 'word' && m.word === 'whole' ? [WHOLE] : [];
    }),
    // The unit of a number is no measure: 225.8 hours.
    measures: each((m, said) => (m.type === 'measure' && !SIGN_WORD.test(said) ? [m.name] : [])).filter(
      (m) => !free.some((q) => m.start >= q.start && m.end <= q.end),
    ),
    years,
    statuses: each((m) => (m.type === 'status' ? [m.status] : [])),
    items: [...numbered, ...each((m, said) => (m.type === 'title' && isTitle(m.ref, said) ? [m.ref] : []))].sort(
      (a, b) => a.start - b.start,
    ),
    absent: spans.flatMap((s) => (s.meanings.every((m) => m.type === 'absent') ? [s.text] : [])),
  };
}

/** Where these pieces stand in the text. */
function insides(text: string, pieces: readonly string[]): { start: number; end: number }[] {
  return pieces.flatMap((piece) => {
    const found: { start: number; end: number }[] = [];
    for (let at = text.indexOf(piece); piece !== '' && at >= 0; at = text.indexOf(piece, at + piece.length))
      found.push({ start: at, end: at + piece.length });
    return found;
  });
}

/** Numbers that are those of items: after the word item, before a title, or joined to such a number. */
function itemNumbers(text: string, numbers: readonly Quantity[]): Mention<readonly ItemRef[]>[] {
  const found: Mention<readonly ItemRef[]>[] = [];
  let kind: ItemRef['kind'] = 'plan';
  for (const { start, print, bare, sized, unit } of numbers) {
    const end = start + String(print.match(/^\d+/u)?.[0] ?? '').length;
    const before = text.slice(0, start);
    const last = found.at(-1);
    const joined = last !== undefined && ITEM_JOINT.test(text.slice(last.end, start));
    const named = ITEM_BEFORE.test(before) || ITEM_BEHIND.test(text.slice(end));
    if (!Number.isInteger(bare) || (sized && unit !== null) || !(named || joined)) continue;
    if (!joined) kind = EXTRA_BEFORE.test(before.replace(/\s?(?:item|no\.?)\s*$/iu, '')) ? 'extra' : 'plan';
    found.push({ start, end, value: [{ kind, number: bare }] });
  }
  return found;
}

function isEnumerator(text: string, { start, print, bare }: Quantity): boolean {
  return (
    Number.isInteger(bare) &&
    /(?:^|[:：、,;\n]\s*)[(（]?$/u.test(text.slice(0, start)) &&
    ENUMERATOR.test(text.slice(start + print.length))
  );
}

/** English number words before something that is counted. */
function numberWords(text: string, spans: readonly Span[]): Quantity[] {
  const names = spans.filter((s) => s.meanings.some((m) => NAMES.has(m.type)));
  return [...text.matchAll(/\b([a-z]+)(?:[- ]([a-z]+))?/giu)].flatMap(
    ({ index, 0: print, 1: tens = '', 2: ones = '' }) => {
      const [high, low] = [NUMBER_WORDS[tens.toLowerCase()], NUMBER_WORDS[ones.toLowerCase()] ?? UNIT_WORDS[ones]];
      if (high === undefined || names.some((n) => index >= n.start && index < n.end)) return [];
      const both = high >= 20 && low !== undefined && low < 10;
      const value = both ? high + low : high;
      const length = both ? print.length : tens.length;
      const [read] = quantitiesIn(`${value}${text.slice(index + length)}`);
      // "two" of "two years ago" or "on the other two" counts nothing that a tool returned.
      const counts = /^\s+(?:are|were|is|was|have|has|remain)\b/iu.test(text.slice(index + length));
      return read && (counts || (read.unit && COUNTABLE.has(read.unit)))
        ? [
            {
              ...read,
              start: index,
              end: index + length + read.end - String(value).length,
              print: text.slice(index, index + length),
            },
          ]
        : [];
    },
  );
}

const COUNTABLE: ReadonlySet<string> = new Set(['items', 'sections', 'people']);
const UNIT_WORDS: Readonly<Record<string, number>> = { one: 1 };
