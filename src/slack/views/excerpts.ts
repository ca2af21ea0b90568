import { type Called, citationOf } from '../../answer/compose.ts';
import type { ReadLine, Report, SourceRef } from '../../report/model.ts';
import { itemsOf } from '../../tools/all.ts';
import type { Scope } from '../../tools/tool.ts';

/** One line of the report as received; a tab stands between two cells of a table. */
export interface ExcerptLine {
  readonly line: number;
  readonly text: string;
  /** True for the header of the table in which the cited line stands. */
  readonly header: boolean;
}

/** The very lines behind a citation. */
export interface Excerpt {
  readonly citation: string;
  /** The report, as its cover names it. */
  readonly report: { readonly name: string; readonly title: string; readonly issued: Report['issued'] };
  readonly lines: readonly ExcerptLine[];
  /** Lines of the same table that the answer rests on and that are too many to keep. */
  readonly left: number;
}

const MOST_LINES = 40;

/** The lines that a citation leads to: with the table's header; the whole table where the table as such is cited. */
export function excerptOf(source: SourceRef, called: readonly Called[], scope: Scope): Excerpt {
  const report = [scope.report, ...scope.earlier].find((r) => r.id === source.report) ?? scope.report;
  const { name, title, issued } = report;
  const lines = linesOf(source, called, report);
  return {
    citation: citationOf(source, scope),
    report: { name, title, issued },
    lines: lines.slice(0, MOST_LINES),
    left: Math.max(0, lines.length - MOST_LINES),
  };
}

function linesOf(source: SourceRef, called: readonly Called[], report: Report): ExcerptLine[] {
  const at = report.lines.findIndex((l) => l.line === source.line);
  const cited = report.lines[at];
  if (!cited) return [];
  if (cited.use !== 'cell') return [shown(cited, false)];
  const rows = rowLines(report);
  const isRow = (l: ReadLine | undefined): boolean => l !== undefined && rows.has(l.line);
  const isHeader = (l: ReadLine | undefined): boolean => l?.use === 'cell' && !rows.has(l.line);
  // The last header line of the table, and from there the header upwards and the rows downwards.
  let last = at;
  while (isRow(report.lines[last])) last--;
  while (isHeader(report.lines[last + 1])) last++;
  let top = last + 1;
  while (isHeader(report.lines[top - 1])) top--;
  const header = report.lines.slice(top, last + 1);
  const below = report.lines.slice(last + 1);
  const end = below.findIndex((l) => !isRow(l));
  const all = end < 0 ? below : below.slice(0, end);
  const listed = source.place === '' ? listedLines(called, source) : new Set<number>();
  const wanted = isHeader(cited) ? all : report.lines.filter((l) => l === cited || listed.has(l.line));
  return [...header.map((l) => shown(l, true)), ...wanted.map((l) => shown(l, false))];
}

function shown({ line, text }: ReadLine, header: boolean): ExcerptLine {
  return { line, text, header };
}

/** Lines that were read as a row: of items, of figures, of counts. */
function rowLines({ items, tables, results }: Report): ReadonlySet<number> {
  return new Set([
    ...items.map((i) => i.source.line),
    ...tables.flatMap((t) => t.observations.map((o) => o.source.line)),
    ...[...(results?.pillars ?? []), ...(results?.total ? [results.total] : [])].map((p) => p.source.line),
  ]);
}

/** A list cites its chapter once: the rows of all its items in that chapter stand behind it. */
function listedLines(called: readonly Called[], { report, chapter }: SourceRef): ReadonlySet<number> {
  const lists = called.filter(({ result }) => result.kind === 'item-list' || result.kind === 'changes');
  const items = lists.flatMap(({ result }) => itemsOf(result));
  const own = items.map((i) => i.source).filter((s) => s.report === report && s.chapter === chapter);
  return new Set(own.map((s) => s.line));
}
