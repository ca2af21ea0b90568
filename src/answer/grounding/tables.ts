import {
  asItem,
  HEAD_UNIT_END,
  headed,
  ITEM_HEAD,
  NUMBER_CELL,
  RANK_HEAD,
  STATUS_CELL,
} from '../wording-grounding-layout.ts';

type Rows = readonly (readonly string[])[];

/**
 * The lines of a draft with that said in each cell of a table which the head of its column says: the unit of bare figures,
 * the year, measure or status, and that a number is an item's. A row is then looked up like any other sentence.
 * `namesWhat`: for a head that names a year, measure or status.
 */
export function withHeadsSaid(lines: readonly string[], namesWhat: (head: string) => boolean): string[] {
  const said = [...lines];
  for (const [i, line] of lines.entries()) {
    if (!RULE.test(line) || i === 0) continue;
    const head = cellsOf(lines[i - 1] ?? '');
    const after = lines.slice(i + 1).findIndex((row) => !row.includes('|'));
    const body = lines.slice(i + 1, after < 0 ? lines.length : i + 1 + after).map(cellsOf);
    const first = head.findIndex((cell) => cell.trim() !== '');
    // The first column has the names of the rows, if it has no figures.
    const isNamed = body.some((row) => !/^[△▲-]?\d/u.test((row[first] ?? '').trim()));
    const rows = head.reduce<Rows>(
      (all, _, column) => withHeadSaid(all, column, (text) => (column > first || !isNamed) && namesWhat(text)),
      [head, ...body],
    );
    for (const [n, row] of rows.entries()) said[n === 0 ? i - 1 : i + n] = row.join('|');
  }
  return said;
}
/** The line between the head of a table and its rows. */
const RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/u;

function cellsOf(line: string): string[] {
  return line.split('|');
}

function withHeadSaid(rows: Rows, column: number, namesWhat: (head: string) => boolean): Rows {
  const [top, ...body] = rows.map((row) => (row[column] ?? '').trim());
  const change = (head: string, cell: (text: string) => string): Rows =>
    rows.map((row, i) =>
      row.map((text, at) => (at !== column ? text : i === 0 ? ` ${head} ` : ` ${cell(text.trim())} `)),
    );
  if (!top || body.length === 0 || RANK_HEAD.test(top)) return rows;
  if (ITEM_HEAD.test(top) && body.every((cell) => /^\d+$/u.test(cell))) return change(top, asItem);
  const unit = HEAD_UNIT_END.exec(top);
  const areNumbers = body.every((cell) => NUMBER_CELL.test(cell) || !/\d/u.test(cell));
  // Where only some are bare, the unit stays in the head to be found.
  if (unit && areNumbers) {
    const withUnit = change(top.slice(0, unit.index), (cell) => (NUMBER_CELL.test(cell) ? `${cell}${unit[1]}` : cell));
    return withHeadSaid(withUnit, column, namesWhat);
  }
  if (!namesWhat(top)) return rows;
  return change(top, (cell) =>
    /\d/u.test(cell) || (cell !== '' && STATUS_CELL.test(cell)) ? headed(top, cell) : cell,
  );
}
