import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { bucketPolicy, lifecycleRule, policyFile } from '../../src/render/bucket-policy';
import { bucketScript } from '../../src/render/bucket-script';
import { config, drifted, fresh, keys, oneRunner, reconciled, script, threeRunners } from './bucket-cases';
import type { Keys } from './minio';
import { callsOfMc, minio, put, ROOT_KEYS, runWithMinio, stateOf } from './minio';
import { parse, read, record, removeSandboxes, SHELLS, wordsOf } from './sandbox';

jest.setTimeout(30_000);
afterAll(removeSandboxes);

test.each([
  ['bucket-one-runner.sh', oneRunner],
  ['bucket-three-runners.sh', threeRunners],
])('is %s letter for letter', (file, props) => {
  const golden = readFileSync(join(__dirname, 'golden', file), 'utf8');
  expect(bucketScript(props)).toBe(golden);
  expect(golden).not.toMatch(/[ \t]$/m);
});

test('one runner fits on a screen of 40 lines', () => {
  expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
});

test('this machine has a shell to run it', () => {
  expect(SHELLS.map(({ name }) => name)).toContainEqual(expect.stringMatching(/\bsh\b/));
});

describe.each(SHELLS)('under $name', (shell) => {
  test('parses', () => {
    for (const props of [oneRunner, threeRunners]) {
      expect(parse(shell, bucketScript(props))).toEqual({ code: 0, output: '' });
    }
  });

  test('fills an empty MinIO, corrects one with drift, and changes nothing when run again', async () => {
    const empty = minio(config, { main: keys });
    expect(await runWithMinio(empty, script, { shell })).toMatchObject({ code: 0 });
    expect(stateOf(empty)).toEqual(fresh);
    const box = drifted();
    for (const time of ['first', 'second']) {
      expect([time, await runWithMinio(box, script, { shell })]).toMatchObject([time, { code: 0 }]);
      expect(stateOf(box)).toEqual(reconciled);
    }
  });

  test.each(['key\n', 'key\r\n', 'key\r', 'key ', ' key', 'k\ney', '\n', ''])(
    'refuses the key %j',
    async (key) => {
      for (const pair of [
        [key, 'secret'],
        ['access', key],
      ] satisfies Keys[]) {
        const box = minio(config, { _root: pair });
        const { code, output } = await runWithMinio(box, script, { shell });
        expect(code).toBe(1);
        expect(output).toMatch(
          /keys\/_root\/(access|secret)key is empty, ends in a newline or holds other white space/,
        );
      }
    },
  );
});

describe('whichever call of mc it is', () => {
  const calls = Array.from({ length: 23 }, (_, index) => index + 1);

  test('there are 22 of them', async () => {
    const box = drifted();
    await runWithMinio(box, script);
    expect(callsOfMc(box)).toBe(calls.length);
  });

  // Killed before call N, what MinIO holds is what it holds when killed after call N - 1.
  test.concurrent.each(calls)('killed after call %i it mends all when run again', async (call) => {
    const box = drifted();
    expect((await runWithMinio(box, script, { fault: `kill after ${call}` })).code).toBeNull();
    expect(callsOfMc(box)).toBe(call);
    expect(await runWithMinio(box, script)).toMatchObject({ code: 0 });
    expect(stateOf(box)).toEqual(reconciled);
  });

  test.concurrent.each(calls)('told of a failure by call %i it stops there and says so', async (call) => {
    const box = drifted();
    expect((await runWithMinio(box, script, { fault: `fail ${call}` })).code).toBe(1);
    expect(callsOfMc(box)).toBe(call);
  });
});

test.each(['access', 'secret'])(
  "refuses a runner's %skey with a newline before it makes a user",
  async (which) => {
    const box = drifted();
    put(box, `keys/main/${which}key`, 'echo-without-n\n');
    const { code, output } = await runWithMinio(box, script);
    expect([code, output]).toEqual([
      1,
      expect.stringContaining(`keys/main/${which}key is empty, ends in a newline`),
    ]);
    expect(wordsOf(box).filter((line) => /user|alias set runner/.test(line))).toEqual([]);
  },
);

test('secrets reach mc on standard input and never as an argument', async () => {
  const box = drifted();
  record(box, ['cat']);
  await runWithMinio(box, script);
  const words = wordsOf(box).join('\n');
  for (const secret of [ROOT_KEYS[1], keys[1]]) {
    expect(words).not.toContain(secret);
    expect(read(box, 'stdin')).toContain(secret);
  }
});

test('three runners get users and policies of their own; "never" removes the rule, no quota clears it', async () => {
  const files = threeRunners.runners.map(({ name, ...where }): [string, string] => [
    policyFile(name),
    bucketPolicy(where.bucket, where.path),
  ]);
  const pairs = Object.fromEntries(
    threeRunners.runners.map(({ name }): [string, Keys] => [name, [`KEY-${name}`, `secret-${name}`]]),
  );
  const box = minio({ revision: 'r1', ...Object.fromEntries(files) }, pairs);
  put(box, 'minio/buckets/other-cache/lifecycle', lifecycleRule(14));
  put(box, 'minio/buckets/other-cache/quota', '1GiB');
  expect((await runWithMinio(box, bucketScript(threeRunners))).code).toBe(0);
  const state = stateOf(box);
  expect(Object.keys(state).filter((file) => /lifecycle|quota|tag/.test(file))).toEqual([]);
  for (const name of ['one', 'two', 'three'])
    expect(state[`users/KEY-${name}/policies`]).toBe(`runner-cache-${name}`);
});

test('"never" does not take a server that cannot answer for one without a rule', async () => {
  const box = drifted();
  const { code, output } = await runWithMinio(box, bucketScript({ ...oneRunner, expires: false }), {
    fault: 'fail ilm',
  });
  expect([code, output]).toEqual([1, expect.stringContaining('Connection refused')]);
});
