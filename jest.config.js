/** Two projects: pure tests that need nothing, and tests that share one PostgreSQL and one Temporal server. */

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  injectGlobals: false,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
        },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.milepost/'],
};

/** @param {...string} folders */
const tests = (...folders) => folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`);

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  // Jest heeds this at the top only; pure tests are far below it.
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/support/reporter.mjs'],
  projects: [
    {
      ...common,
      displayName: 'pure',
      testMatch: tests('unit', 'property'),
    },
    {
      ...common,
      displayName: 'servers',
      testMatch: tests('workflow', 'integration', 'e2e'),
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
