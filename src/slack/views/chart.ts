import type { Block } from '@slack/types';
import type { AnswerChart, AnswerTable } from '../../answer/part.ts';
import { addYears, parseYear } from '../../report/fiscal-year.ts';
import type { SlackWording } from '../wording.ts';
import { oneLine } from './escape.ts';
import { cut, LIMITS } from './limits.ts';

/**
 * A chart, which `@slack/types` does not know yet.
 * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
export interface DataVisualizationBlock extends Block {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'line' | 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; x_label?: string; y_label?: string };
  };
}

/**
 * A series as a chart: a line for years that follow each other, bars otherwise. Null when it cannot be drawn truthfully:
 * too few or too many points, labels that do not fit or are alike, or a gap that no chart could show.
 */
export function chartBlock(
  chart: AnswerChart,
  table: AnswerTable | null,
  words: SlackWording,
): DataVisualizationBlock | null {
  const { title: maxTitle, axis, points: most, label: longest, series } = LIMITS.chart;
  const data = chart.points.map(({ label, value }) => ({ label: oneLine(label), value }));
  const labels = data.map(({ label }) => label);
  const title = oneLine(chart.title);
  const unit = oneLine(chart.unit);
  if (data.length < 2 || data.length > most || title === '') return null;
  if (labels.some((l) => l === '' || l.length > longest) || new Set(labels).size < labels.length) return null;
  if (data.some(({ value }) => !Number.isFinite(value)) || (table && hasGap(chart, table))) return null;
  const years = areYears(labels);
  const y = unit === '' ? '' : cut(words.unit(unit), axis);
  return {
    type: 'data_visualization',
    title: cut(title, maxTitle),
    chart: {
      type: years && followEachOther(labels) ? 'line' : 'bar',
      series: [{ name: cut(title, series), data }],
      axis_config: {
        categories: labels,
        ...(years ? { x_label: words.years } : {}),
        ...(y === '' ? {} : { y_label: y }),
      },
    },
  };
}

/** True when a column of the table holds the points of the chart and a missing value between them. */
function hasGap({ points }: AnswerChart, { columns, rows }: AnswerTable): boolean {
  return columns.some((_, i) => {
    const values = rows.map((row) => row[i]?.value ?? null);
    const known = values.filter((v) => v !== null);
    return (
      known.length < values.length && known.length === points.length && points.every((p, k) => p.value === known[k])
    );
  });
}

/** `令和元年度`, `FY2019 (R1)`: what stands before the bracket is the year. */
function yearOf(label: string): ReturnType<typeof parseYear> {
  return parseYear(label.replace(/ \(.*\)$/u, ''));
}

function areYears(labels: readonly string[]): boolean {
  return labels.every((label) => yearOf(label) !== null);
}

function followEachOther(labels: readonly string[]): boolean {
  return labels.every((label, i) => {
    const before = yearOf(labels[i - 1] ?? '');
    return i === 0 || (before !== null && yearOf(label) === addYears(before, 1));
  });
}
