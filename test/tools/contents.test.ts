import { describe, expect, test } from 'vitest';
import { reportContents } from '../../src/tools/contents.ts';
import { PARTS, read, report, SMALL } from '../report/variant.ts';
import { realScope, scopeOf } from '../support/scope.ts';

describe('the contents of the real report', () => {
  const contents = reportContents.run(realScope(), {});

  test('name the report', () => {
    expect(contents).toMatchObject({
      kind: 'contents',
      topic: 'overview',
      report: { name: '令和2年度実施状況報告書', issued: { year: 2021, month: 2 } },
    });
    expect(contents.report.title).toContain('荒尾市行政経営計画');
  });
  test('list the tables with subjects, measures and years, and the counts of items as one more', () => {
    expect(contents.tables.map((t) => [t.kind, t.subjects.length, t.measures.length, t.years.length, t.top])).toEqual([
      ['account', 1, 6, 5, null],
      ['account', 4, 6, 5, null],
      ['account', 3, 7, 5, null],
      ['ranking', 9, 1, 5, 5],
      ['ranking', 35, 1, 3, null],
      ['progress', 17, 9, 2, null],
    ]);
    expect(contents.tables.flatMap((t) => t.subjects)).not.toContain('平均値');
  });
  test('list pillars, item numbers and where the pillars stand', () => {
    expect(contents.pillars).toHaveLength(5);
    expect([contents.plan.length, contents.extra]).toEqual([34, [1, 2, 3, 4, 5, 6, 7, 8]]);
    expect(realScope().report.chapters).toContain(contents.pillarSource?.chapter);
  });
  test('list every section once, in charge of items or ranked', () => {
    for (const name of ['収納課', '文化企画課', '契約検査室', '松ヶ浦環境センター'])
      expect(contents.sections).toContain(name);
    expect(new Set(contents.sections).size).toBe(contents.sections.length);
  });
  test('explain the marks, and have the notes and the pictures without values', () => {
    expect(new Set(contents.legend.map((l) => l.status))).toEqual(new Set(['done', 'partial', 'not', 'later']));
    expect(contents.legend.map((l) => l.meaning)).toContain('令和3年度以降実施');
    expect(contents.notes.map((n) => n.text)).toContain('※平成 27 年度までは特別会計');
    expect(contents.withoutValues.map((b) => b.text)).toContain('県下14市 財政力指数');
  });
  test('say which topic was asked', () => {
    expect(reportContents.run(realScope(), { topic: 'legend' }).topic).toBe('legend');
  });
});

describe('the contents of other reports', () => {
  test('without tables and results have what there is', () => {
    const contents = reportContents.run(scopeOf(report(PARTS.cover, PARTS.items)), {});
    expect(contents.tables.map((t) => t.kind)).toEqual(['progress']);
    expect(contents.plan).toEqual([1, 2, 3]);
    expect(contents.extra).toEqual([]);
    expect(contents.pillarSource?.line).toBeGreaterThan(0);
  });
  test('are of the newest report alone where an older one stands behind it', () => {
    const newer = SMALL.replace('令和4年度）', '令和5年度）').replace('令和5年7月', '令和6年7月');
    const contents = reportContents.run(scopeOf(newer, [read(SMALL, 'old')]), {});
    expect(contents.tables).toHaveLength(2);
    expect(new Set(contents.tables.map((t) => t.report))).toEqual(new Set([contents.report.name]));
  });
});
