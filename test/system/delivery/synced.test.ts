import { NEWEST } from '../../../src/api/release';
import { manifestsOf } from '../../../src/manifests/manifests';
import { syncedOf } from '../../../src/system/delivery/synced';
import { System } from '../../../src/system/system';

const REPOSITORY = 'https://gitlab.example.com/ci/cache.git';
const configMap = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: minio }\n`;

function application(name: string, source: object, repoURL = REPOSITORY): string {
  return JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd' },
    spec: { project: 'cache', source: { repoURL, ...source } },
  });
}

/** The names of what each Application syncs, and of what it does not enter. */
function synced(files: Readonly<Record<string, string>>, unread: readonly string[] = []): object {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return Object.fromEntries(
    syncedOf(new System(manifestsOf(sources, unread), NEWEST)).map((one) => [
      one.application.manifest.name,
      [one.manifests.map(({ name }) => name), one.notEntered.map(({ name }) => name)],
    ]),
  );
}

const TREE = { 'cache/a.yaml': configMap('a'), 'cache/store/b.yaml': configMap('b') };
const DEEP = { directory: { recurse: true } };

test.each([
  ['the folder itself', { path: 'cache' }, [['a'], ['b']]],
  ['all folders in it', { path: 'cache', ...DEEP }, [['a', 'b'], []]],
  ['a folder with slashes and dots', { path: './cache/store/' }, [['b'], []]],
  ['a tree that is a part of the repository', { path: 'deploy/prod/cache', ...DEEP }, [['a', 'b'], []]],
  ['one file alone', { path: 'cache', directory: { recurse: true, include: '*b.yaml' } }, [['b'], []]],
  ['all but one', { path: 'cache', directory: { recurse: true, exclude: 'store/*' } }, [['a'], []]],
  [
    'what is excluded and included',
    { path: 'cache', directory: { include: '*', exclude: '{a,c}.yaml' } },
    [[], ['b']],
  ],
])('an Application syncs %s', (_, source, names) => {
  expect(synced({ 'argocd/x.json': application('x', source), ...TREE })).toEqual({ x: names });
});

test.each([
  ['a folder that is not here', { path: 'caches' }],
  ['the whole repository, which may be another one', { path: '.', ...DEEP }],
  ['a folder outside', { path: '../cache', ...DEEP }],
  ['a chart', { chart: 'cache', path: 'cache' }],
  ['values of Helm', { path: 'cache', helm: {} }],
  ['a plugin', { path: 'cache', plugin: {} }],
  ['no folder', { ref: 'values' }],
])('nothing is told of %s', (_, source) => {
  expect(synced({ 'argocd/x.json': application('x', source), ...TREE })).toEqual({});
});

test('a folder of Kustomize is none of plain manifests, unless the Application says so', () => {
  const kustomized = { ...TREE, 'cache/kustomization.yaml': 'resources: [a.yaml]\n' };
  expect(synced({ 'argocd/x.json': application('x', { path: 'cache' }), ...kustomized })).toEqual({});
  expect(
    synced({ 'argocd/x.json': application('x', { path: 'cache' }), ...TREE }, ['cache/Chart.yaml']),
  ).toEqual({});
  expect(
    synced({ 'argocd/x.json': application('x', { path: 'cache', ...DEEP }), ...kustomized }),
  ).toHaveProperty('x');
});

test('a folder of Applications alone often has the name of a folder elsewhere', () => {
  const prod = { 'prod/x.json': application('x', { path: 'prod', ...DEEP }) };
  expect(synced(prod)).toEqual({});
});

test('where two repositories would both be this one, neither is', () => {
  const other = 'https://gitlab.example.com/web/shop.git';
  const files = {
    'argocd/x.json': application('x', { path: 'cache', ...DEEP }),
    'argocd/y.json': application('y', { path: 'cache/store' }, other),
    ...TREE,
  };
  expect(synced(files)).toEqual({});
  expect(synced({ ...files, 'argocd/y.json': application('y', { path: 'k8s' }, other) })).toHaveProperty('x');
});

test('one repository may be written in two ways', () => {
  const files = {
    'argocd/x.json': application('x', { path: 'cache' }),
    'argocd/y.json': application('y', { path: 'cache/store' }, 'https://GitLab.example.com/ci/cache'),
    ...TREE,
  };
  expect(Object.keys(synced(files))).toEqual(['x', 'y']);
});

test('the folders of all Applications lie below one', () => {
  const files = {
    'argocd/x.json': application('x', { path: 'deploy/cache' }),
    'argocd/y.json': application('y', { path: 'deploy/web' }),
    'argocd/z.json': application('z', { path: 'elsewhere/store' }),
    'web/c.yaml': configMap('c'),
    'store/d.yaml': configMap('d'),
    ...TREE,
  };
  expect(synced(files)).toEqual({ x: [['a'], ['b']], y: [['c'], []] });
});

test('where most are found counts, and of equals where most of each name agrees', () => {
  const deep = { 'deploy/cache/e.yaml': configMap('e') };
  const one = { 'argocd/x.json': application('x', { path: 'deploy/cache' }), ...TREE, ...deep };
  expect(synced(one)).toEqual({ x: [['e'], []] });
  const two = { 'argocd/y.json': application('y', { path: 'deploy/web' }), 'web/c.yaml': configMap('c') };
  expect(synced({ ...one, ...two })).toEqual({ x: [['a'], ['b']], y: [['c'], []] });
});

test('of several sources each counts, and the single one beside them does not', () => {
  const text = JSON.parse(application('x', { path: 'cache' })) as { spec: object };
  const sources = [
    { repoURL: REPOSITORY, path: 'cache/store' },
    { repoURL: REPOSITORY, ref: 'values' },
  ];
  expect(
    synced({ 'argocd/x.json': JSON.stringify({ ...text, spec: { ...text.spec, sources } }), ...TREE }),
  ).toEqual({
    x: [['b'], []],
  });
});
