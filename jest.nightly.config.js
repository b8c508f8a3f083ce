/** The suite for a cluster, and all that a computer can try by itself, with one summary: `npm run nightly`. */
/** @type {import('jest').Config} */
module.exports = {
  ...require('./jest.e2e.config'),
  roots: ['<rootDir>/test'],
  testMatch: [
    '**/*.e2e.ts',
    '**/fuzz/*.test.ts',
    '**/kills*.test.ts',
    '**/kills/*.test.ts',
    '**/failures.test.ts',
  ],
};
