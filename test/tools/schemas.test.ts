import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runTool, TOOLS, type ToolCall } from '../../src/tools/all.ts';
import { fiscalYearSchema } from '../../src/tools/tool.ts';
import { realScope } from '../support/scope.ts';

/** Calls as a language model would make them, at least one a tool, with and without the fields that may be left out. */
const CALLS: readonly ToolCall[] = [
  { name: 'get_items', args: { items: [{ kind: 'plan', number: 23 }] } },
  { name: 'list_items', args: {} },
  {
    name: 'list_items',
    args: {
      kind: 'plan',
      pillars: ['財務マネジメント'],
      policies: null,
      sections: ['財政課'],
      statuses: ['done', 'not'],
      year: 'FY2020',
      stage: { word: '実施', year: 'FY2020', starting: true },
      withoutOwner: false,
    },
  },
  { name: 'progress', args: { by: 'pillar', year: 'FY2019' } },
  { name: 'status_changes', args: { direction: 'improved', sections: ['総務課'] } },
  { name: 'plan_changes', args: { changes: ['added'] } },
  { name: 'look_up_figures', args: { subjects: ['普通会計'], measures: ['歳入'], years: ['FY2019'] } },
  { name: 'figure_series', args: { subject: '普通会計', measure: '歳入', from: 'FY2017', to: null } },
  { name: 'rank_figures', args: { measure: '超勤時間', order: 'highest', count: 3 } },
  { name: 'rank_changes', args: { measure: '超勤時間', direction: 'rise', steady: true } },
  {
    name: 'calculate',
    args: {
      operation: 'difference',
      inputs: [
        { subject: '普通会計', measure: '歳入', year: 'FY2018' },
        { subject: '普通会計', measure: '歳入', year: 'FY2019' },
      ],
    },
  },
  {
    name: 'compare_in_text',
    args: { item: { kind: 'plan', number: 14 }, query: '超過勤務', operation: 'growth' },
  },
  { name: 'search_passages', args: { query: '押印', want: 'percent', kind: 'extra', count: 3 } },
  { name: 'report_contents', args: { topic: null } },
];
const tools = Object.entries(TOOLS);

describe('the tools as a language model gets them', () => {
  test('are called by their own names, each with a description in a sentence', () => {
    for (const [name, tool] of tools) {
      expect(tool.name).toBe(name);
      expect(tool.description).toMatch(/^[A-Z].{20,}\.$/u);
    }
  });
  test.each(CALLS)('$name accepts a sample call and answers it with a kind', (call) => {
    expect(TOOLS[call.name].schema.safeParse(call.args)).toEqual({ success: true, data: call.args });
    expect(runTool(realScope(), call).kind).toMatch(/^[a-z-]+$/u);
  });
  test('have a sample call each', () => {
    expect(new Set(CALLS.map((c) => c.name))).toEqual(new Set(tools.map(([name]) => name)));
  });
  test('convert to JSON Schema objects that survive JSON', () => {
    for (const [, tool] of tools) {
      const json = z.toJSONSchema(tool.schema);
      expect(json).toMatchObject({ type: 'object', properties: expect.any(Object) });
      expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    }
  });
  test.each(['progress', 'look_up_figures', 'rank_figures', 'calculate', 'report_contents'] as const)(
    '%s describes every field',
    (name) => {
      const { properties = {} } = z.toJSONSchema(TOOLS[name].schema);
      for (const [field, schema] of Object.entries(properties)) expect([field, schema]).toEqual([field, described()]);
    },
  );
});

function described() {
  return expect.objectContaining({ description: expect.stringMatching(/\w{3}/u) });
}

describe('arguments that a tool cannot take', () => {
  test.each([
    ['get_items', { items: [] }],
    ['get_items', { items: [{ kind: 'plan', number: 2.5 }] }],
    ['get_items', { items: [{ kind: 'both', number: 2 }] }],
    ['list_items', { statuses: ['○'] }],
    ['list_items', { year: '令和2年度' }],
    ['look_up_figures', { subjects: [], measures: ['歳入'] }],
    ['look_up_figures', { subjects: ['普通会計'] }],
    ['figure_series', { subject: '普通会計' }],
    ['rank_figures', { measure: '歳入', order: 'best' }],
    ['rank_figures', { measure: '歳入', order: 'highest', count: 0 }],
    ['calculate', { operation: 'difference', inputs: [{ subject: '普通会計', measure: '歳入', year: 'FY2019' }] }],
    ['search_passages', { query: '押印', count: 11 }],
    ['search_passages', { query: '押印', want: 'everything' }],
    ['report_contents', { topic: 'secrets' }],
  ] as const)('%s refuses %j', (name, args) => {
    expect(TOOLS[name].schema.safeParse(args).success).toBe(false);
  });
  test('a fiscal year is FY and its first calendar year', () => {
    expect(fiscalYearSchema.safeParse('FY2019').success).toBe(true);
    for (const wrong of ['2019', 'R1', '令和元年度', 'fy2019', 'FY', 'FY2019 ', 'FY20.19'])
      expect(fiscalYearSchema.safeParse(wrong).success).toBe(false);
  });
});
