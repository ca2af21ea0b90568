import { describe, expect, test } from 'vitest';
import { ask, calls } from './support.ts';

describe('a report that a question names by its year', () => {
  test('is the one that is read, and its year is none of a figure', () => {
    expect(calls(ask('令和2年度の報告書で、項目23の状況は？'))).toEqual(calls(ask('項目23の状況は？')));
  });

  test.each([
    ['令和5年度の報告書で、項目23の状況は？', '令和5年度の報告書は読み込まれていないため'],
    ['In the FY2023 report, what is the status of item 23?', 'There is no report of FY2023'],
  ])('is said to be missing: %s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });
});
