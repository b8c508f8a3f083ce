import { ADDRESS_CHECKS } from '../../../src/checks/cache/address';
import { BUCKET_CHECKS } from '../../../src/checks/cache/bucket';
import { CONCURRENCY_CHECKS } from '../../../src/checks/cache/concurrency';
import { MANAGER_CHECKS } from '../../../src/checks/cache/manager';
import { found } from '../case';
import { configMap, KEYS, manager, minio, PORTS, ROOT, service, TOML } from './systems';

const CHECKS = [...ADDRESS_CHECKS, ...BUCKET_CHECKS, ...CONCURRENCY_CHECKS, ...MANAGER_CHECKS].filter(
  ({ id }) => id !== 'runner-too-old',
);
const findings = (...objects: readonly string[]): ReturnType<typeof found> =>
  found(objects.join('\n---\n'), CHECKS);
const told = (...objects: readonly string[]): readonly string[] =>
  findings(...objects).map(({ check }) => check);
const HOST = 'minio.minio.svc.cluster.local';
const at = (address: string, insecure = true): string =>
  configMap(
    TOML.replace(`${HOST}:9000`, address).replace('Insecure = true', `Insecure = ${String(insecure)}`),
  );
const inBucket = (name: string): string => configMap(TOML.replace('runner-cache', name));
const OTHER = service({ ports: [{ port: 9000 }] });

test.each([
  ['http://s3.example.com', 'the runner adds the scheme itself'],
  ['[fd00::1]:9000', 'brackets of an IPv6 address'],
  ['fd00::1', 'brackets of an IPv6 address'],
  ['s3.example.com/cache', 'a path belongs to `Path`'],
  ['s3.example.com:port', 'this is no host with a port'],
])('The store is not at %s: %s', (address, text) => {
  const [finding, ...more] = findings(at(address));
  expect(finding).toMatchObject({ check: 'cache-address-form' });
  expect(finding?.message).toContain(text);
  expect(more).toEqual([]);
});

test.each(['s3.example.com', 's3.example.com:9000', '10.0.0.1:9000', 's', 'S3.example.com', ''])(
  'The store may be at "%s"',
  (address) => {
    expect(told(at(address))).toEqual([]);
  },
);

test.each([
  ['another port', [at(`${HOST}:9001`), service({ ports: PORTS })]],
  ['the port of http', [at(HOST), service({ ports: PORTS })]],
  ['the port of https', [at(HOST, false), service({ ports: [{ port: 80 }] })]],
  ['another namespace', [at('minio.other.svc.cluster.local:9000'), OTHER]],
  ['another name in the namespace of the store', [at('minoi.minio.svc:9000'), minio({ env: ROOT })]],
  ['a short name, which the jobs look up at home', [at('minio:9000'), OTHER]],
  ['two parts of which one is a namespace here', [at('s3.minio:9000'), minio({ env: ROOT })]],
])('No Service is at %s', (_, objects) => {
  expect(told(...objects)).toEqual(['cache-address-unknown']);
});

test.each([
  ['port 80 by http', [at(HOST), service({ ports: [{ port: 80 }] })]],
  ['port 443 by https', [at(HOST, false), service({ ports: [{ port: 443 }] })]],
  ['the second port', [at(`${HOST}:9000`), service({ ports: [{ port: 1 }, ...PORTS] })]],
  ['a Service that says no ports', [at(`${HOST}:9001`), service({})]],
  ['five parts that are none of the cluster', [at('minio.other.example.org:9000'), OTHER]],
])('A Service may be at %s', (_, objects) => {
  expect(told(...objects)).toEqual([]);
});

test.each([
  ['http', true, []],
  ['http-s3', true, []],
  ['https', false, []],
  ['https-s3', false, []],
  ['http', false, ['cache-protocol']],
  ['https', true, ['cache-protocol']],
  ['https-s3', true, ['cache-protocol']],
  ['my-https', true, []],
  ['httpsecure', false, []],
])('A port called "%s" speaks what it says: Insecure = %s', (name, insecure, expected) => {
  expect(told(at(`${HOST}:9000`, insecure), service({ ports: [{ name, port: 9000 }] }))).toEqual(expected);
});

test.each([
  [['--certs-dir', '/certs'], '/certs'],
  [['--certs-dir=/certs/'], '/certs/'],
  [['-S', '/certs'], '/certs/public.crt'],
  [['--certs-dir', '/certs'], '/certs/CAs-and-more'],
  [[], '/root/.minio/certs'],
  [[], '/root/.silo/certs/'],
])('MinIO with %j and a mount at %s speaks https', (args, mountPath) => {
  const server = minio({ env: ROOT, args: ['server', '/data', ...args], volumeMounts: [{ mountPath }] });
  const store = [service({ selector: { app: 'minio' }, ports: PORTS }), server];
  expect(told(at(`${HOST}:9000`, true), ...store)).toContain('cache-protocol');
  expect(told(at(`${HOST}:9000`, false), ...store)).not.toContain('cache-protocol');
});

test.each([
  [['--certs-dir', '/certs'], '/certs/CAs'],
  [['--certs-dir', '/certs'], '/certs/CAs/ca.crt'],
  [['--certs-dir', '/certs'], '/certs-of-mine'],
  [['--certs-dir', '/certs'], '/my/certs/a'],
  [[], '/root/.minio/certs/CAs'],
  [[], '/certs'],
])('MinIO with %j and a mount at %s speaks http', (args, mountPath) => {
  const server = minio({ env: ROOT, args: ['server', '/data', ...args], volumeMounts: [{ mountPath }] });
  const store = [service({ selector: { app: 'minio' }, ports: PORTS }), server];
  expect(told(at(`${HOST}:9000`, true), ...store)).not.toContain('cache-protocol');
});

test.each(['abc', 'a.b-c', '0ab', 'a'.repeat(63)])('A bucket may be called "%s"', (name) => {
  expect(told(inBucket(name))).toEqual([]);
});

test.each(['ab', 'Abc', '-abc', 'abc-', 'a..b', '10.0.0.1', 'a_b', 'a/b', 'a'.repeat(64), ''])(
  'No bucket is called "%s"',
  (name) => {
    expect(told(inBucket(name))).toEqual(['cache-bucket-name']);
  },
);

test.each([
  ['cache', []],
  ['cache/v2', []],
  ['cache..v2', []],
  ['cache/', []],
  ['/cache', ['cache-path']],
  ['cache/../other', ['cache-path']],
  ['..', ['cache-path']],
])('Path "%s"', (path, expected) => {
  expect(told(configMap(TOML.replace('Shared', `Path = "${path}"\nShared`)))).toEqual(expected);
});

test.each([
  ['gitlab/gitlab-runner:alpine-v18.8.9', []],
  ['gitlab/gitlab-runner:alpine-v18.9.0', ['runner-checksum-window']],
  ['gitlab/gitlab-runner-ocp:v18.11.1', ['runner-checksum-window']],
  ['gitlab-runner:v18.10.0', ['runner-checksum-window']],
  ['gitlab/gitlab-runner:v18.11.2', []],
  ['gitlab/gitlab-runner-helper:v18.10.0', []],
  ['gitlab/my-gitlab-runner:v18.10.0', []],
])('The runner %s', (image, expected) => {
  expect(told(configMap(TOML), manager(KEYS, image))).toEqual(expected);
});

test('A runner in the window may be told otherwise, or speak to AWS', () => {
  const image = 'gitlab/gitlab-runner:v18.10.0';
  const variable = { name: 'AWS_RESPONSE_CHECKSUM_VALIDATION', value: 'when_required' };
  expect(told(configMap(TOML), manager([...KEYS, variable], image))).toEqual([]);
  expect(told(configMap(TOML), manager(KEYS, image, { envFrom: [{}] }))).toEqual([]);
  expect(told(configMap(TOML.replace(`${HOST}:9000`, '')), manager(KEYS, image))).toEqual([]);
});

test.each([
  ['604800', []],
  ['604801', ['cache-timeout']],
  ['a week', []],
])('A job of %s seconds', (value, expected) => {
  const env = [...KEYS, { name: 'REGISTER_MAXIMUM_TIMEOUT', value }, { name: 'OTHER', value: '999999999' }];
  expect(told(configMap(TOML), manager(env))).toEqual(expected);
});

test.each([
  ['concurrent = 1', 2, ['runner-concurrency']],
  ['concurrent = 2', 2, []],
  ['', 2, ['runner-concurrency']],
  ['', 1, []],
])('%j and %d runners', (line, count, expected) => {
  const runners = Array.from({ length: count }, (_, index) => `[[runners]]\nname = "r${String(index)}"\n`);
  expect(told(configMap(`${line}\n${runners.join('')}`))).toEqual(expected);
});

test.each([
  ['concurrent = 2', 1, ['runner-request-concurrency']],
  ['concurrent = 1', 1, []],
  ['', 1, []],
  ['concurrent = 2', 2, []],
])('%j and request_concurrency = %d', (line, requests, expected) => {
  expect(told(configMap(`${line}\n[[runners]]\nrequest_concurrency = ${String(requests)}\n`))).toEqual(
    expected,
  );
});
