import { reviewAsText } from '../../../src/review/report/text';
import { claim, report } from './report';

const map = (name: string, values: Readonly<Record<string, string>>): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: minio }\ndata: ${JSON.stringify(values)}\n`;
const textOf = (base: string, head: string): string =>
  reviewAsText(report({ 'a.yaml': base }, { 'a.yaml': head }), false);

test('one routine change says its field and values; more of one object are a line', () => {
  expect(textOf(map('m', { a: '1' }), map('m', { a: '2' }))).toContain(
    '\n  ConfigMap/minio/m: changes (data.a: "1" → "2")\n',
  );
  const many = textOf(
    map('m', { a: '1', b: '1', c: '1', d: '1' }),
    map('m', { a: '2', b: '2', c: '2', d: '2' }),
  );
  expect(many).toContain('\n  ConfigMap/minio/m: changes (data.a, data.b, data.c and 1 more)\n');
});

test('a rename says both names, also where the object lies in the folder of a cluster', () => {
  const values = { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6' };
  expect(textOf(map('old', values), map('new', values))).toContain('  ConfigMap/minio/old → new: ');
  const tree = (name: string) => ({
    ...{ 'dev/a.yaml': map(name, values), 'dev/b.yaml': claim('b') },
    ...{ 'prod/a.yaml': map('old', values), 'prod/b.yaml': claim('b') },
  });
  expect(reviewAsText(report(tree('old'), tree('new')), false)).toContain(
    '  ConfigMap/minio/old → new in dev: ',
  );
});

test('fields beyond the first ones are counted', () => {
  const secret = (value: string): string =>
    map('m', Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => [key, value]))).replace(
      'kind: ConfigMap',
      'kind: Secret',
    );
  expect(textOf(secret('YQ=='), secret('Yg=='))).toContain(
    ['a', 'b', 'c', 'd'].map((key) => `    data.${key}: "hidden 1" → "hidden 2"\n`).join('') +
      '    and 2 more fields\n',
  );
});

const project = (kinds: number): string =>
  JSON.stringify({
    ...{
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: 'p', namespace: 'argocd' },
    },
    spec: {
      destinations: ['a', 'b', 'c', 'd'].map((namespace) => ({ server: 'https://x', namespace })),
      namespaceResourceWhitelist: [
        ...Array.from({ length: kinds }, (_, index) => ({ group: '', kind: `Kind${String(index)}` })),
        { group: 'rbac.authorization.k8s.io', kind: 'Role' },
      ],
    },
  });

test('of a project with many kinds those are told that weigh most, and the details have all', () => {
  const told = report({}, { 'a.yaml': project(9) });
  const [entry] = told.entries;
  expect(entry?.message).toBe(
    'its Applications may use more: the namespaces "a", "b", "c" and 1 more of the cluster "https://x"; ' +
      'Role of "rbac.authorization.k8s.io", core Kind0, core Kind1 and 7 more in namespaces',
  );
  expect(entry?.details).toHaveLength(14);
  expect(entry?.details).toContain('core Kind8 in namespaces');
});
