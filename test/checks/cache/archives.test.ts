import { ARCHIVE_CHECKS } from '../../../src/checks/cache/archives';
import { found } from '../case';
import { configMap, minio, PORTS, service, TOML, workload } from './systems';

const told = (...objects: readonly string[]): readonly string[] =>
  found(objects.join('\n---\n'), ARCHIVE_CHECKS).map(({ check, message }) => `${check}: ${message}`);
const largest = (bytes: number): string =>
  configMap(TOML.replace('Shared', `MaxUploadedArchiveSize = ${bytes}\nShared`));
const SERVICE = service({ selector: { app: 'minio' }, ports: PORTS });
const limited = (sizeLimit: unknown): string =>
  minio(
    {},
    {
      volumes: [
        { name: 'tmp', emptyDir: {} },
        { name: 'data', emptyDir: { sizeLimit } },
      ],
    },
  );
const environment = (...entries: readonly string[]): string =>
  configMap(TOML.replace('executor', `environment = ${JSON.stringify(entries)}\nexecutor`));
const helper = (limit: string, more = ''): string =>
  configMap(`${TOML}helper_memory_limit = "${limit}"\n${more}`);
const PARALLEL = '[runners.feature_flags]\nFF_USE_PARALLEL_CACHE_TRANSFER = true\n';

test.each([
  ['1000', 1000],
  [1000, 1000],
  ['1k', 1000],
  ['1.5k', 1500],
  ['1M', 1e6],
  ['1G', 1e9],
  ['1T', 1e12],
  ['1Ki', 2 ** 10],
  ['1Mi', 2 ** 20],
  ['1Gi', 2 ** 30],
  ['1Ti', 2 ** 40],
])('Into a volume of %s fit %d bytes, and not one more', (size, bytes) => {
  expect(told(largest(bytes), SERVICE, limited(size))).toEqual([]);
  expect(told(largest(bytes + 1), SERVICE, limited(size))).toEqual([
    'cache-archive-size: An archive of this size is larger than the volume of the store',
  ]);
});

test.each([undefined, 'x5Ki', '5Ki!', '5Xi', ''])('Of a volume of %j nobody knows how much fits', (size) => {
  expect(told(largest(2 ** 50), SERVICE, limited(size))).toEqual([]);
});

test('The claim of a StatefulSet is a volume; a negative size is none', () => {
  const claims = {
    volumeClaimTemplates: [
      { metadata: { name: 'data' }, spec: { resources: { requests: { storage: '1Ki' } } } },
    ],
  };
  const containers = [{ name: 'minio', image: 'pgsty/silo:RELEASE.1', args: ['server', '/data'] }];
  const set = workload('StatefulSet', 'minio', { containers }, claims);
  expect(told(largest(1025), SERVICE, set)).toHaveLength(1);
  expect(told(largest(1024), SERVICE, set)).toEqual([]);
  expect(told(largest(0))).toEqual([]);
  expect(told(largest(-1))).toEqual(['cache-archive-size: A negative size is no limit']);
});

test.each(['zip', 'tarzstd', 'zipzstd', 'TarZstd', '$FORMAT'])('Archives may be of format %s', (format) => {
  expect(told(environment(`CACHE_COMPRESSION_FORMAT=${format}`))).toEqual([]);
});

test.each(['fastest', 'fast', 'default', 'slow', 'slowest'])('Archives may be packed %s', (level) => {
  expect(told(environment(`CACHE_COMPRESSION_LEVEL=${level}`))).toEqual([]);
});

test.each([
  [['CACHE_COMPRESSION_FORMAT=rar'], 'takes zip'],
  [['CACHE_COMPRESSION_FORMAT=zip$'], 'takes zip'],
  [['CACHE_COMPRESSION_LEVEL=best'], 'takes the default'],
  [['CACHE_COMPRESSION_LEVEL=fast', 'CACHE_COMPRESSION_LEVEL=best'], 'takes the default'],
])('Of %j the runner %s', (entries, text) => {
  expect(told(environment(...entries))).toEqual([expect.stringContaining(text)]);
});

test('Another variable that holds the name is another one', () => {
  expect(told(environment('MY_CACHE_COMPRESSION_FORMAT=rar', 'A=CACHE_COMPRESSION_FORMAT=rar'))).toEqual([]);
  expect(told(environment('CACHE_COMPRESSION_LEVEL=best', 'CACHE_COMPRESSION_LEVEL=fast'))).toEqual([]);
});

test.each([
  ['250Mi', '', 0],
  ['249Mi', '', 1],
  ['639Mi', PARALLEL, 1],
  ['640Mi', PARALLEL, 0],
  ['300Mi', PARALLEL.replace('true', 'false'), 0],
])('A helper with %s, and %j', (limit, more, count) => {
  expect(told(helper(limit, more))).toHaveLength(count);
});

test('Transfer in parts needs less where the parts are said', () => {
  const said = (...entries: readonly string[]): string =>
    configMap(
      `${TOML.replace('executor', `environment = ${JSON.stringify(entries)}\nexecutor`)}helper_memory_limit = "300Mi"\n`,
    );
  expect(told(said('FF_USE_PARALLEL_CACHE_TRANSFER=true'))).toHaveLength(1);
  expect(told(said('FF_USE_PARALLEL_CACHE_TRANSFER=false'))).toEqual([]);
  expect(told(said('FF_USE_PARALLEL_CACHE_TRANSFER=true', 'CACHE_CONCURRENCY=4'))).toEqual([]);
});
