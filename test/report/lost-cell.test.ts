import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateReport } from '../generator/generate.ts';
import {
  cellsAt,
  changes,
  type Said,
  saidBy,
  tableRows,
  withCellsSwapped,
  withCellTwice,
  withoutCell,
} from './cell-changes.ts';
import { PARTS, REAL_TEXT, read, refusal, report } from './variant.ts';

function said(text: string) {
  const all = saidBy(text);
  if (!all) throw new Error('refused');
  return all;
}

/** Pillar and policy are inherited from the rows above, so a lost label may be taken for an empty one. */
const stated = (lines: readonly string[]) => lines.filter((line) => !/^\w+ \d+ (?:pillar|policy):/u.test(line));

/** What a report says after a change that it did not say before, or nothing when it is refused. */
function newIn(text: string, before: ReturnType<typeof said>): string[] {
  const after = saidBy(text);
  if (!after) return [];
  return [...changes(before.figures, after.figures, true), ...stated(changes(before.items, after.items, false))];
}

/** Figures that changed although they stand in none of the swapped cells, nor beside one, or that changed their column. */
function strayed(before: Said, after: Said, line: number, cells: readonly number[]): string[] {
  const column = (key: string) => key.slice(key.indexOf('|'));
  return [...after].flatMap(([key, datum]) => {
    if (before.get(key)?.text === datum.text) return [];
    const there = [...before].filter(([, old]) => old.line === datum.line && old.cell === datum.cell);
    const { cell } = datum;
    const touched = cell === null || cells.some((changed) => changed === cell || changed === cell - 1);
    return datum.line === line && touched && (cell === null || there.some(([old]) => column(old) === column(key)))
      ? []
      : [key];
  });
}

describe.each([
  ['the real report', REAL_TEXT, 25],
  ['a generated report', generateReport(17).text, 10],
  ['another generated report', generateReport(42).text, 10],
])('%s', (_, text, numRuns) => {
  const before = said(text);
  const rows = tableRows(text);
  const places = rows.flatMap((line) => cellsAt(text, line).map((__, cell) => ({ line, cell })));
  const figureRows = new Set([...before.figures.values()].map(({ line }) => line));
  const inData = places.filter(({ line }) => figureRows.has(line));
  // Most rows are of items: half of the runs are kept for the others.
  const place = fc.oneof(fc.constantFrom(...places), fc.constantFrom(...inData));

  test('a cell less in a row of a table changes nothing or is refused', () => {
    fc.assert(
      fc.property(place, (at) => {
        expect(newIn(withoutCell(text, at), before)).toEqual([]);
      }),
      { numRuns },
    );
  });
  test('a cell twice changes nothing or is refused', () => {
    fc.assert(
      fc.property(place, (at) => {
        expect(newIn(withCellTwice(text, at), before)).toEqual([]);
      }),
      { numRuns },
    );
  });
  test('two cells that change places change only what stands there, or are refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inData), fc.nat(), (at, n) => {
        const other = n % cellsAt(text, at.line).length;
        const after = saidBy(withCellsSwapped(text, at, other));
        expect(after ? strayed(before.figures, after.figures, at.line, [at.cell, other]) : []).toEqual([]);
      }),
      { numRuns },
    );
  });
});

test('every cell of a row of each kind of table is missed', () => {
  const before = said(REAL_TEXT);
  for (const line of [42, 84, 159, 263]) {
    for (const cell of cellsAt(REAL_TEXT, line).keys())
      expect([line + 1, cell, newIn(withoutCell(REAL_TEXT, { line, cell }), before)]).toEqual([line + 1, cell, []]);
  }
});

describe('refused, with line and excerpt', () => {
  const changed = (from: string, to: string) => refusal(REAL_TEXT.replace(from, to));
  test.each([
    ['a lost figure', '\t119\t78\t', '\t78\t', 43],
    ['a lost last figure', '\t△273\t15,722', '\t△273', 43],
    ['a figure too many', '\t119\t78\t', '\t119\t119\t78\t', 43],
    ['an empty cell too many', '\t△273\t15,722', '\t△273\t15,722\t', 43],
    ['a lost year', '令和元年度\t23,764', '23,764', 43],
    ['the year and a figure turned', '令和元年度\t23,764', '23,764\t令和元年度', 43],
    ['a lost account', '下水道 事業会計 ※\t', '', 123],
    ['a number for an account', '下水道 事業会計 ※\t平成', '1,341\t平成', 123],
    ['a figure less and one more', '\t23,764\t23,645\t119\t78\t△273\t', '\t5\t23,764\t23,645\t119\t78\t', 43],
    ['the sums turned', '\t23,764\t23,645\t119\t', '\t119\t23,645\t23,764\t', 43],
    ['a lost header', '年度\t歳入\t歳出\t', '年度\t歳出\t', 39],
    ['a lost header above two', '歳入\t歳出\t歳入歳出', '歳出\t歳入歳出', 85],
    ['a lost name', '\t総務課\t225.8', '\t225.8', 160],
    ['a lost last value', '\t総務課\t225.8', '\t総務課', 160],
    ['a lost pair', '税務課\t153.5\t税務課\t176.6\t', '税務課\t153.5\t', 161],
    ['a lost pair in the last row', '秘書広報課\t9.50%\t', '', 216],
    ['a lost blank between years', '平成 29 年度\t\t', '平成 29 年度\t', 182],
    ['a lost count', '\t4 (44.4%)\t1 (11.2%)', '\t1 (11.2%)', 262],
    ['a lost blank between years of counts', '令和元年度\t\t\t令和2', '令和元年度\t\t令和2', 260],
    ['a lost title', '\t組織機構の見直し\t', '\t', 298],
  ])('%s', (_, from, to, line) => {
    expect(REAL_TEXT.split(from)).not.toHaveLength(1);
    const at = changed(from, to).filter((problem) => problem.line === line);
    expect(at).not.toHaveLength(0);
    expect(at[0]?.excerpt).not.toBe('');
  });
  test('two numbers in one cell', () => {
    expect(changed('\t119\t78\t', '\t119 78\t').map(({ line }) => line)).toContain(43);
    expect(changed('\t119\t78\t', '\t11978\t').map(({ line }) => line)).toContain(43);
  });
  test('the headers of revenue and expenditure turned', () => {
    const codes = changed('年度\t歳入\t歳出\t', '年度\t歳出\t歳入\t').map(({ code, line }) => [code, line]);
    expect(codes).toContainEqual(['shifted-cells', 38]);
  });
});

describe('still read', () => {
  const values = (accounts: readonly string[]) =>
    read(report(PARTS.cover, accounts, PARTS.items)).tables[0]?.observations.map((o) => [o.year, o.measure, o.value]);
  const withRows = (change: (row: string, i: number) => string) =>
    PARTS.accounts.map((row, i) => (row.includes('\t') ? change(row, i) : row));
  test('empty cells behind the last header, in some rows or all', () => {
    expect(values(withRows((row) => `${row}\t`))).toEqual(values(PARTS.accounts));
    expect(values(withRows((row, i) => (i === 6 ? `${row}\t\t` : row)))).toEqual(values(PARTS.accounts));
    expect(values(withRows((row, i) => (i === 8 ? row : `${row}\t`)))).toEqual(values(PARTS.accounts));
  });
  test('a year column without a header', () => {
    expect(values(withRows((row) => row.replace(/^年度/u, '')))).toEqual(values(PARTS.accounts));
  });
  test('a gap at the end of a year, with its tabs or without', () => {
    const short = REAL_TEXT.replace('\t11.70%\t\t', '\t11.70%');
    expect(short).not.toBe(REAL_TEXT);
    expect(said(short)).toEqual(said(REAL_TEXT));
  });
  test('a lost sign and a balance that nothing explains: as printed, with the contradiction', () => {
    const odd = read(REAL_TEXT.replace('\t23,764\t', '\t28,764\t'));
    expect(odd.checks.filter((check) => check.code === 'balance' && check.verdict === 'contradicts')).toHaveLength(3);
  });
});
