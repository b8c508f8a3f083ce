import { REFERENCE_CHECKS } from '../../../src/checks/references';
import { found } from '../case';

const POD = `apiVersion: v1
kind: Pod
metadata: { name: app, namespace: minio, labels: { app: minio } }
spec:
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: app, namespace: minio }
spec:
`;
const container = (field: string): string => `${POD}  containers: [{ name: app, ${field} }]\n`;
const STATEFUL_SET = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: redis, namespace: minio }
spec:
  template:
    metadata: { labels: { app: redis } }
    spec: { containers: [{ name: redis }] }
`;
const POD_SERVICE = `apiVersion: v1
kind: Service
metadata: { name: redis-0, namespace: minio }
spec:
  selector: { app: redis, statefulset.kubernetes.io/pod-name: redis-0 }
  ports: [{ port: 6379 }]
`;
const prometheus = (kind = 'Prometheus'): string =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: { name: a, namespace: minio }\nspec: {}\n`;
const SERVICE_OF_IT = `apiVersion: v1\nkind: Service\nmetadata: { name: prometheus }\nspec: { selector: { prometheus: a } }\n`;
const POLICY_OF_IT = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: prometheus, namespace: minio }
spec: { podSelector: { matchLabels: { prometheus: a } }, policyTypes: [Ingress] }
`;
const SERVICE_OF_INGRESS = `${SERVICE}  ports: [{ name: http, port: 80 }]\n`;
const ingress = (port: string): string =>
  `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: app, namespace: minio }
spec: { defaultBackend: { service: { name: app, port: { name: ${port} } } } }
`;
const BUDGET = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: dns, namespace: minio }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: dns } } }
`;
const inSystem = (text: string): string => text.replace('namespace: minio', 'namespace: kube-system');
const nowhere = (text: string): string => text.replace(', namespace: minio', '');
const told = (...documents: readonly string[]): string[] =>
  found(documents.join('\n---\n'), REFERENCE_CHECKS).map(({ check }) => check);

test.each([
  ['a Secret that is optional', [container('envFrom: [{ secretRef: { name: none, optional: true } }]')]],
  ['the account that each namespace has', [`${POD}  serviceAccountName: default\n`]],
  [
    'the certificate authority that each namespace has',
    [container('envFrom: [{ configMapRef: { name: kube-root-ca.crt } }]')],
  ],
  [
    'a key of a Secret that is filled in the cluster',
    [
      container('env: [{ name: A, valueFrom: { secretKeyRef: { name: keys, key: accesskey } } }]'),
      'apiVersion: v1\nkind: Secret\nmetadata: { name: keys, namespace: minio }',
    ],
  ],
  ['a Service that stands for a name', [`${SERVICE}  type: ExternalName\n  selector: { app: none }`, POD]],
  ['a Service whose endpoints somebody writes', [`${SERVICE}  ports: [{ port: 1 }]`, POD]],
  ['a Service without pods in any file', [`${SERVICE}  selector: { app: none }`]],
  [
    'a number that no container declares, where containers declare none',
    [`${SERVICE}  selector: { app: minio }\n  ports: [{ port: 9000 }]`, container('image: a')],
  ],
  [
    'a volume in whose place a StatefulSet puts its own claim',
    [
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: app, namespace: minio }\nspec:\n' +
        '  volumeClaimTemplates: [{ metadata: { name: data } }]\n' +
        '  template: { spec: { volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }], ' +
        'containers: [{ name: app, volumeMounts: [{ name: data, mountPath: /data }] }] } }\n',
    ],
  ],
  [
    'a claim that a StatefulSet makes',
    [
      `${POD}  volumes: [{ name: data, persistentVolumeClaim: { claimName: data-minio-0 } }]\n`,
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: minio, namespace: minio }\nspec: { volumeClaimTemplates: [{ metadata: { name: data } }] }',
    ],
  ],
  [
    'a role that each cluster has',
    [
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: a }\nroleRef: { kind: ClusterRole, name: view }',
    ],
  ],
  ['the Service of one pod of a StatefulSet', [POD, STATEFUL_SET, POD_SERVICE]],
  [
    'the pods that an operator makes, of which some object names no namespace',
    [nowhere(POD), prometheus(), SERVICE_OF_IT],
  ],
  ['a policy for the pods that an operator makes', [POD, prometheus(), POLICY_OF_IT]],
  ['what a load balancer of AWS answers by an annotation', [SERVICE_OF_INGRESS, ingress('use-annotation')]],
  ['a budget for pods of the cluster itself', [inSystem(POD), inSystem(BUDGET)]],
  ['objects of one name in two namespaces', [POD, POD.replace('namespace: minio', 'namespace: other')]],
])('nothing is told of %s', (_, documents) => {
  expect(told(...documents)).toEqual([]);
});

test.each([null, 7, 'text', [], [null], {}, { name: [] }])('no check stumbles over %j', (value) => {
  const text = JSON.stringify(value);
  const kinds = ['v1/Pod', 'v1/Service', 'apps/v1/Deployment', 'networking.k8s.io/v1/Ingress'];
  for (const kind of kinds.map((one) => one.split('/'))) {
    const head = `apiVersion: ${kind.slice(0, -1).join('/')}\nkind: ${kind.at(-1)!}`;
    for (const spec of [text, `{ containers: ${text}, volumes: ${text}, selector: ${text}, rules: ${text} }`])
      expect(() => told(`${head}\nmetadata: ${text}\nspec: ${spec}`)).not.toThrow();
  }
});

test('a label that no controller adds is one that the template has to have', () => {
  expect(told(POD, STATEFUL_SET.replace('StatefulSet', 'Deployment'), POD_SERVICE)).toEqual([
    'service-selects-nothing',
  ]);
});

test('kinds that make no pods hide none', () => {
  expect(told(nowhere(POD), prometheus('ServiceMonitor'), SERVICE_OF_IT)).toContain(
    'service-selects-nothing',
  );
  expect(told(POD, prometheus('ServiceMonitor'), POLICY_OF_IT)).toContain('policy-selects-nothing');
});

test.each([
  ['secret: { secretName: keys }', false],
  ['hostPath: { path: /etc/ssl }', false],
  ['emptyDir: {}', false],
  ['persistentVolumeClaim: { claimName: data }', true],
  ['ephemeral: { volumeClaimTemplate: { spec: {} } }', true],
])('of volumes that nobody mounts, %s keeps its pod waiting: %s', (source, waits) => {
  const text = `${POD}  containers: [{ name: app }]\n  volumes: [{ name: idle, ${source} }]\n`;
  const [finding] = found(
    text,
    REFERENCE_CHECKS.filter(({ id }) => id === 'volume-nobody-mounts'),
  );
  expect(finding?.message.includes('does not start without it')).toBe(waits);
});

test('what says no namespace is told without one', () => {
  const guarded = POLICY_OF_IT.replace('prometheus: a', 'app: redis');
  const messages = found([POD, STATEFUL_SET, guarded].map(nowhere).join('\n---\n'), REFERENCE_CHECKS);
  expect(messages.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^No NetworkPolicy selects Pod\/app/),
  );
});

test('a backend of any other port is one of the Service', () => {
  expect(told(SERVICE_OF_INGRESS, ingress('by-annotation'))).toEqual(['backend-port-missing']);
});

test.each([
  ['warning', 'where another port waits for a Service', '{ port: 9 }', 's3'],
  ['note', 'where all others have one', '{ port: 9 }, { port: 80 }', 's3'],
  ['note', 'where the others are for metrics', '{ port: 9 }', 'http-metrics'],
])('a port that is not declared is a %s %s', (severity, _, ports, name) => {
  const pod = container(`ports: [{ name: ${name}, containerPort: 80 }]`);
  const findings = found(
    `${SERVICE}  selector: { app: minio }\n  ports: [${ports}]\n---\n${pod}`,
    REFERENCE_CHECKS,
  );
  expect(findings.map((finding) => [finding.check, finding.severity])).toEqual([
    ['service-port-not-in-pods', severity],
  ]);
});

test('a budget of another namespace is one for pods that are seen', () => {
  expect(told(POD, BUDGET)).toContain('pdb-selects-nothing');
});

test.each([
  ['warning', 'nearly the same one', 'redis-sets-headles'],
  ['note', 'one that shares its words', 'redis-headless'],
])('a name that is in no file is a %s beside %s', (severity, _, serviceName) => {
  const service = `apiVersion: v1\nkind: Service\nmetadata: { name: redis-sets-headless, namespace: minio }\nspec: { clusterIP: None }\n`;
  const set = STATEFUL_SET.replace('spec:\n', `spec:\n  serviceName: ${serviceName}\n`);
  const alone = REFERENCE_CHECKS.filter(
    ({ id }) => id === 'not-in-these-files' || id === 'named-object-missing',
  );
  const findings = found(`${service}\n---\n${set}`, alone);
  expect(findings.map((finding) => finding.severity)).toEqual([severity]);
});
