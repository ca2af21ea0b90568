import { describe, expect, test } from 'vitest';
import { longest, Matcher } from '../../src/search/matcher.ts';
import { normalise } from '../../src/search/text.ts';

function matcherOf(...forms: readonly string[]): Matcher<string> {
  const matcher = new Matcher<string>();
  for (const form of forms) matcher.add(form, form);
  return matcher;
}

/** The pieces of the text that were found, longest first chosen. */
function pieces(matcher: Matcher<string>, text: string): string[] {
  const normal = normalise(text);
  return longest(matcher.find(normal)).map(({ start, end }) => normal.slice(start, end));
}

describe('a dictionary of forms', () => {
  test('finds Japanese forms anywhere, with offsets of the normalised text', () => {
    expect(matcherOf('総務課').find('今の総務課は')).toEqual([{ start: 2, end: 5, values: ['総務課'] }]);
  });
  test('finds a form in another width, case, kana or with other dashes and spaces', () => {
    const matcher = matcherOf('AI-OCR', 'サーバー');
    for (const text of ['ＡＩ－ＯＣＲ', 'ai ocr', 'AIOCR', 'AI・OCR']) expect(pieces(matcher, text)).toHaveLength(1);
    expect(pieces(matcher, 'さーば')).toEqual(['さーば']);
  });
  test('finds all forms, overlapping ones too', () => {
    const found = matcherOf('水道', '下水道', '道路').find('下水道路');
    expect(found.map(({ start, end }) => [start, end]).sort()).toEqual([
      [0, 3],
      [1, 3],
      [2, 4],
    ]);
  });
  test('chooses the longest forms that do not overlap, in reading order', () => {
    const matcher = matcherOf('水道', '下水道', '下水道事業会計', '会計課', '歳入');
    expect(pieces(matcher, '下水道事業会計の歳入と水道')).toEqual(['下水道事業会計', '歳入', '水道']);
  });
  test('of two equally long forms chooses the first in the text', () => {
    expect(pieces(matcherOf('総務課', '課総務'), '総務課総務')).toEqual(['総務課']);
  });
  test('gives all values of a form, each once, whatever the spelling they were added with', () => {
    const matcher = new Matcher<number>();
    matcher.add('介護', 1);
    matcher.add('介 護', 2);
    matcher.add('介護', 1);
    expect(matcher.find('介護')).toEqual([{ start: 0, end: 2, values: [1, 2] }]);
  });
  test('finds a form of one character once, at the end of a text too', () => {
    expect(matcherOf('課').find('総務課')).toEqual([{ start: 2, end: 3, values: ['課'] }]);
  });
  test('ignores forms of which folding leaves nothing', () => {
    expect(matcherOf('', 'ー', '（）', '*').find('ー（）* ')).toEqual([]);
  });
  test('finds nothing in an empty text or with no forms', () => {
    expect(matcherOf('課').find('')).toEqual([]);
    expect(new Matcher<string>().find('総務課')).toEqual([]);
  });
});

describe('Latin forms', () => {
  test('match whole words only', () => {
    const matcher = matcherOf('own');
    expect(pieces(matcher, 'who own it')).toEqual(['own']);
    expect(pieces(matcher, 'town')).toEqual([]);
    expect(pieces(matcher, 'ownership')).toEqual([]);
  });
  test('match with the ending of a plural, a possessive or a verb, which belongs to the match', () => {
    const matcher = matcherOf('item', 'box', 'report');
    expect(pieces(matcher, "items boxes report's reported reporting")).toEqual([
      'items',
      'boxes',
      "report's",
      'reported',
      'reporting',
    ]);
  });
  test('match in any case', () => {
    expect(pieces(matcherOf('RPA'), 'rpa Rpa')).toEqual(['rpa', 'Rpa']);
  });
  test('match beside Japanese and beside digits', () => {
    expect(pieces(matcherOf('RPA', 'item'), 'RPAの状況 item23')).toEqual(['RPA', 'item']);
  });
  test('of several words match over any white space', () => {
    expect(pieces(matcherOf('in charge'), 'who is in  charge?')).toEqual(['in charge']);
  });
  test('with a trailing star match every word that begins so, as a whole', () => {
    const matcher = matcherOf('achiev*');
    expect(pieces(matcher, 'achievements were achieved')).toEqual(['achievements', 'achieved']);
    expect(pieces(matcher, 'overachieve')).toEqual([]);
  });
});

describe('katakana forms', () => {
  test('are not found inside a longer katakana word', () => {
    const matcher = matcherOf('スマート');
    expect(pieces(matcher, 'スマートフォン')).toEqual([]);
    expect(pieces(matcher, 'オールスマート')).toEqual([]);
  });
  test('are found beside hiragana, kanji and Latin', () => {
    expect(pieces(matcherOf('タクシー'), '相乗りタクシーの運行')).toEqual(['タクシー']);
  });
  test('take a long-vowel mark at their end into the match', () => {
    expect(pieces(matcherOf('サーバ', 'データ'), 'サーバーとデータ')).toEqual(['サーバー', 'データ']);
  });
  test('mixed with kanji are found inside longer words', () => {
    expect(pieces(matcherOf('市民サービス'), '市民サービスセンター')).toEqual(['市民サービス']);
  });
});
