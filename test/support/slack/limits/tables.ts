import { isObject, listIn } from '../json.ts';
import { both, type Check, flag, kinds, list, number, oneOf, problem, shape, text, typed } from './check.ts';
import { MOST_ID } from './elements.ts';
import { richText } from './texts.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/table-block */
const TABLE_ROWS = 100;
const COLUMNS = 20;
/** The header and a hundred: the lower of the two values that copies of the page give.
 * https://docs.slack.dev/reference/block-kit/blocks/data-table-block */
const DATA_TABLE_ROWS = 101;
/** Over all cells, per table and per message; likewise the lower value. */
export const MOST_CELL_TEXT = 10_000;

const rawCells = {
  raw_text: typed({ text: text(MOST_CELL_TEXT) }),
  raw_number: typed({ value: number(), text: text(MOST_CELL_TEXT) }),
};
const cell = kinds({ ...rawCells, rich_text: richText });
const headerCell = kinds(rawCells);
const row = list(COLUMNS, cell);

/** https://docs.slack.dev/reference/block-kit/blocks/table-block */
export const table: Check = typed(
  { rows: list(TABLE_ROWS, row) },
  {
    block_id: text(MOST_ID),
    column_settings: list(COLUMNS, shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag }), 0),
  },
);

/** https://docs.slack.dev/reference/block-kit/blocks/data-table-block */
export const dataTable: Check = both(
  typed(
    { rows: list(DATA_TABLE_ROWS, row, 2), caption: text(Number.POSITIVE_INFINITY) },
    {
      block_id: text(MOST_ID),
      page_size: number({ least: 1, most: 100, whole: true }),
      row_header_column_index: number({ least: 0, whole: true }),
    },
  ),
  (value, at, found) => {
    const rows = listIn(value, 'rows');
    const header = rows[0];
    if (!Array.isArray(header) || !isObject(value)) return;
    for (const [column, each] of header.entries()) headerCell(each, `${at}/rows/0/${column}`, found);
    for (const [index, each] of rows.entries()) {
      if (Array.isArray(each) && each.length !== header.length) {
        found.push(problem('all rows must have the same number of cells', `${at}/rows/${index}`));
      }
    }
    const { row_header_column_index: index } = value;
    if (typeof index === 'number' && index >= header.length) {
      found.push(problem('must be the index of a column', `${at}/row_header_column_index`));
    }
  },
);

/** How many characters stand in the cells of a table. */
export function cellText(block: unknown): number {
  let sum = 0;
  for (const cells of listIn(block, 'rows')) {
    if (Array.isArray(cells)) for (const each of cells) sum += textLength(each);
  }
  return sum;
}

/** The length of all `text` members within a value. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textLength(each), 0);
  if (!isObject(value)) return 0;
  let sum = 0;
  for (const name in value) {
    const member = value[name];
    if (typeof member === 'string') sum += name === 'text' ? member.length : 0;
    else sum += textLength(member);
  }
  return sum;
}
