import { widen } from './text.ts';

/** How a table or heading writes fiscal years. */
export interface YearStyle {
  form: 'long' | 'spaced' | 'short' | 'shortYear' | 'western';
  /** How 2019 is written. */
  first: '元' | '1' | '平成31';
  /** Reports from before the new era's name was known go on counting in 平成. */
  heiseiOnly: boolean;
  wide: boolean;
}

function era(year: number, style: YearStyle): { long: string; short: string; count: string } {
  const heisei = year < 2019 || style.heiseiOnly || (year === 2019 && style.first === '平成31');
  if (heisei) return { long: '平成', short: 'H', count: String(year - 1988) };
  return { long: '令和', short: 'R', count: year === 2019 ? style.first : String(year - 2018) };
}

/** A fiscal year as a report prints it: 令和元年度, 平成 27 年度, R1年度, R1, 2019年度. */
export function printYear(year: number, style: YearStyle): string {
  const { long, short, count } = era(year, style);
  const text = {
    long: `${long}${count}年度`,
    spaced: count === '元' ? `${long}元年度` : `${long} ${count} 年度`,
    short: `${short}${count}`,
    shortYear: `${short}${count}年度`,
    western: `${year}年度`,
  }[style.form];
  return style.wide ? widen(text) : text;
}

/** A calendar month as on a title page: the era changed on 1 May 2019. */
export function printMonth(date: { year: number; month: number }, style: YearStyle): string {
  const reiwa = date.year > 2019 || (date.year === 2019 && date.month >= 5);
  const count = reiwa ? (date.year === 2019 ? '元' : String(date.year - 2018)) : String(date.year - 1988);
  const gap = style.form === 'spaced' ? ' ' : '';
  const spaced = count === '元' ? '元' : `${gap}${count}${gap}`;
  const text = `${reiwa ? '令和' : '平成'}${spaced}年${gap}${date.month}${gap}月`;
  return style.wide ? widen(text) : text;
}

/** Short names by which people ask: H27, R1. */
export function shortYear(year: number): string {
  return year < 2019 ? `H${year - 1988}` : `R${year - 2018}`;
}

/** Ways of writing a fiscal year in a Japanese question. */
export function spokenYears(year: number): string[] {
  const short = shortYear(year);
  if (year < 2019) {
    return [short, `平成${year - 1988}年度`, `${short}年度`, `${year}年度`, `平成${year - 1988}`, `FY${year}`];
  }
  const count = year === 2019 ? '元' : String(year - 2018);
  return [short, `令和${count}年度`, `${short}年度`, `${year}年度`, `令和${count}`, `FY${year}`];
}

/** `count` fiscal years up to and including `last`, oldest first. */
export function yearsUpTo(last: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}
