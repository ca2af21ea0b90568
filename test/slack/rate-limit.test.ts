import { expect, it } from 'vitest';
import { createRateLimit } from '../../src/slack/rate-limit.ts';
import { Clock } from '../support/state-folder.ts';

it('allows so many in any minute, to each person', () => {
  const clock = new Clock();
  const limit = createRateLimit(2, clock.now);
  const asks = (user: string) => limit.allows(user);
  expect([asks('a'), asks('a'), asks('a'), asks('b')]).toEqual([true, true, false, true]);
  clock.pass({ minutes: 0.5 });
  expect(asks('a')).toBe(false);
  clock.pass({ minutes: 0.5 });
  expect([asks('a'), asks('a'), asks('a')]).toEqual([true, true, false]);
});

it('does not count what it refused', () => {
  const clock = new Clock();
  const limit = createRateLimit(1, clock.now);
  expect(limit.allows('a')).toBe(true);
  clock.pass({ minutes: 0.9 });
  expect(limit.allows('a')).toBe(false);
  clock.pass({ minutes: 0.1 });
  expect(limit.allows('a')).toBe(true);
});
