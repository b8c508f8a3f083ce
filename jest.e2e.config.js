/** The suite for a real cluster: `npm run e2e`, docs/testing.md. */
/** @type {import('jest').Config} */
module.exports = {
  ...require('./jest.config'),
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.e2e.ts'],
  globalSetup: '<rootDir>/test/e2e/setup.ts',
  globalTeardown: '<rootDir>/test/e2e/teardown.ts',
  reporters: ['default', '<rootDir>/test/report/summary-reporter.js'],
  testSequencer: '<rootDir>/test/e2e/needs/alone-last.js',
  // Waits have their own bounds, which say what was waited for; this one only ends what hangs.
  testTimeout: 600_000,
  maxWorkers: 6,
};
