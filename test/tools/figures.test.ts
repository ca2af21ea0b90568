import { describe, expect, test } from 'vitest';
import type { FiscalYear } from '../../src/report/fiscal-year.ts';
import { figureSeries, type LookUpArgs, lookUpFigures, type SeriesArgs } from '../../src/tools/figures.ts';
import { realScope } from '../support/scope.ts';

const scope = realScope();
const run = (args: LookUpArgs) => lookUpFigures.run(scope, args);
const look = (subject: string, measure: string, ...years: readonly FiscalYear[]) =>
  run({ subjects: [subject], measures: [measure], ...(years.length > 0 && { years: [...years] }) });
const prints = (result: { figures: readonly { print: string }[] }) => result.figures.map((f) => f.print);

describe('a figure', () => {
  test('comes with value, unit, print, table and place', () => {
    const { figures, misses } = look('普通会計', '実質単年度収支', 'FY2018');
    expect(misses).toEqual([]);
    expect(figures).toMatchObject([
      {
        subject: '普通会計',
        measure: '実質単年度収支',
        year: 'FY2018',
        value: -110,
        unit: '百万円',
        print: '△110',
        role: 'value',
        origin: 'printed',
        contradicts: null,
        older: null,
        table: { kind: 'account', title: '1.1 普通会計' },
        source: { report: 'arao-r2', line: 42, place: '1.1 普通会計' },
      },
    ]);
  });
  test('of all years of its table comes when no year is named', () => {
    expect(prints(look('普通会計', '歳入'))).toEqual(['21,631', '21,273', '20,915', '22,050', '23,764']);
  });
  test('comes for every combination of subjects, measures and years', () => {
    const result = run({
      subjects: ['水道事業会計', '病院事業会計'],
      measures: ['総収益', '純損益'],
      years: ['FY2015', 'FY2019'],
    });
    expect(prints(result)).toEqual(['1,020', '1,038', '139', '83', '6,029', '6,248', '387', '2']);
  });
  test('is found in any spelling of the names, and by a part that only one name has', () => {
    expect(prints(look('介護保険 特別会計（保険 勘定）', '歳入', 'FY2019'))).toEqual(['5,551']);
    expect(prints(look('後期高齢者', '歳出', 'FY2019'))).toEqual(['754']);
    expect(prints(look('総務課', '有給', 'FY2019'))).toEqual(['12.20%']);
  });
  test('that is 0 is a figure, not a miss', () => {
    expect(look('国民健康保険特別会計', '他会計等からの繰入金（基準外）', 'FY2019')).toMatchObject({
      figures: [{ value: 0, print: '0' }],
      misses: [],
    });
  });
  test('that arithmetic contradicts is given as printed, with what arithmetic gives', () => {
    const { figures } = look('介護保険特別会計（介護サービス勘定）', '歳入歳出差引額', 'FY2019');
    expect(figures).toMatchObject([{ value: 3, print: '3', contradicts: -3 }]);
    expect(look('国民健康保険特別会計', '歳入歳出差引額', 'FY2015').figures[0]?.contradicts).toBeNull();
  });
  test('of an average row is found by its print and is marked as an average', () => {
    const { figures } = look('平均値', '有給休暇取得率');
    expect(figures.map((f) => [f.print, f.role])).toEqual([
      ['27.30%', 'average'],
      ['27.40%', 'average'],
      ['23.30%', 'average'],
    ]);
  });
  test('of a ranking is found for the years in which its section is listed', () => {
    expect(prints(look('総務課', '超勤時間', 'FY2019', 'FY2015'))).toEqual(['225.8', '203.9']);
  });
});

describe('counts of plan items', () => {
  test('are figures like any other', () => {
    expect(look('*', 'items.done')).toMatchObject({
      figures: [
        { year: 'FY2019', value: 12, unit: 'items' },
        { year: 'FY2020', value: 21, unit: 'items' },
      ],
      misses: [],
    });
    expect(look('人材マネジメント', 'share.done', 'FY2020').figures[0]).toMatchObject({ value: 42.9, print: '42.9%' });
    expect(look('財政課', 'items', 'FY2020').figures[0]).toMatchObject({ value: 6, origin: 'counted' });
  });
});

describe('what is not there', () => {
  test('of an unknown subject says the nearest names', () => {
    expect(look('介護保険', '歳入')).toMatchObject({
      figures: [],
      misses: [
        {
          what: 'subject',
          asked: '介護保険',
          nearest: ['介護保険特別会計（介護サービス勘定）', '介護保険特別会計（保険勘定）'],
        },
      ],
    });
    expect(look('水道会計事業', '総収益').misses[0]).toHaveProperty('nearest.0', '水道事業会計');
    expect(look('宇宙', '歳入').misses).toEqual([{ what: 'subject', asked: '宇宙', nearest: [] }]);
  });
  test('of an unknown measure says the measures there are', () => {
    const { figures, misses } = look('普通会計', '人口');
    expect(figures).toEqual([]);
    expect(misses).toMatchObject([{ what: 'measure', asked: '人口' }]);
    expect(misses[0]).toHaveProperty(
      'nearest',
      expect.arrayContaining(['歳入', '総収益', '超勤時間', '有給休暇取得率']),
    );
  });
  test('of a measure that another table has says what this subject has', () => {
    expect(look('普通会計', '総収益', 'FY2019').misses).toEqual([
      {
        what: 'combination',
        subject: '普通会計',
        measure: '総収益',
        nearest: ['歳入', '歳出', '形式収支', '実質収支', '実質単年度収支', '地方債現在高'],
      },
    ]);
  });
  test('of a year outside says the years of the table', () => {
    expect(look('普通会計', '歳入', 'FY2014').misses).toMatchObject([
      { what: 'year', year: 'FY2014', years: ['FY2015', 'FY2016', 'FY2017', 'FY2018', 'FY2019'] },
    ]);
  });
  test('of a section outside the top five of a year says the years in which it is listed', () => {
    expect(look('総務課', '超勤時間', 'FY2018').misses).toMatchObject([
      {
        what: 'not-listed',
        subject: '総務課',
        asked: ['FY2018'],
        years: ['FY2015', 'FY2016', 'FY2017', 'FY2019'],
        table: { top: 5 },
      },
    ]);
  });
  test('of a section that the ranking never lists is not listed, never 0', () => {
    expect(look('松ヶ浦環境センター', '超勤時間', 'FY2019')).toMatchObject({
      figures: [],
      misses: [{ what: 'not-listed', subject: '松ヶ浦環境センター', measure: '超勤時間', years: [] }],
    });
    expect(look('文化企画課', '有給休暇取得率').misses).toMatchObject([{ what: 'not-listed', table: { top: null } }]);
  });
  test('of a section that a later ranking dropped is not listed in that year', () => {
    expect(look('保健センター', '有給休暇取得率', 'FY2019').misses).toMatchObject([
      { what: 'not-listed', years: ['FY2017', 'FY2018'] },
    ]);
  });
  test('of a dash is a blank with its print, never 0', () => {
    expect(look('水道事業会計', '資金不足比率', 'FY2019')).toMatchObject({
      figures: [],
      misses: [{ what: 'blank', subject: '水道事業会計', measure: '資金不足比率', year: 'FY2019', print: '—' }],
    });
    expect(look('水道事業会計', '資金不足比率').misses).toHaveLength(5);
  });
  test('does not keep back what is there', () => {
    const result = run({
      subjects: ['普通会計', '宇宙会計'],
      measures: ['歳入', '人口'],
      years: ['FY2019', 'FY2030'],
    });
    expect(prints(result)).toEqual(['23,764']);
    expect(result.misses.map((m) => m.what)).toEqual(['year', 'measure', 'subject']);
  });
});

const series = (args: SeriesArgs) => figureSeries.run(scope, args);
const points = (args: SeriesArgs) => series(args).figures.map((f) => [f.year, f.print]);

describe('a series', () => {
  test('is one figure over all years, ascending', () => {
    expect(points({ subject: '下水道事業会計', measure: '純損益' })).toEqual([
      ['FY2015', '193'],
      ['FY2016', '182'],
      ['FY2017', '182'],
      ['FY2018', '147'],
      ['FY2019', '201'],
    ]);
  });
  test('is cut to the years asked, both included', () => {
    const years = (range: Partial<SeriesArgs>) =>
      points({ subject: '普通会計', measure: '歳入', ...range }).map(([year]) => year);
    expect(years({ from: 'FY2017' })).toEqual(['FY2017', 'FY2018', 'FY2019']);
    expect(years({ to: 'FY2016' })).toEqual(['FY2015', 'FY2016']);
    expect(years({ from: 'FY2018', to: 'FY2018' })).toEqual(['FY2018']);
    expect(years({ from: 'FY2001', to: 'FY2099' })).toHaveLength(5);
    expect(years({ from: 'FY2019', to: 'FY2015' })).toEqual([]);
  });
  test('has only the years in which a ranking lists the section', () => {
    expect(points({ subject: '子育て支援課', measure: '超勤時間' })).toEqual([['FY2019', '274.5']]);
  });
  test('of counts of items has the years with statuses', () => {
    expect(points({ subject: '*', measure: 'items.done' })).toEqual([
      ['FY2019', '12'],
      ['FY2020', '21'],
    ]);
  });
});

describe('a series that is not there', () => {
  test('of blanks only has no points and a miss for each', () => {
    const { figures, misses } = series({ subject: '病院事業会計', measure: '資金不足比率' });
    expect(figures).toEqual([]);
    expect(misses.map((m) => m.what)).toEqual(['blank', 'blank', 'blank', 'blank', 'blank']);
  });
  test('of an unknown subject or measure is a miss', () => {
    expect(series({ subject: '宇宙会計', measure: '歳入' }).misses).toMatchObject([{ what: 'subject' }]);
    expect(series({ subject: '普通会計', measure: '人口' }).misses).toMatchObject([{ what: 'measure' }]);
  });
});
