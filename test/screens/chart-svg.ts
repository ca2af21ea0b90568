import type { DataVisualizationBlock } from '../../src/slack/views/chart.ts';
import { escapeHtml } from './html.ts';

const WIDTH = 620;
const HEIGHT = 230;
const LEFT = 62;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 46;

/** A chart as Slack draws it: axes, a few marks at round numbers, one series. */
export function chartSvg({ title, chart }: DataVisualizationBlock): string {
  const points = chart.series[0]?.data ?? [];
  const values = points.map((p) => p.value);
  const ticks = roundTicks(Math.min(0, ...values), Math.max(0, ...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (value: number): number => TOP + ((high - value) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM);
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, points.length);
  const x = (i: number): number => LEFT + step * (i + 0.5);
  const grid = ticks.map(
    (t) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(t)}" y2="${y(t)}" class="grid"/>` +
      `<text x="${LEFT - 8}" y="${y(t) + 4}" text-anchor="end">${t.toLocaleString('en-US')}</text>`,
  );
  const labels = points.map(
    (p, i) => `<text x="${x(i)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${escapeHtml(p.label)}</text>`,
  );
  const marks =
    chart.type === 'line'
      ? [
          `<polyline points="${points.map((p, i) => `${x(i)},${y(p.value)}`).join(' ')}" class="line"/>`,
          ...points.map((p, i) => `<circle cx="${x(i)}" cy="${y(p.value)}" r="4" class="dot"/>`),
        ]
      : points.map((p, i) => {
          const [top, bottom] = [Math.min(y(p.value), y(0)), Math.max(y(p.value), y(0))];
          return `<rect x="${x(i) - step * 0.3}" y="${top}" width="${step * 0.6}" height="${bottom - top}" class="bar"/>`;
        });
  const { x_label = '', y_label = '' } = chart.axis_config;
  return `<figure class="chart"><figcaption>${escapeHtml(title)}</figcaption>
    <div class="unit">${escapeHtml(y_label)}</div>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%">${[...grid, ...labels, ...marks].join('')}
    <text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${escapeHtml(x_label)}</text></svg></figure>`;
}

/** Round numbers that enclose both values. */
function roundTicks(low: number, high: number): number[] {
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((f) => f * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}
