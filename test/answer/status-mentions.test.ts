import { describe, expect, test } from 'vitest';
import { frameOf } from './frames.ts';

describe('the statuses of a question', () => {
  test.each([
    ['○から△や×になった項目は？', [['done'], ['partial', 'not']]],
    ['items that went up to △ from ×', [['not'], ['partial']]],
    ['How many items climbed from triangle to circle?', [['partial'], ['done']]],
    ['○と△の項目は？', [['done'], ['partial']]],
    ['未実施（×）の項目は？', [['not']]],
    ['Which items ever got × — in R1 or in R2?', [['not']]],
    ['Which items went from — to ○?', [['later'], ['done']]],
  ])('%s', (question, statuses) => {
    expect(frameOf(question).statuses).toEqual(statuses);
  });
});
