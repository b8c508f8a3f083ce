import { podsOf, secretOf } from './cluster/api';
import { workerNodes } from './needs/needs';
import { METADATA, metadataService } from './needs/metadata';
import { count, note } from '../report/facts';
import { attemptsScript, outcomesOf, type Attempts } from './system/attempts';
import { cacheOf, SAVE } from './system/archive';
import { plainLog } from './system/job-log';
import { presigned, type Signed } from './system/presign';
import { Stranger } from './system/stranger';
import { installed } from './system/installed';

const system = installed('reach', {
  runners: [{ name: 'main' }, { name: 'other', cache: { path: 'other' } }],
});
const host = `minio.${system.store}.svc.cluster.local:9000`;
const HOUR = 3600;
const OWN = 'cache/cache/project/42/mine-non_protected';
const OTHERS = 'cache/other/project/42/theirs-non_protected';

beforeAll(async () => {
  await Promise.all([
    system.runner().run({ script: SAVE, cache: cacheOf('mine') }),
    system.runner('other').run({ script: SAVE, cache: cacheOf('theirs') }),
  ]);
});

/** Each attempt from within a job of the runner `main`. */
async function tried(attempts: Attempts): Promise<Readonly<Record<string, string>>> {
  const job = await system.runner().run({ script: attemptsScript(attempts) });
  expect(job.state).toBe('success');
  count('attempts from within a job', Object.keys(attempts).length);
  return outcomesOf(job);
}

/** An attempt signed with the keys of the runner `main`, as if a job had got hold of them. */
async function signed(
  method: Signed['method'],
  path: string,
  more: Partial<Signed> = {},
): Promise<{ method: string; url: string }> {
  const { accesskey = '', secretkey = '' } = await secretOf(system.runner().namespace, 's3access');
  const keys = { access: accesskey, secret: secretkey };
  return { method, url: presigned({ method, host, path, keys, validFor: HOUR, ...more }) };
}

test('without a signature a job may read, list, write and delete nothing', async () => {
  const at = (method: string, path: string) => ({ method, url: `http://${host}/${path}` });
  const outcomes = await tried({
    read: at('GET', OWN),
    'read-others': at('GET', OTHERS),
    list: at('GET', 'cache/?list-type=2'),
    buckets: at('GET', ''),
    write: at('PUT', OWN),
    delete: at('DELETE', OWN),
  });
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['403']));
});

test("with its runner's keys a job may read and write below its path, and nothing else", async () => {
  expect(
    await tried({
      read: await signed('GET', OWN),
      missing: await signed('GET', `${OWN}-missing`),
      write: await signed('PUT', 'cache/cache/project/42/written'),
      'read-others': await signed('GET', OTHERS),
      'write-others': await signed('PUT', OTHERS),
      delete: await signed('DELETE', OWN),
      list: await signed('GET', 'cache/', { query: { 'list-type': '2', prefix: 'cache/' } }),
      'delete-bucket': await signed('DELETE', 'cache/'),
      'make-bucket': await signed('PUT', 'another/'),
    }),
  ).toEqual({
    read: '200',
    missing: '404',
    write: '200',
    'read-others': '403',
    'write-others': '403',
    delete: '403',
    list: '403',
    'delete-bucket': '403',
    'make-bucket': '403',
  });
});

test('a presigned URL is worth nothing after its time, with another method, or for another object', async () => {
  const short = await signed('GET', OWN, { validFor: 1 });
  const reading = await signed('GET', OWN);
  const { expired, ...outcomes } = await tried({
    fresh: reading,
    'other-method': { method: 'DELETE', url: reading.url },
    'other-object': { method: 'GET', url: reading.url.replace('mine', 'theirs') },
    expired: short,
  });
  expect({ expired, ...outcomes }).toEqual({
    fresh: '200',
    'other-method': '403',
    'other-object': '403',
    expired: '403',
  });
});

test('a manager whose clock is 20 minutes behind serves jobs of an hour; 20 minutes ahead, none', async () => {
  const clock = 20 * 60;
  expect(
    await tried({
      behind: await signed('GET', OWN, { clockAhead: -clock }),
      'behind-short-timeout': await signed('GET', OWN, { clockAhead: -clock, validFor: 600 }),
      ahead: await signed('GET', OWN, { clockAhead: clock }),
      'ahead-a-little': await signed('GET', OWN, { clockAhead: 10 * 60 }),
    }),
  ).toEqual({ behind: '200', 'behind-short-timeout': '403', ahead: '403', 'ahead-a-little': '200' });
  count('faults survived');
});

test('a job finds no keys, no token and no address of the API server that lets it in', async () => {
  const job = await system.runner().run({
    script: [
      'echo "KEYS $(env | grep -c ^AWS_)"',
      'echo "TOKEN $(ls /var/run/secrets/kubernetes.io/serviceaccount/token 2>/dev/null | wc -l)"',
    ],
  });
  expect(plainLog(job)).toMatch(/^KEYS 0$/m);
  expect(plainLog(job)).toMatch(/^TOKEN 0$/m);
});

const enforced = process.env.E2E_POLICIES === 'enforced';
note(
  'NetworkPolicies of this cluster',
  enforced ? 'enforced' : 'NOT ENFORCED: what follows from them is not proven',
);

(enforced ? describe : describe.skip)('where NetworkPolicies are enforced', () => {
  const minio = { method: 'GET', url: `http://${host}/minio/health/live` };

  const metrics = async (): Promise<{ method: string; url: string }> => {
    const [pod] = await podsOf(await system.manager());
    return { method: 'GET', url: `http://${pod?.status.podIP ?? ''}:9252/metrics` };
  };

  test('a pod of another namespace reaches neither MinIO nor the manager', async () => {
    const stranger = await Stranger.open('reach-stranger');
    try {
      const said = await stranger.run(attemptsScript({ minio, manager: await metrics() }));
      expect(outcomesOf(said)).toEqual({ minio: 'none', manager: 'none' });
    } finally {
      await stranger.close();
    }
  });

  test('a job reaches MinIO, but neither the manager nor the metadata of the cloud', async () => {
    const [node = '', other = ''] = await workerNodes();
    const end = await metadataService(node, other);
    try {
      const attempts = { minio, manager: await metrics(), metadata: METADATA };
      const job = await system.runner().run({ node, script: attemptsScript(attempts) });
      expect(outcomesOf(job)).toEqual({ minio: '200', manager: 'none', metadata: 'none' });
    } finally {
      await end();
    }
  });
});
