import { describe, expect, test } from 'vitest';
import type { Called } from '../../../src/answer/compose.ts';
import { runTool, type ToolCall } from '../../../src/tools/all.ts';
import { namesOf, scope } from '../support.ts';
import { ungrounded } from './loose.ts';

const names = namesOf(scope.report);
const CALLS: readonly ToolCall[] = [
  {
    name: 'look_up_figures',
    args: { subjects: ['普通会計'], measures: ['歳入', '実質単年度収支'], years: ['FY2018'] },
  },
  { name: 'look_up_figures', args: { subjects: ['総務課'], measures: ['有給休暇取得率'], years: ['FY2019'] } },
  { name: 'get_items', args: { items: [{ kind: 'plan', number: 23 }] } },
];
const called = CALLS.map((call): Called => ({ call, result: runTool(scope, call) }));
const found = (draft: string, question = '') =>
  ungrounded(draft, { called, question, names }).map((u) => `${u.kind} ${u.text}`);

describe('a draft that says only what the tools returned', () => {
  test.each([
    '平成30年度の普通会計の歳入は22,050百万円です。',
    '歳入は22050百万円、実質単年度収支は△110百万円（マイナス110百万円）です。',
    'The real single-year balance was −110 million yen in FY2018 (H30).',
    'Revenue was 22,050 million yen.',
    'H30の歳入は22，050百万円',
    '総務課の有給休暇取得率は12.2%で、平均値23.30%を下回っています。',
    '整理番号23「債権に関する滞納整理の一元化」は一部実施（△）、担当は収納課です。',
    '次に「普通会計の歳入の推移は？」とお尋ねください。',
    '報告書に記載があります。',
    '',
  ])('passes: %s', (draft) => {
    expect(found(draft)).toEqual([]);
  });
  test('may repeat what the asker said', () => {
    expect(found('お尋ねの0.55と財政課については記載がありません。', '財政課は0.55ですか')).toEqual([]);
    expect(found('令和9年度の値はありません。', 'R9は？')).toEqual([]);
  });
});

describe('a draft that says more', () => {
  test.each([
    ['another value', '歳入は23,764百万円です。', 'figure 23764'],
    ['two digits swapped', '歳入は22,500百万円です。', 'figure 22500'],
    ['a value ten times as much', '歳入は2,205億円です。', 'figure 2205億'],
    ['another year', '平成26年度の歳入は22,050百万円です。', 'year 平成26年度'],
    ['another account', '水道事業会計の歳入は22,050百万円です。', 'name 水道事業会計'],
    ['another section', '担当は文化企画課です。', 'name 文化企画課'],
    ['a rate of its own', '有給休暇取得率は前年度より6.2%下がりました。', 'figure 6.2%'],
    ['a mark of its own', '取組状況は実施済（○）です。', 'mark ○'],
    [
      'a quotation of its own',
      '「市民の満足度が大きく向上した」と記載されています。',
      'quotation 市民の満足度が大きく向上した',
    ],
  ])('%s is found', (_what, draft, expected) => {
    const [first = ''] = found(draft);
    expect(first.startsWith(expected.slice(0, 10))).toBe(true);
  });
  test('all of it is found', () => {
    expect(
      found('水道事業会計は平成26年度に9,999百万円です。')
        .map((f) => f.split(' ')[0])
        .sort(),
    ).toEqual(['figure', 'name', 'year']);
  });
  test('nothing is grounded without a tool result', () => {
    const bare = { called: [], question: '歳入は？', names };
    expect(ungrounded('平成30年度の歳入は22,050百万円です。', bare).map((u) => u.kind)).toEqual(['year', 'figure']);
  });
});

test('amounts are compared by value', () => {
  const grounds = { called: [], question: '200百万円', names: [] };
  expect(ungrounded('2億円', grounds)).toEqual([]);
  expect(ungrounded('2億1円', grounds)).not.toEqual([]);
  expect(ungrounded('20億円', grounds)).not.toEqual([]);
});
