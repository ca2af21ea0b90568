import { type NumberStyle, printNumber } from '../notation.ts';
import type { MoneyTable } from '../style.ts';
import { squeeze } from '../text.ts';
import type { TruthFigure } from '../truth.ts';
import { printYear, type YearStyle } from '../years.ts';
import type { MeasureKey, YearRow } from './money-model.ts';

/** A column of money. Neighbours with the same parent are its sub-columns. */
export interface MoneyColumn {
  key: MeasureKey;
  /** Header as printed, maybe with a blank where the line breaks. */
  parent: string;
  /** null: no second header row; '': the second header row is blank here. */
  sub: string | null;
}

/** The rows of one account. */
export interface MoneyAccount {
  subject: string;
  /** The subject cell as printed. */
  print: string;
  rows: YearRow[];
}

export interface MoneyTableForm {
  table: MoneyTable;
  columns: readonly MoneyColumn[];
  accounts: readonly MoneyAccount[];
  /** null where the table has no column of accounts. */
  accountHeader: string | null;
  yearHeader: string;
  /** The account stands in every row, not only in its first. */
  repeatAccount: boolean;
  unit: string;
  decimals: number;
  numbers: NumberStyle;
  years: YearStyle;
}

/** A column's name as a reader says it: parent（sub）, or the parent alone. */
export function measureName(column: MoneyColumn): string {
  const parent = squeeze(column.parent);
  return column.sub ? `${parent}（${squeeze(column.sub)}）` : parent;
}

function headerRows(form: MoneyTableForm): string[] {
  const lead = form.accountHeader === null ? [form.yearHeader] : [form.accountHeader, form.yearHeader];
  const blanks = lead.map(() => '');
  const top = form.columns.map((column, index) =>
    // The second of two sub-columns leaves its place in the upper row blank.
    column.sub !== null && form.columns[index - 1]?.parent === column.parent ? '' : column.parent,
  );
  const rows = [[...lead, ...top].join('\t')];
  if (form.columns.some((column) => column.sub !== null)) {
    rows.push([...blanks, ...form.columns.map((column) => column.sub ?? '')].join('\t'));
  }
  return rows;
}

function printCell(form: MoneyTableForm, column: MoneyColumn, value: number | null): string {
  if (value === null) return printNumber(null, 0, form.numbers);
  if (column.key === 'shortfall') return `${printNumber(value, 1, form.numbers)}%`;
  return printNumber(value, form.decimals, form.numbers);
}

/** Writes a money table: its lines, and the figures that they say. */
export function writeMoneyTable(form: MoneyTableForm): { lines: string[]; figures: TruthFigure[] } {
  const lines = headerRows(form);
  const figures: TruthFigure[] = [];
  for (const account of form.accounts) {
    for (const [index, row] of account.rows.entries()) {
      const cells = form.columns.map((column) => {
        const value = row.values[column.key] ?? null;
        const print = printCell(form, column, value);
        const ratio = value === null ? null : '%';
        const unit = column.key === 'shortfall' ? ratio : form.unit;
        figures.push({
          table: form.table,
          subject: account.subject,
          measure: measureName(column),
          year: row.year,
          value,
          print,
          unit,
        });
        return print;
      });
      const subject = index === 0 || form.repeatAccount ? account.print : '';
      const lead = form.accountHeader === null ? [] : [subject];
      lines.push([...lead, printYear(row.year, form.years), ...cells].join('\t'));
    }
  }
  return { lines, figures };
}
