import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Of two cores the default would leave one idle.
    maxWorkers: '100%',
    // Against hanging only: a machine that does other work, too, is slow.
    testTimeout: 120_000,
  },
});
