import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask, calls, invented } from './support.ts';

const figure = (subject: string, measure: string, year: string) => [
  'look_up_figures',
  { subjects: [subject], measures: [measure], years: [year] },
];

describe('a message that asks several things', () => {
  test.each([
    [
      '項目23の担当課は？普通会計の歳入は？',
      [['get_items', { items: [{ kind: 'plan', number: 23 }] }], figure('普通会計', '歳入', 'FY2019')],
    ],
    ['普通会計の歳入と実施済の項目数を教えて', [figure('普通会計', '歳入', 'FY2019'), ['progress', {}]]],
    [
      'What is the status of item 12 and how many items are done in total?',
      [
        ['get_items', { items: [{ kind: 'plan', number: 12 }] }],
        ['progress', {}],
      ],
    ],
  ])('is answered one after the other: %s', (message, made) => {
    const answer = ask(message);
    expect(answer.kind).toBe('answer');
    expect(calls(answer)).toEqual(made);
    expect(invented(answer, message)).toEqual([]);
  });
  test('means the year of the first in the second too', () => {
    expect(calls(ask('H29の残業1位と有給1位は？')).map(([, args]) => args)).toMatchObject([
      { year: 'FY2017', measure: '超勤時間', position: 1 },
      { year: 'FY2017', measure: '有給休暇取得率', position: 1 },
    ]);
  });
  test('cites each part before it cites one twice', () => {
    const { citations, sources } = ask('普通会計の歳入の推移は？項目23の担当課は？');
    expect(citations.length).toBeLessThanOrEqual(4);
    expect(citations.some((c) => c.includes('整理番号23'))).toBe(true);
    expect(sources).toHaveLength(citations.length);
  });
  test('is the start of what is asked next: the last part', () => {
    expect(calls(ask('項目23の担当課は？普通会計の歳入は？', '歳出は？'))).toEqual([
      figure('普通会計', '歳出', 'FY2019'),
    ]);
  });
});

describe('a message that asks one thing', () => {
  test.each([
    '総務課と財政課の令和元年度の有給取得率は？',
    '普通会計の歳入と歳出の差は？',
    'お疲れさまです。項目9は実施済みですか？',
    '財政力指数と経常収支比率は？',
    '介護保険の歳入は？',
  ])('is not divided: %s', (message) => {
    expect(
      ask(message)
        .text.split('\n')
        .filter((line) => line.startsWith('令和元年度')),
    ).toHaveLength(ask(message).text.startsWith('令和元年度') ? 1 : 0);
  });
  test('that is partly lacking is refused in part', () => {
    const { kind, text } = ask('財政力指数と普通会計の歳入を教えて');
    expect(kind).toBe('answer');
    expect(text).toMatch(/「県下14市 財政力指数」は図の題名だけ.*\n.*23,764百万円/u);
    expect(ask('財政力指数と経常収支比率は？').kind).toBe('abstain');
  });
  test('that is refused stays refused, whatever is asked beside it', () => {
    expect(ask('財政力指数は？').kind).toBe('abstain');
    expect(ask('熊本市の歳入は？').kind).toBe('abstain');
  });
});

test('however questions are put together, the answer keeps to its limits and invents nothing', () => {
  const questions = [
    '項目23の状況は？',
    '普通会計の歳入は？',
    '財政力指数は？',
    'R1の残業トップは？',
    'こんにちは。',
    'How many items are done?',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...questions), { minLength: 1, maxLength: 6 }), (asked) => {
      const message = asked.join('');
      const answer = ask(message);
      expect(answer.text.length).toBeLessThanOrEqual(1500);
      expect(answer.citations.length).toBeLessThanOrEqual(4);
      expect(invented(answer, message)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('an answer that leaves something out says so, and no other does', () => {
  expect(ask('採用試験の応募、前年の何倍になった計算？').text).toMatch(/一つずつお尋ねください。）$/u);
  expect(ask('項目23の状況は？').text).not.toContain('一つずつ');
  expect(ask('財政力指数は？').text).not.toContain('一つずつ');
});

describe('a message with numbered parts', () => {
  test.each([
    '①普通会計の元年度の歳入　②国保の元年度の歳入　③前の年より増えたのはどっち',
    '(1)普通会計の元年度の歳入 (2)国保の元年度の歳入 (3)前の年より増えたのはどっち',
  ])('is answered part by part: %s', (message) => {
    expect(calls(ask(message))).toEqual([
      figure('普通会計', '歳入', 'FY2019'),
      figure('国民健康保険特別会計', '歳入', 'FY2019'),
      [
        'rank_changes',
        { measure: '歳入', subjects: ['普通会計', '国民健康保険特別会計'], to: 'FY2019', direction: 'rise' },
      ],
    ]);
  });

  test('is one message where a number in brackets counts nothing', () => {
    expect(calls(ask('水道事業（令和元年度）の純損益(5)'))).toHaveLength(1);
  });

  test('a sentence that asks only how much belongs to the one before', () => {
    expect(calls(ask('有休の率が一番のびた職場はどこ？何ポイント？'))).toMatchObject([['rank_changes', { count: 1 }]]);
  });
});

test('half of a calculation is no question', () => {
  const { text } = ask('令和元年度の水道の純損益と総務課の残業の差は？');
  expect(text).toContain('純損益は83百万円です');
  expect(text).toContain('超勤時間は225.8時間です');
  expect(text).toContain('単位の異なる数値どうしは計算できません');
  expect(text).not.toContain('平成27年度');
});
