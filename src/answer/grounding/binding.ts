import { addYears, calendarYear, type FiscalYear, findYears, yearsOfEra } from '../../report/fiscal-year.ts';
import {
  APPOSED_BEFORE,
  APPOSED_YEAR,
  ATTACHES,
  CLAUSE_END,
  CLOSES,
  COMPARED,
  JOINT,
  OPENS,
  SHORT_YEARS,
} from '../wording-grounding.ts';
import { LAST_YEAR, THIS_YEAR, TWO_YEARS_AGO, YEAR_AFTER, YEAR_BEFORE } from '../wording-grounding-order.ts';
import {
  AMOUNT_BEHIND,
  ENGLISH_MONTH,
  ENGLISH_MONTHS,
  HAS_MONTH,
  HAS_YEAR,
  MONTH,
} from '../wording-grounding-words.ts';
import type { Quantity } from '../wording-quantities.ts';

/** A stretch of a sentence. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Something that a sentence names, and where. */
export interface Mention<T> extends Place {
  readonly value: T;
}

/** A calendar month; the year as in a calendar, null where the sentence does not say it. */
interface Month {
  readonly month: number;
  readonly year: number | null;
}

/** What years without a name of their own are counted from. */
export interface Calendar {
  /** Years that a number without its era may be. */
  readonly known: ReadonlySet<FiscalYear>;
  /** The year of the report. */
  readonly reported: FiscalYear;
}

/** Calendar months named in a normalised text: 令和3年4月, 7月, January 2021. */
export function monthsIn(text: string): Mention<Month>[] {
  if (!HAS_MONTH.test(text)) return [];
  const dated = findYears(text).filter((y) => y.month !== null);
  const japanese = [...text.matchAll(MONTH)].map(({ index, 0: print, 1: digits }): Mention<Month> => {
    const end = index + print.length;
    const date = dated.find((y) => y.start < end && y.end > index);
    const month = Number(digits);
    const year = date ? calendarYear(date.year, month) : null;
    return { start: date ? Math.min(index, date.start) : index, end, value: { month, year } };
  });
  const english = [...text.matchAll(ENGLISH_MONTH)].map(({ index, 0: print, 1: name = '', 2: year }) => {
    const month = ENGLISH_MONTHS.indexOf(name.toLowerCase()) + 1;
    // "September of Reiwa 4": the year of an era is a calendar year beside a month.
    const [named] = findYears(year ?? '');
    return {
      start: index,
      end: index + print.length,
      value: { month, year: named ? calendarYear(named.year, MID_YEAR) : null },
    };
  });
  return [...japanese.filter((m) => m.value.month <= ENGLISH_MONTHS.length), ...english].map((m) => withEra(m, text));
}

/** A month with the name of its year in brackets behind it; of no year at all where the two are not one. */
function withEra(mention: Mention<Month>, text: string): Mention<Month> {
  const { start, end, value } = mention;
  const bracket = /^ ?\(([^()]+)\)/u.exec(text.slice(end));
  const [era] = bracket ? findYears(bracket[1] ?? '') : [];
  if (!bracket || !era || era.month !== null || era.end - era.start < (bracket[1]?.trim().length ?? 0)) return mention;
  const isSame = value.year !== null && calendarYear(era.year, MID_YEAR) === value.year;
  return { start, end: end + bracket[0].length, value: { ...value, year: isSame ? value.year : NO_YEAR } };
}
/** An era and a calendar agree on a month that both years of a fiscal year have not. */
const MID_YEAR = 10;
const NO_YEAR = 1;

interface NamedYears {
  readonly years: readonly Mention<FiscalYear>[];
  /** Those of them that are told by another year; they hold for what stands right behind. */
  readonly relative: readonly Mention<FiscalYear>[];
  /** Years that something is only compared with: より than the year before. */
  readonly compared: readonly FiscalYear[];
}

/** Fiscal years named in a normalised sentence. `last`: the year that was spoken of before. */
export function yearsIn(text: string, { known, reported }: Calendar, last: FiscalYear | null): NamedYears {
  if (!HAS_YEAR.test(text)) return { years: [], relative: [], compared: [] };
  const months = monthsIn(text);
  const free = (place: Place): boolean => !months.some((m) => place.start < m.end && place.end > m.start);
  const isAmount = (y: Place): boolean =>
    /^\d+$/u.test(text.slice(y.start, y.end)) && AMOUNT_BEHIND.test(text.slice(y.end));
  const named = findYears(text).filter((y) => y.month === null && free(y) && !isAmount(y));
  const absolute = named.map(({ start, end, year }) => ({ start, end, value: year }));
  const short = [...text.matchAll(SHORT_YEARS)].flatMap(({ index, 0: print, 1: n }) => {
    const end = index + print.length;
    if (absolute.some((year) => index < year.end && end > year.start)) return [];
    const value = yearsOfEra(Number(n)).find((year) => known.has(year));
    return value ? [{ start: index, end, value }] : [];
  });
  const relatives: Mention<FiscalYear>[] = [];
  const compared: FiscalYear[] = [];
  const relative = (shape: RegExp, yearAt: (start: number) => FiscalYear | null): void => {
    for (const { index, 0: print } of text.matchAll(shape)) {
      const [value, end] = [yearAt(index), index + print.length];
      if (value === null) continue;
      if (COMPARED.test(text.slice(end))) compared.push(value);
      else relatives.push({ start: index, end, value });
    }
  };
  relative(THIS_YEAR, () => reported);
  relative(LAST_YEAR, () => addYears(reported, -1));
  relative(TWO_YEARS_AGO, () => addYears(reported, -2));
  relative(YEAR_BEFORE, (start) => {
    const base = [...absolute, ...short].findLast((y) => y.end <= start)?.value ?? last;
    return base && addYears(base, -1);
  });
  relative(YEAR_AFTER, (start) => {
    const base = [...absolute, ...short].findLast((y) => y.end <= start)?.value ?? last;
    return base && addYears(base, 1);
  });
  const years = [...absolute, ...short, ...relatives].sort((a, b) => a.start - b.start);
  return { years, relative: relatives, compared };
}

/**
 * Which mention of its kind a number belongs to: the one attached behind it (83 million yen in FY2019), else the nearest
 * before it in the sentence, else the next one in the same clause. Null when the sentence has none.
 */
export function governing<T>(text: string, number: Place, mentions: readonly Mention<T>[]): Mention<T> | null {
  const behind = mentions.filter((m) => m.start >= number.end);
  const attached = behind.find((m) => {
    const between = text.slice(number.end, m.start);
    // A remark between them is about the number: −53 million yen (printed △53) in FY2023.
    const direct = between.replace(/^\s*(?:\([^()]*\)|\))/u, '');
    return (
      ATTACHES.test(between) ||
      (APPOSED_YEAR.test(between) && APPOSED_BEFORE.test(text.slice(0, number.start))) ||
      (direct !== '' && ATTACHES.test(direct)) ||
      (OPENS.test(between) && CLOSES.test(text.slice(m.end)))
    );
  });
  if (attached) return attached;
  const before = mentions.findLast((m) => m.end <= number.start);
  if (before) return before;
  const next = behind[0];
  return next && !CLAUSE_END.test(text.slice(number.end, next.start)) ? next : null;
}

/**
 * Mentions of which the same is said, in groups: A, B and C. A name and its translation in brackets are one. Most groups
 * have one member.
 */
export function groupsOf<T>(text: string, mentions: readonly Mention<T>[]): Mention<T>[][] {
  const groups: Mention<T>[][] = [];
  for (const mention of mentions) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const between = last ? text.slice(last.end, mention.start) : '';
    if (group && last && /^\s*[(（]\s*$/u.test(between) && CLOSES.test(text.slice(mention.end))) {
      const close = text.slice(mention.end).search(/[)）]/u) + 1;
      group[group.length - 1] = { ...last, end: mention.end + close };
    } else if (group && last && JOINT.test(between)) group.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

/** The brackets of a year that stands in them with a figure of its own, and ends with them: 83 (the year before 107). */
export function asideAt(year: Place, { text, numbers }: { text: string; numbers: readonly Quantity[] }): Place | null {
  const start = text.lastIndexOf('(', year.start);
  const inside = start < 0 ? '' : (/^[^()]*/u.exec(text.slice(start + 1))?.[0] ?? '');
  const end = start + 1 + inside.length;
  if (end < year.end) return null;
  return numbers.some((n) => n.start > start && n.end <= end && n.unit !== 'month') ? { start, end } : null;
}
