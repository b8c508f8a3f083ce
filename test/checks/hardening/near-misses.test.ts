import { HARDENING_CHECKS } from '../../../src/checks/hardening';
import { found } from '../case';

const of = (id: string, text: string): readonly string[] =>
  found(
    text,
    HARDENING_CHECKS.filter((check) => check.id === id),
  ).map(({ message }) => message);

const pod = (
  container: string,
  spec = '',
  kind = 'Deployment',
  api = 'apps/v1',
): string => `apiVersion: ${api}
kind: ${kind}
metadata: { name: minio, namespace: minio }
spec:
  template:
    metadata: { labels: { app: minio } }
    spec:
      containers: [{ name: minio, image: "minio:1.2", ${container} }]
      ${spec}
`;

/** What looks like a fault and is none. */
const SILENT: readonly (readonly [string, string, string])[] = [
  ['liveness-probe', 'a Job ends by itself', pod('', '', 'Job', 'batch/v1')],
  [
    'probes-identical',
    'the same address with another path',
    pod(
      'livenessProbe: { httpGet: { path: /a, port: 1 } }, readinessProbe: { httpGet: { path: /b, port: 1 } }',
    ),
  ],
  ['probe-port', 'a name is judged elsewhere', pod('livenessProbe: { httpGet: { path: /a, port: s3 } }')],
  ['cpu-request', 'the API server takes it from the limit', pod('resources: { limits: { cpu: 1 } }')],
  ['memory-limit', 'it is said for the pod', pod('', 'resources: { limits: { memory: 1Gi } }')],
  [
    'memory-limit',
    'the namespace gives it',
    `${pod('')}---
apiVersion: v1
kind: LimitRange
metadata: { name: all, namespace: minio }
spec: { limits: [{ type: Container, default: { memory: 1Gi } }] }
`,
  ],
  [
    'config-map-credential-key',
    'it says where the credential is',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\ndata: { token-secret-name: git, token-secret-namespace: b }\n',
  ],
  ['low-user-id', 'it is said for the pod', pod('', 'securityContext: { runAsUser: 10000 }')],
  ['low-user-id', 'numbers are mapped away from the node', pod('', 'hostUsers: false')],
  ['image-pull-policy', 'the API server writes Always', pod('').replace('minio:1.2', 'minio')],
  ['image-pull-policy', 'a digest cannot change', pod('').replace('minio:1.2', 'minio@sha256:aa')],
  ['image-digest', 'a port is no tag', pod('').replace('minio:1.2', 'a:5000/minio@sha256:aa')],
  [
    'no-egress-policy',
    'the policy is for the whole namespace',
    `${pod('')}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: all, namespace: minio }
spec: { podSelector: {}, policyTypes: [Egress] }
`,
  ],
  ['no-ingress-policy', 'the pod is in the network of the host', pod('', 'hostNetwork: true')],
  [
    'single-replica',
    'an autoscaler counts',
    `${pod('')}---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: minio, namespace: minio }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: minio }, minReplicas: 2 }
`,
  ],
  [
    'missing-namespace',
    'a namespace has none',
    'apiVersion: v1\nkind: Namespace\nmetadata: { name: minio }\n',
  ],
  [
    'missing-namespace',
    'nobody knows the kind',
    'apiVersion: a.b/v1\nkind: Thing\nmetadata: { name: minio }\n',
  ],
  [
    'config-map-credential-key',
    'a file, a number and a word that only holds another',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { token-file: /run/token, token-days: "30", tokens: a, monkey: b }\n',
  ],
  [
    'quota-fields',
    'the quota is about storage',
    'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: a }\nspec: { hard: { requests.storage: 1Ti } }\n',
  ],
];

test.each(SILENT)('%s is silent: %s', (id, _, text) => {
  expect(HARDENING_CHECKS.map((check) => check.id)).toContain(id);
  expect(of(id, text)).toEqual([]);
});

test('A missing probe behind a Service is a warning, elsewhere a note', () => {
  const service = `---
apiVersion: v1
kind: Service
metadata: { name: minio, namespace: minio }
spec: { selector: { app: minio } }
`;
  const severities = (text: string): readonly string[] =>
    found(text, HARDENING_CHECKS)
      .filter(({ check }) => check === 'readiness-probe')
      .map(({ severity }) => severity);
  expect(severities(pod(''))).toEqual(['note']);
  expect(severities(pod('') + service)).toEqual(['warning']);
  expect(severities(pod('') + service.replace('app: minio', 'app: other'))).toEqual(['note']);
});

test('Nothing throws on objects of another shape', () => {
  for (const spec of [
    '5',
    '[]',
    '{ template: 5 }',
    '{ template: { spec: { containers: [5, {}], volumes: 7 } } }',
  ])
    for (const kind of ['Deployment', 'Job', 'Service', 'NetworkPolicy', 'PodDisruptionBudget', 'LimitRange'])
      for (const api of ['v1', 'apps/v1', 'batch/v1', 'policy/v1', 'networking.k8s.io/v1'])
        found(`apiVersion: ${api}\nkind: ${kind}\nmetadata: { name: a }\nspec: ${spec}\n`, HARDENING_CHECKS);
});

test.each([
  ['the one that declares the port', '{ port: 80, targetPort: http }', ['warning', 'note']],
  ['the one that declares its number', '{ port: 8080 }', ['warning', 'note']],
  ['all, where none declares it', '{ port: 9 }', ['warning', 'warning']],
])('a Service sends connections to %s', (_, port, severities) => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: app, namespace: minio }
spec:
  template:
    metadata: { labels: { app: a } }
    spec:
      containers:
        - { name: app, ports: [{ name: http, containerPort: 8080 }] }
        - { name: sidecar }
---
apiVersion: v1
kind: Service
metadata: { name: app, namespace: minio }
spec: { selector: { app: a }, ports: [${port}] }
`;
  const told = found(
    text,
    HARDENING_CHECKS.filter(({ id }) => id === 'readiness-probe'),
  );
  expect(told.map(({ severity }) => severity)).toEqual(severities);
});

test('the Service of one pod of a StatefulSet sends connections to it', () => {
  const text = `${pod('', '', 'StatefulSet')}---
apiVersion: v1
kind: Service
metadata: { name: minio-0, namespace: minio }
spec: { selector: { statefulset.kubernetes.io/pod-name: minio-0 } }
`;
  expect(of('readiness-probe', text)).toEqual([expect.stringContaining('A Service sends connections')]);
});

test('a CronJob without a deadline is not said to stop: the controller goes on after any number of missed times', () => {
  const job = `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a, namespace: b }\nspec: { schedule: "@daily" }\n`;
  expect(of('cron-job-deadline', job)).toEqual(['After an outage this CronJob starts however late it is']);
});
