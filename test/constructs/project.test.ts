import { CHILDREN } from '../../src/facts/argocd';
import { find, type Manifest } from '../manifests/load';
import { delivered, TWO_RUNNERS, type GroupKind, type ProjectSpec } from './argocd';

const KEYS = '{ accesskey: therootuser, secretkey: therootsecret }';

/** Together they have every kind of object that there is. */
const WAYS: readonly (readonly [string, readonly Manifest[]])[] = [
  ['the defaults', delivered()],
  ['a claim', delivered('', 'store: { storage: { kind: volume } }')],
  ['keys that a person brings', delivered('', 'credentials: { kind: existing }')],
  [
    'keys in clear',
    delivered(
      '',
      `credentials: { kind: plaintext, allowPlaintext: true, root: ${KEYS}, runners: { main: { accesskey: theuser, secretkey: theusersecret } } }`,
    ),
  ],
  [
    'keys of an operator',
    delivered(
      '',
      'credentials: { kind: externalSecrets, store: { name: v }, root: { accesskey: { key: a }, secretkey: { key: s } }, runners: { main: { accesskey: { key: m }, secretkey: { key: n } } } }',
    ),
  ],
  ['ciphertext', delivered('', 'credentials: { kind: sealed }\nrunners: [{ token: { kind: sealed } }]')],
  ['one Application for each runner', delivered(', perRunner: true', TWO_RUNNERS)],
  ['names of the cluster', delivered(", argoVersion: '3.3'", TWO_RUNNERS)],
];

const specOf = (manifests: readonly Manifest[]) =>
  find(manifests, 'AppProject', 'runner-cache').spec as ProjectSpec;
const synced = (manifests: readonly Manifest[]) =>
  manifests.filter(({ path }) => !path.startsWith('argocd/')).map(({ object }) => object);
const text = ({ group, kind, name }: GroupKind) =>
  [group, kind, ...(name === undefined ? [] : [name])].join('/');
const kindOf = ({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }) =>
  `${apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''}/${kind}`;
const sorted = (texts: readonly string[]) => [...new Set(texts)].sort();

const childrenOf = (kind: string) => (CHILDREN[kind] ?? []).map(text);

describe.each(WAYS)('With %s', (_, manifests) => {
  const spec = specOf(manifests);
  const objects = synced(manifests);

  test('the project allows each kind that is synced and its children, and no other one', () => {
    const inNamespaces = objects.filter(({ metadata }) => metadata.namespace !== undefined).map(kindOf);
    expect(spec.namespaceResourceWhitelist.map(text)).toEqual(
      sorted([...inNamespaces, ...inNamespaces.flatMap(childrenOf)]),
    );
  });

  test('of the cluster, it allows Namespaces and nothing else', () => {
    const kinds = sorted(spec.clusterResourceWhitelist.map(({ group, kind }) => `${group}/${kind}`));
    const own = objects.filter(({ metadata }) => metadata.namespace === undefined);
    expect(kinds).toEqual(sorted(own.map(kindOf)));
    expect(kinds).toEqual(['/Namespace']);
  });

  test('it allows each namespace that is used, of this cluster, and no other one', () => {
    const namespaces = objects.flatMap(({ metadata }) => metadata.namespace ?? []);
    expect(spec.destinations).toEqual(
      sorted(namespaces).map((namespace) => ({ namespace, server: 'https://kubernetes.default.svc' })),
    );
  });

  test('it allows one repository, and nothing has a wildcard', () => {
    expect(spec.sourceRepos).toEqual(['https://git.example.com/deploy.git']);
    expect(JSON.stringify(spec)).not.toContain('*');
  });
});

test.each([
  ['ExternalSecret', 'externalSecrets, store: { name: v }, remote: { key: t }'],
  ['SealedSecret', 'sealed'],
])('Each kind that makes Secrets shows them: %s', (kind, token) => {
  // With keys that a person brings, nothing else has a Secret.
  const others = (own: string) => `credentials: { kind: existing }\nrunners: [{ token: { kind: ${own} } }]`;
  const shown = (own: string) => specOf(delivered('', others(own))).namespaceResourceWhitelist.map(text);
  expect(shown(token)).toEqual(expect.arrayContaining([expect.stringContaining(kind), '/Secret']));
  expect(shown('existing')).not.toContain('/Secret');
});

test('Each kind that makes pods shows them', () => {
  const shown = specOf(delivered()).namespaceResourceWhitelist.map(text);
  expect(shown).toEqual(expect.arrayContaining(['/Pod', 'apps/ReplicaSet']));
});

test('Argo CD 3.3 is told the names of the Namespaces; an older one would drop the field', () => {
  const names = (version: string) =>
    specOf(delivered(`, argoVersion: '${version}'`)).clusterResourceWhitelist.map(text);
  expect(names('3.2')).toEqual(['/Namespace']);
  expect(names('3.3')).toEqual(['/Namespace/gitlab-jobs', '/Namespace/gitlab-runner', '/Namespace/minio']);
});
