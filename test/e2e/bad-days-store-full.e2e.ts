import { podsOf, remove, scale } from './cluster/api';
import { untilTrue } from './cluster/until';
import { note } from '../report/facts';
import { secondsOf } from '../report/stopwatch';
import { READ, SAVE, cacheOf } from './system/archive';
import { complaints } from './system/job-log';
import { StoreShell } from './system/store-shell';
import { installed } from './system/installed';
import { managerThatFailed } from './system/waiting-manager';
import { Witness } from './system/witness';

/** A quota of 972 MiB. Above 572 MiB the keeper evicts, until no more than 457 MiB are left. */
const system = installed('full', {
  store: { storage: { kind: 'volume', size: '1Gi' } },
  cache: { maxArchive: '200Mi' },
});
let witness: Witness;
let shell: StoreShell;

beforeAll(async () => {
  shell = await StoreShell.open(system);
  ({ witness } = await Witness.save(system.runner()));
});

test('the store is nearly full: the oldest archives go, and no others', async () => {
  // Only the last one crosses the mark, so that it does not matter when the keeper looks.
  await fill('nearly', [100, 100, 100, 100, 100, 150]);
  const left = ['nearly-3', 'nearly-4', 'nearly-5', 'nearly-6'];
  const evicted = untilTrue('an eviction', 60, async () => (await archives()).length <= left.length);
  note('store nearly full: until the oldest archives are gone', await secondsOf(() => evicted));
  expect(await archives()).toEqual(left);
  witness.outlived(await witness.run({ script: READ }));
});

test('the store is full, for the keeper was away: jobs stay green, and all works again once it is back', async () => {
  await scaleKeeper(0);
  await fill('over', [100, 100, 100, 100, 100, 100]);
  await countAtOnce();
  await untilTrue('the store to be full', 120, async () => !(await takes()));
  await shell.run('mc admin config reset root scanner speed');
  const refused = await witness.run({ script: SAVE, cache: cacheOf('full', 'push') });
  expect(refused.state).toBe('success');
  expect(complaints(refused).join()).toContain('quota');
  const [manager] = await podsOf(await system.manager());
  await remove('pods', manager!.metadata.namespace, manager!.metadata.name, true);
  await managerThatFailed(system, manager!, 1);

  await scaleKeeper(1);
  const again = untilTrue('the store to take archives', 150, takes);
  note('store full: from the start of the keeper until it takes archives', await secondsOf(() => again));
  note('store full: until a manager from then is ready', await secondsOf(() => system.settled(420)));
  const saved = await witness.run({ script: SAVE, cache: cacheOf('full', 'push') });
  expect(complaints(saved)).toEqual([]);
  witness.outlived(saved);
});

/** By default `mc pipe` makes room for 528 MiB, more than the shell may use. */
const SMALL_PARTS = '--part-size 16MiB';

/** Archives of so many MB, the first one the oldest; all are older than those of jobs. */
async function fill(name: string, sizes: readonly number[]): Promise<void> {
  const lines = sizes.map((size, index) => {
    const saved = new Date(Date.now() - (sizes.length - index) * 3_600_000).toISOString();
    return `head -c ${size}000000 /dev/zero |
      mc pipe -q ${SMALL_PARTS} -H 'X-Minio-Source-Mtime:${saved}' root/cache/cache/project/1/${name}-${index + 1} >/dev/null`;
  });
  await shell.run(lines.join('\n'));
}

async function archives(): Promise<readonly string[]> {
  return [...(await shell.objects('cache/cache/project/1/'))].sort();
}

/** Whether a small upload is taken. */
function takes(): Promise<boolean> {
  const upload = shell.run(`echo it | mc pipe -q ${SMALL_PARTS} root/cache/cache/project/2/it`);
  return upload.then(
    () => true,
    (error: unknown) => {
      if (String(error).includes('Bucket quota exceeded')) return false;
      throw error;
    },
  );
}

/** MinIO's own count is up to 16 minutes late; the test does not wait for that. */
async function countAtOnce(): Promise<void> {
  await shell.run('mc admin config set root scanner speed=fastest');
}

async function scaleKeeper(replicas: number): Promise<void> {
  const keeper = await scale(system.store, 'minio-bucket-keeper', replicas);
  await untilTrue('the keeper', 60, async () => (await podsOf(keeper)).length === replicas);
}
