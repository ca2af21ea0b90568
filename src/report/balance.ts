/** Revenue − expenditure = difference, within a row of an account table. */
import { BALANCES } from './form.ts';
import type { Figure } from './model.ts';
import { decimalsPrinted } from './notation.ts';

/** The measures of a table that make a balance: revenue, expenditure, difference. */
export function balancesOf(measures: readonly string[]): readonly (readonly [string, string, string])[] {
  return BALANCES.flatMap(({ revenue, expenditure, difference }) => {
    const [plus, minus, result] = [revenue, expenditure, difference].map((words) =>
      measures.find((measure) => words.test(measure)),
    );
    return plus && minus && result ? [[plus, minus, result] as const] : [];
  });
}

/** Each of the three figures may be off by this much of its last digit. */
const ROUNDING = 2;
/** A balance that is off by less can be a slip of the report itself, and many figures would mend it by chance. */
const FAR = 10 * ROUNDING;

interface Named {
  readonly name: string;
  readonly figure: Figure | null;
}

/**
 * What must have happened to a row whose balance is far off: two figures changed places, or figures moved by one column.
 * Null when its balance holds, when only the sign of the difference is lost, or when no such move would mend it.
 */
export function movedFigures(row: readonly Named[]): string | null {
  const unit = 10 ** -Math.max(0, ...row.map(({ figure }) => decimalsPrinted(figure?.print ?? '')));
  const values = row.map(({ figure }) => figure?.value ?? null);
  for (const names of balancesOf(row.map(({ name }) => name))) {
    const [plus, minus, result] = names.map((name) => row.findIndex((each) => each.name === name));
    if (plus === undefined || minus === undefined || result === undefined) continue;
    const off = (of: readonly (number | null)[]) => gap(of[plus], of[minus], of[result]) / unit;
    const lostSign = gap(values[plus], values[minus], -(values[result] ?? 0)) / unit;
    if (!(off(values) > FAR) || lostSign <= ROUNDING) continue;
    for (const a of [plus, minus, result]) {
      for (const b of values.keys()) {
        const other = values.with(a, values[b] ?? null).with(b, values[a] ?? null);
        if (off(other) <= ROUNDING) return `"${row[a]?.name}" and "${row[b]?.name}" change places`;
      }
    }
    for (let from = 0; from < values.length; from++) {
      if (off(values.toSpliced(from, 1)) <= ROUNDING) return `the figures from "${row[from]?.name}" on move left`;
      if (off(values.toSpliced(from, 0, null)) <= ROUNDING)
        return `the figures from "${row[from]?.name}" on move right`;
    }
  }
  return null;
}

/** Not a number when one of the three is missing: then nothing can be compared. */
function gap(plus?: number | null, minus?: number | null, result?: number | null): number {
  return Math.round(Math.abs((plus ?? Number.NaN) - (minus ?? Number.NaN) - (result ?? Number.NaN)) * 1e6) / 1e6;
}

/** Fewer rows than these with a lost sign each can happen. */
const FEWEST_TURNED = 3;

/** True when every difference of a table has the wrong sign: the headers of revenue and expenditure changed places. */
export function areTurned(rows: readonly (readonly Named[])[]): boolean {
  const turned = rows.flatMap((row) => {
    const value = (name: string) => row.find((each) => each.name === name)?.figure?.value ?? Number.NaN;
    return balancesOf(row.map(({ name }) => name)).flatMap(([plus, minus, result]) => {
      const [printed, expected] = [value(result), value(plus) - value(minus)];
      const isClear = Math.min(Math.abs(printed), Math.abs(expected)) > ROUNDING;
      return isClear ? [Math.sign(printed) !== Math.sign(expected)] : [];
    });
  });
  return turned.length >= FEWEST_TURNED && turned.every((each) => each);
}
