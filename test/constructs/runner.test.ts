import { parse as parseToml } from 'smol-toml';
import { find, manifestsOf, podTemplateOf, type Container, type Manifest } from '../manifests/load';

const GITLAB = 'gitlab: { url: https://gitlab.example.com }\n';

interface Config {
  concurrent: number;
  runners: [
    Record<string, unknown> & { cache: Record<string, unknown>; kubernetes: Record<string, unknown> },
  ];
}

function configOf(configuration: string): Config {
  const { data } = find(manifestsOf(GITLAB + configuration), 'ConfigMap', 'gitlab-runner') as unknown as {
    data: Record<string, string>;
  };
  return parseToml(data['config.toml']!) as unknown as Config;
}

const podOf = (manifests: readonly Manifest[]) =>
  podTemplateOf(find(manifests, 'Deployment', 'gitlab-runner'))!;
const managerOf = (configuration: string): Container =>
  podOf(manifestsOf(GITLAB + configuration)).spec.containers[0]!;
const rulesOf = (configuration: string) =>
  Object.fromEntries(
    (
      find(manifestsOf(GITLAB + configuration), 'Role', 'gitlab-jobs/gitlab-runner').rules as {
        resources: [string];
        verbs: string[];
      }[]
    ).map(({ resources, verbs }) => [resources[0], verbs]),
  );

test('config.toml says what the cache needs, and no key', () => {
  const [runner] = configOf('cache: { bucket: my-cache, path: a/b, maxArchive: 1Gi }\n').runners;
  expect(runner.cache).toEqual({
    Type: 's3',
    Path: 'a/b',
    Shared: true,
    MaxUploadedArchiveSize: 2 ** 30,
    s3: {
      ServerAddress: 'minio.minio.svc.cluster.local:9000',
      Insecure: true,
      BucketName: 'my-cache',
      BucketLocation: 'us-east-1',
      PathStyle: true,
      AuthenticationType: 'iam',
    },
  });
  expect(runner.token).toBe('${CI_SERVER_TOKEN}');
});

test('the token and the S3 keys come from Secrets', () => {
  const references = managerOf('').env.filter(({ valueFrom }) => valueFrom !== undefined);
  expect(references.map(({ name, valueFrom }) => [name, valueFrom!.secretKeyRef])).toEqual([
    ['AWS_ACCESS_KEY_ID', { name: 's3access', key: 'accesskey' }],
    ['AWS_SECRET_ACCESS_KEY', { name: 's3access', key: 'secretkey' }],
    ['CI_SERVER_TOKEN', { name: 'gitlab-runner-token', key: 'token' }],
    ['RUNNER_CACHE_KEYS', { name: 's3access', key: 'rotation-1' }],
  ]);
});

test('a leaving manager lets its jobs end, whatever stop signal the image names', () => {
  const { spec } = podOf(manifestsOf(GITLAB));
  expect(spec.containers[0]!.command).toEqual([
    '/usr/bin/dumb-init',
    '--rewrite',
    '15:3',
    '--',
    'gitlab-runner',
  ]);
  expect(spec.containers[0]!.args![0]).toBe('run');
  expect(spec.terminationGracePeriodSeconds).toBe(3600);
});

test('a new configuration starts a new pod beside the working one, which keeps its own', () => {
  const manifests = manifestsOf(GITLAB);
  expect(find(manifests, 'Deployment', 'gitlab-runner').spec).toMatchObject({
    strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  });
  const mounts = managerOf('').volumeMounts.filter(({ name }) => name === 'config');
  expect(mounts.map(({ subPath }) => subPath)).toEqual(['.runner_system_id', 'config.toml']);
});

test.each([
  ['the configuration', 'cache: { path: other }\n'],
  ['the rotation', 'credentials: { kind: generated, rotation: 2 }\n'],
  ["the rotation of a person's keys", 'credentials: { kind: existing, rotation: 2 }\n'],
])('%s rolls the manager over', (_, configuration) => {
  const annotations = (text: string) => podOf(manifestsOf(GITLAB + text)).metadata.annotations;
  expect(annotations(configuration)).not.toEqual(annotations(''));
});

test.each([
  ['cache: { verify: boot }\n', { boot_verify: { enabled: true, verify_cache: true, timeout: '12m' } }],
  ["cache: { verify: 'off' }\n", undefined],
])('%s: the runner proves its cache before it is ready, or does not', (configuration, experimental) => {
  expect(configOf(configuration).runners[0].experimental).toEqual(experimental);
});

test.each([
  ['19.4.0', '/health/ready'],
  ['19.1.2', '/metrics'],
])('runner %s is asked for readiness at %s', (version, path) => {
  const image = `runners: [{ image: { tag: alpine-v${version} } }]\ncache: { verify: 'off' }\n`;
  expect(managerOf(image).readinessProbe).toMatchObject({ httpGet: { path } });
});

test('nothing asks GitLab whether the manager lives', () => {
  expect(managerOf('').livenessProbe).toEqual({
    failureThreshold: 4,
    periodSeconds: 30,
    tcpSocket: { port: 'metrics' },
    timeoutSeconds: 5,
  });
});

test('the Role has what the executor needs, and no more', () => {
  expect(rulesOf('')).toEqual({
    pods: ['create', 'delete', 'get', 'list', 'watch'],
    'pods/attach': ['create', 'delete', 'get', 'patch'],
    'pods/exec': ['create', 'delete', 'get', 'patch'],
    'pods/log': ['get', 'list'],
    secrets: ['create', 'delete', 'get', 'update'],
    serviceaccounts: ['get'],
    events: ['list'],
  });
});

test.each([
  ['kubernetes: { print_pod_warning_events: false }', 'events', undefined],
  ['feature_flags: { FF_PRINT_POD_EVENTS: true }', 'events', ['list', 'watch']],
  ['environment: ["FF_PRINT_POD_EVENTS=true"]', 'events', ['list', 'watch']],
  ['kubernetes: { pod_disruption_budget: true }', 'poddisruptionbudgets', ['create', 'get']],
  ['feature_flags: { FF_USE_LEGACY_KUBERNETES_EXECUTION_STRATEGY: true }', 'pods/attach', undefined],
])('%s changes what the Role says of %s', (settings, resource, verbs) => {
  expect(rulesOf(`runners: [{ settings: { ${settings} } }]\n`)[resource]).toEqual(verbs);
});

test('docker-in-docker: the service alone is privileged, only docker may be one, and TLS is between them', () => {
  const manifests = manifestsOf(`${GITLAB}runners: [{ jobs: { docker: true } }]\n`);
  const { kubernetes, environment } = configOf('runners: [{ jobs: { docker: true } }]\n').runners[0];
  expect(kubernetes).toMatchObject({
    privileged: false,
    service_container_security_context: { privileged: true },
    allowed_services: [
      'docker:*-dind',
      'docker:*-dind-rootless',
      'docker.io/library/docker:*-dind',
      'docker.io/library/docker:*-dind-rootless',
    ],
    volumes: { empty_dir: [{ name: 'docker-certs', mount_path: '/certs/client', medium: 'Memory' }] },
  });
  expect(environment).toEqual(
    expect.arrayContaining(['DOCKER_HOST=tcp://docker:2376', 'DOCKER_TLS_VERIFY=1']),
  );
  const level = (name: string) =>
    find(manifests, 'Namespace', name).metadata.labels!['pod-security.kubernetes.io/enforce'];
  expect([level('minio'), level('gitlab-runner'), level('gitlab-jobs')]).toEqual([
    'restricted',
    'restricted',
    'privileged',
  ]);
});

test('without docker nothing is privileged', () => {
  expect(
    manifestsOf(GITLAB).filter(({ text }) => /privileged = true|privileged: true|: privileged$/m.test(text)),
  ).toEqual([]);
});

test('settings reach config.toml beside ours, and win where they may', () => {
  const [runner] = configOf(`runners:
  - jobs: { docker: true }
    settings:
      output_limit: 8192
      environment: [CACHE_COMPRESSION_LEVEL=slow, MINE=1=2]
      kubernetes:
        helper_memory_limit: 1Gi
        volumes: { empty_dir: [{ name: cache, mount_path: /cache }] }
`).runners;
  expect(runner.output_limit).toBe(8192);
  expect(runner.environment).toEqual(
    expect.arrayContaining(['CACHE_COMPRESSION_FORMAT=tarzstd', 'CACHE_COMPRESSION_LEVEL=slow', 'MINE=1=2']),
  );
  expect(runner.kubernetes).toMatchObject({
    helper_memory_request: '256Mi',
    helper_memory_limit: '1Gi',
    volumes: { empty_dir: [{ name: 'docker-certs' }, { name: 'cache' }] },
  });
});

test('an hour of work of one runner is told from that of another', () => {
  const manifests = manifestsOf(`${GITLAB}runners: [{ name: a }, { name: b }]\n`);
  const ids = ['a', 'b'].map((name) => {
    const { data } = find(manifests, 'ConfigMap', `gitlab-runner-${name}/gitlab-runner`) as unknown as {
      data: Record<string, string>;
    };
    return data['.runner_system_id']!;
  });
  for (const id of ids) expect(id).toMatch(/^s_[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(2);
});

test('a private CA of GitLab is mounted where config.toml looks for it', () => {
  const text = 'gitlab: { url: https://gitlab.example.com, caSecret: gitlab-ca }\n';
  const { spec } = podOf(manifestsOf(text));
  expect(spec.volumes).toContainEqual({
    name: 'gitlab-ca',
    secret: { secretName: 'gitlab-ca', defaultMode: 288, items: [{ key: 'ca.crt', path: 'ca.crt' }] },
  });
  expect(spec.containers[0]!.volumeMounts).toContainEqual({
    name: 'gitlab-ca',
    mountPath: '/etc/gitlab-ca',
    readOnly: true,
  });
});

test('a mirror holds every image, also the helper that nobody names', () => {
  const manifests = manifestsOf(`${GITLAB}images: { registry: registry.example.com/mirror }\n`);
  const images = manifests.flatMap(({ text }) =>
    [...text.matchAll(/image(?:: | = ")([^\s"]+)/g)].map(([, image]) => image!),
  );
  expect(images.length).toBeGreaterThan(5);
  for (const image of images) expect(image).toMatch(/^registry\.example\.com\/mirror\//);
});
