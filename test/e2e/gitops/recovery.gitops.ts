import { note } from '../../report/facts';
import { secondsOf } from '../../report/stopwatch';
import { get, podsOf, remove, secretOf, tryGet } from '../cluster/api';
import { removeNamespaces } from '../cluster/namespaces';
import { untilTrue } from '../cluster/until';
import { Delivery } from '../system/delivery';
import { typeDocumented } from '../system/documented';
import { complaintsOfSaving, expectCache } from '../system/works';
import { wishOf } from './example';

const delivery = new Delivery('lost', wishOf('persistent'));
const { system } = delivery;
const root = (): Promise<object> => secretOf(system.store, 'minio-root');

const isThere = process.env.E2E_ARGOCD === 'there';

(isThere ? describe : describe.skip)('what is lost, and what Argo CD makes of it', () => {
  beforeAll(async () => {
    await delivery.begin();
    await delivery.settled(300);
    await expectCache(system.runner());
  });
  afterAll(() => delivery.remove());

  test('the volume: Argo CD makes the claim again, the keeper all that was in MinIO', async () => {
    const claim = await get('persistentvolumeclaims', system.store, 'minio');
    const pods = await podsOf(await system.minio());
    const lost = secondsOf(async () => {
      await remove('persistentvolumeclaims', system.store, 'minio');
      for (const { metadata } of pods) await remove('pods', system.store, metadata.name, true);
      await untilTrue('another claim', 300, async () => {
        const now = await tryGet('persistentvolumeclaims', system.store, 'minio');
        return now !== undefined && now.metadata.uid !== claim.metadata.uid;
      });
      await delivery.settled(300);
    });
    note('volume lost: Synced and Healthy again', await lost);
    const back = secondsOf(() =>
      untilTrue('the bucket and the user', 420, async () => {
        return (await complaintsOfSaving(system.runner())).length === 0;
      }),
    );
    note('volume lost: the cache works again, after that', await back);
    await expectCache(system.runner());
  });

  test('the root keys, by the commands of the page', async () => {
    const [before, runners] = [await root(), await secretOf(system.runner().namespace, 's3access')];
    await remove('secrets', system.store, 'minio-root');
    const changed = secondsOf(async () => {
      await typeDocumented('Disaster recovery', system, 1, 'gitops.md');
      await delivery.settled(300);
    });
    note('root keys changed: Synced and Healthy again', await changed);
    expect(await delivery.drift()).toEqual([]);
    expect(await root()).not.toEqual(before);
    expect(await secretOf(system.runner().namespace, 's3access')).toEqual(runners);
    await expectCache(system.runner());
  });

  test('the cluster: all from Git, with keys made anew', async () => {
    const before = await root();
    await delivery.end();
    await remove('appprojects', 'argocd', delivery.project);
    await removeNamespaces(system.namespaces());
    const made = secondsOf(async () => {
      await delivery.begin();
      await delivery.settled(300);
    });
    note('cluster lost: Synced and Healthy on the new one', await made);
    expect(await delivery.drift()).toEqual([]);
    expect(await root()).not.toEqual(before);
    await expectCache(system.runner());
  });
});
