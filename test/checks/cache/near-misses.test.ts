import { CACHE_CHECKS } from '../../../src/checks/cache';
import { found } from '../case';
import {
  TOML,
  without,
  configMap,
  service,
  PORTS,
  manager,
  minio,
  from,
  ROOT,
  KEYS,
  script,
  secret,
  MADE,
} from './systems';

/** What is legal, and looks like a fault. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'a runner alone': [configMap(TOML)],
  'keys in lower case': [configMap(TOML.replace('BucketName', 'bucketname').replace('Type', 'type'))],
  'a store outside of the files': [
    configMap(TOML.replace('minio.minio.svc.cluster.local:9000', 's3.example.com')),
  ],
  'an address in AWS': [configMap(without('ServerAddress').replace('Insecure = true\n', ''))],
  'an IPv4 address': [
    configMap(TOML.replace('minio.minio.svc.cluster.local', '10.0.0.1')),
    service({ ports: PORTS }),
  ],
  'a Service that goes anywhere': [configMap(TOML), service({ ports: PORTS }, '')],
  'a name of two parts, outside of the cluster': [
    configMap(TOML.replace('minio.minio.svc.cluster.local', 'minio.example')),
    service({ ports: PORTS }),
  ],
  'a short name beside the jobs': [
    configMap(TOML.replace('minio.minio.svc.cluster.local', 'minio')),
    service({ ports: PORTS }, 'gitlab-jobs'),
  ],
  'an ExternalName, which has no ports': [
    configMap(TOML.replace(':9000', ':9443')),
    service({ type: 'ExternalName', externalName: 's3.example.com', ports: PORTS }),
  ],
  'a runner without cache and no MinIO': [configMap(TOML.slice(0, TOML.indexOf('[runners.cache]')))],
  'a cache on another cloud': [
    configMap(
      TOML.slice(0, TOML.indexOf('[runners.cache]')) +
        '[runners.cache]\nType = "gcs"\n[runners.cache.gcs]\nBucketName = "cache"\n',
    ),
  ],
  'https where a certificate is mounted': [
    configMap(TOML.replace('Insecure = true', 'Insecure = false')),
    service({ selector: { app: 'minio' }, ports: PORTS }),
    minio({
      env: ROOT,
      args: ['server', '/data', '--certs-dir', '/certs'],
      volumeMounts: [{ name: 'tls', mountPath: '/certs' }],
    }),
    MADE,
  ],
  'a bucket that the server’s environment names': [
    configMap(TOML),
    service({ selector: { app: 'minio' }, ports: PORTS }),
    minio({ env: [...ROOT, { name: 'DEFAULT_BUCKETS', value: 'other,runner-cache:none' }] }),
  ],
  'a region where the store has none': [
    configMap(TOML.replace('us-east-1', 'eu-west-1')),
    service({ selector: { app: 'minio' }, ports: PORTS }),
    minio({ env: ROOT }),
    MADE,
  ],
  'authentication in capitals': [
    configMap(
      TOML.replace('Type = "s3"', 'Type = "s3"').replace(
        '[runners.kubernetes]',
        'AuthenticationType = "IAM"\n[runners.kubernetes]',
      ),
    ),
  ],
  'keys from envFrom': [configMap(TOML), manager([from('CI_SERVER_TOKEN')], undefined, { envFrom: [{}] })],
  'keys and token from Secrets': [configMap(TOML), manager(KEYS)],
  'keys of the same Secret, in another namespace': [
    configMap(TOML),
    manager(KEYS),
    service({ selector: { app: 'minio' }, ports: PORTS }),
    minio({ env: ROOT }),
    MADE,
  ],
  'a Secret with a newline that nothing of this reads': [secret('notes', { text: 'hello\n' })],
  'a key with a space inside': [secret('keys', { accesskey: 'a key' })],
  'root files that are mounted': [
    minio({
      env: [{ name: 'MINIO_ROOT_USER_FILE', value: '/keys/user' }],
      volumeMounts: [{ name: 'keys', mountPath: '/keys/' }],
    }),
  ],
  'root files where the image looks for them': [
    minio({ volumeMounts: [{ name: 'k', mountPath: '/run/secrets' }] }),
  ],
  'a client of MinIO': [minio({ image: 'pgsty/mc:RELEASE.1', args: ['ls', 'store'] })],
  'old archives that are removed': [
    script('mc rm --recursive --force --older-than 14d store/runner-cache\n'),
  ],
  'one object that is removed': [script('mc rm store/runner-cache/probe\n')],
  'a comment on purging': [script('mc ready store\n# mc rm -r --force store/runner-cache\n')],
  'a bucket that is closed again': [script('mc anonymous set private store/runner-cache\n')],
  'an old runner with its token in clear': [
    configMap(TOML.replace('${CI_SERVER_TOKEN}', 'example')),
    manager(KEYS, 'gitlab/gitlab-runner:alpine-v17.0.0'),
  ],
  'a runner without a version': [configMap(TOML), manager(KEYS, 'gitlab/gitlab-runner:latest')],
  'privileged = true where no job is a pod': [
    configMap(TOML.replace('"kubernetes"', '"shell"') + 'privileged = true\n'),
  ],
  'services of one’s choice, privileged': [
    configMap(
      TOML +
        'privileged = false\nallowed_services = ["docker:*-dind"]\n[runners.kubernetes.service_container_security_context]\nprivileged = true\n',
    ),
  ],
  'helper memory without a cache': [
    configMap('[[runners]]\ntoken = "x"\n[runners.kubernetes]\nhelper_memory_limit = "64Mi"\n'),
  ],
  'one request at a time for one job': [
    configMap(TOML.replace('executor', 'limit = 1\nrequest_concurrency = 1\nexecutor')),
  ],
  'two managers without an id': [configMap(TOML), manager(KEYS).replace('"replicas":1', '"replicas":2')],
  'a compression that the job chooses': [
    configMap(TOML.replace('executor', 'environment = ["CACHE_COMPRESSION_FORMAT=$FORMAT"]\nexecutor')),
  ],
};

test.each(Object.entries(CASES))('no fault is told of %s', (_, objects) => {
  const text = objects.join('\n---\n');
  expect(found(text, CACHE_CHECKS).map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
});

test.each([
  ['null', 'null'],
  ['texts', '"x"'],
  ['lists', '[null, 1, [{}]]'],
  ['maps of maps', '{"a": {"b": [1]}, "config.toml": {"x": 1}, "0": null}'],
])('no shape of an object stops the checks: %s', (_, value) => {
  const kinds = ['v1 ConfigMap', 'v1 Secret', 'v1 Service', 'v1 Pod', 'apps/v1 Deployment', 'v1 Namespace'];
  const fields = ['metadata', 'data', 'stringData', 'spec'];
  const texts = kinds.flatMap((kind) =>
    fields.map((field) => {
      const [apiVersion, name] = kind.split(' ');
      return `{"apiVersion": "${apiVersion!}", "kind": "${name!}", "${field}": ${value}}`;
    }),
  );
  expect(() => found([configMap(TOML), ...texts].join('\n---\n'), CACHE_CHECKS)).not.toThrow();
});

test.each([
  'runners = 1',
  'runners = [1]',
  '[[runners]]\ncache = 1\nkubernetes = "x"',
  '[[runners]]\nenvironment = 3',
])('no shape of a configuration stops the checks: %s', (toml) => {
  expect(() => found(configMap(toml, 'config.template.toml'), CACHE_CHECKS)).not.toThrow();
});

test('a line inside of a text in quotes is told at the text, as it is no line of the file', () => {
  const [finding] = found(configMap(TOML.replace('"s3"', '"S3"')), CACHE_CHECKS);
  expect(finding).toMatchObject({ check: 'cache-type-unknown', place: { line: 1 } });
});

test('root keys are known by their value, whatever Secret holds them', () => {
  const objects = [
    configMap(TOML),
    manager(KEYS),
    service({ selector: { app: 'minio' }, ports: PORTS }),
    minio({ env: ROOT }),
    MADE,
    secret('keys', { AWS_ACCESS_KEY_ID: 'store-admin' }),
    secret('keys', { MINIO_ROOT_USER: 'store-admin' }, 'minio'),
  ];
  expect(found(objects.join('\n---\n'), CACHE_CHECKS).map(({ check }) => check)).toEqual(['cache-root-keys']);
});

test.each(['GR1348941example', 'glpat-example'])('a token of something else is told: %s', (token) => {
  const [finding] = found(configMap(TOML.replace('${CI_SERVER_TOKEN}', token)), CACHE_CHECKS);
  expect(finding?.check).toBe('runner-token');
});
