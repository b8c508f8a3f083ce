import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { list, logOf, patch, podsOf, remove, scale } from './cluster/api';
import { processesOf, type Pod, type Workload } from './cluster/objects';
import { until } from './cluster/until';
import { count, note } from '../report/facts';
import { stopwatch } from '../report/stopwatch';
import type { Wish } from './system/configuration';
import { JobKiller } from './system/job-killer';
import { KeySecrets } from './system/keys';
import { expectRoundTrip } from './system/round-trip';
import { StoreShell } from './system/store-shell';
import { storeStateOf } from './system/store-state';
import { putUp } from './system/installed';
import { System } from './system/system';

const WISH: Wish = { store: { storage: { kind: 'ephemeral', size: '2Gi' } } };
const system = new System('jobs', WISH);
const runner = system.runner();
const secrets = new KeySecrets(system);
const keysJob = new JobKiller(system, 'minio-keys');
const isProvable = process.env.E2E_POLICIES === 'enforced';
if (!isProvable)
  note('NOT PROVEN', 'a keys Job without the API server: this cluster enforces no NetworkPolicy');

/** A policy that lets nobody do what a runner does; one that is in use cannot be removed. */
const NOTHING = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:GetBucketLocation'], Resource: ['arn:aws:s3:::none'] }],
};

putUp(system, async () => {
  await system.prepare();
  if (isProvable) isolate(system.manifests.dist);
  await system.manifests.apply();
});

/** Nothing lets the keys Job through; and as a policy counts only some moments after a pod has started, nobody lets it in. */
function isolate(dist: string): void {
  rmSync(join(dist, system.store, 'NetworkPolicy.minio-keys.k8s.yaml'));
  for (const namespace of [system.store, runner.namespace]) {
    rmSync(join(dist, namespace, 'RoleBinding.minio-keys.k8s.yaml'));
  }
}

const rotation = (number: number): Pick<Wish, 'credentials'> => ({
  credentials: { kind: 'generated', rotation: number },
});

(isProvable ? test : test.skip)(
  'the keys Job does not reach the API server: it says so and nothing fails; once it does, all comes up by itself',
  async () => {
    const sinceApply = stopwatch();
    const pod = await until('the pod of the keys Job', 60, async () => {
      const [its] = await list<Pod>('pods', system.store, { 'app.kubernetes.io/name': 'minio-keys' });
      return its;
    });
    // 6: no name, 7: no connection, 28: no answer.
    const complaint = await until('a complaint of the keys Job', 180, async () => {
      const log = await logOf(system.store, pod.metadata.name, 'minio-keys');
      return /^curl: \((6|7|28)\).*/m.exec(log)?.[0];
    });
    note('keys Job without the API server', `after ${sinceApply()} it says ${complaint}`);
    expect([await secrets.ofRunner(), await secrets.inStore(), await secrets.root()]).toEqual([{}, {}, {}]);
    const jobs = await list<Workload>('jobs', system.store);
    expect(jobs.flatMap(({ status }) => status?.conditions ?? [])).toEqual([]);
    const sincePolicy = stopwatch();
    await system.apply();
    await system.settled(300);
    note('all up after the API server could be reached', sincePolicy());
    count('faults survived');
  },
);

test('killed between the two writes of a rotation, the keys Job goes on with the keys of the first', async () => {
  await system.settled();
  await system.manifests.synth({ ...WISH, ...rotation(2) });
  await secrets.forbidWriting(system.store);
  const pod = await keysJob.start();
  const first = await until('the first write', 60, async () => {
    const keys = await secrets.ofRunner();
    return keys['rotation-2'] === undefined ? undefined : keys;
  });
  await keysJob.kill(pod);
  expect(await secrets.inStore()).not.toHaveProperty('rotation-2');
  await system.change(rotation(2));
  await system.settled();
  expect([await secrets.ofRunner(), await secrets.inStore()]).toEqual([first, first]);
  await expectRoundTrip(runner, 'round');
  count('faults survived');
});

test('a keys Job that was held up and comes after a later one changes no key', async () => {
  await system.manifests.synth({ ...WISH, ...rotation(3) });
  await secrets.forbidWriting(runner.namespace);
  await keysJob.start();
  const { metadata } = system.manifests.find('Job', 'minio-keys');
  await patch('jobs', system.store, metadata.name, { spec: { suspend: true } });
  await system.change(rotation(4));
  await system.settled();
  const keys = await secrets.ofRunner();
  expect(keys['rotation-4']).toBe(keys.accesskey);
  await patch('jobs', system.store, metadata.name, { spec: { suspend: false } });
  await keysJob.done();
  const after = { ...keys, 'rotation-3': keys.accesskey };
  expect([await secrets.ofRunner(), await secrets.inStore()]).toEqual([after, after]);
  await expectRoundTrip(runner, 'round');
  count('faults survived');
});

test('ten rotations, each killed at a random moment, end with one pair of keys that works everywhere', async () => {
  const minio = processesOf(await podsOf(await system.minio()));
  const root = await secrets.root();
  const last = 14;
  const delays: number[] = [];
  for (let number = 5; number <= last; number++) {
    await system.manifests.synth({ ...WISH, ...rotation(number) });
    const pod = await keysJob.start();
    delays.push(Math.round(Math.random() * 2500));
    await sleep(delays.at(-1));
    await keysJob.kill(pod);
  }
  await system.change(rotation(last));
  const failed = await keysJob.done();
  note('keys Jobs killed', `${failed} at work, of pods ${delays.join(' ')} ms old`);
  await system.settled();
  const keys = await secrets.ofRunner();
  expect(keys[`rotation-${last}`]).toBe(keys.accesskey);
  expect([await secrets.inStore(), await secrets.root()]).toEqual([keys, root]);
  const shell = await StoreShell.open(system);
  const { users } = await storeStateOf(shell);
  await shell.close();
  expect(users).toContain(keys.accesskey);
  expect([keys.accesskey, keys.previous]).toEqual(expect.arrayContaining([...users]));
  expect(processesOf(await podsOf(await system.minio()))).toEqual(minio);
  await expectRoundTrip(runner, 'round');
  count('faults survived', delays.length);
});

test('bucket-init killed after each of its steps ends with the state of one that nobody disturbed', async () => {
  const shell = await StoreShell.open(system);
  const undisturbed = await storeStateOf(shell);
  // It would do the Job's work; applying brings it back.
  await scale(system.store, 'minio-bucket-keeper', 0);
  const { accesskey = '' } = await secrets.ofRunner();
  await shell.run(`mc rb --force root/cache
    for user in ${undisturbed.users.join(' ')}; do mc admin user rm root "$user"; done
    echo '${JSON.stringify(NOTHING)}' >/tmp/nothing.json
    mc admin policy create root runner-cache-main /tmp/nothing.json`);
  const bucketInit = new JobKiller(system, 'minio-bucket-init');
  const heard: string[] = [];
  for (let step = 0; step < 10; step++) {
    const lines = await bucketInit.killAfter(step);
    heard.push(`${step}:${lines.length}`);
    count('faults survived');
  }
  note('bucket-init killed after line : had said when dead', heard.join(' '));
  const sinceKill = stopwatch();
  await system.settled();
  note('bucket-init killed for the last time, until it is complete', sinceKill());
  expect(await storeStateOf(shell)).toEqual({ ...undisturbed, users: [accesskey] });
  await shell.close();
  await expectRoundTrip(runner, 'round');
  await system.manifests.apply();
  await system.settled();
});

test('all keys lost and the keys Job killed after its first write: what it wrote stays, the rest is filled', async () => {
  await remove('secrets', system.store, 'minio-root');
  for (const namespace of [runner.namespace, system.store]) await remove('secrets', namespace, 's3access');
  await system.manifests.apply();
  await secrets.forbidWriting(runner.namespace);
  const pod = await keysJob.start();
  const root = await until('the first write', 60, async () => {
    const keys = await secrets.root();
    return keys.accesskey === undefined ? undefined : keys;
  });
  await keysJob.kill(pod);
  expect([await secrets.ofRunner(), await secrets.inStore()]).toEqual([{}, {}]);
  await system.manifests.apply();
  await keysJob.done();
  const keys = await secrets.ofRunner();
  expect(Object.keys(keys).sort()).toEqual(['accesskey', 'previous', 'rotation-14', 'secretkey']);
  expect([await secrets.root(), await secrets.inStore()]).toEqual([root, keys]);
  count('faults survived');
});
