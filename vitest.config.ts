import { defineConfig } from 'vitest/config';

/** `trials`: what takes minutes or real time, and is run before a release (`npm run trials`); all else on every change. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'trials' ? ['test/trials/*.trial.ts'] : ['test/**/*.test.ts'],
    // The program has no global state, so that test files can share the modules that they load.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}));
