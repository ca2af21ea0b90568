import { describe, expect, test } from 'vitest';
import { type ChangesArgs, getItems, statusChanges } from '../../src/tools/plan-items.ts';
import { SMALL } from '../report/variant.ts';
import { realScope, scopeOf } from '../support/scope.ts';

const scope = realScope();
const plan = (...numbers: readonly number[]) =>
  getItems.run(scope, { items: numbers.map((number) => ({ kind: 'plan', number })) });

describe('items by number', () => {
  test('come with title, statuses, schedule, owners and their line', () => {
    const { items, misses } = plan(23);
    expect(misses).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]?.item).toMatchObject({
      kind: 'plan',
      number: 23,
      title: '債権に関する滞納整理の一元化',
      pillar: '財務マネジメント',
      owners: ['収納課'],
      statuses: [
        { year: 'FY2019', status: 'later', print: '―' },
        { year: 'FY2020', status: 'partial', print: '△' },
      ],
      source: { line: 329 },
    });
    expect(items[0]?.item.schedule.map((s) => s.stage)).toEqual(['検討', '実施', '実施', '実施', '実施']);
  });
  test('outside the plan have no statuses and no schedule', () => {
    const { items } = getItems.run(scope, { items: [{ kind: 'extra', number: 8 }] });
    expect(items[0]?.item).toMatchObject({ kind: 'extra', title: '電子入札の導入', owners: ['契約検査室'] });
    expect(items[0]?.item).toMatchObject({ statuses: [], schedule: [] });
  });
  test('come in the order asked, plan and extra mixed', () => {
    const { items } = getItems.run(scope, {
      items: [
        { kind: 'plan', number: 14 },
        { kind: 'extra', number: 2 },
        { kind: 'plan', number: 11 },
      ],
    });
    expect(items.map(({ item }) => [item.kind, item.number])).toEqual([
      ['plan', 14],
      ['extra', 2],
      ['plan', 11],
    ]);
  });
  test('name the item of the other kind with the same number', () => {
    expect(plan(3).items[0]?.sameNumber).toMatchObject({
      kind: 'extra',
      number: 3,
      title: '「おくやみサービス」の開始',
    });
    expect(getItems.run(scope, { items: [{ kind: 'extra', number: 3 }] }).items[0]?.sameNumber).toMatchObject({
      kind: 'plan',
      number: 3,
    });
    expect(plan(23).items[0]?.sameNumber).toBeNull();
  });
  test('without a stated section in charge have none, not an empty one', () => {
    expect(plan(14, 28).items.map(({ item }) => item.owners)).toEqual([null, null]);
  });
  test('of a library of one report have no earlier statuses', () => {
    expect(plan(1).items[0]?.earlier).toEqual([]);
  });
});

describe('an unknown number', () => {
  test('is a miss that names the numbers there are', () => {
    const { items, misses } = plan(35);
    expect(items).toEqual([]);
    expect(misses).toEqual([
      { what: 'item', item: { kind: 'plan', number: 35 }, numbers: Array.from({ length: 34 }, (_, i) => i + 1) },
    ]);
  });
  test('of an item outside the plan names those outside the plan', () => {
    const { misses } = getItems.run(scope, { items: [{ kind: 'extra', number: 23 }] });
    expect(misses).toEqual([{ what: 'item', item: { kind: 'extra', number: 23 }, numbers: [1, 2, 3, 4, 5, 6, 7, 8] }]);
  });
  test('does not keep the known ones back', () => {
    const { items, misses } = plan(0, 12, -1, 99);
    expect(items.map(({ item }) => item.number)).toEqual([12]);
    expect(misses).toHaveLength(3);
  });
});

const changed = (args: ChangesArgs) => statusChanges.run(scope, args).changes.map((c) => c.item.number);
const IMPROVED = [3, 4, 5, 7, 9, 13, 15, 18, 22, 23, 28, 33];

describe('status changes between the last two years', () => {
  test('are all items whose status differs, with both statuses', () => {
    const { years, changes } = statusChanges.run(scope, {});
    expect(years).toEqual(['FY2019', 'FY2020']);
    expect(changes.map((c) => c.item.number)).toEqual([...IMPROVED, 16, 26].sort((a, b) => a - b));
    expect(changes.find((c) => c.item.number === 18)).toMatchObject({
      before: { year: 'FY2019', status: 'not', print: '×' },
      after: { year: 'FY2020', status: 'partial', print: '△' },
    });
  });
  test('for the better are those that came nearer to done', () => {
    expect(changed({ direction: 'improved' })).toEqual(IMPROVED);
  });
  test('for the worse are none here; from planned to not done is only a change', () => {
    expect(changed({ direction: 'worsened' })).toEqual([]);
    expect(changed({ from: ['later'], to: ['not'] })).toEqual([16, 26]);
  });
  test('that did not happen are all other items', () => {
    expect(changed({ direction: 'unchanged' })).toHaveLength(34 - IMPROVED.length - 2);
  });
  test('by the statuses before and after also give what stayed', () => {
    expect(changed({ from: ['partial'], to: ['done'] })).toEqual([7, 13]);
    expect(changed({ from: ['partial'], to: ['partial'] })).toEqual([11, 12, 14, 17, 20]);
    expect(changed({ to: ['not'] })).toEqual([16, 26]);
    expect(changed({ from: ['done'], direction: 'changed' })).toEqual([]);
  });
  test('by pillar or section are those of its items', () => {
    expect(changed({ pillars: ['人材マネジメント'] })).toEqual([16, 18, 22]);
    expect(changed({ sections: ['財政課'] })).toEqual([15, 26]);
    expect(changed({ sections: ['収納課'], direction: 'improved' })).toEqual([23]);
  });
});

test('a step back is a change for the worse', () => {
  const two = SMALL.replaceAll('\t進捗状況（R4年度末時点）', '\t進捗状況（R3年度末時点）\t進捗状況（R4年度末時点）')
    .replaceAll('\t○\t企画課', '\t○\t△\t企画課')
    .replaceAll('\t△\t総務課 生涯学習課', '\t△\t×\t総務課 生涯学習課')
    .replaceAll('\t―\t総務課', '\t―\t―\t総務課');
  const { changes } = statusChanges.run(scopeOf(two), { direction: 'worsened' });
  expect(changes.map((c) => [c.item.number, c.before.status, c.after.status])).toEqual([
    [1, 'done', 'partial'],
    [2, 'partial', 'not'],
  ]);
});

test('a report with statuses of one year has no years to compare', () => {
  expect(statusChanges.run(scopeOf(SMALL), {})).toMatchObject({ years: null, changes: [] });
});
