import { workerNodes } from './needs/needs';
import { count, note } from '../report/facts';
import { cacheOf, READ, SAVE } from './system/archive';
import { finished } from './system/ci-jobs';
import { cacheSections, complaints, said } from './system/job-log';
import { StoreShell } from './system/store-shell';
import { installed } from './system/installed';

const JOBS_AT_ONCE = 50;
const system = installed('trips', {
  cache: { maxArchive: '2Mi' },
  store: { storage: { kind: 'ephemeral', size: '8Gi' } },
  runners: [
    { name: 'main', concurrent: JOBS_AT_ONCE },
    { name: 'guarded', cache: { path: 'guarded' } },
    { name: 'private', cache: { bucket: 'private', shared: false } },
  ],
});
let [here, there] = ['', ''];
let shell: StoreShell;

beforeAll(async () => {
  [here = '', there = ''] = await workerNodes();
  shell = await StoreShell.open(system);
});

test('what a job saves on one node, a job on the other node restores, and the other way round', async () => {
  const runner = system.runner();
  const first = await runner.run({ node: here, script: SAVE, cache: cacheOf('crossing') });
  expect(said(first, 'FOUND')).toBe('nothing');
  const second = await runner.run({ node: there, script: SAVE, cache: cacheOf('crossing') });
  const third = await runner.run({ node: here, script: READ, cache: cacheOf('crossing', 'pull') });
  expect([first, second, third].map(({ state }) => state)).toEqual(['success', 'success', 'success']);
  expect([second, third].flatMap((job) => complaints(job))).toEqual([]);
  expect(said(second, 'FOUND')).toBe(said(first, 'WROTE'));
  expect(said(third, 'FOUND')).toBe(said(second, 'WROTE'));
  expect([first, second, third].map(({ traceIsWhole }) => traceIsWhole)).toEqual([true, true, true]);
  count('round trips', 2);
});

test('a branch without a cache of its own takes that of its fallback key', async () => {
  const runner = system.runner();
  const saved = await runner.run({ script: SAVE, cache: cacheOf('default-branch') });
  const [own] = cacheOf('new-branch');
  const fallback = { ...own!, fallback_keys: ['default-branch-non_protected'] };
  const branch = await runner.run({ script: READ, cache: [fallback] });
  expect(said(branch, 'FOUND')).toBe(said(saved, 'WROTE'));
  const again = await runner.run({ script: READ, cache: cacheOf('new-branch', 'pull') });
  expect(said(again, 'FOUND')).toBe(said(saved, 'WROTE'));
  count('round trips', 2);
});

test('protected and unprotected runners see nothing of each other, in one bucket', async () => {
  const [open, guarded] = [system.runner(), system.runner('guarded')];
  const saved = await guarded.run({ script: SAVE, cache: cacheOf('same') });
  const stranger = await open.run({ script: SAVE, cache: cacheOf('same') });
  expect(said(stranger, 'FOUND')).toBe('nothing');
  const again = await guarded.run({ script: READ, cache: cacheOf('same', 'pull') });
  expect(said(again, 'FOUND')).toBe(said(saved, 'WROTE'));
  count('round trips');
});

test('a runner with a bucket of its own and `shared: false` keeps its archives there, below its token', async () => {
  const runner = system.runner('private');
  const saved = await runner.run({ script: SAVE, cache: cacheOf('mine') });
  const restored = await runner.run({ script: READ, cache: cacheOf('mine', 'pull') });
  expect(said(restored, 'FOUND')).toBe(said(saved, 'WROTE'));
  const [object = ''] = (await shell.objects('private')).filter((name) => name.includes('/42/'));
  expect(object).toMatch(/^cache\/runner\/[\w-]{9}\/project\/42\/mine-non_protected$/);
  expect((await shell.objects('cache')).join('\n')).not.toContain('mine-non_protected');
  count('round trips');
});

test('an archive above `maxArchive` stays where it is, the log says so, and the job is green', async () => {
  const runner = system.runner('private');
  const large = 'mkdir -p .cache && head -c 3145728 /dev/urandom >.cache/random';
  const job = await runner.run({ script: [large], cache: cacheOf('large') });
  expect(job.state).toBe('success');
  const lines = cacheSections(job).flatMap((section) => section.lines);
  expect(lines.join('\n')).toContain('Cache will be stored only locally');
  expect((await shell.objects('private')).join('\n')).not.toContain('large');
  const next = await runner.run({ script: READ, cache: cacheOf('large', 'pull') });
  expect(said(next, 'FOUND')).toBe('nothing');
});

test(`${JOBS_AT_ONCE} jobs at once each save and restore their own`, async () => {
  const runner = system.runner();
  const one = async (index: number, script: readonly string[]) =>
    finished(await runner.queue({ script, project: 1000 + index, cache: cacheOf('crowd') }), 480);
  const all = [...Array(JOBS_AT_ONCE).keys()];
  const saved = await Promise.all(all.map((index) => one(index, SAVE)));
  expect(saved.map(({ state }) => state)).toEqual(all.map(() => 'success'));
  const restored = await Promise.all(all.slice(0, 10).map((index) => one(index, READ)));
  expect(restored.map((job) => said(job, 'FOUND'))).toEqual(
    saved.slice(0, 10).map((job) => said(job, 'WROTE')),
  );
  expect(restored.flatMap((job) => complaints(job))).toEqual([]);
  const start = Math.min(...saved.map(({ startedAt = 0 }) => startedAt));
  const end = Math.max(...saved.map(({ finishedAt = 0 }) => finishedAt));
  note(`${JOBS_AT_ONCE} jobs at once`, `all green after ${Math.round(end - start)} s`);
  count('round trips', restored.length);
});
