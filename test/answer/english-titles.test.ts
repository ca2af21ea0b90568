import { describe, expect, test } from 'vitest';
import { englishTitles } from '../../src/answer/english-titles.ts';
import { frameOf } from './frames.ts';

const ref = (number: number) => ({ kind: 'plan', number }) as const;
const titles = englishTitles(
  [
    { ref: ref(1), forms: ['Review of charges for using public facilities'] },
    { ref: ref(2), forms: ['Study of private-sector involvement in managing public facilities'] },
    { ref: ref(3), forms: ['Building a staff award system', 'staff awards'] },
  ],
  new Set(['of', 'for', 'in', 'a', 'using']),
);

describe('a title in other order and number', () => {
  test.each([
    [['reviewing', 'charge', 'public', 'facility'], 1],
    [['award', 'staff'], 3],
    [['private', 'sector', 'facilities', 'management'], 2],
  ])('%j', (words, number) => {
    expect(titles.find(words)).toEqual(ref(number));
  });

  test.each([
    [['public', 'facilities']],
    [['award']],
    [['award', 'staff', 'of', 'another', 'neighbouring', 'prefecture', 'office']],
    [[]],
  ])('is none of them, or none alone: %j', (words) => {
    expect(titles.find(words)).toBeNull();
  });
});

test('names an item in a question in English', () => {
  const asked = 'Status of the measure that promotes the careers of women on the staff?';
  expect(frameOf(asked).titles).toEqual([[ref(21)]]);
  expect(frameOf('Why were no staff sent to the college for training?').titles).toEqual([]);
});
