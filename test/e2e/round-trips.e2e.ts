import { workerNodes } from './needs/needs';
import { count } from './report/facts';
import { besideOthers } from './report/turns';
import { READ, SAVE, cacheOf } from './system/archive';
import { complaints, said } from './system/job-log';
import { System } from './system/system';

besideOthers();

const system = new System('trips', {
  store: { storage: { kind: 'ephemeral', size: '8Gi' } },
  runners: [
    { name: 'main', concurrent: 50 },
    { name: 'guarded', cache: { path: 'guarded' } },
    { name: 'private', cache: { bucket: 'private', shared: false } },
  ],
});
let [here, there] = ['', ''];

beforeAll(async () => {
  [here = '', there = ''] = await workerNodes();
  await system.apply();
  await system.settled();
});
afterAll(() => system.remove());

test('what a job saves on one node, a job on another node restores', async () => {
  const runner = system.runner();
  const saved = await runner.run({ node: here, script: SAVE, cache: cacheOf('crossing') });
  expect(said(saved, 'FOUND')).toBe('nothing');
  const restored = await runner.run({ node: there, script: READ, cache: cacheOf('crossing', 'pull') });
  expect(restored.state).toBe('success');
  expect(said(restored, 'FOUND')).toBe(said(saved, 'WROTE'));
  expect(complaints(restored)).toEqual([]);
  count('round trips');
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
