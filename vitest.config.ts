import { defineConfig } from 'vitest/config';

/**
 * What touches no machine (domain folders, the browser's words) shares one world of modules: loading it anew for each file took
 * longer than the tests. What opens databases, servers and browsers has a world of its own for each file.
 */
const pure = [
  'src/{kernel,calendar,place,people,framework,document,plan,assignment,report,publish}/**/*.test.ts',
  'web/**/*.test.{ts,tsx}',
];

export default defineConfig({
  test: {
    globalSetup: ['test/database.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...pure, '**/node_modules/**'],
        },
      },
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
    ],
  },
});
