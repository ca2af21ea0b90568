import type { FiscalYear } from '../report/fiscal-year.ts';
import type { PlanItem, Status, StatusCount } from '../report/model.ts';
import { normalise } from '../search/text.ts';
import type { ToolResult } from '../tools/all.ts';
import type { FigureHit } from '../tools/figure-index.ts';
import { PERCENT_UNIT, STATUSES } from '../tools/progress-figures.ts';
import { governing, yearsIn } from './grounding-binding.ts';
import { quantitiesIn, type UnitClass } from './wording-quantities.ts';

/** Something a text says that no tool returned. */
export interface Ungrounded {
  /** `unsaid`: a figure that could be another's, because its subject, measure or year is not said. */
  readonly kind: 'figure' | 'year' | 'name' | 'quotation' | 'mark' | 'item' | 'unsaid' | 'link';
  readonly text: string;
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
  readonly item: PlanItem | null;
}

const ANY = { subjects: [], measures: [], years: [], statuses: [], item: null } as const;

export function factsOfFigure(figure: FigureHit): Fact[] {
  const { subject, measure, year } = figure;
  const statuses = statusesOf(measure);
  const labels = { ...ANY, kind: 'table', subjects: [subject], measures: [measure], years: [year], statuses } as const;
  const [unit] = quantitiesIn(`1${figure.unit ?? ''}`);
  const scale = unit?.value ?? 1;
  const fact = (value: number): Fact => ({ ...labels, value: value * scale, bare: value, unit: unit?.unit ?? null });
  const older = figure.older
    ? quantitiesIn(normalise(figure.older.print)).map((q) => (q.negative ? -q.bare : q.bare))
    : [];
  const values = figure.value === null ? older : [figure.value, ...older];
  // What the row's other figures add up to is said beside what is printed.
  const worked =
    figure.contradicts === null ? [] : [{ ...fact(figure.contradicts), kind: 'calculated', measures: [] } as const];
  return [...values.map(fact), ...worked];
}

/** What a result says as a whole, beside its parts. */
export function factsOfResult(result: ToolResult): Fact[] {
  switch (result.kind) {
    case 'calculation': {
      const { inputs, operation, value } = result;
      const [subjects, measures] = [unique(inputs.map((f) => f.subject)), unique(inputs.map((f) => f.measure))];
      const isChange = ['difference', 'growth'].includes(operation) && subjects.length === 1 && measures.length === 1;
      const [unit] = quantitiesIn(`1${result.unit ?? ''}`);
      const labels = { ...ANY, subjects, measures, years: unique(inputs.map((f) => f.year)) };
      const kind = isChange ? 'change' : 'calculated';
      return [{ ...labels, kind, value: value * (unit?.value ?? 1), bare: value, unit: unit?.unit ?? null }];
    }
    case 'series': {
      const [first] = result.figures;
      if (!result.movement || !first) return [];
      const { difference } = result.movement;
      const [unit] = quantitiesIn(`1${first.unit ?? ''}`);
      const labels = { ...ANY, subjects: [first.subject], measures: [first.measure] };
      return [
        {
          ...labels,
          kind: 'change',
          value: difference * (unit?.value ?? 1),
          bare: difference,
          unit: unit?.unit ?? null,
        },
      ];
    }
    case 'text-comparison': {
      const { value, item, operation, comparison } = result;
      const [unit] = quantitiesIn(`1${operation === 'growth' ? PERCENT_UNIT : comparison.now.unit}`);
      const kind = operation === 'ratio' ? 'calculated' : 'change';
      return [{ ...ANY, kind, value: value * (unit?.value ?? 1), bare: value, unit: unit?.unit ?? null, item }];
    }
    case 'ranking': {
      const statuses = statusesOf(result.measure);
      const ranks = result.rows.map(({ rank, figure }): Fact => {
        const labels = { subjects: [figure.subject], years: [figure.year] };
        return { ...ANY, ...labels, kind: 'rank', value: rank, bare: rank, unit: 'rank' };
      });
      return [...ranks, count(result.rows.length, { statuses }), count(result.of, { statuses })];
    }
    case 'item-list': {
      const { args, year, items, byStatus } = result;
      const subjects = [...(args.pillars ?? []), ...(args.sections ?? [])];
      const asked = args.statuses ?? [];
      return [
        ...(asked.length > 0 ? [count(items.length, { subjects, statuses: asked, years: [year] })] : []),
        ...(subjects.length > 0 ? [count(items.length, { subjects, statuses: asked })] : []),
        ...STATUSES.map((status) => count(byStatus[status], { subjects, statuses: [status], years: [year] })),
      ];
    }
    case 'changes': {
      const statuses = unique([...(result.args.from ?? []), ...(result.args.to ?? [])]);
      return statuses.length > 0 ? [count(result.changes.length, { statuses })] : [];
    }
    case 'progress':
      return [...result.rows, ...result.before].flatMap(({ subject, printed }) =>
        (printed?.counts ?? []).flatMap((cell) => factsOfCell(cell, subject)),
      );
    default:
      return [];
  }
}

/** A printed cell of counts, with the share of all of them together. */
function factsOfCell({ year, statuses, counts, share }: StatusCount, subject: string): Fact[] {
  const labels = { subjects: [subject], years: [year] };
  return [
    ...counts.map((n, i) => {
      const own = statuses.slice(i, i + 1);
      return count(n, { ...labels, statuses: own, measures: own.map((status) => `items.${status}`) });
    }),
    ...(share?.value == null
      ? []
      : [
          {
            ...count(share.value, { ...labels, statuses, measures: statuses.map((s) => `share.${s}`) }),
            unit: 'percent' as const,
          },
        ]),
  ];
}

export function number(value: number): Fact {
  return { ...ANY, kind: 'count', value, bare: value, unit: null };
}

function count(value: number, labels: Partial<Fact>): Fact {
  return { ...ANY, ...labels, kind: 'count', value, bare: value, unit: 'items' };
}

export function factsOfText(
  text: string,
  item: PlanItem | null,
  known: ReadonlySet<FiscalYear>,
  reported: FiscalYear,
): Fact[] {
  const quantities = quantitiesIn(text);
  if (quantities.length === 0) return [];
  const named = yearsIn(text, known);
  return quantities.map((q) => {
    const year = governing(text, q, named);
    const sign = q.negative ? -1 : 1;
    const years = year ? [year.value] : unique([reported, ...named.map((m) => m.value)]);
    return { ...ANY, kind: 'text', value: sign * q.value, bare: sign * q.bare, unit: q.unit, years, item };
  });
}

/** The status that a count or share of items is one of. */
function statusesOf(measure: string): readonly Status[] {
  return STATUSES.filter((status) => measure.endsWith(`.${status}`));
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
