import { describe, expect, test } from 'vitest';
import { listItems } from '../../src/tools/plan-items.ts';
import { unlinkedPolicies } from '../../src/tools/policies.ts';
import { realScope } from '../support/scope.ts';

const scope = realScope();
const list = (policy: string) => listItems.run(scope, { policies: [policy] });

describe('a policy', () => {
  test('that only the running text has is of a pillar, but of no item', () => {
    expect(unlinkedPolicies(scope.report).map((p) => [p.name, p.pillar])).toEqual([
      ['多様な人材が活躍できる環境づくりと担い手の最適化', '人材マネジメント'],
      ['財政基盤の強化', '財務マネジメント'],
    ]);
    expect(list('財政基盤の強化')).toMatchObject({
      items: [],
      misses: [{ what: 'unlinked-policy', policy: '財政基盤の強化', pillar: '財務マネジメント' }],
    });
  });
  test('that the report does not have is missed, with those it has', () => {
    expect(list('宇宙開発の推進')).toMatchObject({ items: [], misses: [{ what: 'subject', asked: '宇宙開発の推進' }] });
  });
  test('that rows print has their items and no miss', () => {
    const { items, misses } = list('公共施設等の適正管理');
    expect(items.length).toBeGreaterThan(0);
    expect(misses).toEqual([]);
  });
});
