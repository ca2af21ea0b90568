import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Surface } from './limits/check.ts';
import { demandMessageBlocks, problemsOf } from './limits/message.ts';
import { demandView } from './limits/view.ts';
import { Refusal } from './refusal.ts';

const none: ReadonlySet<string> = new Set();
const plain = (text: string) => ({ type: 'plain_text', text });
const marked = (text: string) => ({ type: 'mrkdwn', text });
const long = (length: number) => '字'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const button = (index: number) => ({ type: 'button', action_id: `a${index}`, text: plain('押す') });
const option = (index: number) => ({ text: plain(`${index}`), value: `${index}` });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const cell = (text: string) => ({ type: 'raw_text', text });
const dataTable = (rows: number, columns: number, text = 'x') => ({
  type: 'data_table',
  caption: 'c',
  rows: many(rows, () => many(columns, () => cell(text))),
});
const series = (points: number, name = 's') => ({ name, data: many(points, (i) => ({ label: `${i}`, value: -i })) });
const chart = (all: unknown[], points: number, title = 't') => ({
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
const feedback = (text: string) => ({
  type: 'context_actions',
  elements: [
    { type: 'feedback_buttons', action_id: 'f', positive_button: verdict(text), negative_button: verdict('n') },
  ],
});
const container = (count: number, child: unknown = { type: 'divider' }) => ({
  type: 'container',
  title: plain('t'),
  child_blocks: many(count, () => child),
});
const card = (title: string) => ({ type: 'card', title: marked(title) });
const input = (length: number) => ({
  type: 'input',
  label: plain('l'),
  element: { type: 'plain_text_input', max_length: length },
});
const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** Surface, what is limited, a block at the limit, a block beyond it, and where the refusal points. */
const CASES: readonly (readonly [Surface, string, object, object, string])[] = [
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

describe('blocks', () => {
  it.each(CASES)('on a %s: %s up to the limit and no further', (surface, _, within, beyond, at) => {
    expect(problemsOf([within], surface, none, '')).toEqual([]);
    const found = problemsOf([beyond], surface, none, '');
    expect(
      found.some((each) => each.endsWith(`[json-pointer:${at}]`)),
      found.join('\n'),
    ).toBe(true);
  });

  it.each([
    ['alert', { type: 'alert', text: plain('a') }, ['modal']],
    ['markdown', { type: 'markdown', text: 'a' }, ['message']],
    ['data_table', dataTable(2, 2), ['message', 'home']],
    ['data_visualization', chart([series(1)], 1), ['message']],
    ['context_actions', feedback('a'), ['message']],
    ['container', container(1), ['message']],
    ['section', section(10), ['message', 'modal', 'home']],
  ])('%s stands only where it may', (_, block, surfaces) => {
    for (const surface of ['message', 'modal', 'home'] as const) {
      expect(problemsOf([block], surface, none, '').length === 0, surface).toBe(surfaces.includes(surface));
    }
  });

  it('are refused with a member that Slack does not know, wherever it stands', () => {
    const blocks = [
      section(1),
      actions(button(1)),
      dataTable(2, 2),
      chart([series(1)], 1),
      feedback('a'),
      container(2),
    ];
    const walk = (value: unknown): unknown[] =>
      Array.isArray(value)
        ? value.flatMap(walk)
        : typeof value === 'object' && value
          ? [value, ...Object.values(value).flatMap(walk)]
          : [];
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, where) => {
        const copy = structuredClone([blocks[which % blocks.length]]);
        const holders = walk(copy);
        Object.assign(Object(holders[where % holders.length]), { colour: 'red' });
        expect(problemsOf(copy, 'message', none, '').join()).toContain('invalid additional property: colour');
      }),
    );
  });

  it('are never taken when they are not even blocks', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        if (Array.isArray(value) && value.length === 0) return;
        expect(problemsOf(value, 'message', none, '')).not.toEqual([]);
      }),
    );
  });

  it('of a kind that the workspace does not know are refused', () => {
    expect(problemsOf([dataTable(2, 2)], 'message', new Set(['data_table']), '/blocks')).toEqual([
      'unsupported type: data_table [json-pointer:/blocks/0/type]',
    ]);
  });
});

describe('a message', () => {
  it.each([
    ['51 blocks', many(51, () => ({ type: 'divider' })), 'invalid_blocks'],
    ['two tables', [dataTable(2, 2), dataTable(2, 2)], 'invalid_attachments'],
    ['three charts', many(3, () => chart([series(1)], 1)), 'invalid_blocks'],
    ['one id twice', many(2, () => ({ type: 'divider', block_id: 'a' })), 'invalid_blocks'],
    ['too much text in all', many(4, () => section(2400)), 'msg_blocks_too_long'],
    ['no list', { type: 'divider' }, 'invalid_blocks_format'],
  ])('with %s is refused', (_, blocks, code) => {
    expect(refusalOf(() => demandMessageBlocks(blocks, none))).toBe(code);
  });

  it('with 50 blocks, one table and two charts is taken', () => {
    const blocks = [dataTable(2, 2), ...many(2, () => chart([series(1)], 1)), ...many(47, () => ({ type: 'divider' }))];
    expect(refusalOf(() => demandMessageBlocks(blocks, none))).toBe('');
  });

  it('is refused in the words of Slack', () => {
    try {
      demandMessageBlocks([section(3001)], none);
    } catch (error) {
      expect(error).toMatchObject({
        code: 'invalid_blocks',
        more: {
          response_metadata: {
            messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
          },
        },
      });
      return;
    }
    expect.fail('it was taken');
  });
});

describe('a view', () => {
  const modal = { type: 'modal', title: plain('t'), blocks: [section(1)] };

  it.each([
    ['a title of 24', { ...modal, title: plain(long(24)) }, ''],
    ['a title of 25', { ...modal, title: plain(long(25)) }, 'invalid_arguments'],
    ['metadata of 3,001', { ...modal, private_metadata: long(3001) }, 'invalid_arguments'],
    ['a callback id of 256', { ...modal, callback_id: long(256) }, 'invalid_arguments'],
    ['100 blocks', { ...modal, blocks: many(100, () => section(1)) }, ''],
    ['101 blocks', { ...modal, blocks: many(101, () => section(1)) }, 'invalid_arguments'],
    ['an input and no way to submit', { ...modal, blocks: [input(10)] }, 'invalid_arguments'],
    ['an input and a way to submit', { ...modal, submit: plain('s'), blocks: [input(10)] }, ''],
    ['more than 250 kB', { ...modal, blocks: many(99, () => section(3000)) }, 'view_too_large'],
    ['a table', { ...modal, blocks: [dataTable(2, 2)] }, 'invalid_arguments'],
    ['no blocks', { type: 'modal', title: plain('t') }, 'invalid_arguments'],
  ])('with %s', (_, view, code) => {
    expect(refusalOf(() => demandView(view, 'modal', none))).toBe(code);
  });

  it('as Home has no title, and no modal stands there', () => {
    expect(refusalOf(() => demandView({ type: 'home', blocks: [section(1)] }, 'home', none))).toBe('');
    expect(refusalOf(() => demandView({ type: 'home', title: plain('t'), blocks: [] }, 'home', none))).toBe(
      'invalid_arguments',
    );
    expect(refusalOf(() => demandView(modal, 'home', none))).toBe('invalid_arguments');
  });
});

function refusalOf(run: () => void): string {
  try {
    run();
    return '';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function section(length: number) {
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
