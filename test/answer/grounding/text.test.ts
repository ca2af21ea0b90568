import { expect, test } from 'vitest';
import { factsOfSentence } from '../../../src/answer/grounding/text.ts';

const CALENDAR = { known: new Set<`FY${number}`>(), reported: 'FY2020' } as const;
const factsOf = (text: string) => factsOfSentence({ text, item: null, source: null }, CALENDAR);

test.each([
  ['百人が参加した。', 100],
  ['Twelve people took part.', 12],
  ['参加者は12人であった。', 12],
])('a sentence of a result has the numbers that a draft may repeat: %s', (text, value) => {
  expect(factsOf(text).map((fact) => fact.value)).toEqual([value]);
});

test('a sentence without one has none', () => {
  expect(factsOf('説明会を開催した。')).toEqual([]);
});
