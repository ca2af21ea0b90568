import { describe, expect, test } from 'vitest';
import { fiscalYear } from '../../src/report/fiscal-year.ts';
import { lookUpFigures } from '../../src/tools/figures.ts';
import { getItems } from '../../src/tools/plan-items.ts';
import { progress } from '../../src/tools/progress.ts';
import { generateReport } from '../generator/generate.ts';
import { bare } from '../report/truth.ts';
import { scopeOf } from '../support/scope.ts';

/** Near the real report, half strange, and strange. */
describe.each([3, 17, 42, 88, 131, 196])('in the generated report of seed %i', (seed) => {
  const { text, truth } = generateReport(seed);
  const scope = scopeOf(text);

  test('every figure is looked up with its print, value and unit; a blank is a blank', () => {
    const wrong: unknown[] = [];
    for (const { subject, measure, year, value, unit, print } of truth.figures) {
      const asked = { subjects: [subject], measures: [measure], years: [fiscalYear(year)] };
      const { figures, misses } = lookUpFigures.run(scope, asked);
      const [hit] = figures;
      const [miss] = misses;
      const right =
        value === null
          ? miss?.what === 'blank' && bare(miss.print) === bare(print)
          : hit?.value === value && hit.unit === unit && bare(hit.print) === bare(print);
      if (!right) wrong.push({ subject, measure, year, print, hit, miss });
    }
    expect(wrong).toEqual([]);
  });
  test('every item is got by its number with its statuses', () => {
    for (const { kind, number, title, statuses } of truth.items) {
      const [view] = getItems.run(scope, { items: [{ kind, number }] }).items;
      expect(bare(view?.item.title)).toBe(bare(title));
      expect(view?.item.statuses.map((s) => s.status)).toEqual(statuses.map((s) => s.mark));
    }
  });
  test('progress has the printed counts of every pillar and year', () => {
    for (const { pillar, year, done, partial, not, later, total } of truth.counts) {
      const asked = { subjects: [pillar === '合計' ? '*' : pillar], year: fiscalYear(year) };
      const [row] = progress.run(scope, asked).rows;
      const counts = row && Object.values(row.counts).map((f) => f.value);
      expect([row?.total, counts]).toEqual([total, [done, partial, not, later]]);
    }
  });
});
