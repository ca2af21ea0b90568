import { describe, expect, test } from 'vitest';
import { frameOf } from './frames.ts';
import { ask } from './support.ts';

describe('how many sections are to be in charge', () => {
  test.each([
    ['3つの課で分担してる取組はどれ？', 3, 3],
    ['担当課が2つ以上ある項目', 2, null],
    ['複数の課が担当している項目は？', 2, null],
    ['Which items are run jointly by two sections?', 2, 2],
    ['How many items does General Affairs handle all by itself?', 1, 1],
  ])('%s', (question, least, most) => {
    expect(frameOf(question).owners).toEqual({ least, most });
  });

  test.each(['23は何課の担当？', '残業が多い上位3課は？', '項目数が多い2つの課', '34項目のうち総務課の担当は？'])(
    'is not said in: %s',
    (question) => {
      expect(frameOf(question).owners).toBeNull();
    },
  );

  test('narrows a list', () => {
    expect(ask('3つの課で分担してる取組はどれ？').text).toMatch(/担当課が3つの項目は2件.*4「.*15「/s);
    expect(ask('How many items does General Affairs handle all by itself?').text).toContain('8 items');
  });
});
