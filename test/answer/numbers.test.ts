import { describe, expect, test } from 'vitest';
import { frameOf } from './frames.ts';

describe('a number in a question', () => {
  test.each([
    ['項目23の状況は？', [23]],
    ['11と12と14番の担当は？', [11, 12, 14]],
    ['項目3から5の状況', [3, 4, 5]],
    ['status of item #7', [7]],
  ])('names items: %s', (question, items) => {
    expect(frameOf(question).items.map((item) => item.number)).toEqual(items);
  });

  test.each([
    ['残業の上位5課は？', 5],
    ['the top 3 sections by overtime', 3],
  ])('is a number of rows: %s', (question, count) => {
    expect(frameOf(question)).toMatchObject({ items: [], count });
  });

  test.each(['体系4の状況は？', '4番目の体系は？', '第4の体系の項目', 'items of pillar 4'])(
    'counts the pillars: %s',
    (question) => {
      expect(frameOf(question)).toMatchObject({ items: [], pillars: expect.arrayContaining([expect.any(String)]) });
    },
  );

  test.each(['2年度の状況は？', 'between the two year-ends', 'in both of the 2 years'])(
    'is of years, and names no item: %s',
    (question) => {
      expect(frameOf(question)).toMatchObject({ items: [], numbers: [] });
    },
  );
});
