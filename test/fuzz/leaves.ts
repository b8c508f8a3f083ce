import fc, { type Arbitrary } from 'fast-check';
import { settings } from './settings-arbitrary';
import type { Leaves } from './schema-arbitrary';

/** Names that mean something to us somewhere, where they may stand as well. */
const OURS = [
  'minio',
  'minio-root',
  's3access',
  'gitlab-runner',
  'gitlab-jobs',
  'gitlab-job',
  'main',
  'kube-root-ca.crt',
];

const label = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-z](?:[a-z0-9-]{0,9}[a-z0-9])?$/) },
  { weight: 1, arbitrary: fc.constantFrom(...OURS.filter((name) => !name.includes('.'))) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9][a-z0-9-]{60}[a-z0-9]$/) },
);
const subdomain = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,9}[a-z0-9](?:\.[a-z0-9]{1,9})?$/) },
  { weight: 1, arbitrary: fc.constantFrom(...OURS) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9]{62}(?:\.[a-z0-9]{1,60}){1,3}$/) },
);
const dataKey = fc.oneof(
  { weight: 19, arbitrary: fc.stringMatching(/^\.?[A-Za-z0-9_-][A-Za-z0-9._-]{0,20}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('ca.crt', 'accesskey', 'secretkey', '.', '..', '..a', '__proto__'),
  },
);

const SUFFIXES = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  '': 1,
};

/** A size of so many bytes at least, in any unit, up to what a number can hold. */
function sizeFrom(bytes: number): Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...Object.entries(SUFFIXES)), fc.integer({ min: 0, max: 8000 }))
    .map(([[suffix, factor], more]) => `${Math.ceil(bytes / factor) + more}${suffix}`);
}

const storeSize = sizeFrom(256 * 2 ** 20);

/** Longer than any word of the manifests, so that it is not found there by chance. */
const secretText = fc
  .stringMatching(/^[A-Za-z0-9!#%&()*+,./:;<=>?@^_{|}~"'`\\-]{6,40}$/)
  .map((text) => `Zq9${text}x7`);
const accessKey = fc.stringMatching(/^[A-Za-z0-9._-]{6,20}$/).map((text) => `Zk8${text}`);
const keys = fc.record({ accesskey: accessKey, secretkey: secretText }, { noNullPrototype: true });

const remoteName = fc.stringMatching(/^[A-Za-z0-9/_.-]{1,30}$/).map((text) => `r${text}`);
const remoteValue = fc.record(
  { key: remoteName, property: remoteName, version: remoteName },
  { requiredKeys: ['key'], noNullPrototype: true },
);
const remoteKeys = fc.record(
  { accesskey: remoteValue, secretkey: remoteValue, previous: remoteValue },
  { requiredKeys: ['accesskey', 'secretkey'], noNullPrototype: true },
);
const interval = fc.constantFrom('onChange', '1m', '90s', '1h30m', '8784h');

function remoteLeaves(path: string): Leaves {
  return Object.fromEntries(['key', 'property', 'version'].map((name) => [`${path}.${name}`, remoteName]));
}

const tag = fc.constantFrom(
  'alpine-v19.4.0',
  'ubuntu-v19.4.1',
  'alpine-v20.0.0',
  'v18.11.2',
  'v19.2.0',
  'v19.3.7',
);
const image = fc.constantFrom(
  'alpine:3.21',
  'docker.io/library/alpine:3.21',
  'registry.example.com:5000/team/tools/build:v1.2.3',
  'localhost/a:b',
  `ghcr.io/a/b@sha256:${'0123456789abcdef'.repeat(4)}`,
  'quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z',
);

const gitlabUrl = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.constantFrom(
      'gitlab.example.com',
      '10.0.0.5',
      'GitLab',
      'a-b.c-d.example',
      `${'x'.repeat(63)}.example`,
    ),
    fc.option(fc.integer({ min: 1, max: 65535 }), { nil: undefined }),
    fc.constantFrom('', '/', '/git', '/tools/git/'),
  )
  .map(([scheme, host, port, path]) => `${scheme}://${host}${port === undefined ? '' : `:${port}`}${path}`);

/** What the schema cannot say: its texts without a pattern, and names and sizes that are likely to fit together. */
export const LEAVES: Leaves = {
  'gitlab.url': gitlabUrl,
  'gitlab.caSecret': subdomain,
  'cache.maxArchive': fc.oneof(fc.constant(0), sizeFrom(2 ** 20)),
  'store.namespace': label,
  'store.storage(ephemeral).size': storeSize,
  'store.storage(volume).size': storeSize,
  'store.storage(volume).storageClass': subdomain,
  'store.storage(memory).size': storeSize,
  ...remoteLeaves('credentials(externalSecrets).root.accesskey'),
  ...remoteLeaves('credentials(externalSecrets).root.secretkey'),
  'credentials(externalSecrets).store.name': subdomain,
  'credentials(externalSecrets).refreshInterval': interval,
  'credentials(externalSecrets).runners': fc.dictionary(label, remoteKeys, {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  'credentials(plaintext).root.accesskey': accessKey,
  'credentials(plaintext).root.secretkey': secretText,
  'credentials(plaintext).runners': fc.dictionary(label, keys, { maxKeys: 3, noNullPrototype: true }),
  'runners[].name': fc.oneof(fc.constant('main'), fc.stringMatching(/^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/)),
  'runners[].namespace': label,
  'runners[].token(existing).secret': subdomain,
  'runners[].token(existing).key': dataKey,
  'runners[].token(externalSecrets).secret': subdomain,
  'runners[].token(externalSecrets).key': dataKey,
  'runners[].token(externalSecrets).store.name': subdomain,
  'runners[].token(externalSecrets).refreshInterval': interval,
  ...remoteLeaves('runners[].token(externalSecrets).remote'),
  'runners[].token(sealed).secret': subdomain,
  'runners[].token(sealed).key': dataKey,
  'runners[].token(plaintext).secret': subdomain,
  'runners[].token(plaintext).key': dataKey,
  'runners[].token(plaintext).value': fc
    .stringMatching(/^[A-Za-z0-9_.-]{12,30}$/)
    .map((text) => `glrt-${text}`),
  'runners[].image.tag': tag,
  'runners[].jobs.namespace': label,
  'runners[].jobs.image': image,
  'runners[].settings': settings,
  'exceptions[].check': fc.constantFrom('cpu-limit', 'secret-as-env', 'yaml-syntax'),
  'exceptions[].object': fc.constantFrom('Deployment/*', 'Namespace/*', 'Job/*'),
  'cluster.kubernetes': fc.integer({ min: 27, max: 40 }).map((minor) => `1.${minor}`),
  'delivery(argocd).project': label,
  'delivery(argocd).namespace': fc.constantFrom('argocd', 'gitops'),
  'delivery(argocd).argoVersion': fc
    .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 20 }))
    .map(([major, minor]) => `${major}.${minor}`),
  'cluster.domain': fc.oneof(fc.constant('cluster.local'), subdomain),
};
