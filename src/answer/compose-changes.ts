import type { ChangeRanking, NoChangeRanking } from '../tools/change-ranking.ts';
import { fitting } from './compose-rankings.ts';
import { type AnswerTable, type ComposeContext, type Part, textCell } from './part.ts';

/** Who rose or fell most: a list, and a table with both years. */
export function composeChangeRanking(result: ChangeRanking | NoChangeRanking, context: ComposeContext): Part {
  const { words, names } = context;
  if (result.kind === 'no-change-ranking') {
    const sources = result.misses.flatMap((m) => ('table' in m && m.table ? [m.table.source] : []));
    return { sentences: result.misses.map((m) => words.miss(m, names)), sources, found: false };
  }
  const { rows, table, left } = result;
  const told = fitting(rows.map((row) => words.rankedChange(row, names)));
  const list =
    rows.length > 1 || (rows.length > 0 && !result.args.count)
      ? [`\n${words.join(told)}\n`, ...(told.length < rows.length ? [words.more()] : [])]
      : [];
  return {
    sentences: [
      words.changeRankingLead(result, names),
      ...list,
      ...(left > 0 ? [words.notCompared(result)] : []),
      ...(table.top === null ? [] : [words.topOnly(table, table.top)]),
    ],
    sources:
      rows.length === 1
        ? rows.flatMap((row) => [row.to.source, row.from.source])
        : [table.source, ...rows.map((row) => row.to.table.source)],
    found: true,
    ...(rows.length > 2 ? { table: tableOf(result, context) } : {}),
  };
}

function tableOf({ table, rows, years, measure }: ChangeRanking, { words, names }: ComposeContext): AnswerTable {
  return {
    caption: `${table.title} ${names.measure(measure)}`,
    columns: [
      { label: words.columns.rank, numeric: true },
      { label: words.columns.subject, numeric: false },
      { label: words.year(years.from), numeric: true },
      { label: words.year(years.to), numeric: true },
      { label: words.columns.change, numeric: true },
    ],
    rows: rows.map(({ rank, from, to, difference, decimals }) => [
      { text: String(rank), value: rank },
      textCell(names.subject(to.subject)),
      { text: from.print, value: from.value },
      { text: to.print, value: to.value },
      { text: words.number(difference, null, decimals), value: difference },
    ]),
  };
}
