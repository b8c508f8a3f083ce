import { insteadOf, saidBy } from './messages';

const manager = (name: string, namespace = 'ci'): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: runner } }
  template:
    metadata: { labels: { app: runner } }
    spec:
      serviceAccountName: runner
      terminationGracePeriodSeconds: 600
      containers:
        - name: gitlab-runner
          image: gitlab/gitlab-runner:v18.11.2
          lifecycle: { preStop: { exec: { command: [sh, -c, "kill -QUIT 1"] } } }
---
`;
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: runner, namespace: jobs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: runner }
subjects: [{ kind: ServiceAccount, name: runner, namespace: ci }]
---
`;
const CUT = 'running jobs finish first, and what still runs after 600 seconds is cut';
const FAIL = 'running jobs fail, as their manager loses its rights over them';

test.each([
  ['alone', binding, CUT],
  ['with its rights', '', FAIL],
])('of the running jobs of a manager that goes %s is said what becomes of them', (_, left, jobs) => {
  expect(saidBy('pods-removed', manager('one') + binding, left)).toEqual([
    `its pods go, and none come instead; ${jobs}`,
  ]);
});

test('and so it is of a manager that is made anew for jobs in another namespace', () => {
  const role = (namespace: string): string =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: runner, namespace: ${namespace} }\nrules: [{ apiGroups: [""], resources: [pods], verbs: [create, delete] }]\n---\n`;
  const tree = (namespace: string): string =>
    manager('one').replace('metadata: { labels', `metadata: { annotations: { jobs: ${namespace} }, labels`) +
    binding.replace('namespace: jobs', `namespace: ${namespace}`) +
    role(namespace);
  expect(saidBy('pods-replaced', tree('jobs'), tree('builds'))).toEqual([
    `its pods are made anew (annotation "jobs"); ${FAIL}`,
  ]);
});

test('a manager that comes in another namespace is told with the one that goes', () => {
  expect(saidBy('pods-removed', manager('one') + binding, manager('one', 'runners') + binding)).toEqual([
    `its pods go, and those of Deployment/runners/one come instead; ${CUT}`,
  ]);
});

test('a manager of other runners does not come instead', () => {
  const config = (runner: string, namespace: string): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: config, namespace: ${namespace} }\ndata: { config.toml: '[[runners]]\n\n  name = "${runner}"\n\n  executor = "kubernetes"' }\n---\n`;
  const mounting = (namespace: string): string =>
    manager('one', namespace).replace(
      '      containers:',
      '      volumes: [{ name: c, configMap: { name: config } }]\n      containers:',
    );
  const tree = (runner: string, namespace: string): string => config(runner, namespace) + mounting(namespace);
  expect(saidBy('pods-removed', tree('web', 'ci'), tree('data', 'runners'))[0]).toContain('none come');
  expect(saidBy('pods-removed', tree('web', 'ci'), tree('web', 'runners'))[0]).toContain('those of');
});

test('and so it is of a manager that gets another name', () => {
  expect(saidBy('pods-renamed', manager('one') + binding, manager('two') + binding)).toEqual([
    `the pods of "one" go and others come: both may run for a while, or neither; ${CUT}`,
  ]);
});

const claim = (storage: string, className: string): string => `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: one, namespace: minio }
spec: { accessModes: [ReadWriteOnce], storageClassName: ${className}, resources: { requests: { storage: ${storage} } } }
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: growing }
provisioner: example.com/any
allowVolumeExpansion: true
`;

test.each([
  ['growing', 'the volume grows, and cannot shrink again'],
  [
    'unknown',
    'the volume grows if its StorageClass says allowVolumeExpansion, or it is refused; it cannot shrink again',
  ],
])('of a claim of the class "%s" that grows is said what the class makes of it', (name, message) => {
  expect(saidBy('claim-grown', claim('1Gi', name), claim('2Gi', name))).toEqual([message]);
});

const mounting = (volume: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: one, namespace: minio }
spec:
  selector: { matchLabels: { app: one } }
  template:
    metadata: { labels: { app: one } }
    spec: { containers: [{ name: c }], volumes: [{ name: data, ${volume} }] }
`;
const ONE = mounting('persistentVolumeClaim: { claimName: one }');

test.each([
  ['another claim', 'persistentVolumeClaim: { claimName: two }', /copy the data to the new claim/],
  ['none', 'emptyDir: {}', /^copy what is still needed before/],
])('who mounts %s instead of a claim is told what to do with the old one', (_, volume, instead) => {
  expect(insteadOf('claim-switched', ONE, mounting(volume))).toEqual([expect.stringMatching(instead)]);
});
