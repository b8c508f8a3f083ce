import {
  configMap,
  from,
  inFile,
  inTemplate,
  KEYS,
  MADE,
  minio,
  PORTS,
  ROOT,
  running,
  S3ACCESS,
  s3accessAs,
  secret,
  service,
  TOML,
  toldOfKeys,
  workload,
} from './systems';

const BOTH = 'AccessKey = "a"\nSecretKey = "b"';
const STORE = [service({ selector: { app: 'minio' }, ports: PORTS }), minio({ env: ROOT }), MADE];
const ROOT_USER = secret('keys', { MINIO_ROOT_USER: 'store-admin' }, 'minio');

test.each([
  ['AccessKey in the file', [inFile('AccessKey = "store-admin"\nSecretKey = "b"'), running([])]],
  [
    'AWS_ACCESS_KEY_ID',
    [
      inFile(''),
      running([{ name: 'AWS_ACCESS_KEY_ID', value: ' store-admin ' }, from('AWS_SECRET_ACCESS_KEY')]),
    ],
  ],
  ['CACHE_S3_ACCESS_KEY', [inTemplate(), running([{ name: 'CACHE_S3_ACCESS_KEY', value: 'store-admin' }])]],
  [
    'a mounted Secret',
    [inTemplate(), running([], [S3ACCESS]), secret('s3access', { accesskey: 'store-admin' })],
  ],
  [
    'a mounted Secret whose key gets its name',
    [
      inTemplate(),
      running([], [s3accessAs({ b: 'secretkey', a: 'accesskey' })]),
      secret('s3access', { a: 'store-admin', accesskey: 'other', b: 'c' }),
    ],
  ],
])('The root user is seen in %s', (_, objects) => {
  expect(toldOfKeys(...objects, ...STORE, ROOT_USER)).toEqual(['cache-root-keys']);
});

test.each([
  ['another user', [inFile('AccessKey = "runner"\nSecretKey = "b"'), running([])]],
  ['another variable', [inFile(BOTH), running([{ name: 'NAME', value: 'store-admin' }])]],
  [
    'another Secret',
    [inTemplate(), running([], [S3ACCESS]), secret('s3access', { accesskey: 'runner', b: 'store-admin' })],
  ],
  ['keys of which nobody knows the values', [inFile(''), running(KEYS)]],
])('No root user is seen in %s', (_, objects) => {
  expect(toldOfKeys(...objects, ...STORE, ROOT_USER)).toEqual([]);
});

test('The same key of the same Secret is the same, whatever its value', () => {
  const beside = workload('Deployment', 'minio', {
    containers: [{ name: 'minio', image: 'pgsty/silo:RELEASE.1', args: ['server', '/data'], env: ROOT }],
  }).replaceAll('"namespace":"minio"', '"namespace":"ci"');
  const toml = configMap(TOML.replace('minio.minio.svc', 'minio.ci.svc'));
  const inCi = service({ selector: { app: 'minio' }, ports: PORTS }, 'ci');
  const key = (name: string, of = 'keys'): object => ({
    name: 'AWS_ACCESS_KEY_ID',
    valueFrom: { secretKeyRef: { name: of, key: name } },
  });
  const seen = (one: object): readonly string[] => toldOfKeys(toml, running([one, KEYS[1]]), inCi, beside);
  expect(seen(key('MINIO_ROOT_USER'))).toEqual(['cache-root-keys']);
  expect(seen(key('MINIO_ROOT_PASSWORD'))).toEqual([]);
  expect(seen(key('MINIO_ROOT_USER', 'other'))).toEqual([]);
});
