import { report } from './report';

const object = (kind: string, more: string, name = 'one', namespace = 'a'): string =>
  `apiVersion: ${kind}\nmetadata: { name: ${name}, namespace: ${namespace} }\n${more}`;
const role = (verbs: string, name?: string, namespace?: string): string =>
  object(
    'rbac.authorization.k8s.io/v1\nkind: Role',
    `rules: [{ apiGroups: [""], resources: [pods], verbs: [${verbs}] }]\n`,
    name,
    namespace,
  );
const kept = (name: string, namespace: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n  annotations: { argocd.argoproj.io/sync-options: Prune=false }\ntype: Opaque\n`;

const told = (base: string, head: string): readonly string[] =>
  report({ 'a.yaml': base }, { 'a.yaml': head }).entries.map(
    ({ risk, names, field }) => `${risk.id} of ${names.join(', ')}${field === '' ? '' : `: ${field}`}`,
  );

test('what a row tells of rules is not told again as a field that changes', () => {
  expect(told(role('get'), role('get, list'))).toEqual(['rights-widened of Role/a/one']);
});

test('beside it another field is', () => {
  const labelled = role('get, list').replace('namespace: a', 'namespace: a, labels: { b: c }');
  expect(told(role('get'), labelled)).toEqual([
    'rights-widened of Role/a/one',
    'field-changed of Role/a/one: metadata.labels.b',
  ]);
});

test('a rename is no change of a name beside it, and names what goes first', () => {
  expect(told(kept('one', 'a'), kept('two', 'a'))).toEqual(['left-behind of Secret/a/one → two']);
});

test('several renames name all that goes', () => {
  const all = (name: string): string => `${kept(name, 'a')}---\n${kept(name, 'b')}`;
  expect(told(all('one'), all('two'))).toEqual(['left-behind of Secret/a/one → two, Secret/b/one → two']);
});

test('who may do more by a new object reads that it is new, and of one that goes that it goes', () => {
  expect(told(role('get'), role('get', 'two', 'b'))).toEqual([
    'rights-widened of Role/b/two (new)',
    'rights-narrowed of Role/a/one (removed)',
  ]);
});

test('an object counts in each class in which something is told of it', () => {
  const workload = (image: string, replicas: number): string =>
    `apiVersion: apps/v1
kind: Deployment
metadata: { name: app, namespace: a }
spec:
  replicas: ${String(replicas)}
  selector: { matchLabels: { app: app } }
  template:
    metadata: { labels: { app: app } }
    spec: { containers: [{ name: app, image: "${image}" }] }
`;
  const { counts } = report({ 'a.yaml': workload('app:1.0', 1) }, { 'a.yaml': workload('app:1.1', 2) });
  expect([...counts]).toEqual([
    ['RESTART', 1],
    ['CAPACITY', 1],
    ['ROUTINE', 1],
  ]);
});
