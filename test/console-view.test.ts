import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerTable } from '../src/answer/part.ts';
import { answerView } from '../src/console/answer-view.ts';
import { drawBars, renderChart } from '../src/console/chart.ts';
import { renderTable } from '../src/console/table.ts';
import { columnsOf, cut, widthOf, wrap } from '../src/console/width.ts';
import { anAnswer } from './support/faces.ts';

const words = fc.string({ unit: fc.constantFrom(...'課事業AbＢ、。（）「」△ー %12,3. '), maxLength: 60 });

function aTable(rows: readonly (readonly [string, string, number])[]): AnswerTable {
  return {
    caption: '決算（百万円）',
    columns: [
      { label: '会計', numeric: false },
      { label: '備考', numeric: false },
      { label: '他会計等からの繰入金（基準外）', numeric: true },
    ],
    rows: rows.map(([name, note, value]) => [
      { text: name, value: null },
      { text: note, value: null },
      { text: String(value), value },
    ]),
  };
}

describe('wrapping', () => {
  it('keeps within the width and loses nothing but spaces', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 60 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('does not break numbers, nor put a stop first or an opening bracket last', () => {
    expect(wrap('実質収支は29,671百万円です。', 14)).toEqual(['実質収支は', '29,671百万円で', 'す。']);
    expect(wrap('   課', 4)).toEqual(['課']);
    expect(wrap('あいう（△110）', 9)).toEqual(['あいう', '（△110）']);
    expect(wrap('the ordinary account', 12, '  ')).toEqual(['the ordinary', '  account']);
  });

  it('is at the usual width on a terminal that says it has no columns, and nowhere in a file', () => {
    expect([{ isTTY: true, columns: 0 }, { isTTY: true }, { isTTY: true, columns: 40 }, {}].map(columnsOf)).toEqual([
      80,
      80,
      40,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it('marks what is cut', () => {
    expect(cut('債権に関する', 7)).toBe('債権に…');
    expect(cut('債権', 4)).toBe('債権');
  });
});

describe('a table', () => {
  it('is aligned by what its characters take on the screen', () => {
    const table = aTable([
      ['普通会計', 'a', 9552],
      ['水道', '前年度なし', -3],
    ]);
    expect(renderTable(table, 80)).toEqual([
      '決算（百万円）',
      '会計      備考        他会計等からの繰入金（基準外）',
      '--------  ----------  ------------------------------',
      '普通会計  a                                     9552',
      '水道      前年度なし                              -3',
    ]);
  });

  it('fits the terminal by folding headings and cutting words, never figures', () => {
    expect(renderTable(aTable([['普通会計の長い名前の勘定', '', 12345]]), 32)).toEqual([
      '決算（百万円）',
      '                        他会計等',
      '                        からの繰',
      '                        入金（基',
      '会計              備考    準外）',
      '----------------  ----  --------',
      '普通会計の長い…            12345',
    ]);
    const cell = fc.tuple(words, words, fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 5 }), fc.integer({ min: 30, max: 120 }), (rows, width) => {
        const lines = renderTable(aTable(rows), width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        for (const [, , value] of rows) expect(lines.join('\n')).toContain(String(value));
      }),
    );
  });

  it('becomes lines of heading and value where the terminal is too narrow', () => {
    expect(renderTable(aTable([['普通会計', '', 123456]]), 20)).toEqual([
      '決算（百万円）',
      '会計: 普通会計',
      '備考:',
      '他会計等からの繰入金',
      '  （基準外）: 123456',
    ]);
  });
});

describe('bars', () => {
  it('are in proportion, negative ones left of the line', () => {
    expect(drawBars([804, 78, 0], 20)).toEqual(['####################', '##', '']);
    expect(drawBars([30, -10, 0], 9)).toEqual(['  |######', '##|', '  |']);
    expect(drawBars([-5, -10], 11)).toEqual(['     #####|', '##########|']);
  });

  it('stay away where nothing is to be seen or there is no room', () => {
    expect(drawBars([0, 0], 20)).toEqual([]);
    expect(drawBars([1, 2], 3)).toEqual([]);
    expect(drawBars([], 20)).toEqual([]);
  });

  it('never leave their room and grow with their values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { maxLength: 8 }),
        fc.integer({ min: 0, max: 60 }),
        (values, room) => {
          const bars = drawBars(values, room);
          for (const bar of bars) expect(bar.length).toBeLessThanOrEqual(Math.max(room, 0));
          const length = (i: number): number => bars[i]?.replaceAll(/[^#]/g, '').length ?? 0;
          for (const [i, a] of values.entries())
            for (const [j, b] of values.entries())
              if (Math.abs(a) >= Math.abs(b)) expect(length(i)).toBeGreaterThanOrEqual(length(j));
        },
      ),
    );
  });

  it('always stand beside label and value', () => {
    const chart = {
      title: '実質収支',
      unit: '百万円',
      points: [
        { label: '平成30年度', value: 1804 },
        { label: '令和元年度', value: -0.5 },
      ],
    };
    expect(renderChart(chart, 34)).toEqual([
      '実質収支 (百万円)',
      '平成30年度  1,804   |#############',
      '令和元年度   -0.5  #|',
    ]);
    expect(renderChart(chart, 12).slice(1).join('\n')).toMatch(/1,804[\s\S]*-0\.5/);
  });
});

describe('an answer on the terminal', () => {
  const chart = { title: '普通会計', unit: '%', points: [9, 3, 6].map((value, i) => ({ label: `R${i + 1}`, value })) };
  const table: AnswerTable = {
    caption: '推移',
    columns: [
      { label: '年度', numeric: false },
      { label: '値', numeric: true },
    ],
    rows: chart.points.map(({ label, value }) => [
      { text: label, value: null },
      { text: `${value}%`, value },
    ]),
  };

  it('has the bars of a series beside the rows of its table', () => {
    const view = answerView(anAnswer('答え', { table, chart }), 40);
    expect(view).toContain('R2    3%  ##########\n');
    expect(view).not.toContain('普通会計 (%)');
  });

  it('has a chart of its own where the table holds something else', () => {
    const [first] = table.rows;
    const other = { ...table, rows: first ? [first] : [] };
    expect(answerView(anAnswer('答え', { table: other, chart }), 40)).toContain('普通会計 (%)\nR1  9  ####');
    expect(answerView(anAnswer('答え', { chart }), 40)).toContain('R3  6  ####');
  });

  it('is broken at the width of the terminal, and not at all in a file', () => {
    const long = anAnswer('あ'.repeat(200), { citations: ['い'.repeat(200)] });
    for (const line of answerView(long, 40).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(40);
    expect(answerView(long, Number.POSITIVE_INFINITY).split('\n')).toHaveLength(4);
  });

  it('cannot move the cursor', () => {
    const view = answerView(anAnswer('a\u001b[2J', { followUps: ['b\u0007'], citations: ['c\u009b'] }), 40);
    expect(view).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});
