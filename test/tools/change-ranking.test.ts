import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankChanges } from '../../src/tools/change-ranking.ts';
import { realScope } from '../support/scope.ts';

const scope = realScope();
const RATE = '有給休暇取得率';
const run = (args: Partial<Parameters<typeof rankChanges.run>[1]> = {}) => {
  const result = rankChanges.run(scope, { measure: RATE, direction: 'rise', ...args });
  if (result.kind !== 'change-ranking') throw new Error(JSON.stringify(result.misses));
  return result;
};

describe('who rose or fell most', () => {
  test('is counted from the year before to the newest, unless years are named', () => {
    expect(run().years).toEqual({ from: 'FY2018', to: 'FY2019' });
    expect(run({ from: 'FY2017', to: 'FY2018' }).years).toEqual({ from: 'FY2017', to: 'FY2018' });
    expect(run({ steady: true }).years).toEqual({ from: 'FY2017', to: 'FY2019' });
  });
  test('comes with both figures, the largest change first', () => {
    const [first] = run({ count: 1 }).rows;
    expect(first).toMatchObject({ rank: 1, difference: 18, from: { print: '24.40%' }, to: { print: '42.40%' } });
  });
  test('leaves out those that have no figure in the older year, and says how many', () => {
    const { of, left } = run();
    expect(of + left).toBe(
      scope.figures.all.filter((f) => f.measure === RATE && f.year === 'FY2019' && f.role === 'value').length,
    );
    expect(left).toBeGreaterThan(0);
  });
  test('in every single year is none that once went the other way', () => {
    for (const { series } of run({ steady: true }).rows)
      series.slice(1).forEach((f, i) => {
        expect(f.value).toBeGreaterThan(series[i]?.value ?? Number.POSITIVE_INFINITY);
      });
  });
  test('says what is missing: the measure, or a year that the table lacks', () => {
    expect(rankChanges.run(scope, { measure: '面積', direction: 'rise' })).toMatchObject({
      misses: [{ what: 'measure' }],
    });
    expect(rankChanges.run(scope, { measure: RATE, direction: 'rise', from: 'FY2010' })).toMatchObject({
      misses: [{ what: 'year', year: 'FY2010' }],
    });
    expect(rankChanges.run(scope, { measure: RATE, direction: 'rise', from: 'FY2019', to: 'FY2018' }).kind).toBe(
      'no-change-ranking',
    );
  });
  test('every table, direction and pair of years: changes go down and have the sign asked for', () => {
    const tables = scope.figures.tables.filter((t) => t.kind !== 'progress');
    fc.assert(
      fc.property(
        fc.constantFrom(...tables).chain((table) =>
          fc.record({
            table: fc.constant(table.id),
            measure: fc.constantFrom(...table.measures),
            from: fc.constantFrom(...table.years),
            to: fc.constantFrom(...table.years),
            direction: fc.constantFrom('rise' as const, 'fall' as const),
          }),
        ),
        (args) => {
          const result = rankChanges.run(scope, args);
          if (result.kind !== 'change-ranking') return;
          const sign = args.direction === 'rise' ? 1 : -1;
          const sizes = result.rows.map((row) => sign * row.difference);
          expect(sizes.every((size) => size > 0)).toBe(true);
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
          expect(result.rows.length).toBeLessThanOrEqual(result.of);
        },
      ),
    );
  });
});
