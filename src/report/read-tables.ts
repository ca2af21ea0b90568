import { readAccount } from './account-table.ts';
import type { Surroundings } from './captions.ts';
import { findDoubtfulItems } from './item-doubts.ts';
import { checkNumbers } from './item-numbers.ts';
import type { StatusReader } from './legend.ts';
import type { FigureTable, PlanItem, ResultsTable } from './model.ts';
import { type ListedHeading, pillarNames, settlePillars } from './pillars.ts';
import { isPlanned, kindOfBlock, type RawItem, readItems } from './plan-items.ts';
import { readRanking } from './ranking-table.ts';
import { readResults } from './results-table.ts';
import type { FoundTable } from './table-finder.ts';
import { type Block, type Findings, problemAt } from './tables.ts';

export interface ReadTables {
  readonly tables: readonly FigureTable[];
  readonly results: ResultsTable | null;
  readonly items: readonly PlanItem[];
  /** Names of the pillars, in the report's order. */
  readonly pillars: readonly string[];
}

/** Reads every table that was found; of two results tables the first counts. Problems and warnings go to `findings`. */
export function readTables(
  found: readonly FoundTable[],
  around: ReadonlyMap<FoundTable, Surroundings>,
  headings: readonly ListedHeading[],
  /** Entries of lists in the running text. */
  entries: readonly string[],
  report: string,
  statusOf: StatusReader,
  findings: Findings,
): ReadTables {
  const tables: FigureTable[] = [];
  const raws: RawItem[] = [];
  let results: ResultsTable | null = null;
  const anyPlanned = found.some(({ layout }) => layout.kind === 'items' && isPlanned(layout));
  for (const [index, table] of found.entries()) {
    const { layout, header, rows } = table;
    const { title = '', units = [], notes = [] } = around.get(table) ?? {};
    const block = <L>(of: L): Block<L> => ({
      layout: of,
      header,
      rows,
      title,
      chapter: table.chapter?.text ?? '',
      units,
      notes,
    });
    const id = `t${tables.length + 1}`;
    if (layout.kind === 'account') tables.push(readAccount(block(layout), id, report, findings));
    else if (layout.kind === 'ranking') tables.push(readRanking(block(layout), id, report, findings));
    else if (layout.kind === 'items') {
      const items = block(layout);
      raws.push(...readItems(items, index, kindOfBlock(items, anyPlanned), report, statusOf, findings));
    } else if (results === null) results = readResults(block(layout), report, findings);
    else {
      findings.unread.push(...rows);
      for (const row of rows)
        findings.warnings.push(problemAt('second-results', row, 'A second table of results; only the first is used.'));
    }
  }
  checkNumbers(raws, findings);
  const known = pillarNames(raws, results, headings);
  findDoubtfulItems(raws, known, [...entries, ...headings.map(({ heading }) => heading.name)], findings);
  const settled = new Map(
    (['plan', 'extra'] as const).flatMap((kind) => {
      const own = raws.filter((raw) => raw.item.kind === kind);
      return settlePillars(own, results, known, findings).map((item, i) => [own[i]?.item, item] as const);
    }),
  );
  return { tables, results, items: raws.map((raw) => settled.get(raw.item) ?? raw.item), pillars: known };
}
