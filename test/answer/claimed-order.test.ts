import { describe, expect, test } from 'vitest';
import { claimedOrder } from '../../src/answer/claimed-order.ts';
import { findSpans } from '../../src/answer/spans.ts';
import { vocabulary } from './frames.ts';

function claim(question: string): [larger: string, smaller: string] | null {
  const found = claimedOrder(findSpans(question, vocabulary));
  return found && [found.larger.join(), found.smaller.join()];
}

describe('which of two a question says to be the larger', () => {
  test.each([
    ['総務課は福祉課より残業が多い？', '総務課', '福祉課'],
    ['福祉課より総務課のほうが残業が多い？', '総務課', '福祉課'],
    ['総務課は福祉課より残業が少ない？', '福祉課', '総務課'],
    ['Does 総務課 have more overtime than 福祉課?', '総務課', '福祉課'],
    ['Is overtime in 総務課 below that of 福祉課?', '福祉課', '総務課'],
  ])('%s', (question, larger, smaller) => {
    expect(claim(question)).toEqual([larger, smaller]);
  });

  test('between two measures of one account', () => {
    const [larger, smaller] = claim('普通会計の歳出が歳入を上回った年はある？') ?? [];
    expect(larger).toContain('歳出');
    expect(smaller).toContain('歳入');
  });

  test('leaves open the side that has no name', () => {
    expect(claim('福祉課より多い？')).toEqual(['', '福祉課']);
  });

  test.each(['総務課と福祉課の残業は？', '残業が多い課は？'])('not said: %s', (question) => {
    expect(claim(question)).toBeNull();
  });
});
