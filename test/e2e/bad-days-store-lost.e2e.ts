import { remove, secretOf, tryGet } from './cluster/api';
import { untilTrue } from './cluster/until';
import { count, note } from '../report/facts';
import { secondsOf } from '../report/stopwatch';
import { READ, SAVE, cacheOf } from './system/archive';
import { finished } from './system/ci-jobs';
import { typeDocumented } from './system/documented';
import { complaints } from './system/job-log';
import { expectRoundTrip } from './system/round-trip';
import { StoreServer } from './system/store-server';
import { StoreShell } from './system/store-shell';
import { storeState, storeStateOf } from './system/store-state';
import { installed } from './system/installed';
import { Witness } from './system/witness';

const system = installed('lost', { store: { storage: { kind: 'volume', size: '8Gi' } } });
let witness: Witness;
let shell: StoreShell;
/** What has to be there, whatever happens. */
let whole: string;

beforeAll(async () => {
  shell = await StoreShell.open(system);
  whole = JSON.stringify(await storeStateOf(shell));
  ({ witness } = await Witness.save(system.runner()));
});

test('the root keys change by what the docs say: jobs work during and after, users and archives stay', async () => {
  const before = await secretOf(system.store, 'minio-root');
  await shell.close();
  const during = await witness.queue({ script: [...READ, 'sleep 10', ...SAVE], cache: cacheOf('during') });
  const changed = typeDocumented('Change the root keys', system).then(() => system.settled());
  note('root keys changed: until all is up with new ones', await secondsOf(() => changed));
  expect((await finished(during)).state).toBe('success');
  shell = await StoreShell.open(system);
  expect(await shell.isRoot(before)).toBe(false);
  expect(await shell.isRoot(await secretOf(system.store, 'minio-root'))).toBe(true);
  const next = await witness.run({ script: READ });
  expect(complaints(next)).toEqual([]);
  witness.outlived(next);
});

test('the bucket, the user and its policy are deleted: the keeper makes them again, and jobs never fail', async () => {
  await shell.run(`mc rb --force root/cache
    mc admin user rm root ${(await secretOf(system.store, 's3access')).accesskey}
    mc admin policy rm root runner-cache-main`);
  const during = await system.runner().queue({ script: SAVE, cache: cacheOf('during') });
  const healed = untilTrue('all to be back', 90, async () => (await storeState(shell)) === whole);
  note('bucket, user and policy deleted: until all is back', await secondsOf(() => healed));
  expect((await finished(during)).state).toBe('success');
  await expectRoundTrip(system.runner(), 'bucket');
  count('faults survived');
});

test('a volume comes back empty: the keeper makes everything again, and jobs save and restore', async () => {
  const minio = new StoreServer(system);
  const claim = () => tryGet('persistentvolumeclaims', system.store, 'minio');
  await minio.stop();
  await remove('persistentvolumeclaims', system.store, 'minio');
  await untilTrue('the claim to be gone', 60, async () => (await claim()) === undefined);
  await system.apply();
  await minio.up();
  const healed = untilTrue('all to be back', 90, async () => (await storeState(shell)) === whole);
  note('volume came back empty: until all is back, from the start of MinIO', await secondsOf(() => healed));
  await expectRoundTrip(system.runner(), 'volume');
  await typeDocumented('A bucket or a user was deleted', system);
  await system.settled();
  expect(await storeState(shell)).toBe(whole);
  count('faults survived');
});
