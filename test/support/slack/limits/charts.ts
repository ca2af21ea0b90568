import { listIn, objectIn, textIn } from '../json.ts';
import { both, type Check, kinds, list, number, problem, shape, text, typed } from './check.ts';
import { MOST_ID } from './elements.ts';

/** All of https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
const TITLE = 50;
const AXIS_LABEL = 50;
const LABEL = 20;
const POINTS = 20;
/** The lower of the two values that copies of the page give. */
const SERIES = 6;
const SEGMENTS = 6;

const label = text(LABEL);
const axes = typed({
  series: list(SERIES, shape({ name: label, data: list(POINTS, shape({ label, value: number() })) })),
  axis_config: shape({ categories: list(POINTS, label) }, { x_label: text(AXIS_LABEL), y_label: text(AXIS_LABEL) }),
});
const pie = typed({ segments: list(SEGMENTS, shape({ label, value: number({ least: Number.MIN_VALUE }) })) });

/** A line, bar, area or pie chart. */
export const chart: Check = both(
  typed({ title: text(TITLE), chart: kinds({ line: axes, bar: axes, area: axes, pie }) }, { block_id: text(MOST_ID) }),
  (value, at, found) => {
    const series = listIn(objectIn(value, 'chart'), 'series');
    const names = series.map((each) => textIn(each, 'name'));
    if (new Set(names).size < names.length) found.push(problem('series names must be unique', `${at}/chart/series`));
    const wanted = listIn(objectIn(objectIn(value, 'chart'), 'axis_config'), 'categories').toSorted();
    for (const [index, each] of series.entries()) {
      const labels = listIn(each, 'data').map((point) => textIn(point, 'label'));
      if (labels.length !== wanted.length || labels.toSorted().some((name, i) => name !== wanted[i])) {
        found.push(problem('must have exactly one point for every category', `${at}/chart/series/${index}/data`));
      }
    }
  },
);
