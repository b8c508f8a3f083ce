import { find, manifestsOf, podTemplateOf, type Manifest } from '../manifests/load';

const GITLAB = 'gitlab: { url: https://gitlab.example.com }\n';

const jobNames = (manifests: readonly Manifest[]): string[] =>
  manifests.filter(({ object }) => object.kind === 'Job').map(({ object }) => object.metadata.name);
const names = (configuration: string) => jobNames(manifestsOf(GITLAB + configuration));

test.each([
  ['another bucket', 'cache: { bucket: other-cache }\n'],
  ['another path', 'cache: { path: v2 }\n'],
  ['another expiry', 'cache: { expireAfterDays: 3 }\n'],
  ['a purge token', "cache: { purgeToken: '1' }\n"],
  ['a new rotation', 'credentials: { kind: generated, rotation: 2 }\n'],
  ['another image', 'store: { image: upstream }\n'],
  ['a store that begins empty', 'store: { storage: { kind: volume } }\n'],
])('%s makes a new bucket-init Job, since a Job cannot be changed', (_, configuration) => {
  const [before] = names('');
  const [after] = names(configuration);
  expect(before).toMatch(/^minio-bucket-init-/);
  expect(after).toMatch(/^minio-bucket-init-/);
  expect(after).not.toBe(before);
});

test('a store in memory and one on a volume have Jobs of their own, though the script may be the same', () => {
  const [memory] = names('store: { storage: { kind: memory, size: 40Gi } }\n');
  const [volume] = names('store: { storage: { kind: volume, size: 40Gi } }\n');
  expect(memory).not.toBe(volume);
});

test('what does not concern a Job keeps its name', () => {
  expect(names('runners: [{ concurrent: 3 }]\n')).toEqual(names(''));
});

test('bucket-init waits for the ConfigMap of its own commit', () => {
  const manifests = manifestsOf(GITLAB);
  const { data } = find(manifests, 'ConfigMap', 'minio-bucket-init') as unknown as {
    data: Record<string, string>;
  };
  const job = manifests.find(
    ({ object }) => object.metadata.name === `minio-bucket-init-${data.revision!}`,
  )!.object;
  expect(podTemplateOf(job)!.spec.containers[0]!.env).toContainEqual({
    name: 'REVISION',
    value: data.revision,
  });
});

test('the keys Job may read and fill the Secrets by name, and nothing else', () => {
  const manifests = manifestsOf(GITLAB);
  const rules = (namespace: string) => find(manifests, 'Role', `${namespace}/minio-keys`).rules;
  const secrets = (resourceNames: string[]) => [
    { apiGroups: [''], resources: ['secrets'], resourceNames, verbs: ['get', 'patch'] },
  ];
  expect(rules('minio')).toEqual(secrets(['minio-root', 's3access']));
  expect(rules('gitlab-runner')).toEqual(secrets(['s3access']));
});

test('Secrets that the Job fills have neither data nor an empty map of it', () => {
  const secrets = manifestsOf(GITLAB).filter(({ object }) => object.kind === 'Secret');
  expect(secrets.map(({ path }) => path)).toEqual([
    'gitlab-runner/Secret.s3access.k8s.yaml',
    'minio/Secret.minio-root.k8s.yaml',
    'minio/Secret.s3access.k8s.yaml',
  ]);
  for (const { object } of secrets)
    expect(Object.keys(object)).toEqual(['apiVersion', 'kind', 'metadata', 'type']);
});

test('with existing keys there is no Secret, no Job for them, and nobody waits for a rotation', () => {
  const manifests = manifestsOf(`${GITLAB}credentials: { kind: existing, rotation: 2 }\n`);
  expect(manifests.filter(({ path }) => /Secret\.|minio-keys/.test(path))).toEqual([]);
  expect(manifests.filter(({ text }) => text.includes('rotation-2'))).toEqual([]);
});

test('plaintext keys reach their readers byte for byte', () => {
  const manifests = manifestsOf(
    `${GITLAB}credentials:
  kind: plaintext
  allowPlaintext: true
  root: { accesskey: therootuser, secretkey: 'root: "secret"' }
  runners: { main: { accesskey: theuser, secretkey: theusersecret } }
`.replace(`'root: "secret"'`, `'root:"secret"'`),
  );
  const decoded = (name: string) =>
    Object.fromEntries(
      Object.entries(find(manifests, 'Secret', name).data as Record<string, string>).map(([key, value]) => [
        key,
        Buffer.from(value, 'base64').toString(),
      ]),
    );
  expect(decoded('minio-root')).toEqual({ accesskey: 'therootuser', secretkey: 'root:"secret"' });
  for (const namespace of ['minio', 'gitlab-runner']) {
    expect(decoded(`${namespace}/s3access`)).toEqual({ accesskey: 'theuser', secretkey: 'theusersecret' });
  }
});
