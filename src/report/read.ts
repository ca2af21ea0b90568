import { placeCaptions } from './captions.ts';
import { checkReport } from './checks.ts';
import { readCover } from './cover.ts';
import { type FiscalYear, latest, yearOfMonth } from './fiscal-year.ts';
import { hasSentence, itemRole } from './form.ts';
import { isFigureRow } from './grid.ts';
import { listHeadings, type Placed, placeLines } from './layout.ts';
import { parseLegend, statusReader } from './legend.ts';
import type { LegendEntry, LineUse, PlanItem, Problem, ReadLine, ReadResult, Report } from './model.ts';
import { readNarrative } from './narrative.ts';
import { readTables } from './read-tables.ts';
import { parseCounts } from './results-table.ts';
import { excerptOf, folded, type Line, readLines } from './source.ts';
import { findTables } from './table-finder.ts';
import { isYearCell, newFindings, problemAt } from './tables.ts';

/**
 * Reads a report from the bytes of its text. `id` names it in every `SourceRef`. The result is whole or refused: a report
 * with no items or fiscal year, a duplicate number, an unknown status, an unreadable figure or a row that cannot be
 * assigned is not read at all, and all its problems are handed back, by line.
 */
export function readReport(bytes: Uint8Array, id: string): ReadResult {
  const { lines, problems: undecoded } = readLines(bytes);
  if (undecoded.length > 0) return { ok: false, problems: undecoded };
  if (lines.every((line) => line.filled === 0))
    return { ok: false, problems: [{ code: 'empty', line: null, excerpt: '', message: 'The file is empty.' }] };
  const findings = newFindings();
  const placed = placeLines(lines);
  const cover = readCover(placed);
  const legend = legendOf(placed, id);
  const statusOf = statusReader(legend);
  const found = findTables(placed, statusOf, cover.year);
  const captions = placeCaptions(placed, found.tables, found.texts);
  const { tables, results, items, pillars } = readTables(
    found.tables,
    captions.around,
    listHeadings(placed),
    placed.flatMap(({ kind, line }) => (kind === 'list' ? [line.text] : [])),
    id,
    statusOf,
    findings,
  );
  const narrative = readNarrative({
    placed,
    report: id,
    ofTables: captions.ofTables,
    texts: found.texts,
    taken: cover.lines,
  });

  const uses = new Map<Line, LineUse>(narrative.uses);
  for (const line of cover.lines) uses.set(line, 'heading');
  for (const table of found.tables) for (const line of [...table.header, ...table.rows]) uses.set(line, 'cell');
  const headers = new Set(found.tables.flatMap((table) => table.header.map((line) => line.text)));
  for (const line of found.loose) uses.set(line, headers.has(line.text) ? 'cell' : 'unknown');
  for (const line of findings.unread) uses.set(line, 'unknown');
  const filled = lines.filter((line) => line.filled > 0);
  const use = (line: Line) => uses.get(line) ?? 'unknown';
  const read = filled.map(
    (line): ReadLine => ({
      line: line.number,
      use: use(line),
      excerpt: excerptOf(line),
      text: line.cells.join('\t').trimEnd(),
    }),
  );
  const told = new Set(findings.unread);
  for (const line of filled.filter((each) => use(each) === 'unknown')) {
    if (isItemLike(line)) {
      const message = 'This row looks like an item, but stands in no table with a header. Put it below its header.';
      findings.problems.push(problemAt('stray-row', line, message));
    } else if (told.has(line))
      continue; // A warning of its own says why it was left out.
    else if (isFigureLike(line, results !== null)) {
      const message =
        'This row has figures of a fiscal year, but no header says what they are. Put it below its header.';
      findings.problems.push(problemAt('stray-figures', line, message));
    } else findings.warnings.push(problemAt('unread-line', line, 'This line was not understood and is in no answer.'));
  }
  findings.problems.push(...mergedGrades(items, legend));
  findings.warnings.push(...uncovered(cover));
  const year =
    cover.year ?? yearOfStatuses(items) ?? (cover.issued ? yearOfMonth(cover.issued.year, cover.issued.month) : null);
  const problems = [...findings.problems, ...missing(items.filter(({ kind }) => kind === 'plan').length, year, lines)];
  if (problems.length > 0 || !year) return { ok: false, problems: byLine(problems) };
  const chapters = [...new Set(placed.flatMap((at) => at.chapter?.text ?? []))];
  const body: Omit<Report, 'checks'> = {
    id,
    title: cover.title,
    name: cover.nameIn(year),
    city: cover.city,
    year,
    issued: cover.issued,
    chapters,
    tables,
    results,
    items,
    pillars,
    text: narrative.text,
    legend,
    lines: read,
    warnings: byLine(findings.warnings),
  };
  return { ok: true, report: { ...body, checks: checkReport(body) } };
}

function legendOf(placed: readonly Placed[], report: string): LegendEntry[] {
  const seen = new Set<string>();
  return placed
    .filter((at) => at.kind === 'legend')
    .flatMap(({ line, chapter, heading }) =>
      parseLegend(line.text, {
        report,
        line: line.number,
        cell: null,
        chapter: chapter?.text ?? '',
        place: heading?.text ?? '',
      }),
    )
    .filter((entry) => {
      const key = `${entry.source.chapter} ${entry.print} ${entry.meaning}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
}

/** A row outside every table that would be lost as an item: several cells, one of them running text. */
function isItemLike(line: Line): boolean {
  return line.filled >= 4 && line.cells.some((cell) => cell.length >= 30 && hasSentence(cell));
}

/** A row outside every table that would be lost from one: figures of a year, or counts with shares where no results are. */
function isFigureLike(line: Line, hasResults: boolean): boolean {
  if (isFigureRow(line) && line.cells.some((cell) => isYearCell(cell))) return true;
  return !hasResults && line.cells.filter((cell) => parseCounts(cell)?.share).length >= 2;
}

/** A report without a year on its cover is about the newest year whose statuses it has. */
function yearOfStatuses(items: readonly PlanItem[]): FiscalYear | null {
  return latest(items.flatMap((item) => item.statuses.map((status) => status.year))) ?? null;
}

/** What the cover does not say. An answer needs neither, but a reader wants to know whose report it is. */
function uncovered({ title, city }: Pick<Report, 'title' | 'city'>): Problem[] {
  const whole = { line: null, excerpt: '' };
  const problems: Problem[] = [];
  if (title === '')
    problems.push({
      code: 'no-title',
      ...whole,
      message: 'The cover has no title. Put the title of the report first.',
    });
  if (city === null)
    problems.push({
      code: 'no-city',
      ...whole,
      message: 'The cover names no city. Answers cannot say whose report it is.',
    });
  return problems;
}

/** Two marks that the legend tells apart and that fall on one status: counted together, every number would be wrong. */
function mergedGrades(items: readonly PlanItem[], legend: readonly LegendEntry[]): Problem[] {
  const used = new Set(items.flatMap((item) => item.statuses.map(({ print }) => folded(print))));
  const marks = legend.filter(({ print }) => used.has(folded(print)));
  return marks.flatMap((entry, i): Problem[] => {
    const same = marks.slice(0, i).find((m) => m.status === entry.status && folded(m.print) !== folded(entry.print));
    if (!same) return [];
    const named = `${same.print} ${entry.print}`;
    const message = `The legend tells "${same.print}" (${same.meaning}) from "${entry.print}" (${entry.meaning}), but both mean the same of the four statuses that are known: done, partial, not done, later. Use one mark for each of the four.`;
    return [{ code: 'merged-grades', line: entry.source.line, excerpt: entry.meaning, message, named }];
  });
}

function missing(items: number, year: string | null, lines: readonly Line[]): Problem[] {
  const problems: Problem[] = [];
  const whole = { line: null, excerpt: '' };
  const spaced = items === 0 ? lines.find(isSpacedHeader) : undefined;
  if (spaced)
    problems.push(
      problemAt(
        'no-tabs',
        spaced,
        'This looks like the header of the items, but no tabs stand between its cells. Put one tab between two cells, here and in the rows.',
      ),
    );
  else if (items === 0)
    problems.push({
      code: 'no-items',
      ...whole,
      message:
        'No plan items were found. Their table needs a header row that names the item number and the measure taken, and one tab between two cells.',
    });
  if (!year)
    problems.push({
      code: 'no-year',
      ...whole,
      message: 'No fiscal year was found. State it on the cover.',
    });
  return problems;
}

/** The header of the items as it is when its tabs became spaces, which is what most editors make of them. */
function isSpacedHeader(line: Line): boolean {
  const roles = line.text.split(' ').map((word) => itemRole(folded(word)));
  return !line.tabbed && roles.includes('number') && (roles.includes('title') || roles.includes('policy'));
}

function byLine(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
