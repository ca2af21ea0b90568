import { compareYears, type FiscalYear, isYearSpokenOf } from '../report/fiscal-year.ts';
import type { PlanItem, Report, SourceRef, Status, StatusCount } from '../report/model.ts';
import type { FigureHit, TableInfo } from './figure-index.ts';

/** Subject of the counts over the whole plan. */
export const WHOLE = '*';

/** Measures of the progress table: numbers of items, and shares of all items of the same subject in percent. */
export const STATUSES: readonly Status[] = ['done', 'partial', 'not', 'later'];
export type ProgressMeasure = 'items' | `items.${Status}` | `share.${Status}`;

/** Units of the progress table; the wording of an answer puts them into words. */
export const ITEMS_UNIT = 'items';
export const PERCENT_UNIT = '%';

/**
 * The counts of plan items as figures like any other, so that looking up, ranking and calculating serve them too:
 * by pillar, by section in charge and for the whole plan. Printed counts and shares stand where the report prints them;
 * the rest is counted from the item rows. Null when no plan item has a status.
 */
export function progressTable(report: Report): { info: TableInfo; hits: FigureHit[] } | null {
  const plan = report.items.filter((item) => item.kind === 'plan');
  const years = [...new Set(plan.flatMap((item) => item.statuses.map((s) => s.year)))].sort(compareYears);
  const first = plan[0];
  if (!first || years.length === 0) return null;
  const groups: { subject: string; items: PlanItem[] }[] = [
    { subject: WHOLE, items: plan },
    ...report.pillars.map((p) => ({ subject: p, items: plan.filter((item) => item.pillar === p) })),
    ...sectionsOf(plan).map((s) => ({ subject: s, items: plan.filter((item) => item.owners?.includes(s)) })),
  ];
  const info: TableInfo = {
    id: `${report.id}/progress`,
    kind: 'progress',
    title: report.results?.title ?? first.source.chapter,
    report: report.name,
    unit: ITEMS_UNIT,
    subjects: groups.map((g) => g.subject),
    measures: ['items', ...STATUSES.flatMap((s) => [`items.${s}`, `share.${s}`])],
    years,
    top: null,
    notes: report.results?.notes ?? [],
    source: report.results?.source ?? chapterOf(first),
  };
  const hits = groups.flatMap(({ subject, items }) =>
    years.flatMap((year) => figuresOf(report, info, subject, items, year)),
  );
  return { info, hits };
}

/** All sections in charge of items, in order of appearance. */
export function sectionsOf(items: readonly PlanItem[]): string[] {
  return [...new Set(items.flatMap((item) => item.owners ?? []))];
}

function chapterOf(item: PlanItem): SourceRef {
  return { ...item.source, cell: null, place: '' };
}

function figuresOf(
  report: Report,
  info: TableInfo,
  subject: string,
  items: readonly PlanItem[],
  year: FiscalYear,
): FigureHit[] {
  const printedRow =
    subject === WHOLE ? report.results?.total : report.results?.pillars.find((row) => row.pillar === subject);
  const notes = info.notes.filter((note) => isYearSpokenOf(note.normalize('NFKC'), year));
  const hit = (measure: ProgressMeasure, value: number, unit: string, cell: StatusCount | null): FigureHit => {
    const share = cell?.share;
    const isTotal = measure === 'items' && typeof printedRow?.total === 'number';
    const usesPrint = unit === PERCENT_UNIT ? share?.value === value : cell !== null || isTotal;
    return {
      subject,
      measure,
      year,
      value,
      unit,
      print: unit !== PERCENT_UNIT ? String(value) : usesPrint && share ? share.print : `${value.toFixed(1)}%`,
      role: 'value',
      origin: usesPrint ? 'printed' : 'counted',
      table: info,
      source: cell?.source ?? printedRow?.source ?? (items[0] ? chapterOf(items[0]) : info.source),
      contradicts: null,
      older: null,
      ...(notes.length > 0 ? { notes } : {}),
    };
  };
  const total = printedRow?.total ?? items.length;
  const hits = [hit('items', total, ITEMS_UNIT, null)];
  for (const status of STATUSES) {
    const cell = printedRow?.counts.find((c) => c.year === year && c.statuses.includes(status)) ?? null;
    const counted = items.filter((item) => item.statuses.some((s) => s.year === year && s.status === status)).length;
    const count = cell?.counts[cell.statuses.indexOf(status)] ?? counted;
    hits.push(hit(`items.${status}`, count, ITEMS_UNIT, cell));
    // A share printed for two statuses together belongs to neither; then the share is worked out from the counts.
    const printed = cell?.statuses.length === 1 ? cell.share?.value : null;
    const share = printed ?? (total === 0 ? null : Math.round((1000 * count) / total) / 10);
    if (share !== null) hits.push(hit(`share.${status}`, share, PERCENT_UNIT, cell));
  }
  return hits;
}
