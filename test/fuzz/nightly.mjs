// The long run: npm run fuzz [-- CASES [SEED]], 100,000 cases of a random seed where nothing is said.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

const [cases = '100000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
const say = `RUNNER_CACHE_FUZZ_CASES=${cases} RUNNER_CACHE_FUZZ_SEED=${seed}`;
process.stderr.write(`${say} npx jest test/fuzz\n`);
const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', 'test/fuzz/'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    RUNNER_CACHE_FUZZ_CASES: cases,
    RUNNER_CACHE_FUZZ_SEED: seed,
    RUNNER_CACHE_FUZZ_TELL: '1',
  },
});
if (status !== 0) process.stderr.write(`To see it again: npm run compile && ${say} npx jest test/fuzz\n`);
process.exitCode = status ?? 1;
