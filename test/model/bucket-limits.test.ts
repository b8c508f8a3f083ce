import { bucketLimits } from '../../src/model/bucket-limits';
import { modelOf } from '../manifests/load';

const limitsOf = (storage: string, maxArchive: string, buckets = 1) => {
  const runners = Array.from(
    { length: buckets },
    (_, index) => `{ name: r${index}, cache: { bucket: bucket-${index} } }`,
  );
  const { quota, high, low } = bucketLimits(
    modelOf(`
gitlab: { url: https://gitlab.example.com }
cache: { maxArchive: ${maxArchive} }
store: { storage: { ${storage} } }
runners: [${runners.join(', ')}]
`),
  );
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
    for (const maxArchive of ['0', '1Mi', '3Gi', '20Gi', '37Gi', '50Gi']) {
      for (const buckets of [1, 3]) {
        const { quota, high, low } = bucketLimits(
          modelOf(
            `gitlab: { url: https://gitlab.example.com }\ncache: { maxArchive: ${maxArchive} }\nstore: { storage: { ${storage} } }\n`,
          ),
        );
        expect(low.bytes).toBeLessThanOrEqual(high.bytes);
        expect(high.bytes).toBeLessThan(quota?.bytes ?? 100 * 2 ** 30);
        expect([buckets, low.bytes > 0]).toEqual([buckets, true]);
      }
    }
  },
);
