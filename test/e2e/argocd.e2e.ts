import { count, note } from '../report/facts';
import { stopwatch } from '../report/stopwatch';
import { get, list, patch, remove, tryGet } from './cluster/api';
import type { Workload } from './cluster/objects';
import { until, untilTrue } from './cluster/until';
import { besideOthers } from './needs/turns';
import { Delivery } from './system/delivery';
import { KeySecrets } from './system/keys';
import { secretsIn } from './system/secrets';
import { expectCache } from './system/works';

const isThere = process.env.E2E_ARGOCD === 'there';
const delivery = new Delivery('argocd', {
  store: { storage: { kind: 'ephemeral', size: '1Gi' } },
  runners: [{ name: 'main' }, { name: 'web' }],
});
const { system } = delivery;
const secrets = new KeySecrets(system);

/** All Secrets of the system, with what they hold. */
const keys = (): Promise<readonly string[]> => secretsIn(system.namespaces());

/** All that Git says is there, nothing that it does not say differs, and the keys are those of before. */
async function expectKept(before: readonly string[]): Promise<void> {
  await delivery.settled();
  expect(await delivery.drift()).toEqual([]);
  expect(await keys()).toEqual(before);
}

(isThere ? describe : describe.skip)('Argo CD', () => {
  besideOthers(
    () => delivery.begin(),
    () => delivery.remove(),
  );

  test('first sync: Synced and Healthy, nothing differs, and the cache works', async () => {
    const since = stopwatch();
    await delivery.settled();
    note('from the first commit to Synced and Healthy', since());
    expect(await delivery.drift()).toEqual([]);
    await expectCache(system.runner());
  });

  test.each([
    ['a hard refresh', () => delivery.refresh('hard')],
    ['a commit that changes nothing', () => delivery.commit()],
    ['a sync that applies everything again', () => delivery.sync([])],
    ['server-side apply', () => delivery.sync(['ServerSideApply=true'])],
    ['client-side apply after it', () => delivery.sync([])],
  ])('%s: in sync, with the same keys', async (_, act) => {
    const before = await keys();
    await act();
    await expectKept(before);
  });

  test.each(['minio', 'minio-bucket-keeper', 'gitlab-runner'])(
    'whatever somebody opens of the pods of %s by hand is put back',
    async (name) => {
      const namespace = name === 'gitlab-runner' ? system.runner().namespace : system.store;
      const kept = await keys();
      const before = await get<Workload>('deployments', namespace, name);
      const { containers } = before.spec.template.spec;
      const opened = {
        ...{ automountServiceAccountToken: true, hostNetwork: true, hostPID: true, hostIPC: true },
        containers: containers.map((container) => ({
          ...container,
          securityContext: {
            ...{ privileged: true, allowPrivilegeEscalation: true, runAsUser: 0, runAsNonRoot: false },
            ...{ capabilities: { drop: [] }, readOnlyRootFilesystem: false },
          },
        })),
      };
      await patch('deployments', namespace, name, { spec: { template: { spec: opened } } });
      const since = stopwatch();
      await untilTrue(`${name} as it was`, 90, async () => {
        const { spec } = await get<Workload>('deployments', namespace, name);
        return JSON.stringify(sorted(spec.template)) === JSON.stringify(sorted(before.spec.template));
      });
      note(`${name}, opened by hand, put back`, since());
      await expectKept(kept);
      count('faults survived');
    },
  );

  test('the keys Job deleted: it comes back and changes no key', async () => {
    const before = await keys();
    const { metadata } = system.manifests.find('Job', 'minio-keys');
    const { uid } = await get('jobs', metadata.namespace, metadata.name).then((job) => job.metadata);
    await remove('jobs', metadata.namespace, metadata.name);
    await until('the keys Job', 90, async () => {
      const job = await tryGet('jobs', metadata.namespace, metadata.name);
      return job === undefined || job.metadata.uid === uid ? undefined : true;
    });
    await expectKept(before);
    count('faults survived');
  });

  test('a filled Secret deleted: it comes back empty, and the keys Job run again fills it with the same keys', async () => {
    const before = await keys();
    await remove('secrets', system.runner().namespace, 's3access');
    // What is healed again and again is healed more and more slowly, up to five minutes later: nobody waits for that here.
    await delivery.sync([]);
    await until('the Secret', 90, () => tryGet('secrets', system.runner().namespace, 's3access'));
    const { metadata } = system.manifests.find('Job', 'minio-keys');
    await remove('jobs', metadata.namespace, metadata.name);
    await delivery.sync([]);
    await until('the keys', 90, async () => {
      const found = (await secrets.ofRunner().catch(() => ({}))) as Readonly<Record<string, string>>;
      return found.accesskey;
    });
    await expectKept(before);
    count('faults survived');
  });

  test('another lifecycle: the old bucket-init Job is pruned, the keys stay', async () => {
    const before = await keys();
    const old = system.manifests.find('Job', 'minio-bucket-init').metadata;
    await delivery.commit({ cache: { bucket: 'cache', expireAfterDays: 3 } });
    const now = system.manifests.find('Job', 'minio-bucket-init').metadata;
    expect(now.name).not.toBe(old.name);
    await untilTrue('the old Job to go', 90, async () => {
      return (await tryGet('jobs', old.namespace, old.name)) === undefined;
    });
    await expectKept(before);
  });

  test('a rotation is a commit: other keys, and the cache works with them', async () => {
    const before = await secrets.ofRunner();
    await delivery.commit({ credentials: { kind: 'generated', rotation: 2 } });
    await untilTrue('other keys', 120, async () => {
      return (await secrets.ofRunner()).accesskey !== before.accesskey;
    });
    await delivery.settled();
    expect(await delivery.drift()).toEqual([]);
    await expectCache(system.runner());
  });

  test('the order gated: Synced and Healthy, with the same keys', async () => {
    const before = await keys();
    await delivery.commit({}, { ordering: 'gated' });
    await delivery.administer();
    await expectKept(before);
  });

  test('a runner that leaves is pruned; its namespaces and filled Secrets stay, and are no difference', async () => {
    const { namespace } = system.runner('web');
    const before = await keys();
    await delivery.commit({ runners: [{ name: 'main' }] });
    await untilTrue('the runner to go', 120, async () => {
      return (await list('deployments', namespace)).length === 0;
    });
    expect(await tryGet('secrets', namespace, 's3access')).toBeDefined();
    await delivery.synced();
    // The copy of a lone runner's keys beside MinIO has another name; the one before stays.
    expect(await keys()).toEqual(expect.arrayContaining([...before]));
  });

  test('the Application deleted: everything goes on', async () => {
    const before = await keys();
    const minio = await system.minio();
    await delivery.end();
    expect((await system.minio()).metadata.uid).toBe(minio.metadata.uid);
    expect(await keys()).toEqual(before);
    await expectCache(system.runner());
  });
});

/** The same text for the same object, in whatever order its keys came. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
