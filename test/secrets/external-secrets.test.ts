import { find, manifestsOf, podTemplateOf } from '../manifests/load';

const EXTERNAL = `gitlab: { url: https://gitlab.example.com }
credentials:
  kind: externalSecrets
  rotation: 3
  store: { name: vault }
  refreshInterval: 90m
  root: { accesskey: { key: ci/minio, property: user }, secretkey: { key: ci/minio, property: password } }
  runners:
    main:
      accesskey: { key: ci/main }
      secretkey: { key: ci/main-secret, version: '7' }
      previous: { key: ci/main, version: '6' }
runners:
  - token:
      kind: externalSecrets
      store: { kind: SecretStore, name: own }
      refreshInterval: onChange
      secret: my-token
      key: value
      remote: { key: ci/token }
`;
const tree = manifestsOf(EXTERNAL);
const spec = (name: string) => find(tree, 'ExternalSecret', name).spec as Spec;

interface Spec {
  readonly data: readonly { readonly secretKey: string; readonly remoteRef: object }[];
  readonly target: { readonly template: { readonly data?: object; readonly metadata: object } };
}

test('The Secret of the root keys, all of it: what an operator or its definitions would fill in is there', () => {
  const labels = {
    'app.kubernetes.io/name': 'minio-root',
    'app.kubernetes.io/managed-by': 'runner-cache',
    'app.kubernetes.io/part-of': 'runner-cache',
  };
  const remote = { conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' };
  expect(find(tree, 'ExternalSecret', 'minio-root')).toEqual({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: {
      name: 'minio-root',
      namespace: 'minio',
      annotations: { 'accept.runner-cache/not-in-these-files': expect.any(String) as string },
      labels,
    },
    spec: {
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      refreshPolicy: 'Periodic',
      refreshInterval: '1h30m0s',
      target: {
        name: 'minio-root',
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: { engineVersion: 'v2', mergePolicy: 'Merge', type: 'Opaque', metadata: { labels } },
      },
      data: [
        { secretKey: 'accesskey', remoteRef: { key: 'ci/minio', property: 'user', ...remote } },
        { secretKey: 'secretkey', remoteRef: { key: 'ci/minio', property: 'password', ...remote } },
      ],
    },
  });
});

test.each(['gitlab-runner/s3access', 'minio/s3access'])(
  '%s has the pair, the key before it, and the markers of its rotation and of the one before, for pods that start again',
  (name) => {
    expect(spec(name).data).toMatchObject([
      { secretKey: 'accesskey', remoteRef: { key: 'ci/main' } },
      { secretKey: 'secretkey', remoteRef: { key: 'ci/main-secret', version: '7' } },
      { secretKey: 'previous', remoteRef: { key: 'ci/main', version: '6' } },
    ]);
    expect(spec(name).target.template.data).toEqual({ 'rotation-2': 'true', 'rotation-3': 'true' });
  },
);

test('Pods wait for the marker, which is there only when the operator has read the store again', () => {
  const { env } = podTemplateOf(find(tree, 'Deployment', 'gitlab-runner'))!.spec.containers[0]!;
  expect(env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? [])).toContainEqual({
    name: 's3access',
    key: 'rotation-3',
  });
});

test('A token has a store of its own, and is read anew only when its object changes', () => {
  expect(spec('my-token')).toMatchObject({
    secretStoreRef: { kind: 'SecretStore', name: 'own' },
    refreshPolicy: 'OnChange',
    refreshInterval: '1h0m0s',
    data: [{ secretKey: 'value', remoteRef: { key: 'ci/token' } }],
  });
  expect(spec('my-token').target.template).not.toHaveProperty('data');
});

test('A token without a store of its own is read where the keys are', () => {
  const shared = manifestsOf(EXTERNAL.replace('      store: { kind: SecretStore, name: own }\n', ''));
  expect(find(shared, 'ExternalSecret', 'my-token').spec).toMatchObject({
    secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
  });
});

test('Nothing else makes a Secret, and no Job fills one', () => {
  const kinds = tree.map(({ object }) => `${object.kind}/${object.metadata.name}`);
  expect(kinds.filter((kind) => /^Secret\/|minio-keys/.test(kind))).toEqual([]);
});
