import { logOf, podsOf, remove } from './cluster/api';
import { isReady, processesOf, type Pod } from './cluster/objects';
import { until, untilTrue } from './cluster/until';
import { count, note } from '../report/facts';
import { stopwatch } from '../report/stopwatch';
import { READ, SAVE, cacheOf } from './system/archive';
import type { Wish } from './system/configuration';
import { HeldJob, holesIn } from './system/held-job';
import { complaints, said } from './system/job-log';
import { Manifests } from './system/manifests';
import { expectFound, expectRoundTrip } from './system/round-trip';
import { StoreShell } from './system/store-shell';
import { storeStateOf } from './system/store-state';
import { installed } from './system/installed';

const STORE: Wish = { store: { storage: { kind: 'ephemeral', size: '2Gi' } } };
const CHANGED: Wish = {
  runners: [{ name: 'main', concurrent: 7, settings: { environment: ['CONFIGURATION=changed'] } }],
};
const TELL = ['echo "CONFIGURATION ${CONFIGURATION:-first}"'];

const system = installed('rollout', STORE);
const runner = system.runner();

const managers = async (): Promise<readonly Pod[]> => podsOf(await system.manager());

test('a changed configuration: the running job ends with its whole log and its cache, the next has what is new', async () => {
  const held = await HeldJob.start(runner, { script: [...TELL, ...SAVE], cache: cacheOf('held') });
  const sinceApply = stopwatch();
  await system.change(CHANGED);
  await system.settled();
  note('changed configuration, until the new manager works', sinceApply());
  const meanwhile = await runner.run({ script: TELL });
  expect([meanwhile.state, said(meanwhile, 'CONFIGURATION')]).toEqual(['success', 'changed']);
  const ended = await held.end();
  expect([ended.state, said(ended, 'CONFIGURATION')]).toEqual(['success', 'first']);
  expect([complaints(ended, ['save']), holesIn(ended)]).toEqual([[], []]);
  const next = await runner.run({ script: [...TELL, ...READ], cache: cacheOf('held', 'pull') });
  expect(said(next, 'CONFIGURATION')).toBe('changed');
  expectFound(next, said(ended, 'WROTE'));
  count('faults survived');
});

test('a new path: the running job stays green with its whole log, the next one begins empty and saves below it', async () => {
  const held = await HeldJob.start(runner, { script: SAVE, cache: cacheOf('held') });
  await system.change({ cache: { path: 'cache/v2' } });
  await system.settled();
  const ended = await held.end();
  expect([ended.state, holesIn(ended)]).toEqual(['success', []]);
  note('a job that runs while its path changes', complaints(ended, ['save'])[0] ?? 'saves its cache');
  const next = await runner.run({ script: SAVE, cache: cacheOf('held') });
  expect([next.state, said(next, 'FOUND')]).toEqual(['success', 'nothing']);
  await expectRoundTrip(runner, 'held');
  count('faults survived');
});

test('a bucket that nobody makes: the new manager says so and is never ready, the working one stays; going back ends well', async () => {
  const [working] = await managers();
  const broken = new Manifests(system.name);
  await broken.synth({ ...STORE, ...CHANGED, cache: { bucket: 'nobody-makes-it', path: 'cache/v2' } });
  await broken.apply(runner.namespace);
  const sinceApply = stopwatch();
  const complaint = await until('the complaint of the new manager', 180, async () => {
    const newest = (await managers()).find(({ metadata }) => metadata.name !== working?.metadata.name);
    if (newest === undefined || isReady(newest)) return undefined;
    const log = await logOf(runner.namespace, newest.metadata.name, 'gitlab-runner');
    return /AccessDenied|NoSuchBucket|403 Forbidden/.exec(log)?.[0];
  });
  note('broken configuration', `${sinceApply()} until the new manager's log has ${complaint}`);
  await expectRoundTrip(runner, 'held');
  const ready = (await managers()).filter(isReady).map(({ metadata }) => metadata.name);
  expect(ready).toEqual([working?.metadata.name]);
  const sinceBack = stopwatch();
  await system.manifests.apply(runner.namespace);
  await system.settled();
  note('going back from a broken configuration', sinceBack());
  broken.remove();
  await untilTrue('the new manager to be gone', 120, async () => (await managers()).length === 1);
  expect((await managers()).map(({ metadata }) => metadata.uid)).toEqual([working?.metadata.uid]);
  await expectRoundTrip(runner, 'held');
  count('faults survived');
});

test("the manager's pod deleted within a job: the job ends with its whole log and its cache, the next pod takes others meanwhile", async () => {
  const [old] = await managers();
  const held = await HeldJob.start(runner, { script: SAVE, cache: cacheOf('deleted') });
  const sinceDeletion = stopwatch();
  await remove('pods', runner.namespace, old?.metadata.name ?? '');
  // Until its signal arrives, the old one may ask for a job once more.
  await untilTrue('the next manager', 120, async () =>
    (await managers()).some((pod) => isReady(pod) && pod.metadata.uid !== old?.metadata.uid),
  );
  const meanwhile = await runner.run({ script: ['true'] });
  note("the manager's pod deleted, until another job has ended", sinceDeletion());
  expect(meanwhile.state).toBe('success');
  expect(meanwhile.client).not.toBe(old?.status.podIP);
  const ended = await held.end();
  expect(ended.client).toBe(old?.status.podIP);
  expect([ended.state, complaints(ended, ['save']), holesIn(ended)]).toEqual(['success', [], []]);
  const next = await runner.run({ script: READ, cache: cacheOf('deleted', 'pull') });
  expectFound(next, said(ended, 'WROTE'));
  await untilTrue('the old pod to be gone', 120, async () => (await managers()).length === 1);
  count('faults survived');
});

test("an ephemeral MinIO's pod deleted: jobs stay green, and after the next save the cache is whole, with nobody's help", async () => {
  const shell = await StoreShell.open(system);
  const before = await storeStateOf(shell);
  const manager = processesOf(await managers());
  const minio = await system.minio();
  const old = await podsOf(minio);
  count('objects lost with an ephemeral MinIO', (await shell.objects('cache')).length);
  const sinceDeletion = stopwatch();
  for (const { metadata } of old) await remove('pods', system.store, metadata.name);
  const meanwhile = await runner.run({ script: SAVE, cache: cacheOf('away') });
  expect(meanwhile.state).toBe('success');
  await system.replaced(minio, old);
  note('an ephemeral MinIO deleted, until it is ready again', sinceDeletion());
  await untilTrue(
    'buckets, users and policies as before',
    180,
    async () => JSON.stringify(await storeStateOf(shell).catch(() => undefined)) === JSON.stringify(before),
  );
  note('an ephemeral MinIO deleted, until bucket, users and policies are back', sinceDeletion());
  await shell.close();
  await expectRoundTrip(runner, 'after');
  expect(processesOf(await managers())).toEqual(manager);
  count('faults survived');
});
