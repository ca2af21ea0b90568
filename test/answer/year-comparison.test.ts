import { describe, expect, test } from 'vitest';
import { frameOf } from './frames.ts';
import { ask } from './support.ts';

describe('more or less in one year than in another', () => {
  test.each([
    ['Which sections took more leave in FY2019 than in FY2018?', 'increase'],
    ['元年度のほうが30年度より残業が多かった課は？', 'increase'],
    ['30年度のほうが元年度より残業が多かった課は？', 'decrease'],
    ['平成29年度に比べて令和元年度の取得率が低い課は？', 'decrease'],
    ['前年度より残業が多い課は？', 'increase'],
    ['2019年度の歳入は2018年度より多いですか', 'increase'],
    ['地方債現在高は平成30年度と比べて令和元年度は少ないですか', 'decrease'],
    ['which accounts had less expenditure in 2019 than in 2015', 'decrease'],
  ] as const)('%s is a move', (question, move) => {
    const { words } = frameOf(question);
    expect(words.has(move)).toBe(true);
    expect(words.has('highest') || words.has('lowest')).toBe(false);
  });

  test.each([
    '残業が多い課は？',
    '平均より残業が多い課は？',
    'more than 200 hours in FY2019',
    '令和元年度と平成30年度の残業',
  ])('is not said in: %s', (question) => {
    const { words } = frameOf(question);
    expect(words.has('increase') || words.has('decrease')).toBe(false);
  });

  test('lists those that moved so', () => {
    expect(ask('元年度のほうが30年度より残業が多かった課は？').text).toMatch(/増えたのは2件.*環境保全課.*秘書広報課/s);
  });
});
