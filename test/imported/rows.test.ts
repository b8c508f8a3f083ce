import { CHARTS } from '../../src/imported/charts';
import { CONFIG_TOML } from '../../src/imported/charts/config-toml';
import { at, rowFor, type Row } from '../../src/imported/row';
import { fateOf, GITLAB, imported } from './load';

const ROWS: readonly (readonly [chart: string, rows: readonly Row[]])[] = [
  ...CHARTS.map(({ name, rows }) => [name, rows] as const),
  ['config.toml', CONFIG_TOML],
];

/** A path that a row is for. */
function example({ path }: Row): readonly (string | number)[] {
  return at(path.replaceAll('**', 'x').replaceAll('*', '0'));
}

test.each(ROWS)('%s: no row stands in the shadow of an earlier one', (_, rows) => {
  const shadowed = rows.filter((row) => rowFor(rows, example(row)) !== row);
  expect(shadowed.map(({ path }) => path)).toEqual([]);
});

test.each(ROWS)('%s: no path is written twice', (_, rows) => {
  const paths = rows.map(({ path }) => path);
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
});

const RUNNER = 'gitlabUrl=https://gitlab.example.com,runners.cache.s3ServerAddress=minio.minio:9000';
const STABLE = 'accessKey=abc,secretKey=abcdefgh,persistence.enabled=false';
const TODAY = 'rootUser=abc,rootPassword=abcdefgh,mode=standalone,persistence.enabled=false';

/** The classic mistakes: values, of which key, what is told; and the same without the mistake. */
const MISTAKES = [
  [
    'a purge',
    [STABLE, 'defaultBucket.purge=true'],
    'defaultBucket.purge',
    'emptied the bucket at each upgrade',
  ],
  [
    'a purge of today',
    [TODAY, 'buckets[0].name=abc,buckets[0].purge=true'],
    'buckets[0].purge',
    'at each sync',
  ],
  [
    'https to a server without TLS',
    [RUNNER, 'runners.cache.s3CacheInsecure=false'],
    'runners.cache.s3CacheInsecure',
    'nothing was cached',
  ],
  [
    'a type in the wrong case',
    [RUNNER, 'runners.cache.cacheType=S3'],
    'runners.cache.cacheType',
    'it cached nothing, in green jobs',
  ],
  [
    'root keys in the runner',
    [RUNNER, 'runners.cache.secretName=s3access'],
    'runners.cache.secretName',
    "held MinIO's root keys",
  ],
  ['root keys in the values', [STABLE], 'accessKey', 'gave these root keys to the runner'],
  [
    'a public bucket',
    [TODAY, 'buckets[0].name=abc,buckets[0].policy=public'],
    'buckets[0].policy',
    'without keys',
  ],
  ['the user of the chart', [TODAY, 'users[0].accessKey=console'], 'users[0].accessKey', 'console123'],
  ['the user of the chart that nobody says', [TODAY], 'users[0].accessKey', 'console123'],
  ['metrics for everybody', [TODAY], 'metrics.serviceMonitor.public', 'tells them to everybody'],
  ['a space behind a key', ['accessKey=abc ,secretKey=abcdefgh'], 'accessKey', 'white space at an end'],
  ['a newline in base64', ['accessKey=TVlLRVkK,secretKey=abcdefgh'], 'accessKey', 'echo KEY | base64'],
  ['a token with a newline', [RUNNER, 'runnerToken=glrt-abc\n'], 'runnerToken', 'white space at an end'],
  ['a runner that is too old', [RUNNER, 'image.tag=alpine-v17.0.0'], 'image.tag', 'too old'],
  [
    'an address in the own namespace',
    ['gitlabUrl=https://g.example.com,runners.cache.s3ServerAddress=minio:9000'],
    'runners.cache.s3ServerAddress',
    'in its own namespace only',
  ],
  [
    'jobs beside the manager',
    [RUNNER, 'runners.namespace=gitlab-runner'],
    'runners.namespace',
    'may read every Secret',
  ],
  [
    'an image that was deleted',
    [`${TODAY},image.repository=minio/minio`],
    'image.repository',
    'Docker Hub deleted',
  ],
] as const;

test.each(MISTAKES)('%s is explained', (_, words, key, told) => {
  expect(fateOf(imported([GITLAB, ...words]), key)).toContain(told);
});

/** The same without the mistake. */
const NEAR = [
  [[STABLE, 'defaultBucket.purge=false'], 'defaultBucket.purge', 'emptied'],
  [[RUNNER, 'runners.cache.s3CacheInsecure=true'], 'runners.cache.s3CacheInsecure', 'nothing was cached'],
  [[RUNNER, 'runners.cache.cacheType=s3'], 'runners.cache.cacheType', 'green'],
  [[TODAY, 'buckets[0].name=abc,buckets[0].policy=none'], 'buckets[0].policy', 'without keys'],
  [[TODAY, 'users[0].accessKey=mine'], 'users[0].accessKey', 'console123'],
  [['accessKey=TVlLRVk=,secretKey=abcdefgh'], 'accessKey', 'base64'],
  [['accessKey=ABCDEFGH,secretKey=abcdefgh'], 'accessKey', 'base64'],
  [[RUNNER, 'image.tag=alpine-v19.4.0'], 'image.tag', 'too old'],
  [[RUNNER, 'runners.namespace=builds'], 'runners.namespace', 'may read'],
  [
    [`${TODAY},image.repository=docker.io/pgsty/silo,image.tag=RELEASE.2026-09-16T00-00-00Z`],
    'image.repository',
    'gets fixes',
  ],
] as const;

test.each(NEAR)('%j: nothing is explained of what is well', (words, key, told) => {
  const { entries } = imported([GITLAB, ...words]);
  expect(fateOf({ text: undefined, entries, faults: [] }, key)).not.toBe('');
  expect(fateOf({ text: undefined, entries, faults: [] }, key)).not.toContain(told);
});

test.each([
  ['minio.minio:9000', 'minio'],
  ['http://minio.minio:9000', 'minio'],
  ['my-minio.storage.svc:9000', 'storage'],
  ['minio.objects.svc.cluster.local:9000', 'objects'],
])('the address %s tells the namespace', (address, namespace) => {
  const { text } = imported([`${GITLAB},runners.cache.s3ServerAddress=${address}`]);
  expect(text?.includes('namespace:') === true ? /namespace: (\S+)/.exec(text)?.[1] : 'minio').toBe(
    namespace,
  );
});

test.each([
  's3.amazonaws.com',
  'minio.example.com:9000',
  '10.0.0.5:9000',
  'example.com',
  's3.local',
  '[fd00::1]:9000',
])('the address %s is of a store that is not ours', (address) => {
  const { faults } = imported([`${GITLAB},runners.cache.s3ServerAddress=${address.replace('[', '\\[')}`]);
  expect(faults.map(({ message }) => message)).toEqual([
    expect.stringContaining('no Service of the cluster'),
  ]);
});

test('a later source goes over an earlier one, a list of a file as a whole', () => {
  const both = imported([GITLAB, 'distributed', 'several-buckets', 'persistence.size=3Gi']);
  expect(fateOf(both, 'persistence.size')).toBe(
    'dropped: only a volume has it, and persistence.enabled is false\ndropped: said anew later',
  );
  const names = both.entries
    .filter(({ leaf }) => leaf.told === 'buckets[0].name')
    .map(({ verdict }) => verdict.kind);
  expect(names).toEqual(['dropped', 'carried']);
});

test('beside configOverride the chart reads no other key of the runner', () => {
  expect(imported(['runner-0.94', 'concurrent=7']).text).toContain('concurrent: 4');
  expect(imported(['many-settings']).text).toContain('concurrent: 50');
});

test('what more than one chart knows belongs to the one that is given, or said', () => {
  expect(imported(['stable-minio', 'persistence.size=7Gi', GITLAB]).text).toContain('size: 7Gi');
  expect(imported(['ambiguous', GITLAB], 'stable/minio').text).toContain('size: 40Gi');
  expect(imported(['ambiguous', GITLAB], 'gitlab/gitlab-runner').text).toBeUndefined();
});

const TOML = (lines: string): readonly string[] => [
  `${GITLAB},runners.config=[[runners]]\n[runners.cache]\n${lines}`,
];

test('the runner takes the keys of its cache in any case', () => {
  const words = TOML(
    'type = "s3"\npath = "a"\n[runners.cache.S3]\nserveraddress = "minio.x:9000"\nBUCKETNAME = "abc"',
  );
  const { text } = imported(words);
  expect(text).toContain('bucket: abc\n  path: a\nstore:\n  namespace: x\n');
});

test('a key that the runner ignores is told with the one that was meant', () => {
  const one = imported(TOML('[runners.cache.s3]\nServerAddress = "minio.x:9000"\nBucketNam = "abc"'));
  expect(fateOf(one, 'runners.config: runners.cache.s3.BucketNam')).toBe(
    'dropped: the runner knows no key "BucketNam" of its cache; did you mean "BucketName"?',
  );
});

test('a key that is none for JavaScript is refused', () => {
  const { faults } = imported(TOML('__proto__ = 1'));
  expect(faults.map(({ message }) => message)).toEqual(['Cannot use key "__proto__": remove it']);
});
