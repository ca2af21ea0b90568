/**
 * Fiscal years: 令和元年度 = 令和1年度 = R1 = 平成31年度 = H31 = FY2019. A Japanese fiscal year runs from April to
 * March and is named by the year in which it starts. A calendar month is not a fiscal year: 令和3年2月 lies in FY2020.
 */
export type FiscalYear = `FY${number}`;

interface Era {
  readonly kanji: string;
  readonly letter: string;
  readonly english: string;
  /** Gregorian year of the era's year 1. */
  readonly first: number;
}

/** Newest first. A new era is one row here. */
const ERAS: readonly Era[] = [
  { kanji: '令和', letter: 'R', english: 'Reiwa', first: 2019 },
  { kanji: '平成', letter: 'H', english: 'Heisei', first: 1989 },
  { kanji: '昭和', letter: 'S', english: 'Showa', first: 1926 },
];

/** The fiscal year that starts in April of the given Gregorian year. */
export function fiscalYear(start: number): FiscalYear {
  return `FY${start}`;
}

/** Gregorian year in which the fiscal year starts. */
export function startOf(year: FiscalYear): number {
  return Number(year.slice(2));
}

export function addYears(year: FiscalYear, years: number): FiscalYear {
  return fiscalYear(startOf(year) + years);
}

/** Negative when `a` is earlier. */
export function compareYears(a: FiscalYear, b: FiscalYear): number {
  return startOf(a) - startOf(b);
}

export function latest(years: readonly FiscalYear[]): FiscalYear | undefined {
  return years.toSorted(compareYears).at(-1);
}

/** All years from the first to the last of these, which need no order. */
export function yearsSpanned(years: readonly FiscalYear[]): FiscalYear[] {
  const [last, first] = [latest(years), years.toSorted(compareYears)[0]];
  if (!first || !last) return [];
  return Array.from({ length: startOf(last) - startOf(first) + 1 }, (_, i) => addYears(first, i));
}

/** Years in words: from the first to the last, or each one where those between are not all there. */
export function printYears(
  years: readonly FiscalYear[],
  print: (year: FiscalYear) => string,
  through: string,
  joint: string,
): string {
  const said = years.map(print);
  const isWhole = yearsSpanned(years).length === years.length;
  return isWhole ? [said[0], said.at(-1)].join(through) : said.join(joint);
}

const APRIL = 4;

/** The fiscal year a calendar month lies in. */
export function yearOfMonth(year: number, month: number): FiscalYear {
  return fiscalYear(month >= APRIL ? year : year - 1);
}

/** The calendar year of a month of a fiscal year. */
export function calendarYear(year: FiscalYear, month: number): number {
  return startOf(year) + (month >= APRIL ? 0 : 1);
}

function eraOf(start: number): { era: Era; n: number } | null {
  const era = ERAS.find((e) => start >= e.first);
  return era ? { era, n: start - era.first + 1 } : null;
}

/** As a municipal office writes it: `令和元年度`. */
export function longYear(year: FiscalYear): string {
  const found = eraOf(startOf(year));
  return found ? `${found.era.kanji}${found.n === 1 ? '元' : found.n}年度` : `${startOf(year)}年度`;
}

/** Short form: `R1`. */
export function shortYear(year: FiscalYear): string {
  const found = eraOf(startOf(year));
  return found ? `${found.era.letter}${found.n}` : String(startOf(year));
}

/** For English readers: `FY2019 (R1)`. */
export function englishYear(year: FiscalYear): string {
  return `${year} (${shortYear(year)})`;
}

const ERA_NAMES = ERAS.flatMap((e) => [e.kanji, e.letter, e.english]).join('|');
/** 平27, 令元: by its first character, where that ends no other word. */
const ERA_STARTS = `(?<!\\p{Script=Han})[${ERAS.map((e) => e.kanji.charAt(0)).join('')}](?=元|[0-9])`;
const YEAR = `(?:(?<era>${ERA_NAMES}|${ERA_STARTS})[ 　.]*(?<n>元|[0-9]{1,2}|[一二三四五六七八九十]{1,3})|(?<western>(?:19|20)[0-9]{2}|(?<=\\bFY[ 　'’]?)[0-9]{2})|(?<bare>元)(?=年))`;
/** A month after the year makes it a calendar date. */
const PATTERN = new RegExp(
  `(?<![0-9a-z])(?:(?<fy>FY|fiscal(?: year)?)[ 　]*['’]?)?${YEAR}(?![0-9])(?:[ 　]*(?<unit>年度|年))?(?:[ 　]*(?<month>1[0-2]|[1-9])[ 　]*月)?`,
  'giu',
);

/** One year named in running text. Offsets are of the text given, which must already be NFKC. */
export interface YearMention {
  readonly year: FiscalYear;
  readonly start: number;
  readonly end: number;
  /** Calendar month when one is named; `year` is then the fiscal year the month lies in. */
  readonly month: number | null;
}

const KANJI_DIGITS = '一二三四五六七八九';

/** 27, or 二十七; 0 for anything else. */
function yearNumber(print: string): number {
  if (/^[0-9]+$/u.test(print)) return Number(print);
  const [, tens, ones = ''] = /^(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?$/u.exec(print) ?? [];
  const digit = (kanji: string | undefined): number => (kanji ? KANJI_DIGITS.indexOf(kanji) + 1 : 0);
  return (print.includes('十') ? 10 * (digit(tens) || 1) : 0) + digit(ones);
}

/** 2019, or 19 behind FY. */
function westernYear(print: string): number {
  const year = Number(print);
  if (print.length > 2) return year;
  return year < PIVOT ? 2000 + year : 1900 + year;
}

/** Two digits from here on are of the last century, as in most date libraries. */
const PIVOT = 69;

/** All fiscal years and calendar months named in a text after NFKC: `R1`, `平成 27 年度`, `2019`, `FY2020`, `令和3年4月`. */
export function findYears(text: string): YearMention[] {
  const found: YearMention[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const { era, n, western, month, bare } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const named = ERAS.find((e) =>
      [e.kanji, e.kanji.charAt(0), e.letter, e.english].some((x) => x.toLowerCase() === era?.toLowerCase()),
    );
    const count = n === '元' ? 1 : yearNumber(n ?? '');
    if (named && count === 0) continue;
    // The first year of an era, without its name, is that of the newest.
    const calendar = bare ? (ERAS[0]?.first ?? 0) : named ? named.first - 1 + count : westernYear(western ?? '');
    const year = month ? yearOfMonth(calendar, Number(month)) : fiscalYear(calendar);
    found.push({ year, start, end, month: month ? Number(month) : null });
  }
  return found;
}

/** The fiscal year a whole table cell names (`平成 27 年度`, `R1年度`, `令和元年度`), or null. */
export function parseYear(cell: string): FiscalYear | null {
  const text = cell.normalize('NFKC').trim();
  const [only, second] = findYears(text);
  if (!only || second || only.month !== null) return null;
  return only.start === 0 && only.end === text.length ? only.year : null;
}

/** The fiscal years that a year number without its era can mean, newest era first: 2 is R2, H2, S2. */
export function yearsOfEra(n: number): FiscalYear[] {
  return Number.isInteger(n) && n >= 1 ? ERAS.map((era) => fiscalYear(era.first + n - 1)) : [];
}

/** Years whose end a heading gives as expected, not as reached: `実施状況（令和2年度末見込み）`. */
export function expectedYears(heading: string): FiscalYear[] {
  const text = heading.normalize('NFKC');
  return findYears(text).flatMap(({ year, end }) => (/^\s*末?\s*\(?見込/u.test(text.slice(end)) ? [year] : []));
}

/**
 * Whether a text after NFKC speaks of a fiscal year: one that it names, or a later or earlier one where it says from or up
 * to when (令和2年度以降, 平成27年度まで). Null when it names no year at all.
 */
export function isYearSpokenOf(text: string, year: FiscalYear): boolean | null {
  const named = findYears(text);
  if (named.length === 0) return null;
  return named.some((one) => {
    const behind = text.slice(one.end);
    const order = compareYears(year, one.year);
    return (
      order === 0 ||
      (order > 0 && /^末?(?:以降|以後)/u.test(behind)) ||
      (order < 0 && /^末?(?:まで|以前)/u.test(behind))
    );
  });
}
