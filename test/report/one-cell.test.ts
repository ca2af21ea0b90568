import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import { folded } from '../../src/report/source.ts';
import { REAL_TEXT, SMALL } from './variant.ts';

interface Cell {
  readonly line: number;
  readonly cell: number;
  readonly text: string;
}

function cellsOf(text: string): Cell[] {
  return text
    .split('\n')
    .flatMap((row, line) => row.split('\t').map((cell, i) => ({ line, cell: i, text: cell })))
    .filter((cell) => cell.text.trim() !== '');
}

function withCell(text: string, { line, cell }: Cell, replacement: string): string {
  const lines = text.split('\n');
  const cells = lines[line]?.split('\t') ?? [];
  cells[cell] = replacement;
  lines[line] = cells.join('\t');
  return lines.join('\n');
}

/** What `npm run report -- --json` would print, or null when the report is refused. */
function json(text: string): string | null {
  const result = readReport(new TextEncoder().encode(text), 'x');
  return result.ok ? JSON.stringify(result.report) : null;
}

const replacement = (cell: Cell) =>
  fc.oneof(
    fc.integer({ min: -9999, max: 99999 }).map(String),
    fc.constantFrom(
      '△12',
      '○',
      '×',
      '―',
      '—',
      '平成20年度',
      '検討',
      '→',
      '総務部',
      'あ',
      'x',
      '。',
      '※',
      '(1)',
      '1 (2.0%)',
    ),
    fc.constantFrom('※', '1', '、', 'の', '△', '.', ')').map((tail) => cell.text + tail),
    fc.constantFrom(...cell.text).map((letter) => cell.text.replace(letter, letter === '9' ? '8' : '9')),
    fc.constant(''),
  );

describe.each([
  ['the real report', REAL_TEXT, 100],
  ['a small report', SMALL, 500],
])('%s', (_, text, numRuns) => {
  const before = json(text);
  const cells = cellsOf(text);
  test('any change of one cell alters the data or is refused', () => {
    const change = fc.constantFrom(...cells).chain((cell) => fc.tuple(fc.constant(cell), replacement(cell)));
    fc.assert(
      fc.property(change, ([cell, words]) => {
        fc.pre(folded(words) !== folded(cell.text));
        expect(json(withCell(text, cell, words))).not.toBe(before);
      }),
      { numRuns },
    );
  });
});

test('a changed figure changes a value, not only the record of its line', () => {
  const figures = cellsOf(REAL_TEXT).filter(
    (cell) => /^[△▲ ]*[0-9][0-9,.]*%?$/u.test(cell.text) && cell.line > 29 && cell.line < 267,
  );
  const tables = (text: string) => {
    const result = readReport(new TextEncoder().encode(text), 'x');
    return result.ok ? JSON.stringify(result.report.tables) : 'refused';
  };
  const before = tables(REAL_TEXT);
  fc.assert(
    fc.property(fc.constantFrom(...figures), (cell) => {
      const other = cell.text.replace(/[0-9](?=[^0-9]*$)/u, (digit) => String((Number(digit) + 1) % 10));
      expect(tables(withCell(REAL_TEXT, cell, other))).not.toBe(before);
    }),
    { numRuns: 40 },
  );
});

test('any text is read or refused, never an exception', () => {
  const pieces = fc.constantFrom(
    '\t',
    '\n',
    '年度',
    '整理番号',
    '取組名',
    '担当課',
    '令和2年度',
    '○',
    '△',
    '1',
    '12',
    '取組状況',
    '体系',
    '×(-)',
    '職場名',
    '有給休暇取得率',
    '目次',
    '1. 章',
    '（1）',
    '※',
    '。',
    '歳入',
    '54.3%',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 120 }),
      (parts) => {
        readReport(new TextEncoder().encode(parts.join('')), 'x');
      },
    ),
    { numRuns: 400 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      readReport(bytes, 'x');
    }),
  );
});
