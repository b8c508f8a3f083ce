import { find, manifestsOf } from '../manifests/load';
import { configOf, GITLAB, managerOf, podOf } from './runner-helpers';

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

test('the manager leaves a lost node after a minute, for without it no job is taken', () => {
  const { tolerations } = podOf(manifestsOf(GITLAB)).spec;
  expect(tolerations).toEqual(
    ['not-ready', 'unreachable'].map((state) => ({
      key: `node.kubernetes.io/${state}`,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: 60,
    })),
  );
});
