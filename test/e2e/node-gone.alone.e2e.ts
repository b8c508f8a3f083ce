import { podsOf } from './cluster/api';
import { untilTrue } from './cluster/until';
import { isReady } from './cluster/objects';
import { takeNodeAway } from './needs/node';
import { workerNodes } from './needs/needs';
import { count, note } from '../report/facts';
import { alone } from './needs/turns';
import { cacheOf, READ, SAVE } from './system/archive';
import { said } from './system/job-log';
import { installed } from './system/installed';

const system = installed('node', {}, alone);

beforeAll(() => system.settled());

test('the node of the cache is gone: MinIO comes back elsewhere, empty and whole, and jobs stay green', async () => {
  const runner = system.runner();
  await runner.run({ script: SAVE, cache: cacheOf('before') });
  const [pod] = await podsOf(await system.minio());
  const node = pod?.spec.nodeName ?? '';
  const other = (await workerNodes()).find((name) => name !== node) ?? '';
  const start = Date.now();
  const { how, bringBack } = await takeNodeAway(node);
  try {
    await untilTrue('everything on the other node', 300, () => readyOn(other));
    note('node of the cache gone', `${how}; all back after ${Math.round((Date.now() - start) / 1000)} s`);
    const first = await runner.run({ node: other, script: SAVE, cache: cacheOf('after') });
    const second = await runner.run({ node: other, script: READ, cache: cacheOf('after', 'pull') });
    expect([first.state, second.state]).toEqual(['success', 'success']);
    expect(said(second, 'FOUND')).toBe(said(first, 'WROTE'));
  } finally {
    await bringBack();
  }
  await system.settled();
  count('faults survived');
});

async function readyOn(node: string): Promise<boolean> {
  const workloads = await Promise.all([system.minio(), system.keeper(), system.manager()]);
  const pods = await Promise.all(workloads.map(podsOf));
  return pods.every((its) => its.some((pod) => isReady(pod) && pod.spec.nodeName === node));
}
