import { describe, expect, test } from 'vitest';
import type { FiscalYear } from '../../src/report/fiscal-year.ts';
import { type Calculation, calculate, type Operation } from '../../src/tools/calculate.ts';
import { realScope } from '../support/scope.ts';

const scope = realScope();
type Input = readonly [subject: string, measure: string, year: FiscalYear];

function run(operation: Operation, ...inputs: readonly Input[]) {
  const asked = inputs.map(([subject, measure, year]) => ({ subject, measure, year }));
  return calculate.run(scope, { operation, inputs: asked });
}
function result(operation: Operation, ...inputs: readonly Input[]): Calculation {
  const done = run(operation, ...inputs);
  if (done.kind !== 'calculation') throw new Error(`no calculation: ${JSON.stringify(done.misses)}`);
  return done;
}
function misses(operation: Operation, ...inputs: readonly Input[]) {
  const done = run(operation, ...inputs);
  return done.kind === 'no-calculation' ? done.misses : [];
}

const water = (year: FiscalYear): Input => ['水道事業会計', '純損益', year];
const ordinary = (measure: string, year: FiscalYear): Input => ['普通会計', measure, year];
const leave = (section: string): Input => [section, '有給休暇取得率', 'FY2019'];

describe('calculating with printed figures', () => {
  test('a difference is last minus first, in their unit', () => {
    expect(result('difference', water('FY2015'), water('FY2019'))).toMatchObject({
      value: -56,
      unit: '百万円',
      decimals: 0,
      formula: '83 − 139 = −56',
      chosen: [],
      misses: [],
    });
  });
  test('a difference with a negative figure brackets it', () => {
    const years = [ordinary('実質単年度収支', 'FY2019'), ordinary('実質単年度収支', 'FY2015')] as const;
    expect(result('difference', ...years)).toMatchObject({ value: 887, formula: '614 − (−273) = 887' });
  });
  test('a difference of decimals keeps their digits and no more', () => {
    expect(result('difference', leave('総務課'), leave('松ヶ浦環境センター'))).toMatchObject({
      value: 35.6,
      unit: '%',
      decimals: 1,
      formula: '47.8 − 12.2 = 35.6',
    });
  });
  test('a sum adds all inputs', () => {
    expect(result('sum', water('FY2017'), water('FY2018'), water('FY2019'))).toMatchObject({
      value: 304,
      unit: '百万円',
      formula: '114 + 107 + 83 = 304',
    });
  });
  test('an average divides the sum by the number of inputs', () => {
    expect(result('average', water('FY2017'), water('FY2018'), water('FY2019'))).toMatchObject({
      value: 101.3,
      decimals: 1,
      formula: '(114 + 107 + 83) ÷ 3 = 101.3',
    });
  });
  test('a ratio is first by second, without a unit', () => {
    expect(result('ratio', ['病院事業会計', '総収益', 'FY2019'], ['水道事業会計', '総収益', 'FY2019'])).toMatchObject({
      value: 6.02,
      unit: null,
      formula: '6,248 ÷ 1,038 = 6.02',
    });
  });
  test('a share is first by second in percent', () => {
    expect(result('share', ['*', 'items.done', 'FY2020'], ['*', 'items', 'FY2020'])).toMatchObject({
      value: 61.8,
      unit: '%',
      formula: '21 ÷ 34 × 100 = 61.8',
    });
  });
  test('growth is the change in percent of the first', () => {
    expect(result('growth', ordinary('歳入', 'FY2018'), ordinary('歳入', 'FY2019'))).toMatchObject({
      value: 7.8,
      unit: '%',
      formula: '(23,764 − 22,050) ÷ 22,050 × 100 = 7.8',
    });
    expect(result('growth', water('FY2015'), water('FY2019'))).toMatchObject({ value: -40.3 });
  });
  test('highest and lowest name the inputs that have that value', () => {
    const years: readonly FiscalYear[] = ['FY2015', 'FY2016', 'FY2017', 'FY2018', 'FY2019'];
    const sewerage = years.map((year): Input => ['下水道事業会計', '純損益', year]);
    const highest = result('highest', ...sewerage);
    expect([highest.value, highest.chosen.map((f) => f.year)]).toEqual([201, ['FY2019']]);
    expect(result('lowest', ...sewerage).chosen.map((f) => f.print)).toEqual(['147']);
  });
  test('equal extremes are all named, by year', () => {
    const sewerage = (year: FiscalYear): Input => ['下水道事業会計', '純損益', year];
    const { chosen } = result('lowest', sewerage('FY2017'), sewerage('FY2019'), sewerage('FY2016'));
    expect(chosen.map((f) => f.year)).toEqual(['FY2016', 'FY2017']);
  });
  test('hands its inputs along with their places', () => {
    const { inputs } = result('sum', water('FY2018'), ordinary('歳入', 'FY2019'));
    expect(inputs.map((f) => [f.subject, f.print, f.source.line > 0])).toEqual([
      ['水道事業会計', '107', true],
      ['普通会計', '23,764', true],
    ]);
  });
});

describe('no calculation is made', () => {
  test('with figures of different units', () => {
    for (const operation of ['difference', 'sum', 'share', 'highest'] as const) {
      expect(misses(operation, ordinary('歳入', 'FY2019'), leave('総務課'))).toEqual([
        { what: 'operands', reason: 'units' },
      ]);
    }
  });
  test('that divides by zero', () => {
    const zero: Input = ['国民健康保険特別会計', '他会計等からの繰入金（基準外）', 'FY2019'];
    const start: Input = ['国民健康保険特別会計', '他会計等からの繰入金（基準外）', 'FY2015'];
    for (const operation of ['ratio', 'share'] as const)
      expect(misses(operation, start, zero)).toEqual([{ what: 'operands', reason: 'zero' }]);
    expect(misses('growth', zero, start)).toEqual([{ what: 'operands', reason: 'zero' }]);
    expect(result('ratio', zero, start).value).toBe(0);
  });
  test('of growth from a negative base', () => {
    const years = [ordinary('実質単年度収支', 'FY2018'), ordinary('実質単年度収支', 'FY2017')] as const;
    expect(run('growth', ...years).kind).toBe('no-calculation');
  });
  test('with a missing or blank figure, and it says which', () => {
    expect(misses('difference', ordinary('歳入', 'FY2014'), ordinary('歳入', 'FY2019'))).toMatchObject([
      { what: 'year', year: 'FY2014' },
    ]);
    const blank: Input = ['介護保険特別会計（介護サービス勘定）', '他会計等からの繰入金（基準内）', 'FY2019'];
    expect(misses('difference', blank, ordinary('歳入', 'FY2019'))).toMatchObject([{ what: 'blank', print: '—' }]);
    expect(misses('ratio', ['宇宙会計', '歳入', 'FY2019'], ordinary('歳入', 'FY2019'))).toMatchObject([
      { what: 'subject' },
    ]);
  });
  test('of a single figure', () => {
    expect(misses('sum', ordinary('歳入', 'FY2014'), ordinary('歳入', 'FY2019'))).toMatchObject([
      { what: 'year' },
      { what: 'operands', reason: 'too-few' },
    ]);
  });
});

test('sums, averages and extremes leave out what is missing and say so', () => {
  const years = [water('FY2014'), water('FY2018'), water('FY2019')] as const;
  expect(result('sum', ...years)).toMatchObject({ value: 190, misses: [{ what: 'year', year: 'FY2014' }] });
  expect(result('average', ...years)).toMatchObject({ value: 95 });
  expect(result('highest', ...years)).toMatchObject({ value: 107, misses: [{ what: 'year' }] });
});
