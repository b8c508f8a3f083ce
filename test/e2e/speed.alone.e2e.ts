import { workerNodes } from './needs/needs';
import { note } from '../report/facts';
import { alone } from './needs/turns';
import { cacheOf } from './system/archive';
import { cacheSeconds, complaints, said } from './system/job-log';
import { installed } from './system/installed';

const system = installed('speed', { store: { storage: { kind: 'ephemeral', size: '10Gi' } } }, alone);

/** The settings of the recipe of 2018: what a runner of that time did unasked. */
const RECIPE = {
  CACHE_COMPRESSION_FORMAT: 'zip',
  CACHE_COMPRESSION_LEVEL: 'default',
  FF_USE_FASTZIP: 'false',
};

/** 1 GB: 600 MB that do not compress, as the layers of an image, and 4,000 files of 100 kB that do, as source text. */
const FILL = [
  'mkdir -p .cache/src && head -c 600000000 /dev/urandom >.cache/layers',
  'text=$(head -c 36000 /dev/urandom | od -x)',
  'i=0; while [ $i -lt 4000 ]; do echo "$i $text" >.cache/src/$i; i=$((i + 1)); done',
];
const SUM = 'echo "SUM $(cat .cache/layers .cache/src/* | sha256sum)"';

beforeAll(() => system.settled());

test('a cache of 1 GB is saved and restored in at most 1/2.5 of the time that the settings of 2018 take', async () => {
  const [node = ''] = await workerNodes();
  const runner = system.runner();
  const times = async (name: string, variables: Readonly<Record<string, string>>): Promise<number> => {
    const saved = await runner.run({ node, variables, script: [...FILL, SUM], cache: cacheOf(name, 'push') });
    const restored = await runner.run({ node, variables, script: [SUM], cache: cacheOf(name, 'pull') });
    expect([saved, restored].map(({ state }) => state)).toEqual(['success', 'success']);
    expect(complaints(restored)).toEqual([]);
    expect(said(restored, 'SUM')).toBe(said(saved, 'SUM'));
    const [save, restore] = [cacheSeconds(saved, 'save'), cacheSeconds(restored, 'restore')];
    note(`1 GB, ${name}`, `saved in ${save} s, restored in ${restore} s`);
    return save + restore;
  };
  const ours = await times('ours', {});
  const recipe = await times('recipe of 2018', RECIPE);
  note('1 GB, ratio', (recipe / ours).toFixed(1));
  expect(recipe / ours).toBeGreaterThanOrEqual(2.5);
});
