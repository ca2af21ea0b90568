import { addresses } from '../answer/wording-grounding.ts';
import { longYear } from '../report/fiscal-year.ts';
import type { PlanItem } from '../report/model.ts';
import { sentences } from '../search/text.ts';
import type { ToolResult } from '../tools/all.ts';
import type { FigureHit } from '../tools/figure-index.ts';

/** Where something stands and how it was found: of no use to a reader of the result. */
// biome-ignore format: one line reads better than a column
const LEFT_OUT: ReadonlySet<string> = new Set([
  'source', 'pillarSource', 'printed', 'terms', 'score', 'coverage', 'args', 'decimals', 'origin', 'role', 'withoutValues',
  'elsewhere', 'sameNumber', 'id',
]);
/** A list of items names them; their text is a call away. */
const LISTS: ReadonlySet<ToolResult['kind']> = new Set(['item-list', 'changes']);
const LONG_TEXT: ReadonlySet<string> = new Set(['narrative', 'outline', 'schedule']);
/** Longest result that is handed to a model, in characters. */
const MOST = 12_000;
const CUT = '…(cut: ask for less at once)';

/** A tool result as a model reads it: JSON without places and scores, and without sentences that give orders. */
export function renderResult(result: ToolResult): string {
  const isList = LISTS.has(result.kind);
  const text = JSON.stringify(result, (name, value: unknown) => {
    if (LEFT_OUT.has(name) || (isList && LONG_TEXT.has(name))) return undefined;
    if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
    if (typeof value === 'string') return name === 'year' || name === 'kind' ? value : withoutOrders(value);
    if (isFigure(value)) return figure(value);
    return isItem(value) && isList ? { ...value, policy: undefined } : value;
  });
  return text.length > MOST ? `${text.slice(0, MOST)}${CUT}` : text;
}

function withoutOrders(text: string): string {
  return addresses(text)
    ? sentences(text)
        .filter((sentence) => !addresses(sentence))
        .join('')
    : text;
}

/** Flat, and with its table by name only. */
function figure({ subject, measure, year, print, unit, older, contradicts, table }: FigureHit): object {
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
    notes: table.notes.map(withoutOrders),
  };
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
