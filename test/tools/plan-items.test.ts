import { describe, expect, test } from 'vitest';
import { getItems, type ListItemsArgs, listItems } from '../../src/tools/plan-items.ts';
import { type ChangesArgs, statusChanges } from '../../src/tools/status-changes.ts';
import { PARTS, report, SMALL } from '../report/variant.ts';
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

const list = (args: ListItemsArgs) => listItems.run(scope, args);
const numbers = (args: ListItemsArgs) => list(args).items.map((i) => i.number);

describe('a list of items', () => {
  test('without conditions is the whole plan', () => {
    expect(numbers({})).toEqual(Array.from({ length: 34 }, (_, i) => i + 1));
    expect(list({})).toMatchObject({ year: 'FY2020', of: 34, extra: [], misses: [] });
  });
  test('of the other kind is all items outside the plan', () => {
    const { items, of } = list({ kind: 'extra' });
    expect(items.every((i) => i.kind === 'extra')).toBe(true);
    expect([items.length, of]).toEqual([8, 8]);
  });
  test('by pillar has its items, and those outside the plan beside them', () => {
    const { items, extra } = list({ pillars: ['財務マネジメント'] });
    expect(items.map((i) => i.number)).toEqual([23, 24, 25, 26, 27, 28, 29]);
    expect(extra.map((i) => i.number)).toEqual([1, 2]);
    expect(numbers({ pillars: ['財務マネジメント', '政策マネジメント'] })).toHaveLength(12);
  });
  test('by policy has its items, whatever the spelling', () => {
    expect(numbers({ policies: ['公共施設等の適正管理'] })).toEqual([28, 29]);
    expect(numbers({ policies: ['公共施設等の 適正管理'] })).toEqual([28, 29]);
  });
  test('by status is of the newest year, or of the year asked', () => {
    expect(numbers({ statuses: ['not'] })).toEqual([16, 26]);
    expect(numbers({ statuses: ['not', 'later'] })).toEqual([16, 26, 27, 29, 34]);
    expect(numbers({ statuses: ['partial'], year: 'FY2019' })).toEqual([7, 11, 12, 13, 14, 17, 20]);
    expect(list({ statuses: ['partial'], year: 'FY2019' }).year).toBe('FY2019');
  });
  test('by status of a year without statuses is a miss that names the years', () => {
    const { items, misses } = list({ statuses: ['done'], year: 'FY2018' });
    expect(items).toEqual([]);
    expect(misses).toMatchObject([{ what: 'year', year: 'FY2018', years: ['FY2019', 'FY2020'] }]);
  });
  test('by several conditions fulfils all of them', () => {
    expect(numbers({ sections: ['総務課'], statuses: ['not'] })).toEqual([16]);
    expect(numbers({ sections: ['総務課'], pillars: ['組織マネジメント'] })).toEqual([10, 13, 15]);
    expect(numbers({ pillars: ['地域マネジメント'], statuses: ['not'] })).toEqual([]);
  });
  test('without a section in charge is those whose cell is missing', () => {
    expect(numbers({ withoutOwner: true })).toEqual([14, 28]);
  });
});

describe('items of a section', () => {
  test('are those it owns alone or with others, and those outside the plan', () => {
    const { items, extra } = list({ sections: ['総務課'] });
    expect(items.map((i) => i.number)).toEqual([3, 4, 10, 13, 15, 16, 17, 18, 19, 20, 21, 22]);
    expect(extra.map((i) => i.number)).toEqual([5, 6]);
  });
  test('of several sections are those of any of them', () => {
    expect(numbers({ sections: ['収納課', '市民課'] })).toEqual([23, 34]);
  });
  test('are found by a part of the name that only one section has', () => {
    expect(numbers({ sections: ['くらしいきいき'] })).toEqual([1, 2, 3, 4, 24]);
  });
  test('outside the plan are left out when kind or status narrows the question to the plan', () => {
    expect(list({ sections: ['総務課'], kind: 'plan' }).extra).toEqual([]);
    expect(list({ sections: ['総務課'], statuses: ['done'] }).extra).toEqual([]);
  });
  test('are none, without a miss, for a ranked section that owns nothing', () => {
    expect(list({ sections: ['松ヶ浦環境センター'] })).toMatchObject({ items: [], extra: [], misses: [] });
  });
  test('are only outside the plan for a section that owns nothing else', () => {
    const { items, extra } = list({ sections: ['契約検査室'] });
    expect([items.length, extra.map((i) => i.number)]).toEqual([0, [8]]);
  });
  test('that the report does not know are a miss with the nearest names', () => {
    const { items, misses } = list({ sections: ['総務'] });
    expect(items).toEqual([]);
    expect(misses).toEqual([{ what: 'subject', asked: '総務', nearest: ['総務課', '企業局総務課'] }]);
    expect(list({ sections: ['宇宙開発局'] }).misses).toMatchObject([{ what: 'subject', asked: '宇宙開発局' }]);
  });
});

describe('items by schedule', () => {
  test('in an implementing stage of a year are those where it holds, arrows included', () => {
    expect(numbers({ stage: { year: 'FY2023', starting: false } })).toHaveLength(34);
    expect(numbers({ stage: { year: 'FY2022', starting: true } })).toEqual([34]);
  });
  test('that begin in a year are those whose stage differs from the year before', () => {
    const begin2020 = [3, 4, 5, 9, 15, 16, 21, 22, 23, 26, 28, 33];
    expect(numbers({ stage: { year: 'FY2020', starting: true } })).toEqual(begin2020);
    expect(numbers({ stage: { year: 'FY2021', starting: true } })).toEqual([27, 29]);
  });
  test('that begin in the first year are all that have the stage in it', () => {
    const first = (starting: boolean) => numbers({ stage: { year: 'FY2019', starting } });
    expect(first(true)).toEqual(first(false));
    expect(first(true)).toContain(1);
  });
  test('by the word of the stage are those that print it or an arrow after it', () => {
    expect(numbers({ stage: { word: '検討', year: 'FY2020', starting: false } })).toEqual([27, 29, 34]);
    expect(numbers({ stage: { word: '検討', year: 'FY2020', starting: true } })).toEqual([]);
    expect(numbers({ stage: { word: '順次実施', year: 'FY2021', starting: true } })).toEqual([29]);
  });
  test('of a year outside the schedule are none', () => {
    expect(numbers({ stage: { year: 'FY2030', starting: false } })).toEqual([]);
  });
});

test('a report without statuses lists its items as of its own year', () => {
  const items = PARTS.items.map((line) => line.replace(/\t[○△―]\t/u, '\t\t'));
  const small = scopeOf(report(PARTS.cover, items));
  expect(listItems.run(small, {})).toMatchObject({ year: 'FY2022', of: 3 });
  expect(listItems.run(small, { statuses: ['done'] }).items).toEqual([]);
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
    .replaceAll('\tR4年度\tR5年度\t', '\tR4年度\tR5年度\t\t')
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
