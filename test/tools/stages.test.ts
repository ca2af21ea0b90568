import { describe, expect, test } from 'vitest';
import { listItems } from '../../src/tools/plan-items.ts';
import { realScope } from '../support/scope.ts';

const scope = realScope();
const at = (stage: { word?: string; year: 'FY2020' | 'FY2021'; starting: boolean }) =>
  listItems.run(scope, { stage }).items.map((i) => i.number);

describe('items by schedule', () => {
  test('start with a named stage in the year it is first printed', () => {
    expect(at({ word: '実施', year: 'FY2021', starting: true })).toEqual([27]);
    expect(at({ word: '順次実施', year: 'FY2021', starting: true })).toEqual([29]);
  });
  test('start with any implementing stage where none is named', () => {
    expect(at({ year: 'FY2021', starting: true })).toEqual([27, 29]);
  });
  test('are at a stage in every year that it holds', () => {
    expect(at({ word: '検討', year: 'FY2020', starting: false })).toEqual([27, 29, 34]);
    expect(at({ year: 'FY2021', starting: false })).toHaveLength(33);
  });
});
