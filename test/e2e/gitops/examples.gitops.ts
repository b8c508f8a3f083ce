import { note } from '../../report/facts';
import { stopwatch } from '../../report/stopwatch';
import { list, tryGet } from '../cluster/api';
import { driftOf } from '../cluster/drift';
import type { KubeObject } from '../cluster/objects';
import { until, untilTrue } from '../cluster/until';
import { Delivery } from '../system/delivery';
import { secretsIn } from '../system/secrets';
import { expectCache } from '../system/works';
import { edit } from './edits';
import { isPossible, orderingsOf, wishOf, without } from './example';

const EXAMPLES = ['recipe-2018', 'persistent', 'argocd', 'many-teams', 'external-secrets', 'sealed'];
const CASES = EXAMPLES.flatMap((example) =>
  Object.entries(orderingsOf(example)).map(([name, how]) => [example, name, how] as const),
);

const CAN = CASES.filter(([example]) => isPossible(example));
const CANNOT = CASES.filter(([example]) => !isPossible(example));

if (CANNOT.length > 0) {
  // A name is all that is wanted of it: which examples this cluster could not show.
  test.skip.each(CANNOT)('%s, %s', () => undefined);
}

describe.each(CAN)('%s, %s', (example, order, how) => {
  let wish = wishOf(example);
  const { runners = [] } = wish;
  const delivery = new Delivery(`${example.slice(0, 8)}-${order.toLowerCase()}`, wish, how);
  const { system, keySource } = delivery;
  const rotation = Number(wish.credentials?.rotation ?? 1) + 1;

  /** Synced, Healthy and up; `what` gets the time, without that of the questions afterwards. */
  async function settle(what: string, since: () => string, extraneous = /^$/): Promise<void> {
    await delivery.settled(300);
    note(`${example}, ${order}: ${what}`, since());
    await delivery.refresh('hard');
    await delivery.settled(60);
    expect((await delivery.drift()).filter((line) => !extraneous.test(line))).toEqual([]);
  }

  const secretsOf = (namespaces = system.namespaces()): Promise<readonly string[]> => secretsIn(namespaces);

  const claims = async (): Promise<readonly string[]> =>
    (await list('persistentvolumeclaims', system.store)).map(({ metadata }) => metadata.uid);

  async function expectGone({ metadata }: KubeObject): Promise<void> {
    await untilTrue(`${metadata.name} to go`, 120, async () => {
      return (await tryGet('jobs', metadata.namespace, metadata.name)) === undefined;
    });
  }

  afterAll(() => delivery.remove());

  test('first sync', async () => {
    const since = stopwatch();
    await delivery.begin();
    await settle('first sync', since);
    await expectCache(system.runner(runners[0]?.name));
  });

  test('second sync, of a commit that changes nothing', async () => {
    const [keys, since] = [await secretsOf(), stopwatch()];
    await delivery.commit();
    await delivery.sync([]);
    await settle('second sync', since);
    expect(await secretsOf()).toEqual(keys);
  });

  test('an edit of every object', async () => {
    const keys = await secretsOf();
    const { manifests } = system;
    const objects = manifests.read().filter(({ apiVersion }) => !apiVersion.startsWith('argoproj.io/'));
    const edited = await edit(objects);
    const since = stopwatch();
    await until(
      'every object as Git says',
      300,
      async () => ((await driftOf(manifests.dist, objects)).length === 0 ? true : undefined),
      async () => (await driftOf(manifests.dist, objects)).join('\n'),
    );
    const many = Object.entries(edited).map(([kind, count]) => `${count} ${kind}`);
    await settle(`edited by hand: ${many.join(', ')}`, since);
    expect(await secretsOf()).toEqual(keys);
  });

  test('another lifecycle', async () => {
    const [keys, old] = [await secretsOf(), system.manifests.find('Job', 'minio-bucket-init')];
    const since = stopwatch();
    wish = { ...wish, cache: { ...wish.cache, expireAfterDays: 3 } };
    await delivery.commit(wish);
    expect(system.manifests.find('Job', 'minio-bucket-init').metadata.name).not.toBe(old.metadata.name);
    await expectGone(old);
    await settle('changed bucket-init, the old Job pruned', since);
    expect(await secretsOf()).toEqual(keys);
  });

  test('a rotation', async () => {
    const [keys, minio] = [await secretsOf(), (await system.minio()).metadata.generation];
    const since = stopwatch();
    await keySource.before(rotation);
    wish = { ...wish, credentials: { kind: 'generated', ...wish.credentials, rotation } };
    await delivery.commit(wish);
    for (const { namespace } of system.runners) {
      await untilTrue('other keys', 300, async () => {
        const now = await secretsOf([namespace]);
        return now.some((text) => text.includes('"s3access"') && !keys.includes(text));
      });
    }
    await settle('rotation', since);
    expect((await system.minio()).metadata.generation).toBe(minio);
    await expectCache(system.runner(runners[0]?.name));
  });

  test('the Applications deleted', async () => {
    const [keys, kept, minio] = [await secretsOf(), await claims(), await system.minio()];
    await delivery.end();
    expect((await system.minio()).metadata.uid).toBe(minio.metadata.uid);
    expect(await secretsOf()).toEqual(keys);
    await expectCache(system.runner(runners[0]?.name));
    const since = stopwatch();
    await delivery.administer();
    await settle('the Applications applied again', since);
    expect([await secretsOf(), await claims()]).toEqual([keys, kept]);
  });

  test('the Applications deleted with all that they made, and applied again', async () => {
    const [keys, kept] = [await secretsOf(), await claims()];
    await delivery.end(true);
    expect(await claims()).toEqual(kept);
    expect(await tryGet('deployments', system.store, 'minio')).toBeUndefined();
    const since = stopwatch();
    await delivery.administer();
    await settle('applied again after --cascade', since);
    expect([await secretsOf(), await claims()]).toEqual([keys, kept]);
    await expectCache(system.runner(runners[0]?.name));
  });

  test('a runner that leaves', async () => {
    const [first] = runners;
    if (runners.length === 1 && first !== undefined) {
      wish = { ...wish, runners: [first, { ...first, name: 'leaver' }] };
      const since = stopwatch();
      await delivery.grow(wish, rotation);
      // The copy of a lone runner's keys beside MinIO had another name, and stays as all that is filled.
      await settle('a runner that comes', since, /^Secret .*\/s3access /);
    }
    const [leaver, ...staying] = [...system.runners].reverse();
    const namespaces = staying.map(({ namespace }) => namespace);
    const [keys, before] = [await secretsOf(namespaces), delivery.names()];
    const since = stopwatch();
    await delivery.commit(without(leaver?.name ?? '', wish));
    await delivery.end(
      true,
      before.filter((name) => !delivery.names().includes(name)),
    );
    await untilTrue('the runner to go', 300, async () => {
      return (await list('deployments', leaver?.namespace)).length === 0;
    });
    await delivery.synced();
    note(`${example}, ${order}: a runner that leaves`, since());
    await delivery.administer();
    await settle('the project without it', since, /^(Namespace|Secret) /);
    expect(await secretsOf(namespaces)).toEqual(keys);
    await expectCache(system.runner(runners[0]?.name));
  });
});
