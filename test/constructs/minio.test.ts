import { find, manifestsOf, podTemplateOf, type Container, type ManifestObject } from '../manifests/load';

const GITLAB = 'gitlab: { url: https://gitlab.example.com }\n';
const STORAGES = {
  ephemeral: 'store: { storage: { kind: ephemeral, size: 10Gi } }\n',
  volume: 'store: { storage: { kind: volume, size: 10Gi } }\n',
  memory: 'store: { storage: { kind: memory, size: 2Gi } }\n',
};

const minioOf = (configuration: string): ManifestObject =>
  find(manifestsOf(GITLAB + configuration), 'Deployment', 'minio');
const podOf = (configuration: string) => podTemplateOf(minioOf(configuration))!.spec;
const serverOf = (configuration: string): Container => podOf(configuration).containers[0]!;

test('MinIO reads its root credentials from the Secret, so that a missing key stops the pod', () => {
  const roots = serverOf('').env.filter(({ name }) => name.startsWith('MINIO_ROOT'));
  expect(roots).toEqual([
    { name: 'MINIO_ROOT_PASSWORD', valueFrom: { secretKeyRef: { name: 'minio-root', key: 'secretkey' } } },
    { name: 'MINIO_ROOT_USER', valueFrom: { secretKeyRef: { name: 'minio-root', key: 'accesskey' } } },
  ]);
});

describe.each(Object.entries(STORAGES))('with %s storage', (kind, configuration) => {
  test('every pod and container keeps to Pod Security restricted', () => {
    for (const { object } of manifestsOf(GITLAB + configuration)) {
      const template = podTemplateOf(object);
      if (template === undefined) continue;
      expect(template.spec.securityContext).toMatchObject({
        runAsNonRoot: true,
        runAsUser: 10001,
        runAsGroup: 10001,
        fsGroup: 10001,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(template.spec.automountServiceAccountToken).toBe(false);
      for (const container of template.spec.containers) {
        expect(container.securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          privileged: false,
          readOnlyRootFilesystem: true,
          runAsNonRoot: true,
        });
      }
    }
  });

  test('old and new server never share the drive', () => {
    expect(minioOf(configuration).spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  });

  test('nothing that changes for a runner or for the buckets restarts MinIO', () => {
    const pod = JSON.stringify(podOf(configuration));
    for (const change of [
      'cache: { expireAfterDays: 3, path: other, purgeToken: x, maxArchive: 1Gi }\n',
      'credentials: { kind: generated, rotation: 2 }\n',
      'runners: [{ name: main }, { name: web, cache: { path: web, bucket: web-cache } }]\n',
    ])
      expect(JSON.stringify(podOf(configuration + change))).toBe(pod);
  });

  test('it leaves a lost node after a minute, unless a volume may be in use there', () => {
    const minute = ['not-ready', 'unreachable'].map((state) => ({
      key: `node.kubernetes.io/${state}`,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: 60,
    }));
    expect(podOf(configuration).tolerations).toEqual(kind === 'volume' ? undefined : minute);
  });

  test('what is deleted gives its room back soon, and an ephemeral quota counts soon', () => {
    const { env } = podOf(configuration).containers[0]!;
    expect(env).toContainEqual({ name: 'MINIO_API_DELETE_CLEANUP_INTERVAL', value: '10s' });
    expect(env.find(({ name }) => name === 'MINIO_SCANNER_SPEED')?.value).toBe(
      kind === 'ephemeral' ? 'fastest' : undefined,
    );
  });
});

test.each([
  ['ephemeral', '512Mi', { emptyDir: { sizeLimit: '10Gi' } }, 'mc quota set "root/$1" --size 8GiB'],
  [
    'volume',
    '512Mi',
    { persistentVolumeClaim: { claimName: 'minio' } },
    'mc quota set "root/$1" --size 9728MiB',
  ],
  ['memory', '2560Mi', { emptyDir: { medium: 'Memory', sizeLimit: '2Gi' } }, 'mc quota clear "root/$1"'],
] as const)('%s storage is bounded, and a full one refuses writes', (kind, memory, volume, quota) => {
  const manifests = manifestsOf(GITLAB + STORAGES[kind]);
  const { containers, volumes } = podTemplateOf(find(manifests, 'Deployment', 'minio'))!.spec;
  expect(containers[0]!.resources.limits.memory).toBe(memory);
  expect(volumes).toContainEqual({ name: 'data', ...volume });
  const { data } = find(manifests, 'ConfigMap', 'minio-bucket-init') as unknown as {
    data: Record<string, string>;
  };
  expect(data['bucket-init.sh']).toContain(quota);
});

test('the claim asks for the size and names a class only where a person did', () => {
  const claim = (storage: string) =>
    find(
      manifestsOf(`${GITLAB}store: { storage: { kind: volume${storage} } }\n`),
      'PersistentVolumeClaim',
      'minio',
    ).spec;
  expect(claim('')).toEqual({ accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '50Gi' } } });
  expect(claim(', size: 1024Gi, storageClass: fast')).toMatchObject({
    storageClassName: 'fast',
    resources: { requests: { storage: '1Ti' } },
  });
});

test('the server is ready only when its buckets and users are known', () => {
  const { startupProbe, livenessProbe, readinessProbe } = serverOf('') as unknown as Record<
    string,
    { httpGet: { path: string } }
  >;
  expect(startupProbe!.httpGet.path).toBe('/minio/health/live');
  expect(livenessProbe!.httpGet.path).toBe('/minio/health/live');
  expect(readinessProbe!.httpGet.path).toBe('/minio/health/cluster');
});

test.each([
  ['1.30', 'silo', { preStop: { sleep: { seconds: 10 } } }],
  ['1.30', 'distroless', { preStop: { sleep: { seconds: 10 } } }],
  ['1.29', 'silo', { preStop: { exec: { command: ['sleep', '10'] } } }],
  ['1.29', 'distroless', undefined],
])('on Kubernetes %s with %s, uploads get time to end', (kubernetes, image, lifecycle) => {
  expect(
    serverOf(`cluster: { kubernetes: '${kubernetes}' }\nstore: { image: ${image} }\n`).lifecycle,
  ).toEqual(lifecycle);
});

test('the Jobs run from an image with tools, whatever the server runs from', () => {
  const manifests = manifestsOf(`${GITLAB}store: { image: distroless }\n`);
  const imagesOf = (kind: string) =>
    manifests
      .filter(({ object }) => object.kind === kind)
      .flatMap(({ object }) => podTemplateOf(object)?.spec.containers.map(({ image }) => image));
  expect(imagesOf('Job')).toEqual(Array(2).fill('docker.io/pgsty/silo:RELEASE.2026-09-16T00-00-00Z'));
  expect(imagesOf('Deployment')).toContain('docker.io/pgsty/silo:RELEASE.2026-09-16T00-00-00Z-distroless');
});

test('server, script and runner have one region', () => {
  const manifests = manifestsOf(`${GITLAB}store: { region: eu-central-1 }\n`);
  const text = manifests.map(({ text: its }) => its).join('');
  expect(text).toContain('value: eu-central-1');
  expect(text).toContain('--region eu-central-1');
  expect(text).toContain('BucketLocation = "eu-central-1"');
  expect(text).not.toContain('us-east-1');
});
