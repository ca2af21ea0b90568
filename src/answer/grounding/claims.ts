import { addYears, type FiscalYear } from '../../report/fiscal-year.ts';
import type { PlanItem, Report, Status } from '../../report/model.ts';
import { key, normalise } from '../../search/text.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import type { ItemRef } from '../meaning.ts';
import { findSpans, NAMES, type Span, type SpanMeaning } from '../spans.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { fractionsIn } from '../wording-fractions.ts';
import {
  ENUMERATOR,
  NEGATED_BEFORE,
  NEGATED_BEHIND,
  OR_LATER,
  POINTS_BACK,
  SHARES_UNIT,
  SIGN_WORD,
} from '../wording-grounding.ts';
import { type Quantity, quantitiesIn, ranksIn } from '../wording-quantities.ts';
import { type Calendar, groupsOf, type Mention, monthsIn, type Place, yearsIn } from './binding.ts';
import { isSame } from './facts.ts';
import { itemNumbers } from './item-numbers.ts';
import { subjectsIn } from './subjects.ts';

/** What a sentence of an answer names and states. Offsets are of its normalised text. */
export interface Claims {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly numbers: readonly Quantity[];
  /** Accounts, sections, pillars, the whole plan, average rows: each mention with all that it may mean. */
  readonly subjects: readonly Mention<readonly string[]>[];
  /** The same, those of which one thing is said together. */
  readonly groups: readonly (readonly Mention<readonly string[]>[])[];
  readonly measures: readonly Mention<readonly string[]>[];
  /** Measures that a word of loss or surplus may mean. */
  readonly signs: readonly Mention<readonly string[]>[];
  readonly years: readonly Mention<FiscalYear>[];
  readonly yearGroups: readonly (readonly Mention<FiscalYear>[])[];
  /** Those of the years that hold only for what stands right behind: the year before. */
  readonly relative: readonly Mention<FiscalYear>[];
  /** Years that something is only compared with. */
  readonly compared: readonly FiscalYear[];
  readonly statuses: readonly Mention<readonly Status[]>[];
  /** Statuses that something is said not to have. */
  readonly negated: readonly Mention<readonly Status[]>[];
  /** Items by number, and by title. */
  readonly items: readonly Mention<readonly ItemRef[]>[];
  /** Short quotations that stand blank in the text, in their order. */
  readonly quotes: readonly string[];
  /** Offices, accounts and measures that the report does not have. */
  readonly absent: readonly string[];
}

/** Numbers inside one of these are part of a name. */
const NUMBERED: ReadonlySet<SpanMeaning['type']> = new Set([...NAMES, 'stage']);

interface ReadingAids {
  readonly vocabulary: Vocabulary;
  readonly report: Report;
  /** The average rows of the results, which the word average means. */
  readonly averages: readonly string[];
  /** Pieces that stand so in a result, whose numbers need no second look. */
  readonly quoted: readonly string[];
  readonly calendar: Calendar;
  /** Numbers of the plan items that the results name, and of those outside the plan. */
  readonly numbers: ReadonlySet<number>;
  readonly extras: ReadonlySet<number>;
}

/** Reads a sentence of an answer. `last`: the year that was spoken of before it. */
export function claimsOf(sentence: string, aids: ReadingAids, last: FiscalYear | null = null): Claims {
  const { vocabulary, report, averages, quoted, calendar } = aids;
  const text = normalise(sentence);
  // A model makes no typing slips; mending would turn one word into another.
  const spans = findSpans(text, { ...vocabulary, spelling: { mend: (typed) => typed } });
  const pieces = insides(text, quoted);
  const named = yearsIn(text, calendar, last);
  const { relative, compared } = named;
  const each = <T>(pick: (meaning: SpanMeaning, text: string) => T[]): Mention<readonly T[]>[] =>
    spans.flatMap((span) => {
      const value = span.meanings.flatMap((meaning) => pick(meaning, span.text));
      return value.length > 0 ? [{ start: span.start, end: span.end, value: [...new Set(value)] }] : [];
    });
  // A word of a title is no title.
  const isTitle = (ref: ItemRef, said: string): boolean =>
    report.items.some((item) => isSame(item, ref) && isTitleOf(item, said, vocabulary));
  const months = monthsIn(text);
  const titled = spans.filter((s) => s.meanings.some((m) => NUMBERED.has(m.type)) && !/^[\d.]+$/u.test(s.text));
  const taken = [...named.years, ...months, ...pieces, ...titled, ...codes(text), ...fractionsIn(text)];
  const free = [...quantitiesIn(text), ...ranksIn(text)].filter(
    (q) => !taken.some((t) => q.start >= t.start && q.start < t.end),
  );
  const titles = each((m, said) => (m.type === 'title' && isTitle(m.ref, said) ? [m.ref] : []));
  const numbered = itemNumbers(text, free, titles, aids);
  const shared = free.map((q, i) => {
    const next = free[i + 1];
    const joins = next?.sized && next.counter !== '' && SHARES_UNIT.test(text.slice(q.end, next.start));
    return joins && next && !q.sized
      ? { ...q, value: q.bare * (next.value / next.bare), unit: next.unit, sized: true }
      : q;
  });
  const counted = shared.filter((q) => !numbered.some((m) => m.start === q.start) && !isEnumerator(text, q));
  const names = each((m) => {
    if (m.type === 'account') return [m.subject];
    if ((m.type === 'section' || m.type === 'pillar') && !m.weak) return [m.name];
    if (m.type === 'word' && m.word === 'average') return [...averages];
    return m.type === 'word' && m.word === 'whole' ? [WHOLE] : [];
  });
  const subjects = subjectsIn(names, text, averages, vocabulary);
  const measures = each((m) => (m.type === 'measure' ? [m.name] : []));
  const isSign = (m: Mention<unknown>): boolean => SIGN_WORD.test(text.slice(m.start, m.end));
  const statuses = each((m) => (m.type === 'status' ? [m.status] : []));
  // A result of a formula is no year; what is to be done in the next year or later has a status that says so.
  const isOfStatus = ({ value, start, end }: Mention<FiscalYear>): boolean =>
    value === addYears(calendar.reported, 1) &&
    OR_LATER.test(text.slice(end)) &&
    statuses.some((m) => m.value.includes('later') && m.start <= end + 1 && m.end > start);
  const years = named.years.filter((y) => !isOfStatus(y) && !pieces.some((p) => y.start >= p.start && y.start < p.end));
  const isNegated = (m: Mention<unknown>): boolean =>
    NEGATED_BEHIND.test(text.slice(m.end)) || NEGATED_BEFORE.test(text.slice(0, m.start));
  // A word and its mark are denied together: not 実施済（○）.
  const negated = statuses.filter(
    (m) =>
      isNegated(m) || statuses.some((o) => isNegated(o) && isOne(text, m, o) && String(o.value) === String(m.value)),
  );
  return {
    text,
    spans,
    numbers: [...counted, ...months.map((month) => monthQuantity(text, month))].sort((a, b) => a.start - b.start),
    subjects,
    groups: groupsOf(text, subjects),
    // The unit of a number is no measure: 5.5 hours.
    measures: measures.filter((m) => !isSign(m) && !free.some((q) => m.start >= q.start && m.end <= q.end)),
    signs: measures.filter(isSign),
    years,
    relative,
    yearGroups: groupsOf(text, years),
    compared,
    statuses: statuses.filter((m) => !negated.includes(m)),
    negated,
    items: [...numbered, ...titles].sort((a, b) => a.start - b.start),
    quotes: [],
    absent: spans
      .filter((s) => s.meanings.every((m) => m.type === 'absent') && !POINTS_BACK.test(s.text))
      .map((s) => s.text),
  };
}

/** True for the title of an item, as it is printed or in English. */
export function isTitleOf({ title }: PlanItem, said: string, vocabulary: Vocabulary): boolean {
  return [title, vocabulary.english('items', title)].some((form) => form && key(form) === key(said));
}

/** True for a word and a mark in brackets behind it. */
function isOne(text: string, a: Mention<unknown>, b: Mention<unknown>): boolean {
  return /^[\s(（]*$/u.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));
}

/** Numbers of names in Latin letters: AB-12. */
function codes(text: string): Mention<null>[] {
  return [...text.matchAll(/[A-Za-z]{2,}-?\d+(?!\d|[.,]\d|%)/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    value: null,
  }));
}

/** A month as a number that has to stand in a text; its year, where it is said, in front. */
export function monthQuantity(
  text: string,
  { start, end, value: { month, year } }: ReturnType<typeof monthsIn>[number],
): Quantity {
  const print = text.slice(start, end);
  return {
    start,
    end,
    print,
    bare: year === null ? month : year * 100 + month,
    value: month,
    tolerance: 0,
    unit: 'month',
    counter: '',
    sized: true,
    negative: false,
    rounded: false,
    bound: null,
  };
}

/** Where these pieces stand in the text. */
function insides(text: string, pieces: readonly string[]): Place[] {
  return pieces.flatMap((piece) => {
    const found: Place[] = [];
    for (let at = text.indexOf(piece); piece !== '' && at >= 0; at = text.indexOf(piece, at + piece.length))
      found.push({ start: at, end: at + piece.length });
    return found;
  });
}

function isEnumerator(text: string, { start, print, bare }: Quantity): boolean {
  return (
    Number.isInteger(bare) &&
    /(?:^|[:：、,;\n]\s*)[(（]?$/u.test(text.slice(0, start)) &&
    ENUMERATOR.test(text.slice(start + print.length))
  );
}
