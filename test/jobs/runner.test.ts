import { expect, it } from 'vitest';
import { createRunner } from '../../src/jobs/runner.ts';
import { noLog, TestClock } from './support.ts';

it('a runner that was stopped before it was started never runs', async () => {
  const clock = new TestClock('2026-06-01T08:00:00+09:00');
  let runs = 0;
  const run = async () => new Date(clock.now().getTime() + ++runs * 1000);
  const runner = createRunner({ run }, clock, noLog);
  await runner.stop();
  runner.start();
  await clock.passUntil('2026-06-02T08:00:00+09:00');
  expect(runs).toBe(0);
});
