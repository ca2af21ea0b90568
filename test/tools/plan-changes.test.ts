import { describe, expect, test } from 'vitest';
import { planChanges } from '../../src/tools/plan-changes.ts';
import { read, SMALL } from '../report/variant.ts';
import { scopeOf } from '../support/scope.ts';

/** The next year's report: one item replaced, one under another title, one under another number. */
const NEXT = SMALL.replace('令和4年度）', '令和5年度）')
  .replace('令和5年7月', '令和6年7月')
  .replace('\n1\t住民との協働\t花いっぱい運動', '\n7\t住民との協働\t花いっぱい 運動')
  .replace('\n2\t\t町民講座', '\n4\t\t図書館の開館時間')
  .replace('職員研修の充実', '職員研修の充実と強化');
const scope = scopeOf(NEXT, [read(SMALL, 'old')]);
const numbers = (items: readonly { readonly number: number }[]) => items.map((item) => item.number);

describe('the plan in this report and in the one before', () => {
  test('tells items that are new, gone, under another title or number', () => {
    const { reports, added, removed, retitled, renumbered } = planChanges.run(scope, {});
    expect(reports).toEqual(['令和4年度進捗状況報告書', '令和5年度進捗状況報告書']);
    expect([numbers(added), numbers(removed)]).toEqual([[4], [2]]);
    expect(retitled).toMatchObject([
      { before: { number: 3 }, after: { title: '職員研修の充実と強化' }, certain: false },
    ]);
    expect(renumbered).toMatchObject([{ before: { number: 1 }, after: { number: 7 }, certain: true }]);
  });
  test('tells only what is asked', () => {
    const { added, removed, renumbered } = planChanges.run(scope, { changes: ['removed'] });
    expect([numbers(added), numbers(removed), renumbered]).toEqual([[], [2], []]);
  });
  test('cannot be told without an older report', () => {
    expect(planChanges.run(scopeOf(SMALL), {})).toMatchObject({ reports: null, added: [], removed: [] });
  });
});
