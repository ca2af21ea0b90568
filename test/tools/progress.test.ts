import { describe, expect, test } from 'vitest';
import { type ProgressArgs, type ProgressRow, progress } from '../../src/tools/progress.ts';
import { PARTS, report, SMALL } from '../report/variant.ts';
import { realScope, scopeOf } from '../support/scope.ts';

const scope = realScope();
const run = (args: ProgressArgs) => progress.run(scope, args);
const values = ({ counts: { done, partial, not, later } }: ProgressRow) =>
  [done, partial, not, later].map((f) => f.value);
const prints = ({ shares: { done, partial, not, later } }: ProgressRow) =>
  [done, partial, not, later].map((f) => f?.print);

describe('progress of the whole plan', () => {
  test('is counts and shares of the newest year, with the year before', () => {
    const { year, years, rows, before, misses } = run({});
    expect([year, years, misses]).toEqual(['FY2020', ['FY2019', 'FY2020'], []]);
    expect(rows.map((r) => [r.subject, r.total, values(r)])).toEqual([['*', 34, [21, 8, 2, 3]]]);
    expect(before.map(values)).toEqual([[12, 7, 1, 14]]);
    expect(rows[0]?.source.line).toBe(267);
  });
  test('has the shares as printed, and those of a shared column worked out', () => {
    const [row] = run({}).rows;
    expect(row && prints(row)).toEqual(['61.8%', '23.5%', '5.9%', '8.8%']);
    expect(row?.shares.done).toMatchObject({ origin: 'printed', unit: '%' });
    expect(row?.shares.not).toMatchObject({ origin: 'counted' });
  });
  test('carries the row as the report prints it', () => {
    expect(run({}).rows[0]?.printed).toMatchObject({ label: expect.stringContaining('合'), total: 34 });
  });
  test('of another year is that year, with nothing before the first', () => {
    const { rows, before } = run({ year: 'FY2019' });
    expect(rows.map(values)).toEqual([[12, 7, 1, 14]]);
    expect(before).toEqual([]);
  });
  test('of a year without statuses is a miss that names the years', () => {
    const { rows, misses } = run({ year: 'FY2030' });
    expect(rows).toEqual([]);
    expect(misses).toMatchObject([{ what: 'year', year: 'FY2030', years: ['FY2019', 'FY2020'] }]);
  });
});

describe('progress by pillar', () => {
  test('has every pillar in the order of the report', () => {
    expect(run({ by: 'pillar' }).rows.map((r) => [r.subject, values(r)])).toEqual([
      ['地域マネジメント', [8, 1, 0, 0]],
      ['組織マネジメント', [3, 3, 0, 0]],
      ['人材マネジメント', [3, 3, 1, 0]],
      ['財務マネジメント', [3, 1, 1, 2]],
      ['政策マネジメント', [4, 0, 0, 1]],
    ]);
  });
  test('prints a share that the report rounds in its own way as the report does', () => {
    const rows = run({ by: 'pillar', year: 'FY2019' }).rows;
    expect(rows.map((r) => prints(r).slice(0, 2))).toEqual([
      ['44.4%', '11.2%'],
      ['16.7%', '66.6%'],
      ['28.5%', '28.5%'],
      ['28.5%', '0.0%'],
      ['60.0%', '0.0%'],
    ]);
  });
  test('finds a pillar by a part of its name', () => {
    expect(run({ subjects: ['地域'] }).rows.map((r) => r.subject)).toEqual(['地域マネジメント']);
  });
});

describe('progress by section', () => {
  test('has all sections in charge, counted from the items', () => {
    const { rows } = run({ by: 'section' });
    expect(rows).toHaveLength(11);
    const general = rows.find((r) => r.subject === '総務課');
    expect(general && [general.total, values(general), general.printed]).toEqual([12, [7, 4, 1, 0], null]);
    expect(general?.counts.done.origin).toBe('counted');
    expect(general && prints(general)).toEqual(['58.3%', '33.3%', '8.3%', '0.0%']);
  });
  test('of several sections has them in the order asked', () => {
    expect(run({ subjects: ['財政課', '会計課'] }).rows.map((r) => r.subject)).toEqual(['財政課', '会計課']);
  });
  test('of an unknown one is a miss with the nearest names, and the known ones stay', () => {
    const { rows, misses } = run({ subjects: ['マネジメント', '会計課'] });
    expect(rows.map((r) => r.subject)).toEqual(['会計課']);
    expect(misses).toEqual([{ what: 'subject', asked: 'マネジメント', nearest: scope.report.pillars }]);
  });
});

describe('printed and counted progress', () => {
  const total = '合計\t3 (100.0%)\t1 (33.3%)';
  test('the printed count stands where it differs from the items', () => {
    const [row] = progress.run(scopeOf(SMALL.replace(total, '合計\t3 (100.0%)\t2 (66.7%)')), {}).rows;
    expect(row?.counts.done).toMatchObject({ value: 2, origin: 'printed' });
    expect(row?.shares.done?.print).toBe('66.7%');
  });
  test('without a results table all is counted from the items and stands at their chapter', () => {
    const { rows } = progress.run(scopeOf(report(PARTS.cover, PARTS.items)), {});
    expect(rows.map(values)).toEqual([[1, 1, 0, 1]]);
    expect(rows[0]).toMatchObject({ total: 3, printed: null, counts: { done: { origin: 'counted' } } });
    expect(rows[0]?.shares.done?.print).toBe('33.3%');
    expect(rows[0]?.source.line).toBeGreaterThan(0);
  });
  test('statuses of one year have no year before', () => {
    expect(progress.run(scopeOf(SMALL), {})).toMatchObject({ years: ['FY2022'], before: [] });
  });
});
