import { parseConfiguration, type Parsed } from '../../src/config/parse';
import type { Model } from '../../src/model/model';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const SILO = 'docker.io/pgsty/silo:RELEASE.2026-09-16T00-00-00Z';

describe('The server image is a preset, a part of which can be changed', () => {
  const rows: readonly (readonly [string, string, boolean, string | undefined])[] = [
    ['silo', SILO, true, SILO],
    ['distroless', `${SILO}-distroless`, false, SILO],
    ['upstream', 'quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z', true, undefined],
    [`{ digest: '${DIGEST}' }`, `${SILO}@${DIGEST}`, true, undefined],
    ['{ tag: RELEASE.X }', 'docker.io/pgsty/silo:RELEASE.X', true, undefined],
    [
      '{ preset: distroless, repository: r.io/silo }',
      'r.io/silo:RELEASE.2026-09-16T00-00-00Z-distroless',
      false,
      SILO,
    ],
    ['{ preset: custom, repository: r.io/m, tag: v1 }', 'r.io/m:v1', false, SILO],
  ];
  test.each(rows)('%s is pulled as %s', (image, reference, hasShell, tools = reference) => {
    const { store } = modelOf(`store: { image: ${image} }`);
    expect(store.server).toEqual({ reference, hasShell });
    expect(store.toolsImage).toBe(tools);
  });
});

test('A mirror replaces the registry of every image, and the helper is named for it', () => {
  const { store, runners } = modelOf("images: { registry: 'r.example.com:5000/m' }");
  expect(store.server.reference).toBe('r.example.com:5000/m/pgsty/silo:RELEASE.2026-09-16T00-00-00Z');
  expect(store.toolsImage).toBe(store.server.reference);
  expect(runners[0]).toMatchObject({
    image: 'r.example.com:5000/m/gitlab-org/gitlab-runner:alpine-v19.4.0',
    helperImage: 'r.example.com:5000/m/gitlab-org/gitlab-runner/gitlab-runner-helper:x86_64-v19.4.0',
    jobs: { image: 'r.example.com:5000/m/library/alpine:3.21' },
  });
});

test('The tag of the runner says its version, in whatever flavour', () => {
  const versions = ['v19.4.0', 'alpine-v19.4.1', 'ubuntu-v20.0.12', 'alpine3.21-v19.4.2'];
  const found = versions.map((tag) => modelOf(`runners: [{ image: { tag: ${tag} } }]`).runners[0]?.version);
  expect(found).toEqual([
    { major: 19, minor: 4, patch: 0 },
    { major: 19, minor: 4, patch: 1 },
    { major: 20, minor: 0, patch: 12 },
    { major: 19, minor: 4, patch: 2 },
  ]);
});

describe('Unsaid, the largest archive fits the store', () => {
  const rows = [
    ['10Gi', '5Gi'],
    ['10239Mi', '5119Mi'],
    ['1Gi', '512Mi'],
    ['257Mi', '128Mi'],
    ['10G', '4768Mi'],
  ] as const;
  test.each(rows)('of %s: %s', (size, largest) => {
    const { cache } = modelOf(`store: { storage: { kind: memory, size: ${size} } }`);
    expect(cache.maxArchive.toString()).toBe(largest);
  });
});

test('Unsaid, the largest archive fits the part of its bucket where several share the store', () => {
  const runners = ['a', 'b', 'c', 'd'].map((name) => `{ name: ${name}, cache: { bucket: bucket-${name} } }`);
  expect(modelOf(`runners: [${runners.join(', ')}]`).cache.maxArchive.toString()).toBe('2560Mi');
});

test('Zero is no limit, in quotes or not', () => {
  for (const zero of ['0', "'0'"]) {
    expect(modelOf(`cache: { maxArchive: ${zero} }`).cache.maxArchive.bytes).toBe(0);
  }
});

test('The runner `main` has the plain namespaces, each other one its own', () => {
  const { runners } = modelOf(
    'runners: [{ name: a }, {}, { name: b, namespace: ci, jobs: { namespace: ci-jobs } }]',
  );
  expect(runners.map(({ namespace, jobs }) => [namespace, jobs.namespace])).toEqual([
    ['gitlab-runner-a', 'gitlab-jobs-a'],
    ['gitlab-runner', 'gitlab-jobs'],
    ['ci', 'ci-jobs'],
  ]);
});

test('A runner has the place of the cache from `cache`, but for what it says itself', () => {
  const { runners } = modelOf(
    'cache: { bucket: all, path: p, shared: false }\nrunners: [{}, { name: b, cache: { bucket: own } }, { name: c, cache: { path: q, shared: true } }]',
  );
  expect(runners.map(({ cache }) => cache)).toEqual([
    { bucket: 'all', path: 'p', shared: false },
    { bucket: 'own', path: 'p', shared: false },
    { bucket: 'all', path: 'q', shared: true },
  ]);
});

test('A runner can keep its cache to itself where the others share', () => {
  const { runners } = modelOf('runners: [{}, { name: b, cache: { shared: false } }]');
  expect(runners.map(({ cache }) => cache.shared)).toEqual([true, false]);
});

test('The address of the store follows its namespace and the domain of the cluster', () => {
  const { store } = modelOf('store: { namespace: cache }\ncluster: { domain: k8s.example.com }');
  expect(store.endpoint.host).toBe('minio.cache.svc.k8s.example.com');
});

describe('A warning has its place, and does not stand in the way', () => {
  const KEYS =
    'root: { accesskey: rootkey, secretkey: rootsecret }, runners: { main: { accesskey: key, secretkey: keysecret } }';
  const rows = [
    ['store: { image: upstream }', '2:17', 'store.image', 'CVE-2026-41145'],
    ['store: { image: { preset: upstream } }', '2:17', 'store.image', 'CVE-2026-41145'],
    [
      'store: { image: { preset: custom, repository: quay.io/minio/minio, tag: v1 } }',
      '2:17',
      'store.image',
      'CVE-2026-41145',
    ],
    [
      'store: { image: { repository: r.io/copies/minio/minio, tag: v1 } }',
      '2:17',
      'store.image',
      'CVE-2026-41145',
    ],
    [
      `credentials: { kind: plaintext, allowPlaintext: true, ${KEYS} }`,
      '2:22',
      'credentials.kind',
      'use "generated"',
    ],
    [
      'runners: [{ token: { kind: plaintext, allowPlaintext: true, value: glrt-xxxxxxxx } }]',
      '2:28',
      'runners[0].token.kind',
      'use "existing"',
    ],
  ] as const;
  test.each(rows)('%s', (text, place, path, words) => {
    const { model, warnings } = parsed(text);
    expect(model).toBeDefined();
    expect(
      warnings.map((warning) => `${String(warning.line)}:${String(warning.column)} ${warning.path}`),
    ).toEqual([`${place} ${path}`]);
    expect(warnings[0]?.message).toMatch(/^Warning: /);
    expect(warnings[0]?.message).toContain(words);
  });
});

test.each(['silo', 'distroless', '{ preset: custom, repository: r.io/fork/minio, tag: v1 }'])(
  'The image %s has no warning',
  (image) => {
    expect(parsed(`store: { image: ${image} }`).warnings).toEqual([]);
  },
);

function modelOf(text: string): Model {
  const { model, faults } = parsed(text);
  if (model === undefined) throw new Error(JSON.stringify(faults));
  return model;
}

function parsed(text: string): Parsed {
  return parseConfiguration(`gitlab: { url: https://gitlab.example.com }\n${text}\n`);
}
