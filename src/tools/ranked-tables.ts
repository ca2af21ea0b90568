import type { FiscalYear } from '../report/fiscal-year.ts';
import type { FigureHit, TableInfo } from './figure-index.ts';
import type { Scope } from './tool.ts';
import { commonUnit } from './units.ts';

/** A table, and the header under which it prints what is ranked. */
export interface ComparedTable {
  readonly table: TableInfo;
  readonly measure: string;
}

/** The tables of which a measure is ranked. */
export interface RankedTables {
  /** Those that have the measure, or the one named. */
  readonly tables: readonly TableInfo[];
  /** The first of them, with that year when one is named. */
  readonly table: TableInfo | undefined;
  /** Accounts stand in several tables: without a table named they are ranked together, each under its own header. */
  readonly compared: readonly ComparedTable[];
  /** Header and table are among the compared. */
  isIn(figure: FigureHit): boolean;
}

interface Asked {
  readonly measure: string;
  readonly table?: string | null | undefined;
  readonly alike?: readonly string[] | null | undefined;
}

/** Looks up the tables of a measure; `alike`: other headers for the same, in tables of accounts that lack it. */
export function rankedTables(
  { figures }: Scope,
  { measure, table: named, alike }: Asked,
  year?: FiscalYear,
): RankedTables {
  const tables = figures.tables.filter((t) => t.measures.includes(measure) && (!named || t.id === named));
  const hasYear = (t: TableInfo): boolean => year === undefined || t.years.includes(year);
  const table = tables.find(hasYear);
  const others = figures.tables.filter(
    (t) => t.kind === 'account' && t.source.report === table?.source.report && hasYear(t),
  );
  const compared = (!named && table?.kind === 'account' ? others : table ? [table] : []).flatMap(
    (t): ComparedTable[] => {
      const header = [measure, ...(alike ?? [])].find((name) => t.measures.includes(name));
      const fits = commonUnit([t.unit, table?.unit ?? null]) !== undefined;
      return header !== undefined && fits ? [{ table: t, measure: header }] : [];
    },
  );
  return {
    tables,
    table,
    compared,
    isIn: (figure) => compared.some((c) => c.table.id === figure.table.id && c.measure === figure.measure),
  };
}
