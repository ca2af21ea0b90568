import type { Surface } from './check.ts';

export const plain = (text: string) => ({ type: 'plain_text', text });
const marked = (text: string) => ({ type: 'mrkdwn', text });
export const long = (length: number) => '字'.repeat(length);
export const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
export const button = (index: number) => ({ type: 'button', action_id: `a${index}`, text: plain('押す') });
const option = (index: number) => ({ text: plain(`${index}`), value: `${index}` });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const cell = (text: string) => ({ type: 'raw_text', text });
export const dataTable = (rows: number, columns: number, text = 'x') => ({
  type: 'data_table',
  caption: 'c',
  rows: many(rows, () => many(columns, () => cell(text))),
});
export const series = (points: number, name = 's') => ({
  name,
  data: many(points, (i) => ({ label: `${i}`, value: -i })),
});
export const chart = (all: unknown[], points: number, title = 't') => ({
  type: 'data_visualization',
  title,
  chart: { type: 'line', series: all, axis_config: { categories: many(points, String) } },
});
const pie = (value: number) => ({
  type: 'data_visualization',
  title: 't',
  chart: { type: 'pie', segments: [{ label: 'a', value }] },
});
const verdict = (text: string) => ({ text: plain(text), value: 'v' });
export const feedback = (text: string) => ({
  type: 'context_actions',
  elements: [
    { type: 'feedback_buttons', action_id: 'f', positive_button: verdict(text), negative_button: verdict('n') },
  ],
});
export const container = (count: number, child: unknown = { type: 'divider' }) => ({
  type: 'container',
  title: plain('t'),
  child_blocks: many(count, () => child),
});
const card = (title: string) => ({ type: 'card', title: marked(title) });
export const input = (length: number) => ({
  type: 'input',
  label: plain('l'),
  element: { type: 'plain_text_input', max_length: length },
});
const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** Surface, what is limited, a block at the limit, a block beyond it, and where the refusal points. */
export const CASES: readonly (readonly [Surface, string, object, object, string])[] = [
  ['modal', 'section text', section(3000), section(3001), '/0/text/text'],
  ['message', 'section fields', fields(10, 2000), fields(11, 2000), '/0/fields'],
  ['message', 'a section field', fields(1, 2000), fields(1, 2001), '/0/fields/0/text'],
  [
    'message',
    'header text',
    { type: 'header', text: plain(long(150)) },
    { type: 'header', text: plain(long(151)) },
    '/0/text/text',
  ],
  [
    'message',
    'header text kind',
    { type: 'header', text: plain('a') },
    { type: 'header', text: marked('a') },
    '/0/text/type',
  ],
  ['message', 'context elements', context(10), context(11), '/0/elements'],
  ['message', 'actions', actions(...many(25, button)), actions(...many(26, button)), '/0/elements'],
  ['message', 'action ids in a block', actions(button(1), button(2)), actions(button(1), button(1)), '/0/elements'],
  ['message', 'button text', pressing(plain(long(75))), pressing(plain(long(76))), '/0/elements/0/text/text'],
  [
    'message',
    'button value',
    pressing(plain('a'), long(2000)),
    pressing(plain('a'), long(2001)),
    '/0/elements/0/value',
  ],
  ['home', 'select options', select(100), select(101), '/0/elements/0/options'],
  ['home', 'the chosen option', select(2, option(1)), select(2, option(2)), '/0/elements/0/initial_option'],
  ['message', 'overflow options', overflow(5), overflow(6), '/0/elements/0/options'],
  [
    'message',
    'block id',
    { type: 'divider', block_id: long(255) },
    { type: 'divider', block_id: long(256) },
    '/0/block_id',
  ],
  [
    'message',
    'table rows',
    { type: 'table', rows: many(100, () => [cell('x')]) },
    { type: 'table', rows: many(101, () => [cell('x')]) },
    '/0/rows',
  ],
  ['message', 'data table rows', dataTable(101, 1), dataTable(102, 1), '/0/rows'],
  ['message', 'data table without rows', dataTable(2, 1), dataTable(1, 1), '/0/rows'],
  ['message', 'data table columns', dataTable(2, 20), dataTable(2, 21), '/0/rows/0'],
  ['message', 'data table text', dataTable(10, 10, long(100)), dataTable(10, 10, long(101)), ''],
  ['message', 'an empty cell', dataTable(2, 1), dataTable(2, 1, ''), '/0/rows/0/0/text'],
  [
    'message',
    'rows of one length',
    dataTable(2, 2),
    { ...dataTable(2, 2), rows: [[cell('a'), cell('b')], [cell('a')]] },
    '/0/rows/1',
  ],
  [
    'message',
    'a header of plain cells',
    { ...dataTable(2, 1), rows: [[cell('a')], [rich('b')]] },
    { ...dataTable(2, 1), rows: [[rich('a')], [cell('b')]] },
    '/0/rows/0/0/type',
  ],
  ['message', 'chart title', chart([series(2)], 2, long(50)), chart([series(2)], 2, long(51)), '/0/title'],
  ['message', 'chart points', chart([series(20)], 20), chart([series(21)], 21), '/0/chart/axis_config/categories'],
  [
    'message',
    'chart series',
    chart(
      many(6, (i) => series(1, `${i}`)),
      1,
    ),
    chart(
      many(7, (i) => series(1, `${i}`)),
      1,
    ),
    '/0/chart/series',
  ],
  [
    'message',
    'series names',
    chart([series(1, 'a'), series(1, 'b')], 1),
    chart([series(1, 'a'), series(1, 'a')], 1),
    '/0/chart/series',
  ],
  ['message', 'a point for each category', chart([series(2)], 2), chart([series(1)], 2), '/0/chart/series/0/data'],
  ['message', 'pie values', pie(0.1), pie(-1), '/0/chart/segments/0/value'],
  ['message', 'feedback text', feedback(long(75)), feedback(long(76)), '/0/elements/0/positive_button/text/text'],
  ['message', 'container children', container(10), container(11), '/0/child_blocks'],
  [
    'message',
    'container content',
    container(1, { type: 'table', rows: [[cell('x')]] }),
    container(1, dataTable(2, 1)),
    '/0/child_blocks/0/type',
  ],
  ['message', 'card title', card(long(150)), card(long(151)), '/0/title/text'],
  [
    'modal',
    'alert text',
    { type: 'alert', text: plain(long(200)) },
    { type: 'alert', text: plain(long(201)) },
    '/0/text/text',
  ],
  ['modal', 'input length', input(3000), input(3001), '/0/element/max_length'],
  ['message', 'image alt text', image(2000), image(2001), '/0/alt_text'],
  ['message', 'markdown', { type: 'markdown', text: long(9000) }, { type: 'markdown', text: long(12_001) }, ''],
];

export function section(length: number) {
  return { type: 'section', text: marked(long(length)) };
}

function fields(count: number, length: number) {
  return { type: 'section', fields: many(count, () => plain(count > 1 ? 'a' : long(length))) };
}

function context(count: number) {
  return { type: 'context', elements: many(count, () => marked('a')) };
}

function pressing(text: object, value = 'v') {
  return actions({ type: 'button', text, value });
}

function select(count: number, initial_option?: object) {
  return actions({
    type: 'static_select',
    options: many(count, option),
    ...(initial_option ? { initial_option } : {}),
  });
}

function overflow(count: number) {
  return actions({ type: 'overflow', options: many(count, option) });
}

function image(length: number) {
  return { type: 'image', image_url: 'https://example.com/a.png', alt_text: long(length) };
}
