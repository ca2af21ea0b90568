import { yenOf } from '../report/prose-notation.ts';

/** A value in another unit: the same, or one of money in another; null where the two cannot be set against each other. */
export function inUnitOf(value: number, from: string | null, to: string | null): number | null {
  if (from === to) return value;
  const [own, other] = [from === null ? null : yenOf(from), to === null ? null : yenOf(to)];
  // Multiplied first: thousands of a million are whole numbers.
  return own === null || other === null ? null : own < other ? value / (other / own) : value * (own / other);
}

/** The unit in which all can be written without a fraction: the smallest of several of money; undefined where they differ in kind. */
export function commonUnit(units: readonly (string | null)[]): string | null | undefined {
  const [first, ...others] = new Set(units);
  if (first === undefined || others.length === 0) return first;
  const worth = (unit: string | null): number | null => (unit === null ? null : yenOf(unit));
  if ([first, ...others].some((unit) => worth(unit) === null)) return undefined;
  return [first, ...others].reduce((a, b) => ((worth(a) ?? 0) <= (worth(b) ?? 0) ? a : b));
}
