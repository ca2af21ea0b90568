import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  button,
  CASES,
  chart,
  container,
  dataTable,
  feedback,
  input,
  long,
  many,
  plain,
  section,
  series,
} from './limits/cases.ts';
import { demandMessageBlocks, problemsOf } from './limits/message.ts';
import { demandView } from './limits/view.ts';
import { Refusal } from './refusal.ts';

const none: ReadonlySet<string> = new Set();

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
      { type: 'actions', elements: [button(1)] },
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
