import { describe, expect, test } from 'vitest';
import { readDuration } from '../../src/answer/duration.ts';
import { findSpans } from '../../src/answer/spans.ts';
import { frameOf, vocabulary } from './frames.ts';
import { ask } from './support.ts';

const durationIn = (question: string) => {
  const found = readDuration(findSpans(question, vocabulary));
  return found && { kind: found.kind, years: found.years };
};

describe('a number of years in a question', () => {
  test.each([
    ['3年連続で減った会計', 'in-a-row', 3],
    ['有給取得率が2年続けて下がった課', 'in-a-row', 2],
    ['accounts that grew two years in a row', 'in-a-row', 2],
    ['5年前の歳入', 'ago', 5],
    ['Revenue three years ago?', 'ago', 3],
    ['過去4年間の推移', 'period', 4],
    ['3か年平均', 'period', 3],
    ['the average over five years', 'period', 5],
  ])('%s', (question, kind, years) => {
    expect(durationIn(question)).toEqual({ kind, years });
  });

  test.each(['30年度の歳入', '令和3年から実施', 'How many staff in 2019?', '上位3課', '3年生'])(
    'is none in: %s',
    (question) => {
      expect(durationIn(question)).toBeNull();
    },
  );

  test('names no year by its digits and bounds nothing', () => {
    const frame = frameOf('普通会計の歳入の5年間の推移');
    expect([frame.years, frame.count, frame.stated, frame.limit]).toEqual([[], null, [], null]);
    expect(frame.words.has('allYears')).toBe(true);
    expect(frameOf('The average leave rate over three years').words.has('above')).toBe(false);
  });

  test('in a row begins so many years before the newest', () => {
    expect(ask('歳入が2年連続で増えた会計は？').text).toContain('平成29年度から令和元年度まで');
    expect(ask('歳入が10年連続で増えた会計は？').text).toContain('平成21年度');
  });

  test('in a row, asked of one figure, is told by the years that moved', () => {
    const { text } = ask("Did the ordinary account's debt fall three years in a row?");
    expect(text).toContain('fell from the year before in FY2017 (H29)');
    expect(text).toContain('FY2016 (H28) 15,543');
    expect(ask('病院の純損益は毎年減り続けている？').text).toContain('平成29年度（121百万円減');
  });

  test('ago is compared with now', () => {
    for (const question of ['水道事業の4年前の純損益と今を比べて', '水道事業の純損益は4年前と比べてどう？'])
      expect(ask(question).text).toContain('83 − 116 = −33');
  });

  test('ago is counted from the year of the report', () => {
    expect(frameOf('普通会計の5年前の歳入は？').years).toEqual(['FY2015']);
  });
});

test('a year is no number of an item, but behind the word for one', () => {
  expect(frameOf('How many staff did the city have in 2019?').items).toEqual([]);
});
