import type { AnswerChart } from '../answer/part.ts';
import { cut, padEnd, padStart, widthOf, wrap } from './width.ts';

const BAR = '#';
const LONGEST = 40;
const SHORTEST = 6;
const GAP = '  ';

/**
 * A bar for each value in `room` columns; negative bars stand left of a line. Empty where there is no room. The bars only
 * repeat the values, which the caller prints beside them.
 */
export function drawBars(values: readonly number[], room: number): string[] {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const span = highest - lowest;
  const columns = Math.min(room, LONGEST) - (lowest < 0 ? 1 : 0);
  if (span === 0 || columns < SHORTEST) return [];
  // Both sides have one scale, and each side that has a value at all gets at least one column.
  const left =
    lowest < 0 ? Math.min(columns - (highest > 0 ? 1 : 0), Math.max(1, Math.round((columns * -lowest) / span))) : 0;
  const share = (value: number): number =>
    Math.min(
      lowest < 0 ? (value / -lowest) * left : Number.POSITIVE_INFINITY,
      highest > 0 ? (value / highest) * (columns - left) : Number.POSITIVE_INFINITY,
    );
  return values.map((value) => {
    const length = value === 0 ? 0 : Math.max(1, Math.round(share(Math.abs(value))));
    const bar = BAR.repeat(length);
    if (lowest >= 0) return bar;
    return `${(value < 0 ? bar : '').padStart(left)}|${value > 0 ? bar : ''}`.trimEnd();
  });
}

/** A series as labels, values and bars. */
export function renderChart(chart: AnswerChart, width: number): string[] {
  const labels = chart.points.map(({ label }) => label);
  const values = chart.points.map(({ value }) => value.toLocaleString('en-US', { maximumFractionDigits: 4 }));
  const valueWidth = Math.max(0, ...values.map(widthOf));
  const labelWidth = Math.min(Math.max(0, ...labels.map(widthOf)), Math.max(SHORTEST, width - valueWidth - GAP.length));
  const bars = drawBars(
    chart.points.map(({ value }) => value),
    width - labelWidth - valueWidth - 2 * GAP.length,
  );
  const unit = chart.unit === '' ? '' : ` (${chart.unit})`;
  return [
    ...wrap(`${chart.title}${unit}`, width),
    ...labels.map((label, i) =>
      [padEnd(cut(label, labelWidth), labelWidth), padStart(values[i] ?? '', valueWidth), bars[i] ?? '']
        .join(GAP)
        .trimEnd(),
    ),
  ];
}
