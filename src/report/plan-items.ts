import { compareYears } from './fiscal-year.ts';
import {
  ARROW,
  hasSentence,
  isImplementing,
  isSectionName,
  itemPlace,
  OUTSIDE_PLAN,
  SEPARATORS,
  statusOfMark,
} from './form.ts';
import { gridOf } from './grid.ts';
import { alignRow, cellsOf } from './item-align.ts';
import { type Column, numberOf } from './item-columns.ts';
import { checkItemHeader } from './item-header.ts';
import type { ItemsLayout } from './item-layout.ts';
import type { StatusReader } from './legend.ts';
import type { ItemStatus, PlanItem, ScheduleEntry } from './model.ts';
import { folded, type Line, nameOf } from './source.ts';
import { type Block, type Findings, problemAt, refAt } from './tables.ts';

/** A row of an item table before pillar and policy are settled, for these depend on the rows around it. */
export interface RawItem {
  readonly item: PlanItem;
  readonly line: Line;
  /** Which item table (repeated header) the row stands in, counted over the report. */
  readonly block: number;
  /** Heading directly above that table. */
  readonly heading: string;
  /** As printed; null when the table or the row has no such cell. */
  readonly pillarCell: string | null;
  readonly policyCell: string | null;
  /** True when the row has not the cells that its table has: one is lost, or one is too many. */
  readonly uneven: boolean;
}

/** Whether a table lists items of the plan or beside it: by its heading, else by whether it has a schedule or statuses. */
export function kindOfBlock(block: Block<ItemsLayout>, anyPlanned: boolean): 'plan' | 'extra' {
  if (OUTSIDE_PLAN.test(folded(block.chapter)) || OUTSIDE_PLAN.test(folded(block.title))) return 'extra';
  return isPlanned(block.layout) || !anyPlanned ? 'plan' : 'extra';
}
export function isPlanned(layout: ItemsLayout): boolean {
  return layout.columns.some((column) => column.role === 'status' || column.role === 'schedule');
}

/** Rows of one item table. A row whose cells cannot be assigned, or a status that is no known mark, refuses the report. */
export function readItems(
  block: Block<ItemsLayout>,
  index: number,
  kind: 'plan' | 'extra',
  report: string,
  statusOf: StatusReader,
  findings: Findings,
): RawItem[] {
  const { columns } = block.layout;
  const { usual } = gridOf(block.header, block.rows, columns.length);
  checkItemHeader(block, usual, findings);
  return block.rows.flatMap((line): RawItem[] => {
    const cells = cellsOf(line, columns.length);
    const assigned = alignRow(columns, cells, statusOf);
    if (assigned === null || assigned === 'ambiguous') {
      const message =
        'The cells of this row cannot be told apart by the header of its table. Give it one cell for every column.';
      findings.problems.push(problemAt('unassigned-cells', line, message));
      return [];
    }
    const at = (role: Column['role']) =>
      columns.flatMap((column, i) => (column.role === role ? [assigned.cells[i] ?? null] : []))[0] ?? null;
    const cell = (role: Column['role']) => {
      const j = at(role);
      return j === null ? null : (cells[j] ?? null);
    };
    const number = numberOf(cell('number') ?? '') ?? 0;
    const title = cell('title') ?? '';
    const place = itemPlace(kind, number, title);
    const owners = ownersOf(cell('owner') ?? '');
    if (!owners)
      findings.warnings.push(
        problemAt('missing-owner', line, `${place} names no section in charge; it is taken as not stated.`),
      );
    const source = refAt(report, line, null, block.chapter, place);
    const statuses = readStatuses(
      block.layout,
      cells,
      assigned.cells,
      line,
      (j) => refAt(report, line, j, block.chapter, place),
      statusOf,
      findings,
    );
    const other = columns.flatMap((column, k) => {
      const text = column.role === 'other' ? (cells[assigned.cells[k] ?? -1] ?? '') : '';
      return text === '' ? [] : [{ heading: column.heading, text }];
    });
    const pillarCell = assigned.spare === null ? cell('pillar') : (cells[assigned.spare] ?? null);
    const item: PlanItem = {
      kind,
      number,
      title,
      pillar: null,
      policy: null,
      outline: cell('outline') || null,
      schedule: scheduleOf(columns, cells, assigned.cells),
      narrative: [cell('narrative') ?? '', ...other.filter(isRunning).map(({ text }) => text)]
        .filter((text) => text !== '')
        .join(' '),
      statuses,
      owners,
      source,
      printed: {
        number: cell('number') ?? '',
        pillar: pillarCell,
        policy: cell('policy'),
        owner: cell('owner'),
        other,
      },
    };
    const lost = assigned.cells.includes(null);
    const uneven = lost || line.cells.length !== usual;
    // Where rows have a cell for the pillar, the row that lost one may have lost the policy instead.
    const short = !lost && line.cells.length < usual && usual > columns.length;
    const unsure = short && assigned.spare === null && cell('policy') === '';
    const policyCell = unsure ? null : cell('policy');
    return [{ item, line, block: index, heading: block.title, pillarCell, policyCell, uneven }];
  });
}

/** Running text in a column of no known role (課題, 今後の方向) belongs to what was done; a word (新規) does not. */
function isRunning({ text }: { readonly text: string }): boolean {
  return text.length >= 15 || hasSentence(text);
}

function scheduleOf(
  columns: readonly Column[],
  cells: readonly string[],
  assigned: readonly (number | null)[],
): ScheduleEntry[] {
  const printed = columns.flatMap((column, i) =>
    column.role === 'schedule' ? [{ year: column.year, print: cells[assigned[i] ?? -1] ?? '' }] : [],
  );
  let stage: string | null = null;
  return printed
    .sort((a, b) => compareYears(a.year, b.year))
    .map(({ year, print }) => {
      if (print === '') stage = null;
      else if (!ARROW.test(folded(print))) stage = nameOf(print.replace(/[→⇒➡]+$/u, ''));
      return { year, print, stage, implementing: stage !== null && isImplementing(stage) };
    });
}

function readStatuses(
  layout: ItemsLayout,
  cells: readonly string[],
  assigned: readonly (number | null)[],
  line: Line,
  ref: (cell: number) => ItemStatus['source'],
  statusOf: StatusReader,
  findings: Findings,
): ItemStatus[] {
  const statuses = layout.columns.flatMap((column, i): ItemStatus[] => {
    if (column.role !== 'status') return [];
    const j = assigned[i] ?? null;
    const print = j === null ? '' : (cells[j] ?? '');
    const status = statusOf(print);
    if (status !== null && j !== null)
      return [{ year: column.year, status, print, heading: column.heading, source: ref(j) }];
    if (print === '')
      findings.warnings.push(
        problemAt('missing-status', line, `${column.heading} is empty here; it is taken as not stated.`),
      );
    else {
      const message = `"${print}" in ${column.heading} is not a mark of status that the legend or this program knows.`;
      findings.problems.push(problemAt('unknown-status', line, message, { named: print }));
    }
    return [];
  });
  return statuses.sort((a, b) => compareYears(a.year, b.year));
}

/**
 * Names of the sections in charge. They are set apart by spaces, commas, slashes or middle dots; a piece that does not end
 * like the name of an office belongs to the piece after it (人権・男女共同参画課).
 */
export function ownersOf(cell: string): string[] | null {
  if (cell === '' || statusOfMark(cell) === 'later') return null;
  const names: string[] = [];
  let open = '';
  for (const piece of cell.split(new RegExp(`(${SEPARATORS}+)`, 'u'))) {
    const separator = new RegExp(`^${SEPARATORS}+$`, 'u').test(piece);
    if (separator && open !== '' && isSectionName(nameOf(open))) {
      names.push(nameOf(open));
      open = '';
    } else if (!separator || (open !== '' && piece.trim() !== '')) open += piece;
  }
  if (open !== '') names.push(nameOf(open));
  return names.length > 0 ? names : null;
}
