import { application, configMap, object, SOURCE, told, type Fields } from './delivered';

const template = (more: Fields = {}): Fields => ({ metadata: { name: 'data' }, spec: {}, ...more });
const set = (options: string, templates: readonly Fields[] = [template()]): Fields => ({
  ...object('apps/v1', 'StatefulSet', 'minio', {
    spec: { volumeClaimTemplates: templates, template: { spec: { automountServiceAccountToken: false } } },
  }),
  metadata: {
    name: 'minio',
    namespace: 'minio',
    annotations: { 'argocd.argoproj.io/sync-options': options },
  },
});
const ON_SERVER = { syncPolicy: { syncOptions: ['ServerSideApply=true'] } };
const DIFF = { annotations: { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' } };
const SAID = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: { volumeMode: 'Filesystem' } };

const TEMPLATE = 'claim-template-defaults-unsaid';

test('a claim template is told where it is applied on the server side', () => {
  expect(told({ 'cache/a.json': set('ServerSideApply=true') })).toEqual([TEMPLATE]);
  expect(told({ 'b/x.json': application(ON_SERVER), 'cache/a.json': set('Prune=true') })).toContain(TEMPLATE);
});

test.each([
  ['on the client side', { 'b/x.json': application(), 'cache/a.json': set('Prune=true') }],
  ['with all said', { 'cache/a.json': set('ServerSideApply=true', [template(SAID)]) }],
  ['with the server’s diff', { 'b/x.json': application(ON_SERVER, DIFF), 'cache/a.json': set('Prune=true') }],
  [
    'with an option of its own',
    { 'b/x.json': application(ON_SERVER), 'cache/a.json': set('ServerSideApply=false') },
  ],
  [
    'in a folder that is not told, with the server’s diff',
    {
      'b/x.json': application({ source: { ...SOURCE, path: 'k8s' } }, DIFF),
      'cache/a.json': set('ServerSideApply=true'),
    },
  ],
  [
    'of another Application',
    { 'b/x.json': application(ON_SERVER), 'cache/a.json': configMap(), 'web/a.json': set('Prune=true') },
  ],
])('a claim template %s is no fault', (_, files: Fields) => {
  expect(told(files)).not.toContain(TEMPLATE);
});

const ignoring = (entry: Fields, spec: Fields = {}): Fields => ({
  'b/x.json': application({
    ignoreDifferences: [{ group: '', kind: 'ConfigMap', jsonPointers: ['/data/a'], ...entry }],
    ...spec,
  }),
  'cache/a.json': { ...configMap(), data: { a: 'b' } },
});

test.each([
  ['any of the kind', {}],
  ['one by name', { name: 'settings', namespace: 'minio' }],
  ['all kinds', { group: '*', kind: '*' }],
  ['an item of a list', { jsonPointers: ['/metadata/name'] }],
])('what is not compared and stands in a file is told: %s', (_, entry) => {
  expect(told(ignoring(entry))).toEqual(['ignored-difference-overwritten']);
});

test.each([
  ['that no file holds', ignoring({ jsonPointers: ['/data/b'] })],
  ['of another object', ignoring({ name: 'other' })],
  ['of another kind', ignoring({ kind: 'Secret' })],
  ['that is respected', ignoring({}, { syncPolicy: { syncOptions: ['RespectIgnoreDifferences=true'] } })],
  ['of a folder that is not here', ignoring({}, { source: { ...SOURCE, path: 'k8s' } })],
  [
    'by an expression, which is not read',
    ignoring({ jsonPointers: undefined, jqPathExpressions: ['.data.a'] }),
  ],
])('a difference %s is no fault', (_, files) => {
  expect(told(files)).toEqual([]);
});
