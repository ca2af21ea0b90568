import { defineConfig } from 'vitest/config';

/** `trials`: what takes minutes or real time, and is run before a release (`npm run trials`); all else on every change. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'trials' ? ['test/trials/*.trial.ts'] : ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}));
