import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Against hanging only: a machine that does other work, too, is slow.
    testTimeout: 120_000,
  },
});
