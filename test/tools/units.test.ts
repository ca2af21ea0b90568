import { describe, expect, test } from 'vitest';
import { commonUnit, inUnitOf } from '../../src/tools/units.ts';

describe('units of money', () => {
  test.each([
    [12, '百万円', '千円', 12_000],
    [38_990, '千円', '百万円', 38.99],
    [3, '人', '人', 3],
    [3, '人', '円', null],
    [3, null, '円', null],
  ])('%d %s in %s', (value, from, to, expected) => {
    expect(inUnitOf(value, from, to)).toBe(expected);
  });

  test.each([
    [['百万円', '千円', '百万円'], '千円'],
    [['%', '%'], '%'],
    [['%', '円'], undefined],
    [[null, null], null],
  ])('the common one of %j', (units, expected) => {
    expect(commonUnit(units)).toBe(expected);
  });
});
