import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { PlanItem, SourceRef, Status } from '../../report/model.ts';
import { normalise } from '../../search/text.ts';
import type { Operation } from '../../tools/calculate.ts';
import type { FigureHit } from '../../tools/figure-index.ts';
import { STATUSES } from '../../tools/progress-figures.ts';
import type { ItemRef } from '../meaning.ts';
import { quantitiesIn, type UnitClass } from '../wording-quantities.ts';

/** Something a text says that no tool returned. */
export interface Ungrounded {
  /**
   * `unsaid`: a figure that could be another's, because its subject, measure or year is not said; `unquoted`: one of
   * running text, beside other words than there; `order`: what rose, fell, leads or lies above, against the figures;
   * `denied`: said not to be there, although it was returned.
   */
  readonly kind:
    | 'figure'
    | 'year'
    | 'name'
    | 'quotation'
    | 'mark'
    | 'item'
    | 'unsaid'
    | 'unquoted'
    | 'order'
    | 'denied'
    | 'link';
  readonly text: string;
}

/** A sentence of a result, and where it stands. */
export interface Sentence {
  readonly text: string;
  readonly item: PlanItem | null;
  readonly source: SourceRef | null;
}

/** Where a number stands in a sentence of a result. */
export interface InText {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly counter: string;
}

/** A number that a tool returned, and all that it is a number of. An empty list holds for anything. */
export interface Fact {
  /** `change`: one figure from one year to another; `text`: said in a sentence; `count`: how many things a result has. */
  readonly kind: 'table' | 'change' | 'calculated' | 'text' | 'count' | 'rank';
  /** Multiplied out and with sign, beside the number as printed. */
  readonly value: number;
  readonly bare: number;
  readonly unit: UnitClass | null;
  readonly subjects: readonly string[];
  readonly measures: readonly string[];
  readonly years: readonly FiscalYear[];
  readonly statuses: readonly Status[];
  /** Of a count: those that do not have this status. */
  readonly without: Status | null;
  readonly item: PlanItem | null;
  readonly operation: Operation | null;
  readonly isAverage: boolean;
  /** Of a table that ranks many: who leads in it is told by a ranking only, and by its rank. */
  readonly isRanked: boolean;
  readonly order: 'highest' | 'lowest' | null;
  /** Of a count of items whose status changed: those that went forward, or back. */
  readonly way: 1 | -1 | null;
  /** Of such a count: the statuses before, where only those with them were asked for. */
  readonly from: readonly Status[];
  readonly inText: InText | null;
  /** The other quantity that a result sets it against: they are said together. */
  readonly beside: number | null;
  /** Where it stands, and where its table begins. */
  readonly source: SourceRef | null;
  readonly table: SourceRef | null;
}

const NOTHING: Omit<Fact, 'kind' | 'value' | 'bare' | 'unit'> = {
  subjects: [],
  measures: [],
  years: [],
  statuses: [],
  without: null,
  item: null,
  operation: null,
  isAverage: false,
  isRanked: false,
  order: null,
  way: null,
  from: [],
  inText: null,
  beside: null,
  source: null,
  table: null,
};

/** A fact of a value as a table prints it, with the unit of that table. */
export function factOf(kind: Fact['kind'], value: number, unit: string | null, labels: Partial<Fact> = {}): Fact {
  const [read] = quantitiesIn(`1${unit ?? ''}`);
  return { ...NOTHING, ...labels, kind, value: value * (read?.value ?? 1), bare: value, unit: read?.unit ?? null };
}

/** The measure of how many of the items that were asked for something has. */
export const FOUND = 'items.found';

/** A number of things; without a class of its own it counts items or sections. */
export function count(value: number, labels: Partial<Fact> = {}): Fact {
  return { ...NOTHING, unit: 'items', ...labels, kind: 'count', value, bare: value };
}

/** What a printed figure says: itself, what an older report printed, and what the rest of its row adds up to. */
export function factsOfFigure(figure: FigureHit): Fact[] {
  const labels = { ...labelsOfFigure(figure), statuses: statusesOf(figure.measure) };
  const fact = (value: number): Fact => factOf('table', value, figure.unit, labels);
  const older = figure.older
    ? quantitiesIn(normalise(figure.older.print)).map((q) => (q.negative ? -q.bare : q.bare))
    : [];
  const values = figure.value === null ? older : [figure.value, ...older];
  // What the row's other figures add up to is said beside what is printed.
  const worked: Fact[] =
    figure.contradicts === null
      ? []
      : [{ ...fact(figure.contradicts), kind: 'calculated', measures: [], operation: 'difference' }];
  return [...values.map(fact), ...worked];
}

/** What a fact about a figure is about. */
export function labelsOfFigure(figure: FigureHit): Partial<Fact> {
  const { subject, measure, year, role, source, table } = figure;
  return {
    subjects: [subject],
    measures: [measure],
    years: [year],
    isAverage: role === 'average',
    isRanked: table.kind === 'ranking',
    source,
    table: table.source,
  };
}

/** The status that a count or share of items is one of. */
export function statusesOf(measure: string): readonly Status[] {
  return STATUSES.filter((status) => measure.endsWith(`.${status}`));
}

/** True for two names of one item. */
export function isSame(a: ItemRef, b: ItemRef): boolean {
  return a.kind === b.kind && a.number === b.number;
}

export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
