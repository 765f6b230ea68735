import { defineConfig } from 'vitest/config';

/**
 * What touches no machine (domain folders, the browser's words), and what opens databases, servers and browsers of its own,
 * share one world of modules: loading it anew for each file took longer than most tests. What replaces modules, or looks at
 * its own process and what that starts, has a world of its own for each file.
 */
const pure = [
  'src/{kernel,calendar,place,people,framework,document,plan,assignment,report,survey,publish}/**/*.test.ts',
  'web/**/*.test.{ts,tsx}',
];
const served = ['src/{store,jobs,api}/**/*.test.ts', 'test/{flows,assignment,publish}/**/*.test.ts'];
const replacing = ['src/api/routes/sign-in.test.ts'];

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
          name: 'apart',
          include: [...replacing, 'src/{platform,cli}/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...served.slice(1), '**/node_modules/**'],
        },
      },
      { extends: true, test: { name: 'served', include: served, exclude: replacing, isolate: false } },
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
    ],
  },
});
