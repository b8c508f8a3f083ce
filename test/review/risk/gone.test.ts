import { saidBy } from './messages';

const manager = (name: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ci }
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
const FAIL = 'running jobs fail, as the rights of their manager go with it';

test.each([
  ['alone', binding, CUT],
  ['with its rights', '', FAIL],
])('of the running jobs of a manager that goes %s is said what becomes of them', (_, left, jobs) => {
  expect(saidBy('pods-removed', manager('one') + binding, left)).toEqual([
    `its pods go, and none come instead; ${jobs}`,
  ]);
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
