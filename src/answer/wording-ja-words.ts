import { type FiscalYear, longYear } from '../report/fiscal-year.ts';
import type { PlanItem, Status } from '../report/model.ts';
import { decimalsPrinted, printNumber } from '../report/notation.ts';
import type { FigureHit, TableInfo } from '../tools/figure-index.ts';
import { ITEMS_UNIT, PERCENT_UNIT } from '../tools/progress-figures.ts';
import type { Names, StageRun } from './wording.ts';

export const STATUS: Readonly<Record<Status, readonly [word: string, mark: string]>> = {
  done: ['実施済', '○'],
  partial: ['一部実施', '△'],
  not: ['未実施または検討中', '×'],
  later: ['次年度以降に実施予定', '―'],
};

export const QUANTITIES: Readonly<Record<'people' | 'money' | 'percent' | 'days' | 'hours', string>> = {
  people: '人数',
  money: '金額',
  percent: '割合',
  days: '日数',
  hours: '時間数',
};

export function unit(name: string | null): string {
  return name === ITEMS_UNIT ? '項目' : (name ?? '');
}

/** Names stand beside each other without a space in Japanese. */
export function figureName(figure: FigureHit, names: Names): string {
  const subject = names.subject(figure.subject);
  return figure.role === 'average'
    ? `${names.measure(figure.measure)}の${subject}`
    : `${subject}の${names.measure(figure.measure)}`;
}

export function isRate(figure: Pick<FigureHit, 'unit'>): boolean {
  return figure.unit === PERCENT_UNIT;
}

export function span(run: StageRun): string {
  const years = run.from === run.to ? longYear(run.from) : `${longYear(run.from)}〜${longYear(run.to)}`;
  return `${years}「${run.stage}」`;
}

export function years(list: readonly FiscalYear[]): string {
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last) return 'なし';
  return list.length > 2 ? `${longYear(first)}〜${longYear(last)}` : list.map(longYear).join('・');
}

export function some(list: readonly string[]): string {
  return list.slice(0, 8).join('、') + (list.length > 8 ? 'など' : '');
}

export function tableName(table: TableInfo | null): string {
  return table ? `「${table.title}」` : '報告書';
}

export function itemLabel(kind: PlanItem['kind'], number: number): string {
  return kind === 'plan' ? `整理番号${number}` : `計画以外${number}`;
}

/** What the first of an order has: of a rate, or of anything else. */
export function extremeWord(order: 'highest' | 'lowest', figure: Pick<FigureHit, 'unit'>): string {
  if (isRate(figure)) return order === 'highest' ? '高い' : '低い';
  return order === 'highest' ? '多い' : '少ない';
}

/** A figure as printed, with its unit; a minus is said as well, since △ is also a status. */
export function amount({ value, print, unit: name }: Pick<FigureHit, 'value' | 'print' | 'unit'>): string {
  if (value === null) return `「${print}」（数値なし）`;
  const printed = name !== null && print.endsWith(unit(name)) ? print : `${print}${unit(name)}`;
  return value < 0
    ? `${printed}（マイナス${printNumber(-value, { decimals: decimalsPrinted(print), unit: unit(name) })}）`
    : printed;
}
