import { describe, expect, test } from 'vitest';
import { ask, calls } from './support.ts';

describe('a status that is said not to be', () => {
  test.each([
    'まだ実施済みになっていない項目は？',
    '○ではない項目は？',
    'Which items are not yet ○?',
    'items without a ○',
  ])('asks for the items that are not done: %s', (question) => {
    expect(calls(ask(question))).toEqual(calls(ask('終わっていない項目は？')));
  });
  test.each([
    ['×ではない項目は？', ['done', 'partial', 'later']],
    ['Which items are not ×?', ['done', 'partial', 'later']],
    ['○でも△でもない項目は？', ['not', 'later']],
  ])('leaves the others: %s', (question, statuses) => {
    expect(calls(ask(question))).toEqual([['list_items', { statuses }]]);
  });
  test('beside an item only asks for confirmation', () => {
    expect(ask('項目16は×じゃないの？').text).toContain('未実施または検討中（×）');
  });
});

describe('what is said not to be so', () => {
  test.each([
    ['有給を一番取っていない課は？', { order: 'lowest', count: 1 }],
    ['一番残業してない課は？', { order: 'lowest', count: 1 }],
    ['200時間を超えていない課は？', { limit: { side: 'below', value: 200, inclusive: true } }],
    ['赤字ではない会計は？', { limit: { side: 'above', value: 0, inclusive: true } }],
    ['黒字じゃない会計は？', { limit: { side: 'below', value: 0, inclusive: true } }],
    ['有給取得率が平均を超えていない課は？', { average: 'below' }],
  ])('is turned: %s', (question, args) => {
    expect(calls(ask(question))[0]).toEqual(['rank_figures', expect.objectContaining(args)]);
  });
  test.each([
    '有給取得率が上がっていない課は？',
    '遅れていない項目は？',
    '残業トップ5に入っていない課は？',
    'Which accounts did not grow?',
  ])('is no list where some may have stayed as they were: %s', (question) => {
    expect(ask(question).kind).toBe('abstain');
  });
  test('of a claim leaves open whether both have the same', () => {
    expect(ask('歳出は歳入を上回っていないですか').text).not.toMatch(/^(?:はい|いいえ)/u);
  });
});
