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

const workload = (image: string, replicas = 1, more = ''): string =>
  `apiVersion: apps/v1
kind: Deployment
metadata: { name: app, namespace: a }
spec:
  replicas: ${String(replicas)}
  selector: { matchLabels: { app: app } }
  template:
    metadata: { labels: { app: app } }
    spec: { containers: [{ name: app, image: "${image}"${more} }] }
`;

test('an object counts in each class in which something is told of it', () => {
  const { counts } = report({ 'a.yaml': workload('app:1.0', 1) }, { 'a.yaml': workload('app:1.1', 2) });
  expect([...counts]).toEqual([
    ['RESTART', 1],
    ['CAPACITY', 1],
  ]);
});

test('what pods are made anew for is shown there, and nowhere again', () => {
  expect(told(workload('app:1.0'), workload('app:1.1'))).toEqual([
    `pods-replaced of Deployment/a/app: ${POD}.image`,
  ]);
  const more = ', args: [a], workingDir: /a, tty: true, stdin: true, stdinOnce: true';
  const { entries } = report({ 'a.yaml': workload('app:1.0') }, { 'a.yaml': workload('app:1.1', 1, more) });
  expect(entries.map(({ risk }) => risk.id)).toEqual(['pods-replaced']);
  expect(entries[0]?.others.map(({ field }) => field)).toEqual(
    ['args', 'workingDir', 'tty', 'stdin', 'stdinOnce'].map((field) => `${POD}.${field}`),
  );
});

const POD = 'spec.template.spec.containers[app]';

test('what another row knows more of is not shown there', () => {
  const limit = (memory: string): string => `, resources: { limits: { memory: ${memory} } }`;
  const [before, after] = [
    workload('app:1.0', 1, limit('1Gi')),
    workload('app:1.1', 1, `${limit('2Gi')}, args: [a]`),
  ];
  const { entries } = report({ 'a.yaml': before }, { 'a.yaml': after });
  expect(
    entries.map(({ risk, field, others }) => [risk.id, field, ...others.map((one) => one.field)]),
  ).toEqual([
    ['pods-replaced', `${POD}.image`, `${POD}.args`],
    ['resources-changed', `${POD}.resources.limits.memory`],
  ]);
});

const binding = (subject: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: one, namespace: a }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: one }
subjects: [{ kind: ServiceAccount, name: ${subject}, namespace: a }]
`;
const runningAs = (account: string): string =>
  workload('app:1.0').replace('spec: { containers', `spec: { serviceAccountName: ${account}, containers`);
const tree = (...objects: readonly string[]): string => objects.join('---\n');
const lost = (base: string, head: string): readonly string[] =>
  told(base, head).filter((text) => text.startsWith('rights-lost'));

test('pods that lose rights by a Role and by its binding lose them once', () => {
  const pods = runningAs('app');
  const base = tree(role('get'), binding('app'), pods);
  expect(lost(base, tree(pods))).toEqual(['rights-lost of RoleBinding/a/one']);
  expect(lost(base, tree(role('list'), binding('app'), pods))).toEqual(['rights-lost of Role/a/one']);
  expect(lost(base, tree(role('list'), binding('other'), pods))).toEqual([
    'rights-lost of RoleBinding/a/one',
  ]);
});

test('an annotation of several kinds is told once, and rows of unlike names are told apart', () => {
  const wave = (text: string): string =>
    text.replace('namespace: a', 'namespace: a, annotations: { argocd.argoproj.io/sync-wave: "5" }');
  expect(told(tree(role('get'), binding('app')), tree(wave(role('get')), wave(binding('app'))))).toEqual([
    'sync-wave-changed of Role/a/one, RoleBinding/a/one: metadata.annotations."argocd.argoproj.io/sync-wave"',
  ]);
  const bound = (name: string, account: string): string =>
    binding(account)
      .replaceAll('name: one', `name: ${name}`)
      .replaceAll('namespace: a', `namespace: ${account}`);
  expect(told('', tree(bound('x', 'b'), bound('c', 'c')))).toEqual([
    'rights-bound of RoleBinding/b/x (new)',
    'rights-bound of RoleBinding/c/c (new)',
  ]);
});

test('another Secret of a volume is told by its name, and what else the volume has is told beside it', () => {
  const cron = (sources: string, data: string): string => `apiVersion: batch/v1
kind: CronJob
metadata: { name: app, namespace: a }
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          containers: [{ name: app }]
          volumes: [{ name: keys, projected: { sources: [${sources}] } }, { name: data, ${data} }]
`;
  const [one, two] = ['one', 'two'].map((name) => `{ secret: { name: ${name} } }`);
  expect(told(cron(one!, 'emptyDir: {}'), cron(`${one}, ${two}`, 'emptyDir: {}'))).toEqual([
    'secret-reference of CronJob/a/app',
  ]);
  expect(
    told(cron(one!, 'persistentVolumeClaim: { claimName: c }'), cron(`${one}, ${two}`, 'emptyDir: {}')),
  ).toContain('field-changed of CronJob/a/app: spec.jobTemplate.spec.template.spec.volumes[data].emptyDir');
});

test('all fields that cannot be changed are told at once', () => {
  const job = (image: string, count: number): string =>
    `apiVersion: batch/v1\nkind: Job\nmetadata: { name: one, namespace: a }\nspec: { completions: ${String(count)}, template: { spec: { containers: [{ name: c, image: "${image}" }] } } }\n`;
  const { entries } = report({ 'a.yaml': job('a:1.0', 1) }, { 'a.yaml': job('a:1.1', 2) });
  expect(entries.map(({ risk, field, others }) => [risk.id, field, others.length])).toEqual([
    ['job-immutable', 'spec.completions', 1],
  ]);
});

test('what one runner changes of a kind is told once, and of each runner', () => {
  const config = (one: string, two: string): string =>
    object(
      'v1\nkind: ConfigMap',
      `data:\n  config.toml: |\n${['a', 'b']
        .map((name, index) => `    [[runners]]\n    name = "${name}"\n${index === 0 ? one : two}`)
        .join('')}`,
    );
  const limits = (size: string): string =>
    `    [runners.kubernetes]\n    memory_limit = "${size}"\n    memory_request = "${size}"\n`;
  const { entries } = report(
    { 'a.yaml': config(limits('1Gi'), limits('1Gi')) },
    { 'a.yaml': config(limits('2Gi'), limits('3Gi')) },
  );
  expect(entries.map(({ risk, others }) => [risk.id, others.length])).toEqual([
    ['job-resources-changed', 1],
    ['job-resources-changed', 1],
  ]);
});
