import type { SourceRef } from '../report/model.ts';
import type { TableInfo } from '../tools/figure-index.ts';
import { isAmongNamed, type NoRanking, type RankingResult } from '../tools/ranking.ts';
import { notesOf } from './compose-figures.ts';
import { type AnswerTable, type ComposeContext, type Part, textCell } from './part.ts';
import { settlesOrder, settlesPlace, settlesSide, verdictSentence } from './verdict.ts';

/** Who has most or least: the first, or a list with a table. */
export function composeRanking(result: RankingResult | NoRanking, context: ComposeContext): Part {
  const { words, names } = context;
  if (result.kind === 'no-ranking') {
    const sources = result.misses.flatMap((m) => ('table' in m && m.table ? [m.table.source] : []));
    return { sentences: result.misses.map((m) => words.miss(m, names)), sources, found: false };
  }
  const [first] = result.rows;
  const sources: SourceRef[] =
    first && result.rows.length === 1
      ? [first.figure.source]
      : [
          result.table.source,
          ...(first ? result.rows.map((r) => r.figure.table) : tablesOf(result)).map((t) => t.source),
        ];
  const top = result.table.top === null ? [] : [words.topOnly(result.table, result.table.top)];
  // Of several tables of accounts, or of one among them: which ones is said.
  const isScoped = result.table.kind === 'account' && !isAmongNamed(result);
  const over = isScoped ? [words.rankingScope(result, names)] : [];
  const doubts = result.doubtful.flatMap((f) => [words.figure(f, names), ...notesOf(f, context)]);
  if (!first)
    return { sentences: [words.rankingNone(result, names), ...doubts, ...top, ...over], sources, found: true };
  if (result.args.of) {
    const against = result.average ? [words.againstAverage(first.figure, result.average)] : [];
    const truth = settlesSide(first.figure, result.average, context.frame) ?? settlesPlace(first.rank, context.frame);
    return {
      sentences: [...verdictSentence(truth, context), words.rankOf(result, names), ...against, ...top, ...over],
      sources,
      found: true,
    };
  }
  const single = result.rows.every((r) => r.rank === first.rank);
  const told = fitting(result.rows.map((r) => words.ranked(r, result, names)));
  const list =
    single && !result.args.average && !result.args.sign && !result.args.limit
      ? []
      : [`\n${words.join(told)}\n`, ...(told.length < result.rows.length ? [words.more()] : [])];
  const equal = result.equal.length > 0 ? [words.equalToAverage(result.equal, names)] : [];
  const notes = result.rows.slice(0, 3).flatMap((r) => notesOf(r.figure, context));
  const truth = settlesOrder(
    result.rows.map((r) => r.figure),
    context.frame,
  );
  return {
    sentences: [
      ...verdictSentence(truth, context),
      words.rankingLead(result, names),
      ...(result.args.except?.length ? [words.rankingWithout(result.args.except.map(names.subject))] : []),
      ...list,
      ...equal,
      ...notes,
      ...doubts,
      ...(result.rows.length > 1 || result.args.order === 'lowest' || result.args.limit ? top : []),
      ...over,
    ],
    sources,
    found: true,
    ...(result.rows.length > 2 ? { table: rankingTable(result, context) } : {}),
    followUps: rankingFollowUps(result, context),
  };
}

/** A longer list leaves no room for what holds of all of it. Characters. */
const LONGEST_LIST = 1100;

/** The rows of a list, the first ones, as far as there is room. */
export function fitting(rows: readonly string[]): readonly string[] {
  let length = 0;
  const over = rows.findIndex((row) => {
    length += row.length;
    return length > LONGEST_LIST;
  });
  return over < 0 ? rows : rows.slice(0, over);
}

/** That none is there stands in all of the tables that were looked through. */
function tablesOf({ compared }: RankingResult): TableInfo[] {
  return compared.map(({ table }) => table);
}

function rankingFollowUps({ args, table, year, measure }: RankingResult, { words, names }: ComposeContext): string[] {
  const before = table.years[table.years.indexOf(year) - 1];
  return [
    ...(before ? [words.followUp.sameIn(before)] : []),
    ...(args.order === 'highest' && table.top === null ? [words.followUp.lowest(names.measure(measure))] : []),
  ];
}

function rankingTable(result: RankingResult, { words, names }: ComposeContext): AnswerTable {
  return {
    caption: `${result.table.title} ${words.year(result.year)}`,
    columns: [
      { label: words.columns.rank, numeric: true },
      { label: words.columns.subject, numeric: false },
      { label: names.measure(result.measure), numeric: true },
    ],
    rows: result.rows.map(({ rank, figure }) => [
      { text: String(rank), value: rank },
      textCell(names.subject(figure.subject)),
      { text: figure.print, value: figure.value },
    ]),
  };
}
