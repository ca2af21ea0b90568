import type { Report } from '../../src/report/model.ts';
import { readReport } from '../../src/report/read.ts';

/** A cell of a row of a table: line and cell from 0. */
export interface Place {
  readonly line: number;
  readonly cell: number;
}

/** What a report says, one entry a datum: what it is about → where it stands and what it says. */
export type Said = ReadonlyMap<string, { readonly line: number; readonly cell: number | null; readonly text: string }>;

/** Everything that the tables, the results and the items say, or null when the report is refused. */
export function saidBy(text: string): { readonly figures: Said; readonly items: Said } | null {
  const result = readReport(new TextEncoder().encode(text), 'x');
  return result.ok ? { figures: figuresOf(result.report), items: itemsOf(result.report) } : null;
}

function figuresOf(report: Report): Said {
  const said = new Map<string, { line: number; cell: number | null; text: string }>();
  for (const o of report.tables.flatMap((table) => table.observations)) {
    const { line, cell } = o.source;
    said.set(`${o.role} ${o.subject} | ${o.measure} | ${o.year}`, {
      line: line - 1,
      cell,
      text: `${o.value} ${o.unit}`,
    });
  }
  const { pillars = [], total = null } = report.results ?? {};
  for (const row of total ? [...pillars, total] : pillars) {
    const at = { line: row.source.line - 1, cell: null };
    said.set(`items of ${row.pillar}`, { ...at, text: `${row.total} ${row.totalShare?.value}` });
    for (const { year, statuses, counts, share, source } of row.counts) {
      for (const [i, status] of statuses.entries()) {
        const text = `${counts[i]} ${share?.value}`;
        said.set(`${row.pillar} | ${status} | ${year}`, { line: source.line - 1, cell: source.cell, text });
      }
    }
  }
  return said;
}

function itemsOf(report: Report): Said {
  const said = new Map<string, { line: number; cell: number | null; text: string }>();
  for (const item of report.items) {
    const at = { line: item.source.line - 1, cell: null };
    const say = (what: string, text: string | null) => {
      if (text) said.set(`${item.kind} ${item.number} ${what}`, { ...at, text });
    };
    say('title', item.title);
    say('pillar', item.pillar);
    say('policy', item.policy);
    say('outline', item.outline);
    say('narrative', item.narrative);
    say('owners', item.owners?.join(' ') ?? null);
    for (const { year, status } of item.statuses) say(`status ${year}`, status);
    for (const { year, stage } of item.schedule) say(`schedule ${year}`, stage);
  }
  return said;
}

/** The rows of all tables of a report, headers included: their lines from 0. */
export function tableRows(text: string): number[] {
  const result = readReport(new TextEncoder().encode(text), 'x');
  if (!result.ok) throw new Error('refused');
  return result.report.lines.flatMap(({ line, use }) => (use === 'cell' ? [line - 1] : []));
}

function rewrite(text: string, line: number, change: (cells: string[]) => string[]): string {
  const lines = text.split('\n');
  const row = lines[line] ?? '';
  const end = row.endsWith('\r') ? '\r' : '';
  lines[line] = change(row.slice(0, row.length - end.length).split('\t')).join('\t') + end;
  return lines.join('\n');
}

export function cellsAt(text: string, line: number): string[] {
  return (text.split('\n')[line] ?? '').replace(/\r$/u, '').split('\t');
}

export function withoutCell(text: string, { line, cell }: Place): string {
  return rewrite(text, line, (cells) => cells.toSpliced(cell, 1));
}

export function withCellTwice(text: string, { line, cell }: Place): string {
  return rewrite(text, line, (cells) => cells.toSpliced(cell, 0, cells[cell] ?? ''));
}

export function withCellsSwapped(text: string, { line, cell }: Place, other: number): string {
  return rewrite(text, line, (cells) => cells.with(cell, cells[other] ?? '').with(other, cells[cell] ?? ''));
}

/** Every datum of `after` that `before` does not say in the same way, and with `lost` those that are gone, as a line each. */
export function changes(before: Said, after: Said, lost: boolean): string[] {
  const gained = [...after].flatMap(([what, { line, cell, text }]) =>
    before.get(what)?.text === text
      ? []
      : [`${what}: ${before.get(what)?.text ?? 'nothing'} → ${text} (${line}:${cell})`],
  );
  const gone = [...before.keys()].filter((what) => !after.has(what)).map((what) => `${what}: lost`);
  return lost ? [...gained, ...gone] : gained;
}
