import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/answer/language.ts';
import { findSpans } from '../../src/answer/spans.ts';
import { frameOf, meanings, pieces, vocabulary } from './frames.ts';

const texts = (question: string) => pieces(question).map(([text]) => text);
const status = (question: string) => meanings(question).flatMap((m) => (m.type === 'status' ? [m.status] : []));

describe('a question is cut', () => {
  test('into pieces that do not overlap, ascending, without spaces and punctuation', () => {
    expect(texts('項目23の状況は？')).toEqual(['項目', '23', 'の', '状況', 'は']);
    expect(texts('item 23, status?')).toEqual(['item', '23', 'status']);
    expect(texts(' 、。？')).toEqual([]);
  });
  test('at the longest form known, wherever a shorter one begins', () => {
    expect(texts('下水道事業会計の純損益')).toEqual(['下水道事業会計', 'の', '純損益']);
    expect(texts('企業局総務課')).toEqual(['企業局総務課']);
    expect(texts('実質単年度収支')).toEqual(['実質単年度収支']);
    expect(texts('ふるさと納税の拡充の担当課')).toEqual(['ふるさと納税の拡充', 'の', '担当課']);
  });
  test('so that a name is not cut into by a word that only the search knows', () => {
    expect(pieces('総務課の職員研修の充実').map(([text]) => text)).toEqual(['総務課', 'の', '職員研修の充実']);
  });
  test('alike in full and half width, with spaces in years, and in capitals', () => {
    expect(texts('項目２３の状況')).toEqual(texts('項目23の状況'));
    expect(meanings('平成 27 年度')).toEqual(meanings('平成27年度'));
    expect(meanings('FY2019')).toEqual(meanings('fy2019'));
    expect(meanings('ｒｐａ')).toEqual(meanings('RPA'));
  });
});

describe('fiscal years', () => {
  test.each(['平成29から30で国保の歳入は？', 'H29～30の歳入', '平成29年度から30年度の歳入'])(
    'of which the era is said once: %s',
    (question) => {
      expect(frameOf(question).years).toEqual(['FY2017', 'FY2018']);
    },
  );
  test.each([
    ['令和元年度', 'FY2019'],
    ['令和1年度', 'FY2019'],
    ['R1', 'FY2019'],
    ['H27', 'FY2015'],
    ['2019年度', 'FY2019'],
    ['FY2018', 'FY2018'],
    ['fiscal 2018', 'FY2018'],
  ])('%s is %s', (text, year) => {
    expect(meanings(text)).toContainEqual({ type: 'year', year, month: null });
  });
});

describe('status marks', () => {
  test.each([
    ['○の項目', 'done'],
    ['〇はどれ', 'done'],
    ['△の一覧', 'partial'],
    ['×はいくつ', 'not'],
    ['「―」の項目', 'later'],
    ['"-" items', 'later'],
  ])('%s has the status %s', (question, expected) => {
    expect(status(question)).toEqual([expected]);
  });
  test('a dash between words is none', () => {
    for (const question of ['項目5-8の状況', '歳入 - 歳出', 'out-of-plan items', 'サービス', '令和元年度ー令和2年度'])
      expect(status(question)).toEqual([]);
  });
  test('a dash by itself is one beside another mark', () => {
    expect(status('which items went from ― to ○')).toEqual(['later', 'done']);
  });
});

describe('offices that the report lacks', () => {
  test.each(['デジタル戦略課', '空き家対策課'])('%s is an absent section', (name) => {
    const found = meanings(`${name}の担当は？`).find((m) => m.type === 'absent');
    expect(found).toMatchObject({ kind: 'section' });
  });
  test('the end of a section’s name is that section', () => {
    expect(meanings('いきいき課')).toContainEqual({ type: 'section', name: 'くらしいきいき課', weak: false });
  });
  test('an office that the text of items speaks of is none that is lacking', () => {
    expect(meanings('行政経営会議事務局').some((m) => m.type === 'section')).toBe(false);
  });
});

describe('the language of a question', () => {
  const language = (question: string) => languageOf(question, findSpans(question, vocabulary));
  test.each([
    ['項目23の状況は？', 'ja'],
    ['RPA', 'en'],
    ['RPAどうなった？', 'ja'],
    ['What about 総務課?', 'en'],
    ['Status of 「ふるさと納税の拡充」?', 'en'],
    ['FY2019の歳入', 'ja'],
    ['普通会計 歳入 R1', 'ja'],
    ['23', 'ja'],
    ['○?', 'ja'],
    ['', 'ja'],
  ])('%s is %s', (question, expected) => {
    expect(language(question)).toBe(expected);
  });
});

const items = (question: string) => frameOf(question).items.map((i) => `${i.kind} ${i.number}`);
const plan = (...numbers: readonly number[]) => numbers.map((n) => `plan ${n}`);

describe('numbers of items', () => {
  test.each([
    ['項目23の状況は？', plan(23)],
    ['整理番号２３', plan(23)],
    ['No.7はどう', plan(7)],
    ['12番ってどう？', plan(12)],
    ['item 23', plan(23)],
    ['#23 status', plan(23)],
    ['実施計画の5番', plan(5)],
    ['計画以外の3番', ['extra 3']],
    ['out-of-plan item 3', ['extra 3']],
    ['項目3と5', plan(3, 5)],
    ['項目23、24、25', plan(23, 24, 25)],
    ['items 3, 5 and 12', plan(3, 5, 12)],
    ['11番と12番', plan(11, 12)],
    ['11番から13番', plan(11, 12, 13)],
    ['整理番号11から14の状況', plan(11, 12, 13, 14)],
    ['items 11 to 13', plan(11, 12, 13)],
    ['項目2.5', []],
  ])('%s', (question, expected) => {
    expect(items(question)).toEqual(expected);
  });
  test('a range that is no list of items is not spelled out', () => {
    expect(items('項目1から9999の状況').length).toBeLessThanOrEqual(60);
    expect(items('項目9から3')).toEqual(plan(9, 3));
  });
});

describe('numbers of rows and places', () => {
  test.each([
    ['超過勤務の上位5課', 5],
    ['top 3 sections by overtime', 3],
    ['有給取得率の低い方から3つの課', 3],
    ['超過勤務が多い3課', 3],
  ])('%s asks for that many rows', (question, count) => {
    expect(frameOf(question)).toMatchObject({ count, positions: [], items: [] });
  });
  test.each([
    ['超過勤務が3番目に多い課', [3]],
    ['二番目に多いのは', [2]],
    ['the second highest overtime', [2]],
    ['ranked 4th in overtime', [4]],
    ['超過勤務ランキング3位', [3]],
    ['超過勤務の1位と2位の差', [1, 2]],
    ['the first and the third', [1, 3]],
  ])('%s asks for those places', (question, positions) => {
    expect(frameOf(question)).toMatchObject({ positions, count: null, items: [] });
  });
});

describe('a number with a word of comparison', () => {
  const bound = (value: number, unit: string | null, side: string, inclusive = false) => ({
    limit: { value, unit, side, inclusive },
    items: [],
    numbers: [],
    stated: [],
  });
  test.each([
    ['超過勤務が200時間を超えた課は？', bound(200, null, 'above')],
    ['200時間以上の課', bound(200, null, 'above', true)],
    ['取得率が50%未満の課は？', bound(50, 'percent', 'below')],
    ['取得率が5割を下回る課', bound(50, 'percent', 'below')],
    ['歳入が230億円を超えた年度', bound(23_000_000_000, 'money', 'above')],
    ['2億1,500万円以下の会計', bound(215_000_000, 'money', 'below', true)],
    ['sections with more than 150 hours', bound(150, null, 'above')],
    ['workplaces below 40% of leave', bound(40, 'percent', 'below')],
    ['at least 15 percent', bound(15, 'percent', 'above', true)],
    ['under 100 million yen', bound(100_000_000, 'money', 'below')],
  ])('%s is a bound', (question, expected) => {
    expect(frameOf(question)).toMatchObject(expected);
  });
  test.each([
    ['有給取得率が10%台の課', 10, { value: 20, inclusive: false }],
    ['残業が100時間台の課は？', 100, { value: 200, inclusive: false }],
    ['20%以上30%未満の課', 20, { value: 30, inclusive: false }],
    ['15%から20%の課', 15, { value: 20, inclusive: true }],
    ['between 10% and 20%', 10, { value: 20, inclusive: true }],
  ])('%s lies between two', (question, value, until) => {
    expect(frameOf(question)).toMatchObject({ limit: { value, side: 'above', inclusive: true, until }, numbers: [] });
  });
  test.each(['65歳以上の方', '平均以上の課', '3次試験以上', '項目23の状況', '令和2年度以降の予定'])(
    '%s sets no bound to a figure',
    (question) => {
      expect(frameOf(question).limit).toBeNull();
    },
  );
});

describe('other numbers', () => {
  test.each([
    ['34項目のうち実施済みは？', [34]],
    ['30 of the 34 items', [30, 34]],
    ['5つの体系', [5]],
  ])('%s states a number of things', (question, stated) => {
    expect(frameOf(question)).toMatchObject({ stated, items: [], numbers: [] });
  });
  test('a bare number is left for whoever can use it', () => {
    expect(frameOf('23は？')).toMatchObject({ numbers: [23], items: [] });
  });
  test('a number inside a word is part of that word', () => {
    expect(frameOf('3次試験の状況')).toMatchObject({ numbers: [], items: [], count: null, positions: [] });
    expect(frameOf('図表1')).toMatchObject({ numbers: [], items: [] });
    expect(frameOf('令和2年度末')).toMatchObject({ numbers: [], items: [] });
  });
});
