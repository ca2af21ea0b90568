import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { PlanItem, Status, StatusCount } from '../../report/model.ts';
import type { ToolResult } from '../../tools/all.ts';
import type { FigureHit } from '../../tools/figure-index.ts';
import type { ProgressRow } from '../../tools/progress.ts';
import { PERCENT_UNIT, STATUSES } from '../../tools/progress-figures.ts';
import { PROGRESS } from '../../tools/status-changes.ts';
import { count, type Fact, FOUND, factOf, labelsOfFigure, statusesOf, unique } from './facts.ts';

type Of<K extends ToolResult['kind']> = Extract<ToolResult, { kind: K }>;

/** What a result says as a whole, beside its parts: changes, calculations, ranks, and how many things it has. */
export function factsOfResult(result: ToolResult): Fact[] {
  switch (result.kind) {
    case 'calculation':
      return calculated(result);
    case 'figures':
      return lengths(result.figures);
    case 'series':
      return series(result);
    case 'text-comparison': {
      const { value, item, operation, comparison } = result;
      const unit = operation === 'growth' ? PERCENT_UNIT : operation === 'ratio' ? null : comparison.now.unit;
      const kind = operation === 'ratio' ? 'calculated' : 'change';
      const { now, before } = comparison;
      const labels = { item, source: item.source };
      return [
        factOf(kind, value, unit, { ...labels, operation }),
        ...[now, before].map(({ value: own, unit: printed }, i) =>
          factOf('text', own, printed, {
            ...labels,
            beside: factOf('text', [before, now][i]?.value ?? 0, printed).value,
          }),
        ),
      ];
    }
    case 'ranking':
      return ranking(result);
    case 'change-ranking':
      return changeRanking(result);
    case 'item-list':
      return itemList(result);
    case 'items':
      return [count(result.items.length), ...result.items.flatMap(({ item }) => itemCounts(item))];
    case 'changes': {
      const { args, changes } = result;
      const from = args.from ?? [];
      const statuses = unique([...from, ...(args.to ?? [])]);
      const went = (way: number): number =>
        changes.filter(({ before, after }) => Math.sign(PROGRESS[after.status] - PROGRESS[before.status]) === way)
          .length;
      return [
        count(changes.length, { statuses, from }),
        count(went(1), { statuses, from, way: 1 }),
        count(went(-1), { statuses, from, way: -1 }),
        ...pillarCounts(
          changes.map(({ item }) => item),
          { statuses, years: changes.slice(0, 1).map(({ after }) => after.year) },
        ),
      ];
    }
    case 'plan-changes':
      return [result.added, result.removed, result.retitled, result.renumbered].map(({ length }) => count(length));
    case 'contents': {
      const { plan, extra, pillars, sections, tables } = result;
      return [
        ...[plan.length, extra.length, plan.length + extra.length].map((n) => count(n)),
        ...[pillars.length, sections.length, tables.length].map((n) => count(n, { unit: null })),
      ];
    }
    case 'progress':
      return [count(result.rows.length, { unit: null }), ...[...result.rows, ...result.before].flatMap(progressRow)];
    default:
      return [];
  }
}

function itemCounts(item: Of<'items'>['items'][number]['item']): Fact[] {
  const years = item.schedule.filter((s) => s.stage !== null).length;
  return [
    ...(item.owners ? [count(item.owners.length, { unit: 'sections', item })] : []),
    ...[item.schedule.length, years].filter((n) => n > 0).map((n) => count(n, { unit: 'years', item })),
  ];
}

/** How many subjects and years the figures are of. */
function lengths(figures: readonly FigureHit[]): Fact[] {
  const [subjects, years] = [unique(figures.map((f) => f.subject)), unique(figures.map((f) => f.year))];
  return [
    ...(subjects.length > 1 ? [count(subjects.length, { unit: null })] : []),
    ...(years.length > 1 ? [count(years.length, { unit: 'years' })] : []),
    ...unique(figures.map((f) => f.table.top)).flatMap((top) => (top === null ? [] : [count(top, { unit: null })])),
  ];
}

function calculated({ inputs, operation, value, unit }: Of<'calculation'>): Fact[] {
  const [subjects, measures] = [unique(inputs.map((f) => f.subject)), unique(inputs.map((f) => f.measure))];
  const years = unique(inputs.map((f) => f.year));
  const isChange = ['difference', 'growth'].includes(operation) && subjects.length === 1 && measures.length === 1;
  const [first] = inputs;
  const labels = {
    subjects,
    measures,
    years,
    operation,
    source: first?.source ?? null,
    table: first?.table.source ?? null,
  };
  const statuses = unique(measures.flatMap(statusesOf));
  return [factOf(isChange ? 'change' : 'calculated', value, unit, { ...labels, statuses }), ...lengths(inputs)];
}

function series({ figures, movement, moved, within }: Of<'series'>): Fact[] {
  const [first, last] = [figures[0], figures.at(-1)];
  const change = (from: FigureHit, to: FigureHit, difference: number): Fact =>
    factOf('change', difference, to.unit, {
      ...labelsOfFigure(to),
      statuses: statusesOf(to.measure),
      years: [from.year, to.year],
      operation: 'difference',
    });
  return [
    ...lengths(figures),
    ...(movement && first && last ? [change(first, last, movement.difference)] : []),
    ...(moved?.steps ?? []).map(({ from, to, difference }) => change(from, to, difference)),
    ...[within?.figures, moved?.steps].flatMap((list) =>
      list ? [count(list.length, { unit: 'years' }), count(list.length, { unit: 'times' })] : [],
    ),
  ];
}

function ranking({ args, measure, rows, matching, of, table, equal }: Of<'ranking'>): Fact[] {
  const statuses = statusesOf(measure);
  const ranks = rows.map(({ rank, figure }) => ({
    ...count(rank, { ...labelsOfFigure(figure), unit: 'rank', order: args.order }),
    kind: 'rank' as const,
  }));
  // Of those on one side there are so many, however few were asked for.
  const many = args.limit || args.average || args.sign ? matching : rows.length;
  const counts = [many, of, equal.length, ...(table.top === null ? [] : [table.top])];
  const { source } = table;
  return [...ranks, ...counts.map((n) => count(n, { statuses, unit: null, source, table: source }))];
}

function changeRanking({ args, rows, of, left, table }: Of<'change-ranking'>): Fact[] {
  const order = args.direction === 'rise' ? 'highest' : 'lowest';
  const changes = rows.flatMap(({ rank, series: own }): Fact[] => {
    const [first, last] = [own[0], own.at(-1)];
    if (first?.value == null || last?.value == null) return [];
    const labels = { ...labelsOfFigure(last), statuses: statusesOf(last.measure), years: [first.year, last.year] };
    return [
      { ...count(rank, { ...labels, unit: 'rank', order, operation: 'difference' }), kind: 'rank' },
      factOf('change', last.value - first.value, last.unit, { ...labels, operation: 'difference' }),
    ];
  });
  const { source } = table;
  return [...changes, ...[rows.length, of, left].map((n) => count(n, { unit: null, source, table: source }))];
}

function itemList({ args, year, items, byStatus, of, extra }: Of<'item-list'>): Fact[] {
  const subjects = [...(args.pillars ?? []), ...(args.sections ?? [])];
  const asked = args.statuses ?? [];
  const owners = unique(items.flatMap((i) => i.owners ?? []));
  const [first] = items;
  const source = first ? { ...first.source, cell: null, place: '' } : null;
  const found = [
    count(items.length, asked.length > 0 ? { subjects, statuses: asked, years: [year] } : { subjects }),
    count(of),
    ...(extra.length > 0 ? [count(extra.length, { subjects })] : []),
    ...byStatusFacts(byStatus, items.length, subjects, year).filter(
      ({ statuses: [status], without }) =>
        asked.length === 0 || (without === null && status !== undefined && asked.includes(status)),
    ),
    count(owners.length, { unit: 'sections', subjects }),
    ...(args.owners ? [count(args.owners.least, { unit: 'sections', subjects })] : []),
  ];
  return [...found, ...pillarCounts(items, { statuses: asked, years: [year] })].map((fact) => ({ ...fact, source }));
}

/** How many of the items that were found each pillar has. */
function pillarCounts(items: readonly PlanItem[], labels: Partial<Fact>): Fact[] {
  const groups = Map.groupBy(
    items.filter((i) => i.kind === 'plan'),
    (i) => i.pillar,
  );
  if (groups.size < 2) return [];
  return [...groups].flatMap(([pillar, own]) =>
    pillar === null ? [] : [count(own.length, { ...labels, subjects: [pillar], measures: [FOUND] })],
  );
}

/** How many have each status, and how many do not. */
function byStatusFacts(
  counts: Readonly<Record<Status, number>>,
  total: number,
  subjects: readonly string[],
  year: FiscalYear,
): Fact[] {
  return STATUSES.flatMap((status) => {
    const labels = { subjects, years: [year], measures: [`items.${status}`] };
    return [
      count(counts[status], { ...labels, statuses: [status] }),
      count(total - counts[status], { ...labels, without: status }),
    ];
  });
}

function progressRow({ subject, total, counts, printed, source }: ProgressRow): Fact[] {
  const year = counts.done.year;
  const values = Object.fromEntries(STATUSES.map((s) => [s, counts[s].value ?? 0]));
  const own = { done: 0, partial: 0, not: 0, later: 0, ...values };
  const at = { source: counts.done.source, table: counts.done.table.source };
  return [
    count(total, { subjects: [subject], measures: ['items'], source, table: at.table }),
    ...byStatusFacts(own, total, [subject], year).map((f) => ({ ...f, ...at })),
    ...(printed?.counts ?? []).flatMap((cell) => factsOfCell(cell, subject)).map((f) => ({ ...f, table: at.table })),
  ];
}

/** A printed cell of counts, with the share of all of them together. */
function factsOfCell({ year, statuses, counts, share, source }: StatusCount, subject: string): Fact[] {
  const labels = { subjects: [subject], years: [year], source };
  // Of two in one cell the share is that of the one, where the other has none.
  const [only, ...more] = statuses.filter((_, i) => counts[i] !== 0);
  const alone = only !== undefined && more.length === 0 && statuses.length > 1 ? [only] : null;
  const shareOf = (of: readonly Status[], value: number): Fact =>
    count(value, { ...labels, statuses: of, measures: of.map((s) => `share.${s}`), unit: 'percent' });
  return [
    ...counts.map((n, i) => {
      const own = statuses.slice(i, i + 1);
      return count(n, { ...labels, statuses: own, measures: own.map((status) => `items.${status}`) });
    }),
    ...(share?.value == null ? [] : [statuses, alone].flatMap((of) => (of ? [shareOf(of, share.value ?? 0)] : []))),
  ];
}
