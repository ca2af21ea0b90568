import { widen } from './text.ts';

/** How a table prints its numbers. */
export interface NumberStyle {
  /** What stands before a negative number, with its blank if any: '△', '▲ ', '-'. */
  minus: string;
  separator: ',' | '';
  /** What stands for a missing value; '' leaves the cell blank. */
  missing: string;
  wide: boolean;
}

/** A number as the table prints it; null gives the sign for a missing value. */
export function printNumber(value: number | null, decimals: number, style: NumberStyle): string {
  if (value === null) return style.missing;
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, style.separator);
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return (value < 0 ? style.minus : '') + (style.wide ? widen(digits) : digits);
}

/** A number inside running text. */
export function printPlain(value: number, decimals: number): string {
  return printNumber(value, decimals, { minus: '△', separator: ',', missing: '', wide: false });
}

/** Rounds away the dust of binary fractions. */
export function tidy(value: number): number {
  return Math.round(value * 1000) / 1000;
}
