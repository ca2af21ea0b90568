import { describe, expect, test } from 'vitest';
import type { FiscalYear } from '../../src/report/fiscal-year.ts';
import { rankFigures } from '../../src/tools/ranking.ts';
import { placesOverYears } from '../../src/tools/year-places.ts';
import { realScope } from '../support/scope.ts';

const YEARS: readonly FiscalYear[] = ['FY2018', 'FY2019'];
const placesOf = (of: string, years = YEARS) =>
  placesOverYears(
    years.map((year) => rankFigures.run(realScope(), { measure: '超勤時間', year, order: 'highest', of })),
  );

describe('the places of one subject over the years', () => {
  test('are put together, with the years that do not list it', () => {
    const places = placesOf('総務課');
    expect(places?.places.map(({ year, row }) => [year, row.rank])).toEqual([['FY2019', 2]]);
    expect(places?.missing).toEqual(['FY2018']);
  });

  test('are none for a single year, or where no year lists it', () => {
    expect(placesOf('総務課', ['FY2019'])).toBeNull();
    expect(placesOf('財政課')).toBeNull();
  });
});
