import { tidy } from '../notation.ts';
import type { Random } from '../random.ts';
import type { Unit } from '../settings.ts';

/** What a money column tells. transferFirst and transferSecond are the two halves of one printed column. */
export type MeasureKey =
  | 'revenue'
  | 'expenditure'
  | 'balance'
  | 'realBalance'
  | 'singleYear'
  | 'bonds'
  | 'fund'
  | 'transferFirst'
  | 'transferSecond'
  | 'income'
  | 'cost'
  | 'profit'
  | 'enterpriseBonds'
  | 'shortfall';

/** One printed row: a fiscal year and its values in the table's unit. */
export interface YearRow {
  year: number;
  values: Partial<Record<MeasureKey, number | null>>;
}

/** The smallest step a unit prints. */
function step(unit: Unit): number {
  return unit === '億円' ? 0.1 : 1;
}

function convert(millions: number, unit: Unit): number {
  if (unit === '千円') return Math.round(millions * 1000);
  return unit === '億円' ? Math.round(millions / 10) / 10 : Math.round(millions);
}

/** A difference as printed: now and then rounding has moved it by one. */
function difference(random: Random, from: number, less: number, unit: Unit): number {
  const nudge = random.weighted([
    [0, 92],
    [step(unit), 4],
    [-step(unit), 4],
  ]);
  return tidy(from - less + nudge);
}

/** Yearly sizes that wander around a start. */
function walk(random: Random, start: number, years: readonly number[], low: number, high: number): number[] {
  let size = start;
  return years.map((_, index) => {
    if (index > 0) size *= random.between(low, high);
    return size;
  });
}

/** Rows of the ordinary account. `scale` is against a city of 50,000. */
export function ordinaryRows(random: Random, scale: number, years: readonly number[], unit: Unit): YearRow[] {
  const sizes = walk(random, 22000 * scale * random.between(0.85, 1.2), years, 0.95, 1.08);
  const bonds = walk(random, 16000 * scale * random.between(0.6, 1.3), years, 0.95, 1.04);
  const funds = walk(random, 3800 * scale * random.between(0.5, 1.4), years, 0.9, 1.12);
  let before: number | null = null;
  return years.map((year, index) => {
    const size = sizes[index] ?? 0;
    const revenue = convert(size, unit);
    const expenditure = convert(size * random.between(0.955, 0.996), unit);
    const balance = difference(random, revenue, expenditure, unit);
    const realBalance = tidy(balance - convert(size * random.between(0.001, 0.012), unit));
    const last: number = before ?? tidy(realBalance + convert(size * random.between(-0.01, 0.01), unit));
    const singleYear = tidy(realBalance - last + convert(size * random.between(-0.012, 0.012), unit));
    before = realBalance;
    return {
      year,
      values: {
        revenue,
        expenditure,
        balance,
        realBalance,
        singleYear,
        bonds: convert(bonds[index] ?? 0, unit),
        fund: convert(funds[index] ?? 0, unit),
      },
    };
  });
}

export interface SpecialTraits {
  /** The first half of the transfers is a dash throughout. */
  firstMissing: boolean;
  /** A deficit has lost its sign on the way into the text. */
  signLost: boolean;
}

/** Rows of a special account. `size` is its typical revenue in 百万円. */
export function specialRows(
  random: Random,
  size: number,
  years: readonly number[],
  unit: Unit,
  traits: SpecialTraits,
): YearRow[] {
  const sizes = walk(random, size, years, 0.92, 1.07);
  const transfer = size * random.between(0.06, 0.3);
  return years.map((year, index) => {
    const now = sizes[index] ?? 0;
    const revenue = convert(now, unit);
    const expenditure = convert(now * random.between(0.94, 1.008), unit);
    const printed = difference(random, revenue, expenditure, unit);
    const balance = traits.signLost ? Math.abs(printed) : printed;
    const carried = random.chance(0.15) ? convert(now * random.between(0, 0.005), unit) : 0;
    return {
      year,
      values: {
        revenue,
        expenditure,
        balance,
        realBalance: tidy(balance - carried),
        transferFirst: traits.firstMissing ? null : convert(transfer * random.between(0.9, 1.1), unit),
        transferSecond: random.chance(0.25) ? convert(transfer * random.between(0.05, 0.4), unit) : 0,
      },
    };
  });
}

/** Rows of an enterprise account. `ratioFrom` is the year from which a shortfall ratio is printed, if any. */
export function enterpriseRows(
  random: Random,
  size: number,
  years: readonly number[],
  unit: Unit,
  ratioFrom: number | null,
): YearRow[] {
  const sizes = walk(random, size, years, 0.96, 1.04);
  const bonds = walk(random, size * random.between(0.3, 6), years, 0.92, 1.03);
  const transfer = size * random.between(0.05, 0.3);
  return years.map((year, index) => {
    const now = sizes[index] ?? 0;
    const income = convert(now, unit);
    const cost = convert(now * random.between(0.84, 1.03), unit);
    const first = convert(transfer * random.between(0.9, 1.15), unit);
    return {
      year,
      values: {
        income,
        cost,
        profit: difference(random, income, cost, unit),
        transferFirst: first,
        transferSecond: random.chance(0.4)
          ? 0
          : tidy(Math.min(first, convert(transfer * random.between(0.1, 0.9), unit))),
        enterpriseBonds: convert(bonds[index] ?? 0, unit),
        shortfall: ratioFrom !== null && year >= ratioFrom ? tidy(random.int(4, 180) / 10) : null,
      },
    };
  });
}
