import { find, manifestsOf, modelOf, podTemplateOf } from '../manifests/load';

const configuration = (scope: string) => `gitlab: { url: https://gitlab.example.com }
credentials: { kind: sealed, rotation: 2, scope: ${scope} }
runners: [{ token: { kind: sealed, scope: ${scope}, secret: my-token, key: value } }, { name: b }]
`;
const sealed = (scope: string) => manifestsOf(configuration(scope));

const tree = sealed('strict');
const MARKERS = { 'rotation-1': 'true', 'rotation-2': 'true' };
const spec = (name: string) => find(tree, 'SealedSecret', name).spec as Spec;

interface Spec {
  readonly encryptedData: Readonly<Record<string, string>>;
  readonly template: { readonly data?: object; readonly metadata: object };
}

test.each([
  ['minio/minio-root', ['accesskey', 'secretkey'], undefined],
  ['gitlab-runner/s3access', ['accesskey', 'secretkey'], MARKERS],
  ['gitlab-runner-b/s3access', ['accesskey', 'secretkey'], MARKERS],
  ['minio/s3access-main', ['accesskey', 'secretkey'], MARKERS],
  ['minio/s3access-b', ['accesskey', 'secretkey'], MARKERS],
  ['gitlab-runner/my-token', ['value'], undefined],
])('%s has its keys as ciphertext, and the marker of a rotation in clear', (name, keys, data) => {
  expect(Object.keys(spec(name).encryptedData)).toEqual(keys);
  expect(spec(name).template.data).toEqual(data);
});

test.each([
  ['minio/minio-root', 'root'],
  ['gitlab-runner/s3access', 'runners.main'],
  ['minio/s3access-main', 'runners.main.store'],
  ['gitlab-runner-b/s3access', 'runners.b'],
  ['minio/s3access-b', 'runners.b.store'],
  ['gitlab-runner/my-token', 'runners.main.token'],
])('%s has the ciphertext of "%s", as it is', (name, what) => {
  expect(spec(name).encryptedData).toEqual(modelOf(configuration('strict')).sealed[what]!.values);
});

test('Pods wait for the marker, which the controller writes together with the keys', () => {
  const { env } = podTemplateOf(find(tree, 'Deployment', 'gitlab-runner/gitlab-runner'))!.spec.containers[0]!;
  expect(env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? [])).toContainEqual({
    name: 's3access',
    key: 'rotation-2',
  });
});

test.each([
  ['strict', undefined],
  ['namespace-wide', { 'sealedsecrets.bitnami.com/namespace-wide': 'true' }],
  ['cluster-wide', { 'sealedsecrets.bitnami.com/cluster-wide': 'true' }],
])(
  'The controller is told that the ciphertext is %s, of the object and of its Secret',
  (scope, annotations) => {
    const objects = sealed(scope).filter(({ object }) => object.kind === 'SealedSecret');
    expect(objects).toHaveLength(6);
    for (const { object } of objects) {
      expect(object.metadata.annotations).toEqual(annotations);
      expect(
        (object.spec as { template: { metadata: { annotations?: object } } }).template.metadata.annotations,
      ).toEqual(annotations);
    }
  },
);
