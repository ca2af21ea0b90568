import { expect, it } from 'vitest';
import { parentGone } from '../src/parent.ts';

it('is known to be gone at the next look', async () => {
  const child = { ppid: 7 };
  let looks = 0;
  await parentGone(
    child,
    async () => {
      if (++looks === 3) child.ppid = 1;
    },
    new AbortController().signal,
  );
  expect(looks).toBe(3);
});

it('is not looked for any more when the program leaves', async () => {
  const leaving = new AbortController();
  await parentGone({ ppid: 7 }, async () => leaving.abort(), leaving.signal);
});
