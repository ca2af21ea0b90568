import { describe, expect, test } from 'vitest';
import { frameOf } from './support.ts';

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
    expect(frameOf(question)).toMatchObject({ count, position: null, items: [] });
  });
  test.each([
    ['超過勤務が3番目に多い課', 3],
    ['二番目に多いのは', 2],
    ['the second highest overtime', 2],
    ['ranked 4th in overtime', 4],
    ['超過勤務ランキング3位', 3],
  ])('%s asks for that place', (question, position) => {
    expect(frameOf(question)).toMatchObject({ position, count: null, items: [] });
  });
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
    expect(frameOf('3次試験の状況')).toMatchObject({ numbers: [], items: [], count: null, position: null });
    expect(frameOf('図表1')).toMatchObject({ numbers: [], items: [] });
    expect(frameOf('令和2年度末')).toMatchObject({ numbers: [], items: [] });
  });
});
