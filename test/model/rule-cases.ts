/** What a rule refuses, and what is nearly the same and well. Both stand below `gitlab`. */
export interface RuleCase {
  readonly refused: string;
  readonly accepted: string;
}

const PLAINTEXT = 'credentials: { kind: plaintext, allowPlaintext: true, root:';
const ROOT = '{ accesskey: rootkey, secretkey: rootsecret }';
const KEYS = '{ accesskey: runnerkey, secretkey: runnersecret }';
const EXTERNAL =
  'credentials: { kind: externalSecrets, store: { name: vault }, root: { accesskey: { key: r, property: a }, secretkey: { key: r, property: s } },';

/** A case for each row of the tables in `src/model/rules`, in their order. */
export const STORE_CASES: readonly RuleCase[] = [
  {
    refused: 'store: { storage: { kind: memory, size: 262143Ki } }',
    accepted: 'store: { storage: { kind: memory, size: 262144Ki } }',
  },
  {
    refused: 'store: { image: { preset: custom, repository: docker.io/minio/minio, tag: RELEASE.1 } }',
    accepted: 'store: { image: { preset: custom, repository: docker.io/pgsty/minio, tag: RELEASE.1 } }',
  },
  { refused: 'cache: { maxArchive: 1023Ki }', accepted: 'cache: { maxArchive: 1024Ki }' },
  { refused: 'cache: { maxArchive: 10241Mi }', accepted: 'cache: { maxArchive: 10240Mi }' },
  {
    refused: `cluster: { domain: ${'a'.repeat(64)}.local }`,
    accepted: `cluster: { domain: ${'a'.repeat(63)}.local }`,
  },
];

export const CREDENTIAL_CASES: readonly RuleCase[] = [
  {
    refused: `${PLAINTEXT} ${ROOT}, runners: { main: ${KEYS} } }\nrunners: [{}, { name: b }]`,
    accepted: `${PLAINTEXT} ${ROOT}, runners: { main: ${KEYS}, b: { accesskey: other, secretkey: runnersecret } } }\nrunners: [{}, { name: b }]`,
  },
  {
    refused: `${PLAINTEXT} ${ROOT}, runners: { main: ${KEYS}, b: { accesskey: other, secretkey: runnersecret } } }`,
    accepted: `${PLAINTEXT} ${ROOT}, runners: { main: ${KEYS} } }`,
  },
  {
    refused: `${PLAINTEXT} { accesskey: runnerkey, secretkey: rootsecret }, runners: { main: ${KEYS} } }`,
    accepted: `${PLAINTEXT} { accesskey: rootkey, secretkey: runnersecret }, runners: { main: ${KEYS} } }`,
  },
  {
    refused: `${EXTERNAL} runners: { main: { accesskey: { key: a }, secretkey: { key: r, property: s } } } }`,
    accepted: `${EXTERNAL} runners: { main: { accesskey: { key: a }, secretkey: { key: r, property: s, version: '2' } } } }`,
  },
];

export const STORE_NAMESPACE_CASES: readonly RuleCase[] = [
  { refused: 'store: { namespace: gitlab-jobs }', accepted: 'store: { namespace: gitlab-jobs-2 }' },
  { refused: 'store: { namespace: kube-system }', accepted: 'store: { namespace: kubernetes }' },
];

export const NAMESPACE_CASES: readonly RuleCase[] = [
  {
    refused: 'runners: [{ namespace: ci }, { name: b, namespace: ci }]',
    accepted: 'runners: [{ namespace: ci }, { name: b, namespace: ci-b }]',
  },
  {
    refused: 'runners: [{ jobs: { namespace: ci } }, { name: b, jobs: { namespace: ci } }]',
    accepted: 'runners: [{ jobs: { namespace: ci } }, { name: b, jobs: { namespace: ci-b } }]',
  },
  { refused: 'runners: [{ namespace: default }]', accepted: 'runners: [{ namespace: default-runner }]' },
  {
    refused: 'runners: [{ jobs: { namespace: kube-jobs } }]',
    accepted: 'runners: [{ jobs: { namespace: jobs-kube } }]',
  },
];

export const RUNNER_CASES: readonly RuleCase[] = [
  { refused: 'runners: [{ name: a }, { name: a }]', accepted: 'runners: [{ name: a }, { name: b }]' },
  {
    refused: 'runners: [{ token: { kind: existing, secret: s3access } }]',
    accepted: 'runners: [{ token: { kind: existing, secret: s3access-token } }]',
  },
  {
    refused: "runners: [{ jobs: { image: 'minio/mc:RELEASE.1' } }]",
    accepted: "runners: [{ jobs: { image: 'quay.io/minio/mc:RELEASE.1' } }]",
  },
  {
    refused: 'cache: { verify: off }\nrunners: [{ image: { tag: v18.11.1 } }]',
    accepted: 'cache: { verify: off }\nrunners: [{ image: { tag: v18.11.2 } }]',
  },
  {
    refused: 'runners: [{ image: { tag: v19.3.9 } }]',
    accepted: 'runners: [{ image: { tag: v19.4.0 } }]',
  },
  {
    refused: 'runners: [{ cache: { path: team } }, { name: b, cache: { path: team/b } }]',
    accepted: 'runners: [{ cache: { path: team } }, { name: b, cache: { path: team-b } }]',
  },
];

const settings = (text: string): string => `runners: [{ settings: { ${text} } }]`;
const environment = (...entries: readonly string[]): string =>
  settings(`environment: [${entries.join(', ')}]`);
const kubernetes = (text: string): string => settings(`kubernetes: { ${text} }`);

export const CONTENT_CASES: readonly RuleCase[] = [
  {
    refused: environment('CACHE_COMPRESSION_FORMAT=gzip'),
    accepted: environment('CACHE_COMPRESSION_FORMAT=zip'),
  },
  {
    refused: environment('CACHE_COMPRESSION_LEVEL=Fastest'),
    accepted: environment('CACHE_COMPRESSION_LEVEL=slowest'),
  },
  { refused: environment('2FA=on'), accepted: environment('TWO_FA=on', 'EMPTY=') },
  { refused: environment('AWS_REGION=us-east-1'), accepted: environment('MY_AWS_REGION=us-east-1') },
  {
    refused: `cache: { verify: off }\nrunners: [{ image: { tag: v19.2.9 }, settings: { environment: [CACHE_COMPRESSION_FORMAT=zipzstd] } }]`,
    accepted: `cache: { verify: off }\nrunners: [{ image: { tag: v19.3.0 }, settings: { environment: [CACHE_COMPRESSION_FORMAT=zipzstd] } }]`,
  },
  { refused: environment('FF_TIMESTAMPS=yes'), accepted: environment('FF_TIMESTAMPS=T') },
  { refused: environment('FF_TIMESTAMP=true'), accepted: environment('FFTIMESTAMP=true') },
  {
    refused: settings('feature_flags: { FF_TIMESTAMP: true }'),
    accepted: settings('feature_flags: { FF_TIMESTAMPS: true }'),
  },
  {
    refused: settings('feature_flags: { FF_USE_LEGACY_S3_CACHE_ADAPTER: true }'),
    accepted: settings('feature_flags: { FF_USE_LEGACY_S3_CACHE_ADAPTER: false }'),
  },
  {
    refused: environment('FF_USE_LEGACY_S3_CACHE_ADAPTER=1'),
    accepted: environment('FF_USE_LEGACY_S3_CACHE_ADAPTER=0'),
  },
  {
    refused: 'runners: [{ settings: { feature_flags: { FF_HASH_CACHE_KEYS: true } } }, { name: b }]',
    accepted:
      'runners: [{ settings: { feature_flags: { FF_HASH_CACHE_KEYS: true } } }, { name: b, cache: { path: b } }]',
  },
  {
    refused: kubernetes('helper_memory_limit: 0.5Gi'),
    accepted: kubernetes("helper_memory_limit: ''"),
  },
  {
    refused: kubernetes('helper_memory_limit: 249Mi'),
    accepted: kubernetes('helper_memory_limit: 250Mi'),
  },
  {
    refused: environment('FF_USE_PARALLEL_CACHE_TRANSFER=true'),
    accepted: environment('FF_USE_PARALLEL_CACHE_TRANSFER=true', 'CACHE_CONCURRENCY=4'),
  },
  {
    refused: kubernetes('volumes: { empty_dir: [{ name: Build, mount_path: /b }] }'),
    accepted: kubernetes('volumes: { empty_dir: [{ name: build, mount_path: /b }] }'),
  },
  {
    refused: kubernetes(
      'volumes: { empty_dir: [{ name: b, mount_path: /b }], secret: [{ name: b, mount_path: /s }] }',
    ),
    accepted: kubernetes(
      'volumes: { empty_dir: [{ name: b, mount_path: /b }], secret: [{ name: s, mount_path: /s }] }',
    ),
  },
];

const dockerKubernetes = (text: string, docker: boolean): string =>
  `runners: [{ jobs: { docker: ${String(docker)} }, settings: { kubernetes: { ${text} } } }]`;
const hostPath = 'volumes: { host_path: [{ name: sock, mount_path: /s, host_path: /s }] }';

export const POD_CASES: readonly RuleCase[] = [
  {
    refused: dockerKubernetes("allowed_services: ['**']", true),
    accepted: dockerKubernetes("allowed_services: ['postgres:*']", false),
  },
  {
    refused: dockerKubernetes("services: [{ name: 'postgres:16' }]", true),
    accepted: dockerKubernetes("services: [{ name: 'postgres:16' }]", false),
  },
  { refused: dockerKubernetes(hostPath, false), accepted: dockerKubernetes(hostPath, true) },
  { refused: kubernetes('cap_add: [SYS_ADMIN]'), accepted: kubernetes('cap_add: [CHOWN]') },
  {
    refused: kubernetes('helper_memory_request: 513Mi'),
    accepted: kubernetes('helper_memory_request: 513Mi, helper_memory_limit: 1Gi'),
  },
];
