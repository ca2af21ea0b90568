import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, actionId, actionPattern, buttonValue, readButtonValue } from '../../../src/slack/views/actions.ts';

describe('ids of buttons', () => {
  it('are found with and without a number, and not by another action', () => {
    for (const action of Object.values(ACTIONS)) {
      expect(Object.values(ACTIONS).filter((other) => actionPattern(action).test(other))).toEqual([action]);
      expect(actionPattern(action).test(actionId(action, 12))).toBe(true);
    }
  });

  it('come back from a button', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.nat({ max: 999 }), (turn, index) => {
        expect(readButtonValue(buttonValue(turn, index))).toEqual({ turn, index });
      }),
    );
  });

  it('are refused when nobody here made them', () => {
    for (const value of [undefined, '', ':', 'T1', 'T1:', ':1', 'T1:-1', 'T1:x', 'T1:1.5', 'T1:99999999'])
      expect(readButtonValue(value), String(value)).toBeNull();
    expect(() => buttonValue('x'.repeat(2_000), 0)).toThrow(RangeError);
  });
});
