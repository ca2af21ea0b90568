import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FiscalYear, fiscalYear } from '../../src/report/fiscal-year.ts';
import type { Observation } from '../../src/report/model.ts';
import { parseFigure } from '../../src/report/notation.ts';
import { calculate } from '../../src/tools/calculate.ts';
import type { FigureHit } from '../../src/tools/figure-index.ts';
import { figureSeries, lookUpFigures } from '../../src/tools/figures.ts';
import { searchPassages } from '../../src/tools/passages.ts';
import { getItems } from '../../src/tools/plan-items.ts';
import { progress } from '../../src/tools/progress.ts';
import { rankFigures } from '../../src/tools/ranking.ts';
import { generateReport } from '../generator/generate.ts';
import { bare } from '../report/truth.ts';
import { realScope, scopeOf } from '../support/scope.ts';

const RUNS = { seed: 20_210_201, numRuns: 50 };
const scopes = [realScope(), scopeOf(generateReport(23).text)];

const place = (f: FigureHit | Observation) =>
  [f.subject, f.measure, f.year, f.value, f.unit, f.print, f.source.line, f.source.cell].join('\t');
const worlds = scopes.map((scope) => {
  const observations = scope.report.tables.flatMap((t) => t.observations);
  const words = (names: readonly string[]) => fc.constantFrom(...new Set(names));
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  return {
    scope,
    observations,
    places: new Set(observations.map(place)),
    subject: fc.oneof(words([...scope.figures.all.map((f) => f.subject), '課', '会計', '']), anything),
    measure: fc.oneof(words([...scope.figures.all.map((f) => f.measure), '収支', '率', '']), anything),
    year: fc
      .oneof(words(scope.figures.all.map((f) => f.year)), fc.integer({ min: 1900, max: 2999 }).map(String))
      .map((year): FiscalYear => fiscalYear(Number(year.replace('FY', '')))),
  };
});

/** Figures that are printed in a table stand in the report; counts of items are the index's own. */
function invented(figures: readonly FigureHit[], { scope, places }: (typeof worlds)[number]): FigureHit[] {
  return figures.filter((f) => (f.table.kind === 'progress' ? !scope.figures.all.includes(f) : !places.has(place(f))));
}

describe.each(worlds)('for any names and years in report $scope.report.city', (world) => {
  const { scope, observations, subject, measure, year } = world;

  test('looking up never throws, and every figure stands in the report', () => {
    const args = fc.record({
      subjects: fc.array(subject, { minLength: 1, maxLength: 2 }),
      measures: fc.array(measure, { minLength: 1, maxLength: 2 }),
      years: fc.option(fc.array(year, { maxLength: 3 })),
    });
    fc.assert(
      fc.property(args, (asked) => {
        const { figures } = lookUpFigures.run(scope, asked);
        expect(invented(figures, world)).toEqual([]);
        expect(figures.every((f) => f.value !== null)).toBe(true);
        if (asked.years) expect(figures.every((f) => asked.years?.includes(f.year))).toBe(true);
      }),
      RUNS,
    );
  });
  test('every combination of one subject, one measure and one year is a figure or a miss', () => {
    fc.assert(
      fc.property(subject, measure, year, (s, m, y) => {
        const { figures, misses } = lookUpFigures.run(scope, { subjects: [s], measures: [m], years: [y] });
        expect(figures.length + misses.length).toBe(1);
      }),
      RUNS,
    );
  });
  test('every figure of the report is found by its names and year', () => {
    fc.assert(
      fc.property(fc.constantFrom(...observations), (o) => {
        const asked = { subjects: [o.subject], measures: [o.measure], years: [o.year] };
        const { figures, misses } = lookUpFigures.run(scope, asked);
        if (o.value === null) expect(misses).toMatchObject([{ what: 'blank', print: o.print }]);
        else expect(figures.map(place)).toEqual([place(o)]);
      }),
      RUNS,
    );
  });
  test('a series ascends and stays within its years', () => {
    fc.assert(
      fc.property(subject, measure, year, year, (s, m, from, to) => {
        const { figures } = figureSeries.run(scope, { subject: s, measure: m, from, to });
        expect(figures.map((f) => f.year)).toEqual([...new Set(figures.map((f) => f.year))].sort());
        expect(figures.every((f) => f.year >= from && f.year <= to)).toBe(true);
      }),
      RUNS,
    );
  });
  test('a ranking is its values in order, and a rank counts those before it', () => {
    const args = fc.record({
      measure,
      year: fc.option(year),
      order: fc.constantFrom('highest' as const, 'lowest' as const),
      table: fc.option(fc.constantFrom(...scope.figures.tables.map((t) => t.id)), { freq: 1 }),
    });
    fc.assert(
      fc.property(args, (asked) => {
        const result = rankFigures.run(scope, asked);
        if (result.kind === 'no-ranking') return;
        const values = result.rows.map((r) => r.figure.value ?? Number.NaN);
        const sign = asked.order === 'highest' ? -1 : 1;
        expect(values).toEqual(values.toSorted((a, b) => sign * (a - b)));
        const ranks = values.map((value) => 1 + values.filter((v) => sign * (v - value) < 0).length);
        expect(result.rows.map((r) => r.rank)).toEqual(ranks);
        expect(result.of).toBe(values.length);
        expect(
          invented(
            result.rows.map((r) => r.figure),
            world,
          ),
        ).toEqual([]);
      }),
      RUNS,
    );
  });
  test('a cut ranking is the beginning of the whole one, and a subject has its rank in it', () => {
    const ranked = observations.filter((o) => o.role === 'value' && o.value !== null);
    fc.assert(
      fc.property(fc.constantFrom(...ranked), fc.integer({ min: 1, max: 50 }), (o, count) => {
        const table = scope.figures.tables.find((t) => t.title === o.source.place || t.id.endsWith(`/${o.table}`))?.id;
        const args = { measure: o.measure, year: o.year, order: 'highest' as const, ...(table && { table }) };
        const whole = rankFigures.run(scope, args);
        const cut = rankFigures.run(scope, { ...args, count });
        const one = rankFigures.run(scope, { ...args, of: o.subject });
        if (whole.kind !== 'ranking' || cut.kind !== 'ranking' || one.kind !== 'ranking') throw new Error('no ranking');
        expect(cut.rows.length).toBeGreaterThanOrEqual(Math.min(count, whole.rows.length));
        expect(whole.rows.slice(0, cut.rows.length)).toEqual(cut.rows);
        expect(one.rows).toEqual(whole.rows.filter((r) => r.figure.subject === o.subject));
      }),
      RUNS,
    );
  });
  test('a difference is last minus first of the printed values', () => {
    const valued = observations.filter((o) => o.value !== null);
    const printed = (o: Observation) => parseFigure(o.print, o.unit)?.value ?? Number.NaN;
    fc.assert(
      fc.property(fc.constantFrom(...valued), fc.constantFrom(...valued), (first, last) => {
        const inputs = [first, last].map(({ subject: s, measure: m, year: y }) => ({
          subject: s,
          measure: m,
          year: y,
        }));
        const result = calculate.run(scope, { operation: 'difference', inputs });
        if (result.kind === 'no-calculation') {
          expect(first.unit).not.toBe(last.unit);
          return;
        }
        expect(result.value).toBeCloseTo(printed(last) - printed(first), 6);
        expect(result.formula).toMatch(/ − .* = −?[\d,.]+$/u);
      }),
      RUNS,
    );
  });
});

test('for any query, passages are found without an exception and cover between nothing and all', () => {
  const query = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2000 }),
    fc.string({ unit: 'grapheme', maxLength: 100 }),
  );
  fc.assert(
    fc.property(
      query,
      fc.option(fc.constantFrom('amount' as const, 'period' as const, 'reason' as const)),
      (q, want) => {
        for (const { coverage } of searchPassages.run(realScope(), { query: q, want }).hits) {
          expect(coverage).toBeGreaterThanOrEqual(0);
          expect(coverage).toBeLessThanOrEqual(1 + 1e-9);
        }
      },
    ),
    RUNS,
  );
});

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
