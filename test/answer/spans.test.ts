import { describe, expect, test } from 'vitest';
import { findSpans, languageOf } from '../../src/answer/spans.ts';
import { meanings, pieces, vocabulary } from './support.ts';

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
