import { isToolCall } from '../../../src/agent/tools.ts';
import type { Called } from '../../../src/answer/compose.ts';
import type { FiscalYear } from '../../../src/report/fiscal-year.ts';
import { runTool, type ToolCall } from '../../../src/tools/all.ts';
import { scope } from '../support.ts';

const series = (subject: string, measure: string): ToolCall => ({ name: 'figure_series', args: { subject, measure } });
const items = (...numbers: readonly number[]): ToolCall => ({
  name: 'get_items',
  args: { items: numbers.map((number) => ({ kind: 'plan', number })) },
});
const extra = (...numbers: readonly number[]): ToolCall => ({
  name: 'get_items',
  args: { items: numbers.map((number) => ({ kind: 'extra', number })) },
});
const LEAVE = '有給休暇取得率';
const OVERTIME = '超勤時間';
const ENTERPRISE = ['水道事業会計', '病院事業会計', '下水道事業会計'];
const ALL_YEARS = ['FY2015', 'FY2016', 'FY2017', 'FY2018', 'FY2019'] as const;
const overtime: ToolCall = {
  name: 'rank_figures',
  args: { measure: OVERTIME, year: 'FY2019', order: 'highest', count: 5 },
};
const growth: ToolCall = {
  name: 'calculate',
  args: {
    operation: 'growth',
    inputs: (['FY2018', 'FY2019'] as const).map((year) => ({ subject: '普通会計', measure: '歳入', year })),
  },
};

/** What the tools were asked before the drafts were written. */
const EVIDENCE: Readonly<Record<string, readonly ToolCall[]>> = {
  money: [series('普通会計', '歳入'), series('普通会計', '実質単年度収支')],
  rev: [series('普通会計', '歳入')],
  limit: [
    {
      name: 'figure_series',
      args: { subject: '普通会計', measure: '歳入', limit: { side: 'above', value: 24_000, inclusive: false } },
    },
  ],
  debt: [series('普通会計', '地方債現在高')],
  hosp: [series('病院事業会計', '純損益')],
  enterprise: [{ name: 'look_up_figures', args: { subjects: ENTERPRISE, measures: ['純損益'], years: null } }],
  sections: [
    overtime,
    {
      name: 'look_up_figures',
      args: { subjects: ['子育て支援課', '総務課', '秘書広報課'], measures: [LEAVE], years: ['FY2019'] },
    },
  ],
  rank: [overtime],
  mixed: [items(14), overtime],
  plan: [
    { name: 'progress', args: { by: 'pillar' } },
    { name: 'progress', args: {} },
    { name: 'list_items', args: { pillars: ['財務マネジメント'] } },
    { name: 'report_contents', args: { topic: 'pillars' } },
  ],
  fin: [{ name: 'list_items', args: { pillars: ['財務マネジメント'] } }],
  changes: [{ name: 'status_changes', args: {} }],
  items: [items(3, 14, 19, 23, 26)],
  i7: [items(7)],
  i14: [items(14)],
  i19: [items(19)],
  i23: [items(23)],
  i26: [items(26)],
  i28: [items(28)],
  x: [extra(1, 2, 5)],
  search: [{ name: 'search_passages', args: { query: '新型コロナウイルスの影響' } }],
  calculation: [
    {
      name: 'calculate',
      args: {
        operation: 'difference',
        inputs: (['FY2018', 'FY2019'] as const).map((year) => ({ subject: '水道事業会計', measure: '純損益', year })),
      },
    },
    growth,
  ],
  calc: [growth],
  'f-ippan': [series('普通会計', '地方債現在高')],
  'f-kokuho': ['歳入', '歳出', '実質収支'].map((measure) => series('国民健康保険特別会計', measure)),
  'f-kaigo': ['歳入', '歳出', '実質収支'].map((measure) => series('介護保険特別会計（保険勘定）', measure)),
  'f-water': ['総収益', '総費用', '純損益'].map((measure) => series('水道事業会計', measure)),
  'f-leave': [{ name: 'rank_figures', args: { measure: LEAVE, year: 'FY2019', order: 'highest' } }],
  'f-ot29': [{ name: 'rank_figures', args: { measure: OVERTIME, year: 'FY2017', order: 'highest' } }],
  'f-jinzai': [
    { name: 'list_items', args: { pillars: ['人材マネジメント'] } },
    { name: 'progress', args: { subjects: ['人材マネジメント'] } },
  ],
  'f-24': [items(24)],
  'f-22': [items(22)],
  'f-31': [items(31)],
  'f-3334': [items(33, 34)],
  'f-x37': [extra(3, 7)],
  'f-diff': [
    series('病院事業会計', '純損益'),
    {
      name: 'calculate',
      args: {
        operation: 'difference',
        inputs: (['FY2015', 'FY2019'] as const).map((year) => ({ subject: '病院事業会計', measure: '純損益', year })),
      },
    },
  ],
  'f-avg': [
    {
      name: 'calculate',
      args: {
        operation: 'average',
        inputs: ALL_YEARS.map((year) => ({ subject: '病院事業会計', measure: '純損益', year })),
      },
    },
  ],
  'f-changes': [{ name: 'status_changes', args: {} }],
  'g-koki': [series('後期高齢者医療特別会計', '歳入')],
  'g-sewer': ['地方債現在高', '純損益'].map((measure) => series('下水道事業会計', measure)),
  'g-hospital': ['総収益', '総費用'].map((measure) => series('病院事業会計', measure)),
  'g-org': [
    { name: 'list_items', args: { pillars: ['組織マネジメント'] } },
    { name: 'progress', args: { subjects: ['組織マネジメント'] } },
  ],
  'g-pillars': [{ name: 'progress', args: { by: 'pillar' } }],
  'g-10': [items(10)],
  'g-13': [items(13)],
  'g-15': [items(15)],
  'g-21': [items(21)],
  'g-32': [items(12, 32)],
  'g-30': [items(30)],
  'g-x4': [extra(4, 8)],
  'g-rank28': [{ name: 'rank_figures', args: { measure: OVERTIME, year: 'FY2016', order: 'highest' } }],
  'g-gap': [
    {
      name: 'calculate',
      args: {
        operation: 'difference',
        inputs: ['政策企画課', 'くらしいきいき課'].map((subject) => ({
          subject,
          measure: OVERTIME,
          year: 'FY2016' as const,
        })),
      },
    },
  ],
  'g-share': [
    {
      name: 'calculate',
      args: {
        operation: 'ratio',
        inputs: ['下水道事業会計', '水道事業会計'].map((subject) => ({
          subject,
          measure: '純損益',
          year: 'FY2019' as const,
        })),
      },
    },
  ],
  sum: [
    {
      name: 'calculate',
      args: {
        operation: 'sum',
        inputs: ENTERPRISE.map((subject) => ({ subject, measure: '純損益', year: 'FY2019' as const })),
      },
    },
  ],
  mean: [
    {
      name: 'calculate',
      args: {
        operation: 'average',
        inputs: ALL_YEARS.map((year) => ({ subject: '普通会計', measure: '歳入', year })),
      },
    },
  ],
};

const look = (
  subjects: readonly string[],
  measures: readonly string[],
  years: readonly FiscalYear[] | null = null,
): ToolCall => ({
  name: 'look_up_figures',
  args: { subjects: [...subjects], measures: [...measures], years: years && [...years] },
});
const ranked = (measure: string, year: FiscalYear, count?: number): ToolCall => ({
  name: 'rank_figures',
  args: { measure, year, order: 'highest', ...(count ? { count } : {}) },
});
const pillar = (name: string): ToolCall => ({ name: 'list_items', args: { pillars: [name] } });
const calc = (
  operation: 'difference' | 'sum' | 'growth' | 'average',
  ...inputs: readonly (readonly [subject: string, measure: string, year: FiscalYear])[]
): ToolCall => ({
  name: 'calculate',
  args: { operation, inputs: inputs.map(([subject, measure, year]) => ({ subject, measure, year })) },
});
const BUSIEST = ['子育て支援課', '総務課', '秘書広報課', '環境保全課', '政策企画課'];

/** Several calls for one question, as a model makes them that gathers what it needs. */
const GATHERED: Readonly<Record<string, readonly ToolCall[]>> = {
  'a-ot': [ranked(OVERTIME, 'FY2019', 5), look(BUSIEST, [LEAVE], ['FY2019'])],
  'a-fin': [
    pillar('財務マネジメント'),
    items(23, 26, 27, 29),
    { name: 'progress', args: { subjects: ['財務マネジメント'] } },
  ],
  'a-hosp': [look(['病院事業会計'], ['総収益', '総費用', '純損益', '地方債現在高'])],
  'a-hr': [{ name: 'progress', args: { by: 'pillar' } }, pillar('人材マネジメント'), items(16, 17, 18, 19, 20, 21, 22)],
  'a-ord': [look(['普通会計'], ['歳入', '歳出', '形式収支', '実質収支', '実質単年度収支', '地方債現在高'])],
  'a-all': [
    { name: 'progress', args: {} },
    { name: 'progress', args: { by: 'pillar' } },
    { name: 'status_changes', args: {} },
  ],
  'a-leave': [
    ranked(LEAVE, 'FY2019'),
    ranked(LEAVE, 'FY2018'),
    { name: 'rank_changes', args: { measure: LEAVE, from: 'FY2018', to: 'FY2019', direction: 'rise', count: 5 } },
  ],
  'a-ent': [look(ENTERPRISE, ['総収益', '総費用', '純損益'], ['FY2018', 'FY2019'])],
  'a-calc': [
    calc('difference', ['病院事業会計', '純損益', 'FY2018'], ['病院事業会計', '純損益', 'FY2019']),
    calc('sum', ...ENTERPRISE.map((subject) => [subject, '純損益', 'FY2019'] as const)),
    calc('growth', ['国民健康保険特別会計', '歳入', 'FY2015'], ['国民健康保険特別会計', '歳入', 'FY2019']),
    calc('average', ...ALL_YEARS.map((year) => ['水道事業会計', '純損益', year] as const)),
  ],
  'a-com': [pillar('地域マネジメント'), items(1, 2, 3, 4, 5, 6, 7, 8, 9)],
  'a-ext': [extra(1, 2, 3, 4, 5, 6, 7, 8)],
  'a-staff': [
    items(14, 19),
    { name: 'compare_in_text', args: { item: { kind: 'plan', number: 19 }, query: '応募', operation: 'difference' } },
  ],
  'a-ots': ALL_YEARS.map((year) => ranked(OVERTIME, year)),
  'a-cov': [{ name: 'search_passages', args: { query: '新型コロナウイルスの影響 中止 見送り' } }],
  'a-pol': [pillar('政策マネジメント'), items(30, 31, 32, 33, 34)],
  'a-org': [items(10, 11, 12, 13, 14, 15), { name: 'progress', args: { subjects: ['組織マネジメント'] } }],
  'a-spec': [
    look(
      [
        '国民健康保険特別会計',
        '介護保険特別会計（保険勘定）',
        '後期高齢者医療特別会計',
        '介護保険特別会計（介護サービス勘定）',
      ],
      ['歳入', '歳出', '実質収支'],
    ),
  ],
  'a-late': [
    { name: 'list_items', args: { statuses: ['not', 'partial'] } },
    { name: 'status_changes', args: {} },
  ],
};

const rankOf = (measure: string, year: FiscalYear, of: string): ToolCall => ({
  name: 'rank_figures',
  args: { measure, year, order: 'highest', of },
});
const listed = (status: 'not' | 'later'): ToolCall => ({
  name: 'list_items',
  args: { kind: 'plan', statuses: [status], year: 'FY2020' },
});

/** Calls for the drafts of someone who did not know the check. */
const NAIVE: Readonly<Record<string, readonly ToolCall[]>> = {
  'n-profit': [ranked('純損益', 'FY2019')],
  'n-3': [items(3)],
  'n-progress': [
    { name: 'progress', args: { year: 'FY2020' } },
    calc('difference', ['*', 'items.done', 'FY2019'], ['*', 'items.done', 'FY2020']),
  ],
  'n-not': [listed('not')],
  'n-later': [listed('later')],
  'n-ranks': [rankOf(OVERTIME, 'FY2018', '政策企画課'), rankOf(OVERTIME, 'FY2019', '政策企画課')],
  'n-top': [ranked(LEAVE, 'FY2019', 3)],
  'n-average': [look(['平均値'], [LEAVE])],
  'n-x2': [extra(2)],
  'n-x1': [extra(1)],
  'n-14': [
    items(14),
    {
      name: 'compare_in_text',
      args: { item: { kind: 'plan', number: 14 }, query: '超過勤務時間', operation: 'difference' },
    },
  ],
  'n-done': [{ name: 'status_changes', args: { from: ['partial'], to: ['done'] } }],
  'n-1617': [items(16, 17)],
  'n-leave': [look(['収納課'], [LEAVE])],
  'n-two': [look(['総務課', '税務課'], [LEAVE], ['FY2019'])],
  'n-23': [items(23)],
  'n-second': [rankOf(OVERTIME, 'FY2019', '総務課')],
  'n-overtime': [look(['政策企画課'], [OVERTIME])],
  'n-offices': [look(['会計課', '市民課', '清掃事務所', '契約検査室'], [LEAVE], ['FY2018'])],
  'n-ordinary': [look(['普通会計'], ['歳入', '歳出', '形式収支'], ['FY2019'])],
  'n-third': [rankOf(LEAVE, 'FY2019', '清里保育園')],
};

const results = new Map<string, readonly Called[]>();

type Asked = readonly { readonly name: string; readonly args?: unknown }[];

/** The calls with their results, by the name of their set or as they were made. */
export function calledFor(evidence: string | Asked): readonly Called[] {
  if (typeof evidence !== 'string')
    return evidence.map(({ name, args }) => {
      const call = { name, args };
      if (!isToolCall(call)) throw new Error(`no call of a function: ${name}`);
      return { call, result: runTool(scope, call) };
    });
  const name = evidence;
  const known = results.get(name);
  if (known) return known;
  const called = { ...EVIDENCE, ...GATHERED, ...NAIVE }[name]?.map(
    (call): Called => ({ call, result: runTool(scope, call) }),
  );
  if (!called) throw new Error(`no evidence ${name}`);
  results.set(name, called);
  return called;
}
