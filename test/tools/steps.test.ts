import { describe, expect, test } from 'vitest';
import { figureSeries } from '../../src/tools/figures.ts';
import type { Moves } from '../../src/tools/steps.ts';
import { realScope } from '../support/scope.ts';

const scope = realScope();
const moved = (measure: string, moves: Moves) =>
  figureSeries
    .run(scope, { subject: '普通会計', measure, moves })
    .moved?.steps.map(({ from, to, difference }) => [from.year, to.year, difference]);

describe('the steps of a series', () => {
  test('are those that rose, or fell, against the year before', () => {
    expect(moved('地方債現在高', 'rises')).toEqual([
      ['FY2017', 'FY2018', 140],
      ['FY2018', 'FY2019', 482],
    ]);
    expect(moved('地方債現在高', 'falls')).toEqual([
      ['FY2015', 'FY2016', -375],
      ['FY2016', 'FY2017', -443],
    ]);
  });
  test('are the largest ones', () => {
    expect(moved('歳出', 'largest-rise')).toEqual([['FY2018', 'FY2019', 1988]]);
    expect(moved('歳出', 'largest-fall')).toEqual([['FY2016', 'FY2017', -360]]);
  });
  test('are none where nothing moved that way', () => {
    expect(moved('実質収支', 'rises')).toEqual([]);
    expect(moved('実質収支', 'largest-rise')).toEqual([]);
  });
  test('are asked for or left out', () => {
    expect(figureSeries.run(scope, { subject: '普通会計', measure: '歳入' }).moved).toBeNull();
  });
});

describe('a series with a limit', () => {
  test('tells which years lie on its side', () => {
    const within = (side: 'above' | 'below', value: number, inclusive = false) =>
      figureSeries
        .run(scope, { subject: '普通会計', measure: '歳入', limit: { side, value, inclusive } })
        .within?.figures.map((f) => f.year);
    expect(within('above', 22_050)).toEqual(['FY2019']);
    expect(within('above', 22_050, true)).toEqual(['FY2018', 'FY2019']);
    expect(within('below', 20_000)).toEqual([]);
  });
});
