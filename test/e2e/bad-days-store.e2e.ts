import { podsOf, remove } from './cluster/api';
import { note } from '../report/facts';
import { secondsOf } from '../report/stopwatch';
import { READ, SAVE, cacheOf } from './system/archive';
import { finished } from './system/ci-jobs';
import { reportOf } from './system/gitlab';
import { cacheSeconds, complaints, said } from './system/job-log';
import { StoreServer } from './system/store-server';
import { installed } from './system/installed';
import { failuresOf, managerThatFailed, rollManager } from './system/waiting-manager';
import { Witness } from './system/witness';

const system = installed('days', { store: { storage: { kind: 'volume', size: '8Gi' } } });
const minio = new StoreServer(system);
let witness: Witness;
/** What a job writes that saves under the key `big`; large enough to be interrupted. */
const BIG = ['mkdir -p .cache && head -c 200000000 /dev/urandom >.cache/random', ...SAVE.slice(-1)];
let big: string | undefined;

beforeAll(async () => {
  const first = await Witness.save(system.runner(), { script: SAVE, cache: cacheOf('big') });
  witness = first.witness;
  big = said(first.job, 'WROTE');
});

test('MinIO dies during an upload: the job stays green, and the key keeps an archive that is whole', async () => {
  const id = await witness.queue({ script: BIG, cache: cacheOf('big', 'push') });
  await minio.dieDuring('upload');
  note('MinIO back after its pod was killed', await secondsOf(() => minio.up()));
  const job = await finished(id);
  expect(job.state).toBe('success');
  expect(complaints(job).length).toBeGreaterThan(0);
  const next = await witness.run({ script: [...READ, ...BIG], cache: cacheOf('big') });
  expect([big, said(job, 'WROTE')]).toContain(said(next, 'FOUND'));
  expect(complaints(next)).toEqual([]);
  witness.outlived(next);
  big = said(next, 'WROTE');
});

test('MinIO dies during a download: the job goes on green without half an archive, the next one has all of it', async () => {
  const id = await witness.queue({ script: READ, cache: cacheOf('big', 'pull') });
  await minio.dieDuring('download');
  const job = await finished(id);
  expect(job.state).toBe('success');
  expect(complaints(job).length).toBeGreaterThan(0);
  expect(['nothing', big]).toContain(said(job, 'FOUND'));
  await minio.up();
  const next = await witness.run({ script: READ, cache: cacheOf('big', 'pull') });
  expect(said(next, 'FOUND')).toBe(big);
  witness.outlived(next);
});

test('MinIO is away when a job starts: the job complains, loses seconds and stays green', async () => {
  await minio.stop();
  const job = await witness.run({ script: SAVE, cache: cacheOf('big') });
  const [restore, save] = [cacheSeconds(job, 'restore'), cacheSeconds(job, 'save')];
  note('MinIO away: lost by a job with two caches to restore and one to save', `${restore} s and ${save} s`);
  expect(job.state).toBe('success');
  expect(complaints(job).join()).toContain('connection refused');
  expect(restore + save).toBeLessThan(60);
  await minio.start();
  const next = await witness.run({ script: READ, cache: cacheOf('big', 'pull') });
  expect(said(next, 'FOUND')).toBe(big);
  witness.outlived(next);
});

test('MinIO is away when a manager starts: the old one works on, and a lone one takes jobs once MinIO is back', async () => {
  const [old] = await podsOf(await system.manager());
  await minio.stop();
  await rollManager(system);
  const fresh = await managerThatFailed(system, old!, 1);
  const meanwhile = await witness.run({ script: READ });
  expect(meanwhile.state).toBe('success');

  await remove('pods', old!.metadata.namespace, old!.metadata.name, true);
  const waiting = await witness.queue({ script: READ });
  await managerThatFailed(system, old!, failuresOf(fresh) + 1);
  expect((await reportOf(waiting)).state).toBe('pending');

  await minio.start();
  note('MinIO is up again: until a manager that waited is ready', await secondsOf(() => system.settled(420)));
  witness.outlived(await finished(waiting));
});
