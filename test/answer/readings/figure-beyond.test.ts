import { describe, expect, test } from 'vitest';
import { ask } from '../support.ts';

describe('who has more, or less, than the one that is named', () => {
  test.each([
    ['総務課より残業が多い課は？', '225.8時間を超えるのは1件'],
    ['令和元年度の有休取得率、総務課より低い課を全部', '12.2%を下回るのは2件'],
    ['Which workplaces took less leave than the accounting section in R1?', 'below 29.3%: 22 of 32'],
    ['which accounts have more debt than the hospital?', 'above 1,149 million yen: 3 of 4'],
  ])('is told beside its own figure: %s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });

  test('is not told where the one has no figure', () => {
    expect(ask('会計課より残業が多い課は？').text).toContain('会計課');
    expect(ask('会計課より残業が多い課は？').text).not.toContain('274.5');
  });

  test('is not asked of two that are both named', () => {
    expect(ask('総務課は福祉課より有給を取ってる？').called.map(({ call }) => call.name)).not.toContain('rank_figures');
  });
});
