import { bucketLimits } from '../../src/model/bucket-limits';
import type { Model } from '../../src/model/model';
import { size } from '../../src/model/size';
import { modelOf } from '../manifests/load';

const model = (storage: string, maxArchive: string, buckets: number): Model => {
  const runners = Array.from(
    { length: buckets },
    (_, index) => `{ name: r${index}, cache: { bucket: bucket-${index} } }`,
  );
  return modelOf(`
gitlab: { url: https://gitlab.example.com }
cache: { maxArchive: ${maxArchive} }
store: { storage: { ${storage} } }
runners: [${runners.join(', ')}]
`);
};

const limitsOf = (storage: string, maxArchive: string, buckets = 1) => {
  const { quota, high, low } = bucketLimits(model(storage, maxArchive, buckets));
  return [quota?.toString(), high.toString(), low.toString()];
};

const EPHEMERAL = 'kind: ephemeral, size: 100Gi';
const VOLUME = 'kind: volume, size: 100Gi';
const MEMORY = 'kind: memory, size: 100Gi';

test.each([
  ['an archive of any size, or a small one: 90 % of the quota', EPHEMERAL, '0', '80Gi', '72Gi'],
  ['an archive of any size, or a small one: 90 % of the quota', VOLUME, '1Gi', '95Gi', '87552Mi'],
  ['no quota: 90 % of the store', MEMORY, '1Gi', undefined, '90Gi'],
  ['a large archive: it has room', EPHEMERAL, '10Gi', '80Gi', '70Gi'],
  ['a large archive: it has room twice, as MinIO asks for', VOLUME, '10Gi', '95Gi', '75Gi'],
  ['a large archive: it has room twice, as MinIO asks for', MEMORY, '10Gi', undefined, '80Gi'],
  ['a very large archive: half of the quota is used all the same', VOLUME, '30Gi', '95Gi', '48640Mi'],
  ['an archive of half of the store: it is not evicted itself', EPHEMERAL, '50Gi', '80Gi', '50Gi'],
])('%s (%s, %s)', (_, storage, maxArchive, quota, high) => {
  expect(limitsOf(storage, maxArchive).slice(0, 2)).toEqual([quota, high]);
});

test('an eviction ends at 80 % of where it began, but spares one archive of the largest size', () => {
  expect(limitsOf(EPHEMERAL, '10Gi')[2]).toBe('56Gi');
  expect(limitsOf(EPHEMERAL, '45Gi')[2]).toBe('45Gi');
});

test('the buckets share the store', () => {
  expect(limitsOf(EPHEMERAL, '1Gi', 4)).toEqual(['20Gi', '18Gi', '14745Mi']);
  expect(limitsOf(MEMORY, '1Gi', 4)).toEqual([undefined, '23040Mi', '18Gi']);
});

test.each([EPHEMERAL, VOLUME, MEMORY])(
  'no mark is above another, whatever the largest archive is (%s)',
  (storage) => {
    const archives = ['0', '1Mi', '3Gi', '16Gi', '33Gi', '50Gi'].map((text) => size(text));
    for (const [index, maxArchive] of archives.entries()) {
      for (const buckets of maxArchive.bytes > size('16Gi').bytes ? [1] : [1, 3]) {
        const { quota, high, low } = bucketLimits(model(storage, maxArchive.toString(), buckets));
        expect([index, low.bytes > 0, low.bytes >= maxArchive.bytes]).toEqual([index, true, true]);
        expect(low.bytes).toBeLessThanOrEqual(high.bytes);
        expect(high.bytes).toBeLessThan(quota?.bytes ?? size('100Gi').bytes);
      }
    }
  },
);

test('only a volume is slow to notice that there is room again, from halfway between the mark and the quota', () => {
  const refusing = [EPHEMERAL, VOLUME, MEMORY].map(
    (storage) => bucketLimits(model(storage, '10Gi', 1)).refusing,
  );
  expect(refusing.map((limit) => limit?.toString())).toEqual([undefined, '85Gi', undefined]);
});
