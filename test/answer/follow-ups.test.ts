import { describe, expect, test } from 'vitest';
import type { Bearings } from '../../src/answer/bearings.ts';
import { withContext } from '../../src/answer/context.ts';
import { frameOf } from './frames.ts';
import { ask, calls } from './support.ts';

const NOWHERE: Bearings = { leadsAway: () => false, wordsInItem: () => [], haveTable: () => true };

const item = (...numbers: readonly number[]) => [
  'get_items',
  { items: numbers.map((number) => ({ kind: 'plan', number })) },
];
const look = (subject: string, measure: string, year: string) => [
  'look_up_figures',
  { subjects: [subject], measures: [measure], years: [year] },
];

/** Turns of a conversation, and the call that answers the last one. */
const TURNS: readonly (readonly [turns: readonly string[], call: readonly unknown[]])[] = [
  [['項目23の状況は？', '24は？'], item(24)],
  [['What is the status of item 23?', 'And 24?'], item(24)],
  [['項目23の状況は？', '担当課は？'], item(23)],
  [['項目23の状況は？', '12と14は？'], item(12, 14)],
  [['RPAどうなった？', 'スケジュールは？'], item(32)],
  [
    ['財政課の担当項目は？', 'what about 総務課?'],
    ['list_items', { sections: ['総務課'] }],
  ],
  [
    ['未実施の項目は？', '一部実施は？'],
    ['list_items', { statuses: ['partial'] }],
  ],
  [['令和元年度の国保の歳入は？', '後期高齢者医療は？'], look('後期高齢者医療特別会計', '歳入', 'FY2019')],
  [['令和元年度の普通会計の歳入は？', 'では歳出は？'], look('普通会計', '歳出', 'FY2019')],
  [['令和元年度の普通会計の歳入は？', '平成28年度は？'], look('普通会計', '歳入', 'FY2016')],
  [['What was the revenue of the ordinary account in FY2019?', 'And in FY2016?'], look('普通会計', '歳入', 'FY2016')],
  [['令和元年度の普通会計の歳入は？', '前の年は？'], look('普通会計', '歳入', 'FY2018')],
  [['平成29年度の普通会計の歳入は？', 'その翌年は？'], look('普通会計', '歳入', 'FY2018')],
  [['平成29年度の普通会計の歳入は？', '前の年は？', '前の年は？'], look('普通会計', '歳入', 'FY2015')],
  [['介護保険の令和元年度の歳入は？', '保険勘定'], look('介護保険特別会計（保険勘定）', '歳入', 'FY2019')],
  [
    ['令和元年度に超過勤務が最も多い課は？', 'その課の有給休暇取得率は？'],
    look('子育て支援課', '有給休暇取得率', 'FY2019'),
  ],
  [
    ['Which section worked the most overtime in FY2019?', "What is that section's paid leave rate?"],
    look('子育て支援課', '有給休暇取得率', 'FY2019'),
  ],
  [
    ['Which section worked the most overtime in FY2019?', 'And its paid leave rate that year?'],
    look('子育て支援課', '有給休暇取得率', 'FY2019'),
  ],
  [
    ['人材マネジメントの実施済の項目は？', '財務のほうは？'],
    ['list_items', expect.objectContaining({ pillars: ['財務マネジメント'], statuses: ['done'] })],
  ],
  [
    ['国保会計の平成29年度の差引額は？', '一番少なかった年度は？'],
    ['calculate', expect.objectContaining({ operation: 'lowest' })],
  ],
  [
    ['財政課の令和元年度の有給取得率は？', '平均より何ポイント低い？'],
    [
      'calculate',
      {
        operation: 'difference',
        inputs: ['平均値', '財政課'].map((subject) => ({ subject, measure: '有給休暇取得率', year: 'FY2019' })),
      },
    ],
  ],
  [
    ['一部実施の項目は？', 'そのうち総務課のものは？'],
    ['list_items', expect.objectContaining({ sections: ['総務課'], statuses: ['partial'] })],
  ],
  [['令和2年度で×の項目は？', '2つめはなぜ？'], item(26)],
  [['Which items are not implemented?', 'Why is the second one late?'], item(26)],
  [
    ['スマホ収納の担当課はどこ？', 'その課のほかの項目は？'],
    ['list_items', expect.objectContaining({ sections: ['会計課'] })],
  ],
  [
    ['病院の令和元年度の純損益は？', '前の年と比べてどう？'],
    [
      'calculate',
      {
        operation: 'difference',
        inputs: ['FY2018', 'FY2019'].map((year) => ({ subject: '病院事業会計', measure: '純損益', year })),
      },
    ],
  ],
  [
    ['令和元年度に超過勤務が最も多い課は？', '2番目は？'],
    ['rank_figures', expect.objectContaining({ measure: '超勤時間', year: 'FY2019', position: 2 })],
  ],
];

describe('thanks or a greeting', () => {
  test.each(['ありがとう', 'こんにちは', 'Thank you!', 'なるほど、ありがとうございました！', 'great, thanks a lot!'])(
    '%s asks nothing, and leaves the conversation where it is',
    (said) => {
      expect(ask('項目23の状況は？', said).called).toEqual([]);
      expect(calls(ask('項目23の状況は？', said, '担当課は？'))).toEqual([item(23)]);
    },
  );
});

describe('a follow-up', () => {
  test.each(TURNS)('%j', (turns, call) => {
    expect(calls(ask(...turns))[0]).toEqual(call);
  });
  test('about another year leads with that year', () => {
    const answer = ask('項目23の状況は？', 'R1は？');
    expect(calls(answer)).toEqual([item(23)]);
    expect(answer.text).toMatch(/^整理番号23[^。]*令和元年度末[^。]*（―）/u);
  });
  test('about the owner leads with the owner', () => {
    expect(ask('項目23の状況は？', '担当課は？').text).toMatch(/^整理番号23[^。]*担当課は収納課です。/u);
  });
  test('is answered in its own language', () => {
    expect(ask('財政課の担当項目は？', 'what about 総務課?').language).toBe('en');
    expect(ask('What is the status of item 23?', '24は？').language).toBe('ja');
  });
});

describe('a complete question', () => {
  const COMPLETE = [
    '項目12の状況は？',
    '令和元年度の水道事業会計の総収益は？',
    '記号の意味は？',
    '後退した項目は？',
    '計画以外の取組は？',
    '何ができる？',
    'Which section had the lowest paid leave rate in FY2019?',
  ];
  const BEFORE = ['項目23の状況は？', '令和元年度の国保の歳入は？', '普通会計の歳入の推移は？'];
  test.each(COMPLETE)('%s is answered as if nothing had been asked before', (question) => {
    const alone = ask(question);
    for (const before of BEFORE) {
      const after = ask(before, question);
      expect(calls(after)).toEqual(calls(alone));
      expect(after.text).toBe(alone.text);
    }
  });
  test('leaves no trace of the one before in its frame', () => {
    const frame = frameOf('令和元年度の水道事業会計の総収益は？');
    expect(withContext(frame, frameOf('項目23の状況は？'), NOWHERE)).toMatchObject({
      items: [],
      years: ['FY2019'],
    });
  });
});

test('a question that cannot be read keeps the conversation where it was', () => {
  expect(calls(ask('項目23の状況は？', '', '担当課は？'))).toEqual([item(23)]);
  expect(calls(ask('項目23の状況は？', 'x'.repeat(3000), '担当課は？'))).toEqual([item(23)]);
});

test('an ordinal means an item of the list only where nothing else is asked', () => {
  expect(ask('未実施の項目は？', '2番目は？').text).toContain('整理番号26');
  expect(ask('未実施の項目は？', '2番目の課は？').text).not.toMatch(/^整理番号26/u);
});

describe('how many each has, after a ranking of pillars, is asked', () => {
  test('of those that it told, in the year told', () => {
    const [only, another] = calls(ask('R2の実施率が最も低い体系は？', 'それぞれ何項目？'));
    expect(only).toEqual(['progress', { subjects: [expect.any(String), expect.any(String)], year: 'FY2020' }]);
    expect(another).toBeUndefined();
  });
  test('of all pillars, where it told one', () => {
    expect(calls(ask('R1の実施率が最も低い体系は？', 'それぞれ何項目？'))).toEqual([
      ['progress', { by: 'pillar', year: 'FY2019' }],
    ]);
  });
});
