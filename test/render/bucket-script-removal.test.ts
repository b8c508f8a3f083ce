import { cachePath } from '../../src/model/cache-path';
import { bucketPolicy } from '../../src/render/bucket-policy';
import { bucketScript } from '../../src/render/bucket-script';
import { bucket, config, drifted, fresh, keys, oneRunner, reconciled, script } from './bucket-cases';
import { callsOfMc, minio, mount, put, runWithMinio, stateOf } from './minio';
import type { Sandbox } from './sandbox';
import { read, removeSandboxes, wordsOf } from './sandbox';

const archive = 'buckets/runner-cache/objects/cache/project/1/a';
const tag = 'buckets/runner-cache/tag';
const withToken = (purgeToken: string | undefined): string => bucketScript({ ...oneRunner, purgeToken });

jest.setTimeout(30_000);
afterAll(removeSandboxes);

describe('the purge token', () => {
  const archived = async (box: Sandbox, text: string): Promise<string | undefined> => {
    put(box, `minio/${archive}`, 'an archive');
    expect((await runWithMinio(box, text)).code).toBe(0);
    return stateOf(box)[archive];
  };

  test('empties the bucket once per new value: the first one, another one, an earlier one, and never without', async () => {
    const box = minio(config, { main: keys });
    expect(await archived(box, withToken(undefined))).toBe('an archive');
    for (const token of ['first', 'second.1', 'second', 'first']) {
      expect([token, await archived(box, withToken(token))]).toEqual([token, undefined]);
      expect(stateOf(box)[tag]).toBe(`purge-token=${token}`);
      expect([token, await archived(box, withToken(token))]).toEqual([token, 'an archive']);
    }
    expect(await archived(box, withToken(undefined))).toBe('an archive');
  });

  test('is remembered by a bucket made a moment ago, so that what comes later stays', async () => {
    const box = minio(config, { main: keys });
    await runWithMinio(box, script);
    expect(await archived(box, script)).toBe('an archive');
  });

  test('empties nothing when the last one cannot be read', async () => {
    const box = drifted();
    const { code, output } = await runWithMinio(box, script, { fault: 'fail tag list' });
    expect([code, output]).toEqual([1, expect.stringContaining('Connection refused')]);
    expect(stateOf(box)).toMatchObject({ [archive]: 'an archive', [tag]: 'purge-token=token-1' });
  });

  test('is not taken for done when the bucket cannot be listed', async () => {
    const box = drifted();
    expect((await runWithMinio(box, script, { fault: 'fail ls' })).code).toBe(1);
    expect(stateOf(box)).toMatchObject({ [archive]: 'an archive', [tag]: 'purge-token=token-1' });
  });
});

describe('with "keep"', () => {
  const keep = { arguments: ['keep'] };
  const untouched = {
    ...reconciled,
    [archive]: 'an archive',
    [tag]: 'purge-token=token-1',
    'users/OLD-KEY-OF-MORE-THAN-20-LETTERS/policies': 'runner-cache-main',
    'users/OLD-KEY-OF-MORE-THAN-20-LETTERS/secret': 'old-secret',
    'users/A-FORMER-RUNNER/policies': 'runner-cache-former',
    'users/A-FORMER-RUNNER/secret': 'former-secret',
  };

  test('removes no archive and no user, and brings everything else about', async () => {
    const box = drifted();
    expect((await runWithMinio(box, script, keep)).code).toBe(0);
    expect(stateOf(box)).toEqual(untouched);
  });

  test('leaves an untagged bucket with archives to the Job', async () => {
    const box = minio(config, { main: keys });
    await runWithMinio(box, withToken(undefined));
    put(box, `minio/${archive}`, 'an archive');
    await runWithMinio(box, script, keep);
    expect(stateOf(box)).not.toHaveProperty(tag);
    await runWithMinio(box, script);
    expect(stateOf(box)).toEqual(fresh);
  });

  test('with an older configuration than the Job it does not take back the token of a purge', async () => {
    const box = minio(config, { main: keys });
    await runWithMinio(box, withToken('newer'));
    await runWithMinio(box, script, keep);
    expect(stateOf(box)[tag]).toBe('purge-token=newer');
  });

  test('a MinIO that has lost everything gets it back, and what runners then store survives the next Job', async () => {
    const box = minio(config, { main: keys });
    expect((await runWithMinio(box, script, keep)).code).toBe(0);
    expect(stateOf(box)).toEqual(fresh);
    put(box, `minio/${archive}`, 'an archive');
    await runWithMinio(box, script);
    expect(stateOf(box)).toEqual({ ...fresh, [archive]: 'an archive' });
  });

  test('killed after any call of mc it has removed nothing', async () => {
    const calls = Array.from({ length: 12 }, (_, index) => index + 1);
    const states = calls.map(async (call) => {
      const box = drifted();
      await runWithMinio(box, script, { ...keep, fault: `kill after ${call}` });
      expect(callsOfMc(box)).toBe(call);
      return stateOf(box);
    });
    const { [archive]: text, [tag]: last } = untouched;
    const old = 'users/OLD-KEY-OF-MORE-THAN-20-LETTERS/secret';
    for (const state of await Promise.all(states)) {
      expect(state).toMatchObject({ [archive]: text, [tag]: last, [old]: 'old-secret' });
    }
  });
});

describe('users', () => {
  test('of former keys and former runners go, but the current and the previous one; those of others stay', async () => {
    const box = drifted();
    await runWithMinio(box, script);
    expect(
      wordsOf(box)
        .filter((line) => line.includes('user rm'))
        .sort(),
    ).toEqual([
      'mc admin user rm root A-FORMER-RUNNER',
      'mc admin user rm root OLD-KEY-OF-MORE-THAN-20-LETTERS',
    ]);
  });

  test('all but the current one go where there is no previous one', async () => {
    const box = drifted();
    mount(box, 'main', [keys[0], keys[1], '']);
    await runWithMinio(box, script);
    expect(stateOf(box)).not.toHaveProperty(['users/PREVIOUS-KEY-OF-MORE-THAN-20/secret']);
  });

  test('stay when they cannot be listed', async () => {
    const box = drifted();
    expect((await runWithMinio(box, script, { fault: 'fail admin user ls' })).code).toBe(1);
    expect(stateOf(box)).toHaveProperty(['users/OLD-KEY-OF-MORE-THAN-20-LETTERS/secret']);
  });

  test('of an earlier key stay until the new one has proved itself', async () => {
    const box = drifted();
    expect((await runWithMinio(box, script, { fault: 'fail pipe' })).code).toBe(1);
    expect(stateOf(box)).toHaveProperty(['users/OLD-KEY-OF-MORE-THAN-20-LETTERS/secret']);
  });
});

describe("the proof with the runner's own keys", () => {
  test.each([
    ['another path', bucketPolicy(bucket, cachePath('elsewhere')), 'main cannot use its cache'],
    [
      'the whole bucket',
      bucketPolicy(bucket, cachePath('cache')).replace('/cache/*', '/*'),
      'main may leave its path',
    ],
  ])('fails for a policy that opens %s', async (_, policy, complaint) => {
    const box = minio({ ...config, 'runner-cache-main.json': policy }, { main: keys });
    const { code, output } = await runWithMinio(box, script);
    expect([code, output]).toEqual([1, expect.stringContaining(complaint)]);
  });

  test('leaves nothing behind and reads back what it wrote', async () => {
    const box = minio(config, { main: keys });
    await runWithMinio(box, script);
    expect(read(box, 'stdin')).toContain('works\n');
    expect(Object.keys(stateOf(box)).filter((file) => file.includes('objects'))).toEqual([]);
  });
});
