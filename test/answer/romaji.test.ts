import { describe, expect, test } from 'vitest';
import { romajiNames } from '../../src/answer/romaji.ts';
import { frameOf } from './frames.ts';

const names = romajiNames([
  ['かんきょうほぜんか', ['environment']],
  ['そうむか', ['general']],
  ['総務課', ['not a reading']],
]);

describe('names typed as they are read', () => {
  test.each([
    ['Kankyo Hozen-ka: overtime', 'Kankyo Hozen-ka', 'environment'],
    ['overtime of kankyouhozenka', 'kankyouhozenka', 'environment'],
    ['Sōmu-ka?', 'Sōmu-ka', 'general'],
    ['soumu ka in R1', 'soumu ka', 'general'],
  ])('%s', (text, typed, value) => {
    const [found] = names.find(text);
    expect(found?.values).toEqual([value]);
    expect(text.slice(found?.start, found?.end)).toBe(typed);
  });

  test.each(['some other words', 'kankyo, hozen-ka', 'somukai', ''])('are none in: %s', (text) => {
    expect(names.find(text)).toEqual([]);
  });

  test('name the sections of the report', () => {
    expect(frameOf('Kosodate Shien-ka overtime in R1').sections).toEqual(['子育て支援課']);
  });
});
