import type { Answer } from '../answer/assemble.ts';
import type { AnswerChart, AnswerTable } from '../answer/part.ts';
import { faceWording } from '../face-wording.ts';
import { drawBars, renderChart } from './chart.ts';
import { printable } from './printable.ts';
import { renderTable } from './table.ts';
import { wrap } from './width.ts';

/** Lines longer than this are hard to read, however wide the terminal. */
const WIDEST_TEXT = 100;

/** What an asker may type a number for: the choices of a question back, then the follow-up questions. */
export function numberedOf(answer: Answer): readonly string[] {
  return [...answer.choices, ...answer.followUps];
}

/** An answer as it stands on a terminal: text, table with bars, sources, numbered questions. */
export function answerView(answer: Answer, terminalWidth: number): string {
  const words = faceWording(answer.language);
  // Without a terminal nothing is broken, so that a file of answers can be searched.
  const textWidth = Number.isFinite(terminalWidth) ? Math.min(terminalWidth, WIDEST_TEXT) : terminalWidth;
  const numbered = numberedOf(answer).map((question, i) => `  ${i + 1}. ${question}`);
  const blocks = [
    wrap(printable(answer.text), textWidth),
    ...figureBlocks(answer, terminalWidth),
    answer.citations.flatMap((citation) => wrap(words.source(printable(citation)), textWidth, '  ')),
    numbered.length > 0
      ? [
          words.numbered(answer.choices.length > 0),
          ...numbered.flatMap((line) => wrap(printable(line), textWidth, '     ')),
        ]
      : [],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function figureBlocks({ table, chart }: Answer, width: number): string[][] {
  if (table && chart && showsSeries(table, chart)) {
    const values = chart.points.map(({ value }) => value);
    return [renderTable(clean(table), width, (room) => drawBars(values, room))];
  }
  return [...(table ? [renderTable(clean(table), width)] : []), ...(chart ? [renderChart(chart, width)] : [])];
}

/** True when a column of the table holds the points of the chart: the bars then stand beside its rows. */
function showsSeries(table: AnswerTable, chart: AnswerChart): boolean {
  return (
    table.rows.length === chart.points.length &&
    table.columns.some((_, at) => chart.points.every(({ value }, row) => table.rows[row]?.[at]?.value === value))
  );
}

function clean(table: AnswerTable): AnswerTable {
  const oneLine = (text: string): string => printable(text).replaceAll('\n', ' ');
  return {
    caption: oneLine(table.caption),
    columns: table.columns.map((column) => ({ ...column, label: oneLine(column.label) })),
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, text: oneLine(cell.text) }))),
  };
}
