import { englishYear, type FiscalYear } from '../report/fiscal-year.ts';
import type { PlanItem, Status } from '../report/model.ts';
import type { FigureHit, TableInfo } from '../tools/figure-index.ts';
import { ITEMS_UNIT, PERCENT_UNIT } from '../tools/progress-figures.ts';
import type { Names, StageRun } from './wording.ts';

export const STATUS: Readonly<Record<Status, readonly [word: string, mark: string]>> = {
  done: ['implemented', '○'],
  partial: ['partially implemented', '△'],
  not: ['not implemented or under consideration', '×'],
  later: ['planned for a later year', '―'],
};

/** Units of the tables as an English reader says them. */
export const UNITS: Readonly<Record<string, string>> = {
  百万円: ' million yen',
  千円: ' thousand yen',
  万円: ' × 10,000 yen',
  億円: ' × 100 million yen',
  円: ' yen',
  時間: ' hours',
  人: ' people',
  名: ' people',
  件: ' cases',
  日: ' days',
  ポイント: ' points',
  [ITEMS_UNIT]: ' items',
  [PERCENT_UNIT]: '%',
};

export const QUANTITIES: Readonly<Record<'people' | 'money' | 'percent' | 'days' | 'hours', string>> = {
  people: 'a number of people',
  money: 'an amount of money',
  percent: 'a share',
  days: 'a number of days',
  hours: 'a number of hours',
};

export function unit(name: string | null): string {
  return name === null ? '' : (UNITS[name] ?? ` ${name}`);
}

export function isRate(figure: Pick<FigureHit, 'unit'>): boolean {
  return figure.unit === PERCENT_UNIT;
}

export function figureName(figure: FigureHit, names: Names): string {
  return figure.role === 'average'
    ? `printed average of ${names.measure(figure.measure)}`
    : `${names.measure(figure.measure)} of ${names.subject(figure.subject)}`;
}

export function span(run: StageRun): string {
  const years = run.from === run.to ? englishYear(run.from) : `${englishYear(run.from)} to ${englishYear(run.to)}`;
  return `${years}: 「${run.stage}」`;
}

export function years(list: readonly FiscalYear[]): string {
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last) return 'none';
  return list.length > 2 ? `${englishYear(first)} to ${englishYear(last)}` : list.map(englishYear).join(' and ');
}

export function some(list: readonly string[]): string {
  return list.slice(0, 8).join(', ') + (list.length > 8 ? ' and others' : '');
}

export function tableName(table: TableInfo | null): string {
  return table ? `The table 「${table.title}」` : 'The report';
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function itemLabel(kind: PlanItem['kind'], number: number): string {
  return kind === 'plan' ? `Item ${number}` : `Out-of-plan item ${number}`;
}
