import type { SourceRef, Status } from '../report/model.ts';
import type { ProgressResult, ProgressRow } from '../tools/progress.ts';
import { STATUSES } from '../tools/progress-figures.ts';
import { type AnswerTable, type ComposeContext, type Part, textCell } from './part.ts';
import { statusesOf } from './readings/item-filters.ts';
import { settlesCount, verdictSentence } from './verdict.ts';

/** Counts and shares: those asked for first, then the whole distribution and the year before. */
export function composeProgress(result: ProgressResult, context: ComposeContext): Part {
  const { words, names, frame } = context;
  const missed = result.misses.map((m) => words.miss(m, names));
  const [first] = result.rows;
  if (!first || missed.length > 0) return { sentences: missed, sources: first ? [first.source] : [], found: false };
  const asked = statusesOf(frame);
  const shown: readonly Status[] = asked.length > 0 && asked.length < STATUSES.length ? asked : STATUSES;
  const parts = (row: ProgressRow, statuses: readonly Status[]): string[] =>
    statuses.map((s) => words.countPart(s, row.counts[s], row.shares[s]));
  const sentences = result.rows.map((row, i) => {
    const subject = names.subject(row.subject);
    const own = parts(row, shown);
    const sentence = words.countLead(subject, result.year, own, row.total);
    return result.rows.length > 1 && i > 0 ? `\n${sentence}` : sentence;
  });
  const single = result.rows.length === 1;
  const joint = single ? jointShares(first, shown, result.year, context) : [];
  const before =
    single && frame.years.length === 0
      ? result.before.flatMap((row) => [
          words.before(result.years[result.years.indexOf(result.year) - 1] ?? result.year, parts(row, shown)),
        ])
      : [];
  const [status, second] = shown;
  const truth =
    single && status && !second
      ? settlesCount(first.counts[status].value ?? 0, first.total, frame, first.shares[status]?.value ?? null)
      : null;
  return {
    sentences: [...verdictSentence(truth, context), ...sentences, ...joint, ...before],
    sources: sourcesOf(result),
    found: true,
    ...(result.rows.length > 1 || shown.length > 1 ? { table: tableOf(result, context) } : {}),
    followUps: [words.followUp.listStatus(asked[0] ?? 'partial'), words.followUp.legend()],
  };
}

/** A share that the report prints for two statuses together is said as printed. */
export function jointShares(
  row: ProgressRow,
  shown: readonly Status[],
  year: ProgressResult['year'],
  { words }: Pick<ComposeContext, 'words'>,
): string[] {
  return (row.printed?.counts ?? []).flatMap((cell) => {
    if (cell.year !== year || cell.statuses.length < 2 || !cell.share) return [];
    return cell.statuses.some((s) => shown.includes(s)) ? [words.jointShare(cell.statuses, cell.share.print)] : [];
  });
}

function sourcesOf({ rows }: ProgressResult): SourceRef[] {
  const [first] = rows;
  return first ? [rows.length > 1 ? { ...first.source, cell: null } : first.source] : [];
}

function tableOf({ rows, year }: ProgressResult, { words, names }: ComposeContext): AnswerTable {
  return {
    caption: words.year(year),
    columns: [
      { label: words.columns.subject, numeric: false },
      { label: words.columns.total, numeric: true },
      ...STATUSES.map((s) => ({ label: words.status(s), numeric: true })),
      { label: words.columns.share, numeric: true },
    ],
    rows: rows.map((row) => [
      textCell(names.subject(row.subject)),
      { text: String(row.total), value: row.total },
      ...STATUSES.map((s) => ({ text: row.counts[s].print, value: row.counts[s].value })),
      { text: row.shares.done?.print ?? '', value: row.shares.done?.value ?? null },
    ]),
  };
}
