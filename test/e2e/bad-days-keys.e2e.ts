import { patch, podsOf, remove } from './cluster/api';
import { diffOf, driftOf } from './cluster/drift';
import { processesOf } from './cluster/objects';
import { count, note } from '../report/facts';
import { stopwatch } from '../report/stopwatch';
import { READ, SAVE, cacheOf } from './system/archive';
import { typeDocumented } from './system/documented';
import { HeldJob, holesIn } from './system/held-job';
import { complaints, said } from './system/job-log';
import { KeySecrets } from './system/keys';
import { expectFound } from './system/round-trip';
import { StoreShell } from './system/store-shell';
import { storeStateOf } from './system/store-state';
import { putUp } from './system/installed';
import { System } from './system/system';

const system = new System('keys', { store: { storage: { kind: 'ephemeral', size: '2Gi' } } });
const runner = system.runner();
const secrets = new KeySecrets(system);
/** What a job has left in the cache. */
let kept: string | undefined;
let sinceFirstApply: () => string;

putUp(system, async () => {
  sinceFirstApply = stopwatch();
  await system.apply();
});

async function keep(): Promise<void> {
  const job = await runner.run({ script: SAVE, cache: cacheOf('kept') });
  expect([job.state, complaints(job, ['save'])]).toEqual(['success', []]);
  kept = said(job, 'WROTE');
}

/** A job finds in the cache what was left there, and has nothing to complain of. */
async function expectKept(): Promise<void> {
  const job = await runner.run({ script: READ, cache: cacheOf('kept', 'pull') });
  expectFound(job, kept);
  expect([job.state, complaints(job)]).toEqual(['success', []]);
}

test('applied from nothing, all of it comes up; applied again, every object is unchanged', async () => {
  const changed = async (): Promise<readonly string[]> =>
    (await system.manifests.apply()).filter((line) => !line.endsWith(' unchanged'));
  expect(await changed()).toEqual([]);
  await system.settled();
  note('from nothing to all up', sinceFirstApply());
  expect(await changed()).toEqual([]);
});

test('every field that is written is in the cluster as written, and kubectl diff is empty', async () => {
  expect(await driftOf(system.manifests.dist, system.manifests.read())).toEqual([]);
  expect(await diffOf(system.manifests.dist)).toBe('');
});

test.each<[string, () => Promise<void>]>([
  [
    'a key taken out of the Secret of the manager',
    () => patch('secrets', runner.namespace, 's3access', { data: { accesskey: null } }),
  ],
  ['the Secret of the manager deleted', () => remove('secrets', runner.namespace, 's3access')],
  ['the copy beside MinIO deleted', () => remove('secrets', system.store, 's3access')],
])('%s: jobs go on, and the keys Job run again brings the same keys back', async (_, lose) => {
  if (kept === undefined) await keep();
  const before = await secrets.ofRunner();
  await lose();
  await expectKept();
  await typeDocumented('A Secret was lost', system);
  expect([await secrets.ofRunner(), await secrets.inStore()]).toEqual([before, before]);
  count('faults survived');
});

test.each([2, 3])(
  'rotation %i: running jobs save, new ones restore, MinIO stays, only this key and the one before work',
  async (rotation) => {
    const before = await secrets.ofRunner();
    const minio = processesOf(await podsOf(await system.minio()));
    const held = await HeldJob.start(runner, { script: SAVE, cache: cacheOf(`held-${rotation}`) });
    const sinceApply = stopwatch();
    await system.change({ credentials: { kind: 'generated', rotation } });
    await system.settled();
    note(`rotation ${rotation}, until the new manager works`, sinceApply());
    await expectKept();
    const ended = await held.end();
    expect([ended.state, complaints(ended, ['save']), holesIn(ended)]).toEqual(['success', [], []]);
    const next = await runner.run({ script: READ, cache: cacheOf(`held-${rotation}`, 'pull') });
    expectFound(next, said(ended, 'WROTE'));
    const { accesskey = '', previous = '' } = await secrets.ofRunner();
    expect(previous).toBe(before.accesskey);
    const shell = await StoreShell.open(system);
    expect((await storeStateOf(shell)).users).toEqual([accesskey, previous].sort());
    await shell.close();
    expect(processesOf(await podsOf(await system.minio()))).toEqual(minio);
    count('faults survived');
  },
);

test('both copies of a key lost: jobs go on, and with new keys the archives are still there', async () => {
  const before = await secrets.ofRunner();
  await remove('secrets', runner.namespace, 's3access');
  await remove('secrets', system.store, 's3access');
  await expectKept();
  await typeDocumented('A Secret was lost', system);
  const after = await secrets.ofRunner();
  expect(await secrets.inStore()).toEqual(after);
  expect(after.accesskey).not.toBe(before.accesskey);
  await typeDocumented('A Secret was lost', system, 1);
  await system.settled();
  await expectKept();
  count('faults survived');
});

test('the root keys lost: jobs go on; with new ones MinIO begins empty, and the next job fills it', async () => {
  const before = await secrets.root();
  await remove('secrets', system.store, 'minio-root');
  await expectKept();
  const sinceChange = stopwatch();
  await typeDocumented('Change the root keys', system);
  await system.settled();
  note('new root keys, until MinIO is back', sinceChange());
  const shell = await StoreShell.open(system);
  const used = (await shell.run('cat /run/keys/_root/accesskey')).trim();
  expect(used).toBe((await secrets.root()).accesskey);
  expect(used).not.toBe(before.accesskey);
  await shell.close();
  await keep();
  await expectKept();
  count('faults survived');
});
