import { SECRET_CHECKS } from '../../../src/checks/cache/secret-values';
import { found } from '../case';
import { toldBy } from '../told';
import { configMap, minio, secret, TOML, workload } from './systems';

const told = (...objects: readonly string[]): readonly string[] =>
  toldBy(SECRET_CHECKS)(...objects.map((one) => JSON.parse(one) as object));
const reading = (name: string): string =>
  workload('Deployment', 'ci', {
    containers: [{ name: 'a', env: [{ name, valueFrom: { secretKeyRef: { name: 'a', key: 'mine' } } }] }],
  });
const NEWLINE = secret('a', { mine: 'key\n' });
const WHITE = ['secret-value-whitespace stringData.mine'];
const USER_FILE = { name: 'MINIO_ROOT_USER_FILE', value: '/keys/user' };

test.each([
  ...[
    'accesskey',
    'secretkey',
    'accessKey',
    'secretKey',
    'rootUser',
    'root-user',
    'rootPassword',
    'root-password',
  ],
  ...['runner-token', 'runner-registration-token'],
])('No white space stands around "%s"', (key) => {
  for (const text of ['a\n', ' a', 'a\t', '\u0000a'])
    expect(told(secret('a', { [key]: text }))).toEqual([`secret-value-whitespace stringData.${key}`]);
  expect(told(secret('a', { [key]: 'a b', [`my-${key}`]: 'a\n', [`${key}s`]: 'a\n' }))).toEqual([]);
  expect(told(configMap('a\n', key))).toEqual([]);
});

test.each([
  ...['MINIO_ROOT_USER', 'MINIO_ROOT_PASSWORD', 'MINIO_ACCESS_KEY', 'MINIO_SECRET_KEY', 'AWS_ACCESS_KEY_ID'],
  ...[
    'AWS_SECRET_ACCESS_KEY',
    'CI_SERVER_TOKEN',
    'RUNNER_TOKEN',
    'CACHE_S3_ACCESS_KEY',
    'CACHE_S3_SECRET_KEY',
  ],
])('No white space stands around what %s reads', (name) => {
  expect(told(NEWLINE, reading(name))).toEqual(WHITE);
  expect(told(NEWLINE, reading(`MY_${name}`))).toEqual([]);
  expect(told(NEWLINE, reading(`${name}_OLD`))).toEqual([]);
  expect(told(NEWLINE.replace('"ci"', '"b"'), reading(name))).toEqual([]);
  expect(told(NEWLINE.replace('"name":"a"', '"name":"b"'), reading(name))).toEqual([]);
});

test('A newline is called one', () => {
  const message = (text: string): string =>
    found(secret('a', { accesskey: text }), SECRET_CHECKS)[0]!.message;
  expect(message('a\n')).toContain('ends in a newline');
  expect(message(' a')).toContain('begins or ends with white space');
});

const mounting = (more: object = {}): string =>
  workload('Deployment', 'ci', {
    containers: [{ name: 'runner', image: 'gitlab/gitlab-runner:alpine-v19.4.0' }],
    volumes: [
      { name: 'config', configMap: { name: 'runner' } },
      { name: 'keys', secret: { secretName: 's3access', ...more } },
    ],
  });
const TEMPLATE = configMap(TOML, 'config.template.toml');

test.each([
  ['accessKey', 'accesskey'],
  ['access_key_id', 'accesskey'],
  ['AWS_ACCESS_KEY_ID', 'accesskey'],
  ['secret-key', 'secretkey'],
  ['secret.access.key', 'secretkey'],
  ['AWS_SECRET_ACCESS_KEY', 'secretkey'],
])('The chart reads no "%s", but "%s"', (key, meant) => {
  const wrong = secret('s3access', { [key]: 'a' });
  const [finding] = found([TEMPLATE, mounting(), wrong].join('\n---\n'), SECRET_CHECKS);
  expect(finding).toMatchObject({ check: 'cache-secret-key-name', path: ['stringData', key] });
  expect(finding?.remedy).toBe(`name the key "${meant}"`);
  const data = wrong.replace('stringData', 'data');
  expect(told(TEMPLATE, mounting(), data)[0]).toMatch(/^cache-secret-key-name data\./);
  expect(told(TEMPLATE, mounting(), secret('s3access', { [key]: 'a', [meant]: 'b' }))).toEqual([]);
  expect(told(TEMPLATE, mounting({ items: [{ key, path: meant }] }), wrong)).toEqual([]);
  expect(told(configMap(TOML), mounting(), wrong)).toEqual([]);
});

test('Another key of that Secret is nobody’s', () => {
  expect(told(TEMPLATE, mounting(), secret('s3access', { token: 'a', keys: 'b' }))).toEqual([]);
  expect(told(TEMPLATE, mounting())).toEqual([]);
});

test.each([
  ['MINIO_ROOT_USER', 'ab', 'abc'],
  ['MINIO_ROOT_PASSWORD', 'abcdefg', 'abcdefgh'],
])('%s may not be "%s", but "%s"', (name, short, long) => {
  const root = (value: string): string => minio({ env: [{ name, value }] });
  expect(told(root(short))).toEqual(['minio-root-too-short spec.template.spec.containers[0].env[0]']);
  expect(told(root(` ${short}\n`))).toHaveLength(1);
  expect(told(root(long))).toEqual([]);
  expect(told(minio({ env: [{ name, valueFrom: { secretKeyRef: { name: 'none', key: 'a' } } }] }))).toEqual(
    [],
  );
});

test.each([
  ['MINIO_ROOT_USER', minio({ env: [{ name: 'MINIO_ROOT_USER', value: 'root' }] })],
  ['MINIO_ROOT_PASSWORD', minio({ env: [{ name: 'MINIO_ROOT_PASSWORD', value: 'long-enough' }] })],
  ['MINIO_ACCESS_KEY', minio({ env: [{ name: 'MINIO_ACCESS_KEY', value: 'root' }] })],
  ['MINIO_SECRET_KEY', minio({ env: [{ name: 'MINIO_SECRET_KEY', value: 'root' }] })],
  ['MINIO_CONFIG_ENV_FILE', minio({ env: [{ name: 'MINIO_CONFIG_ENV_FILE', value: '/a' }] })],
  ['envFrom', minio({ envFrom: [{}] })],
  [
    'a file in a folder',
    minio({ env: [USER_FILE], volumeMounts: [{ mountPath: '/a' }, { mountPath: '/keys' }] }),
  ],
  ['a file that is mounted itself', minio({ env: [USER_FILE], volumeMounts: [{ mountPath: '/keys/user' }] })],
  [
    'a file whose name comes from elsewhere',
    minio({ env: [{ name: 'MINIO_ROOT_USER_FILE', valueFrom: {} }] }),
  ],
  ['a folder of secrets', minio({ volumeMounts: [{ mountPath: '/a' }, { mountPath: '/run/secrets' }] })],
  ['a file in it', minio({ volumeMounts: [{ mountPath: '/var/run/secrets/access_key' }] })],
])('MinIO is told its root user by %s', (_, server) => {
  expect(told(server)).toEqual([]);
});

test.each([
  ['nothing', minio({})],
  ['a variable of another name', minio({ env: [{ name: 'MINIO_ROOT', value: 'root' }] })],
  ['a file that is not mounted', minio({ env: [USER_FILE] })],
  ['a file in a folder of a longer name', minio({ env: [USER_FILE], volumeMounts: [{ mountPath: '/key' }] })],
  ['a file in a folder below', minio({ env: [USER_FILE], volumeMounts: [{ mountPath: '/keys/user/more' }] })],
  [
    'a folder that only ends like that of secrets',
    minio({ volumeMounts: [{ mountPath: '/my/run/secrets' }] }),
  ],
  ['a folder that only begins like it', minio({ volumeMounts: [{ mountPath: '/run/secrets-of-mine' }] })],
])('MinIO is not told its root user by %s', (_, server) => {
  const [first = '', ...more] = told(server);
  expect(first).toMatch(/^minio-root-default /);
  expect(more).toEqual([]);
});

test('A Job with the server’s image is no server', () => {
  const job = workload('Job', 'minio', {
    containers: [{ name: 'minio', image: 'pgsty/silo:RELEASE.1', args: ['server', '/data'] }],
  });
  expect(told(job)).toEqual([]);
});
