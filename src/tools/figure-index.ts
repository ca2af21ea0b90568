import { compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { FigureTable, Report, SourceRef } from '../report/model.ts';
import { key } from '../search/text.ts';
import { progressTable } from './progress-figures.ts';

/** A figure with all a sentence about it needs. */
export interface FigureHit {
  readonly subject: string;
  readonly measure: string;
  readonly year: FiscalYear;
  /** null when the report prints a dash or nothing. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly print: string;
  readonly role: 'value' | 'average';
  /** `counted`: not printed, but counted from the item rows. */
  readonly origin: 'printed' | 'counted';
  readonly table: TableInfo;
  readonly source: SourceRef;
  /** What arithmetic on printed figures gives, when it contradicts this one by more than rounding. */
  readonly contradicts: number | null;
  /** What an older report printed for the same figure, when it differs. */
  readonly older: { readonly print: string; readonly report: string } | null;
  /** Notes of the table that are about this figure; absent when none is. */
  readonly notes?: readonly string[];
}

/** A table as the tools know it: printed ones and, as `progress`, the counts of items. */
export interface TableInfo {
  readonly id: string;
  readonly kind: 'account' | 'ranking' | 'progress';
  readonly title: string;
  /** Name of the report as cited. */
  readonly report: string;
  readonly unit: string | null;
  readonly subjects: readonly string[];
  readonly measures: readonly string[];
  readonly years: readonly FiscalYear[];
  /** Only the first n are printed each year; null when all are. */
  readonly top: number | null;
  readonly notes: readonly string[];
  readonly source: SourceRef;
}

export interface FigureIndex {
  readonly tables: readonly TableInfo[];
  /** In the order of the report; newer reports first. */
  readonly all: readonly FigureHit[];
  /** Figures of one subject (any spelling that folds to it). */
  of(subject: string): readonly FigureHit[];
}

/** Collects all figures of a report and of older ones of its city. Where two reports print one figure, the newer stands. */
export function buildFigureIndex(report: Report, earlier: readonly Report[]): FigureIndex {
  const tables: TableInfo[] = [];
  const all: FigureHit[] = [];
  const known = new Map<string, number>();
  for (const source of [report, ...earlier]) {
    for (const { info, hits } of tablesOf(source)) {
      tables.push(info);
      for (const hit of hits) {
        const id = `${info.kind}\t${key(hit.subject)}\t${key(hit.measure)}\t${hit.year}`;
        const at = known.get(id);
        const newer = at === undefined ? undefined : all[at];
        // Two tables of one report with the same header are two things; of two reports the newer one answers.
        if (at === undefined || !newer || newer.table.source.report === info.source.report) {
          if (at === undefined) known.set(id, all.length);
          all.push(hit);
        } else if (newer.value !== hit.value && newer.older === null) {
          all[at] = { ...newer, older: { print: hit.print, report: info.report } };
        }
      }
    }
  }
  const bySubject = Map.groupBy(all, (hit) => key(hit.subject));
  return { tables, all, of: (subject) => bySubject.get(key(subject)) ?? [] };
}

function tablesOf(report: Report): { info: TableInfo; hits: FigureHit[] }[] {
  const printed = report.tables.map((table) => {
    const info = infoOf(table, report);
    const hits = table.observations.map((o): FigureHit => {
      const check = report.checks.find(
        (c) =>
          c.verdict === 'contradicts' &&
          c.observation?.subject === o.subject &&
          c.observation.measure === o.measure &&
          c.observation.year === o.year &&
          c.lines.includes(o.source.line),
      );
      const { subject, measure, year, value, unit, print, role, source } = o;
      const contradicts = check && role === 'value' ? check.expected : null;
      return {
        subject,
        measure,
        year,
        value,
        unit,
        print,
        role,
        source,
        origin: 'printed',
        table: info,
        contradicts,
        older: null,
        ...(o.notes ? { notes: o.notes } : {}),
      };
    });
    return { info, hits: hits.map((hit) => ({ ...hit, contradicts: hit.contradicts ?? doubtOf(hit, hits) })) };
  });
  const progress = progressTable(report);
  return progress ? [...printed, progress] : printed;
}

/** A balance that a row prints twice, under two headers, shares the doubt about it. */
function doubtOf({ subject, year, value, source }: FigureHit, hits: readonly FigureHit[]): number | null {
  const same = hits.find(
    (h) => h.contradicts !== null && h.subject === subject && h.year === year && h.value === value,
  );
  return same && same.source.line === source.line && value !== null ? same.contradicts : null;
}

function infoOf(table: FigureTable, report: Report): TableInfo {
  const { id, kind, title, unit, measures, top, notes, source } = table;
  const subjects = [...new Set(table.observations.filter((o) => o.role === 'value').map((o) => o.subject))];
  const years = [...table.years].sort(compareYears);
  return {
    id: `${report.id}/${id}`,
    kind,
    title,
    report: report.name,
    unit,
    subjects,
    measures,
    years,
    top,
    notes,
    source,
  };
}
