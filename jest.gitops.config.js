/** Each example through the life of an Application, one after another: `npm run gitops`, docs/testing.md. */
/** @type {import('jest').Config} */
module.exports = {
  ...require('./jest.e2e.config'),
  testMatch: ['**/*.gitops.ts'],
  maxWorkers: 1,
};
