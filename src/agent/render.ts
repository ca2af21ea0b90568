import { addresses } from '../answer/wording-grounding.ts';
import { longYear } from '../report/fiscal-year.ts';
import type { PlanItem } from '../report/model.ts';
import { sentences } from '../search/text.ts';
import type { ToolResult } from '../tools/all.ts';
import type { FigureHit } from '../tools/figure-index.ts';
import type { ProgressRow } from '../tools/progress.ts';
import { fitted } from './fit.ts';

/** Notes of tables by their titles. */
type Notes = Map<string, readonly string[]>;

/** Where something stands and how it was found: of no use to a reader of the result. */
// biome-ignore format: one line reads better than a column
const LEFT_OUT: ReadonlySet<string> = new Set([
  'source', 'pillarSource', 'printed', 'terms', 'score', 'coverage', 'args', 'decimals', 'origin', 'role', 'withoutValues',
  'elsewhere', 'sameNumber', 'id',
]);
/** A list of items names them; their text is a call away. */
const LISTS: ReadonlySet<ToolResult['kind']> = new Set(['item-list', 'changes', 'plan-changes']);
const LONG_TEXT: ReadonlySet<string> = new Set(['narrative', 'outline', 'schedule']);
/**
 * A tool result as a model reads it: JSON without places and scores, and without sentences that give orders. What holds
 * for a whole table stands once.
 */
export function renderResult(result: ToolResult): string {
  const isList = LISTS.has(result.kind);
  const notes = new Map<string, readonly string[]>();
  const text = JSON.stringify(result, (name, value: unknown) => {
    if (LEFT_OUT.has(name) || (isList && LONG_TEXT.has(name))) return undefined;
    if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
    if (typeof value === 'string') return name === 'year' || name === 'kind' ? value : withoutOrders(value);
    if (isProgressRow(value)) return progressRow(value, notes);
    if (isFigure(value)) return figure(value, notes);
    return isItem(value) && isList ? { ...value, policy: undefined } : value;
  });
  const read: unknown = JSON.parse(text);
  const noted = [...notes].filter(([, lines]) => lines.length > 0);
  return fitted({
    ...(typeof read === 'object' ? read : {}),
    ...(noted.length > 0 ? { notes: Object.fromEntries(noted) } : {}),
  });
}

function withoutOrders(text: string): string {
  return addresses(text)
    ? sentences(text)
        .filter((sentence) => !addresses(sentence))
        .join('')
    : text;
}

/** Flat, and with its table by name only. */
function figure({ subject, measure, year, print, unit, older, contradicts, table }: FigureHit, notes: Notes): object {
  notes.set(table.title, table.notes.map(withoutOrders));
  return {
    subject,
    measure,
    year: `${year} ${longYear(year)}`,
    print,
    unit,
    older,
    worked: contradicts,
    table: table.title,
    top: table.top,
  };
}

/** Counts and shares as printed; year and unit are the same in all rows. */
function progressRow({ subject, total, counts, shares }: ProgressRow, notes: Notes): object {
  const prints = (figures: Readonly<Record<string, FigureHit | null>>): object =>
    Object.fromEntries(Object.entries(figures).map(([status, hit]) => [status, hit?.print]));
  notes.set(counts.done.table.title, counts.done.table.notes.map(withoutOrders));
  return { subject, total, counts: prints(counts), shares: prints(shares) };
}

function isProgressRow(value: unknown): value is ProgressRow {
  return typeof value === 'object' && value !== null && 'counts' in value && 'shares' in value && 'total' in value;
}

function isFigure(value: unknown): value is FigureHit {
  return (
    typeof value === 'object' &&
    value !== null &&
    'subject' in value &&
    'print' in value &&
    'table' in value &&
    'role' in value
  );
}

function isItem(value: unknown): value is PlanItem {
  return typeof value === 'object' && value !== null && 'narrative' in value && 'statuses' in value;
}
