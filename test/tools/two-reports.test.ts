import { describe, expect, test } from 'vitest';
import type { FiscalYear } from '../../src/report/fiscal-year.ts';
import { calculate } from '../../src/tools/calculate.ts';
import { figureSeries, lookUpFigures } from '../../src/tools/figures.ts';
import { getItems } from '../../src/tools/plan-items.ts';
import { rankFigures } from '../../src/tools/ranking.ts';
import { read, SMALL } from '../report/variant.ts';
import { scopeOf } from '../support/scope.ts';

/** The next year's report of the same town: its tables one year on, with items renumbered, renamed and replaced. */
const NEXT = SMALL.replace('令和4年度）', '令和5年度）')
  .replace('令和5年7月', '令和6年7月')
  .replaceAll('R4年度末時点', 'R5年度末時点')
  .replace('\tR4年度\tR5年度\t', '\tR5年度\tR6年度\t')
  .replace('体系\t項目数\t令和4年度', '体系\t項目数\t令和5年度')
  .replace('令和2年度\t9,100\t8,900\t200\n', '')
  .replace('令和3年度\t9,050\t9,060\t△10', '令和3年度\t9,055\t9,060\t△5\n令和4年度\t9,200\t9,000\t200')
  .replace('\n1\t住民との協働\t花いっぱい運動', '\n1\t住民との協働\t花いっぱい 運動')
  .replace('\n2\t\t町民講座', '\n4\t\t図書館の開館時間')
  .replace('職員研修の充実', '職員研修の充実と強化')
  .replace('\t次年度に計画を作る。\t―\t', '\t計画を作った。\t○\t');
const OLD_NAME = '令和4年度進捗状況報告書';
const scope = scopeOf(NEXT, [read(SMALL, 'old')]);

const look = (measure: string, ...years: readonly FiscalYear[]) =>
  lookUpFigures.run(scope, { subjects: ['一般会計'], measures: [measure], years: [...years] });

describe('two reports of one town with the same figure', () => {
  test('the newer one answers and the difference is noted', () => {
    const { figures } = look('歳入総額', 'FY2021');
    expect(figures).toMatchObject([
      { print: '9,055', table: { report: '令和5年度進捗状況報告書' }, older: { print: '9,050', report: OLD_NAME } },
    ]);
  });
  test('no difference is noted where they print the same', () => {
    expect(look('歳出総額', 'FY2021').figures).toMatchObject([{ print: '9,060', older: null }]);
  });
  test('figures that one of them alone has come from that one', () => {
    expect(look('歳入総額', 'FY2020', 'FY2022').figures).toMatchObject([
      { print: '9,100', table: { report: OLD_NAME }, source: { report: 'old' }, older: null },
      { print: '9,200', table: { report: '令和5年度進捗状況報告書' }, source: { report: 'test' }, older: null },
    ]);
  });
  test('a series runs over both, one point a year', () => {
    const { figures } = figureSeries.run(scope, { subject: '一般会計', measure: '差引額' });
    expect(figures.map((f) => [f.year, f.print])).toEqual([
      ['FY2020', '200'],
      ['FY2021', '△5'],
      ['FY2022', '200'],
    ]);
  });
  test('a calculation takes the newer figure', () => {
    const inputs = (['FY2020', 'FY2021'] as const).map((year) => ({ subject: '一般会計', measure: '歳入総額', year }));
    expect(calculate.run(scope, { operation: 'difference', inputs })).toMatchObject({
      value: -45,
      formula: '9,055 − 9,100 = −45',
    });
  });
  test('a ranking of a year that only the older one has is found there', () => {
    expect(rankFigures.run(scope, { measure: '歳入総額', order: 'highest', year: 'FY2020' })).toMatchObject({
      kind: 'ranking',
      rows: [{ rank: 1, figure: { print: '9,100' } }],
    });
  });
  test('counts of items of both years are there', () => {
    const { figures } = figureSeries.run(scope, { subject: '*', measure: 'items' });
    expect(figures.map((f) => f.year)).toEqual(['FY2022', 'FY2023']);
  });
});

describe('items of two reports of one town', () => {
  const view = (number: number) => getItems.run(scope, { items: [{ kind: 'plan', number }] }).items[0];

  test('carry the status of the older report by their title, whatever its spacing', () => {
    expect(view(1)?.item.statuses).toMatchObject([{ year: 'FY2023', status: 'done' }]);
    expect(view(1)?.earlier).toEqual([{ year: 'FY2022', status: 'done', print: '○', report: OLD_NAME, certain: true }]);
  });
  test('with a similar title carry it as uncertain', () => {
    expect(view(3)).toMatchObject({
      item: { title: '職員研修の充実と強化', statuses: [{ year: 'FY2023', status: 'done' }] },
      earlier: [{ year: 'FY2022', status: 'later', certain: false }],
    });
  });
  test('are never matched by number alone', () => {
    expect(view(4)).toMatchObject({ item: { title: '図書館の開館時間' }, earlier: [] });
  });
  test('that stand only in the older report are not of the plan any more', () => {
    expect(getItems.run(scope, { items: [{ kind: 'plan', number: 2 }] }).misses).toMatchObject([
      { what: 'item', numbers: [1, 4, 3] },
    ]);
  });
  test('do not repeat a status that the newer report prints itself', () => {
    const again = scopeOf(SMALL.replace('令和5年7月', '令和5年9月'), [read(SMALL, 'old')]);
    expect(getItems.run(again, { items: [{ kind: 'plan', number: 1 }] }).items[0]?.earlier).toEqual([]);
  });
});
