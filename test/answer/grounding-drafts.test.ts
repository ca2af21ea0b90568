import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Called } from '../../src/answer/compose.ts';
import { ungroundedDraft } from '../../src/answer/grounding-draft.ts';
import { runTool, type ToolCall } from '../../src/tools/all.ts';
import { vocabulary } from './frames.ts';
import { scope } from './support.ts';

const series = (subject: string, measure: string): ToolCall => ({ name: 'figure_series', args: { subject, measure } });
const LEAVE = '有給休暇取得率';
const OVERTIME = '超勤時間';

/** What the tools were asked before the drafts were written. */
const EVIDENCE: Readonly<Record<string, readonly ToolCall[]>> = {
  money: [series('普通会計', '歳入'), series('普通会計', '実質単年度収支')],
  enterprise: [
    {
      name: 'look_up_figures',
      args: { subjects: ['水道事業会計', '病院事業会計', '下水道事業会計'], measures: ['純損益'], years: null },
    },
  ],
  sections: [
    { name: 'rank_figures', args: { measure: OVERTIME, year: 'FY2019', order: 'highest', count: 5 } },
    {
      name: 'look_up_figures',
      args: { subjects: ['子育て支援課', '総務課', '秘書広報課'], measures: [LEAVE], years: ['FY2019'] },
    },
  ],
  plan: [
    { name: 'progress', args: { by: 'pillar' } },
    { name: 'progress', args: {} },
    { name: 'list_items', args: { pillars: ['財務マネジメント'] } },
    { name: 'report_contents', args: { topic: 'pillars' } },
  ],
  items: [{ name: 'get_items', args: { items: [3, 14, 19, 23, 26].map((number) => ({ kind: 'plan', number })) } }],
  calculation: [
    {
      name: 'calculate',
      args: {
        operation: 'difference',
        inputs: (['FY2018', 'FY2019'] as const).map((year) => ({ subject: '水道事業会計', measure: '純損益', year })),
      },
    },
    {
      name: 'calculate',
      args: {
        operation: 'growth',
        inputs: (['FY2018', 'FY2019'] as const).map((year) => ({ subject: '普通会計', measure: '歳入', year })),
      },
    },
  ],
};

const draftSchema = z.strictObject({
  evidence: z.string(),
  right: z.boolean(),
  why: z.string(),
  question: z.string(),
  draft: z.string(),
});
const drafts = readFileSync(new URL('./grounding-drafts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => draftSchema.parse(JSON.parse(line)));
const results = new Map(
  Object.entries(EVIDENCE).map(([name, calls]) => [
    name,
    calls.map((call): Called => ({ call, result: runTool(scope, call) })),
  ]),
);

function found({ evidence, question, draft }: (typeof drafts)[number]): string[] {
  const called = results.get(evidence);
  if (!called) throw new Error(`no evidence ${evidence}`);
  return ungroundedDraft(draft, { called, question, vocabulary, report: scope.report }).map(
    (u) => `${u.kind} ${u.text}`,
  );
}

describe('drafts that say what no tool returned, or of something else', () => {
  const wrong = drafts.filter((draft) => !draft.right);
  it('are at least forty, in both languages', () => {
    expect(wrong.filter(({ draft }) => /\p{Script=Hiragana}/u.test(draft)).length).toBeGreaterThanOrEqual(40);
    expect(wrong.filter(({ draft }) => !/\p{Script=Hiragana}/u.test(draft)).length).toBeGreaterThanOrEqual(20);
  });
  it('are all found', () => {
    expect(wrong.filter((draft) => found(draft).length === 0).map(({ why, draft }) => `${why}: ${draft}`)).toEqual([]);
  });
});

describe('drafts that say what the tools returned', () => {
  it('pass, at least 95 of 100', () => {
    const right = drafts.filter((draft) => draft.right);
    expect(right.length).toBeGreaterThanOrEqual(40);
    const refused = right.flatMap((draft) => found(draft).map((what) => `${draft.draft} (${what})`));
    expect(new Set(refused).size, refused.join('\n')).toBeLessThanOrEqual(0.05 * right.length);
  });
});
