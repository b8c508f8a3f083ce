import { changed } from './changed';
import { budget, deployment, issuer, job, object, policy, role, service, volume } from './objects';

const OTHERS: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'another strategy',
    deployment('{}'),
    deployment('{ strategy: { type: Recreate } }'),
    ['spec.strategy: absent → {"type":"Recreate"}'],
  ],
  [
    'back to a default',
    deployment('{ strategy: { type: Recreate } }'),
    deployment('{ strategy: { type: RollingUpdate } }'),
    ['spec.strategy.type: "Recreate" → "RollingUpdate"'],
  ],
  [
    'another pull policy',
    deployment('{}', '{ image: a:1 }'),
    deployment('{}', '{ image: a:1, imagePullPolicy: Always }'),
    ['spec.template.spec.containers[c].imagePullPolicy: absent → "Always"'],
  ],
  [
    'requests in a template',
    deployment('{}', '{ resources: { limits: { cpu: 1 } } }'),
    deployment('{}', '{ resources: { limits: { cpu: 1 }, requests: { cpu: 1 } } }'),
    ['spec.template.spec.containers[c].resources.requests.cpu: absent → 1'],
  ],
  [
    'ports of the host in a template, where nobody writes them',
    deployment('{}', '{ ports: [{ containerPort: 80 }] }', '{ hostNetwork: true }'),
    deployment('{}', '{ ports: [{ containerPort: 80, hostPort: 80 }] }', '{ hostNetwork: true }'),
    ['spec.template.spec.containers[c].ports[80/TCP].hostPort: absent → 80'],
  ],
  [
    'another port of the host of a Pod on its network',
    object(
      'v1 Pod',
      'spec: { hostNetwork: true, containers: [{ name: c, ports: [{ containerPort: 80 }] }] }',
    ),
    object(
      'v1 Pod',
      'spec: { hostNetwork: true, containers: [{ name: c, ports: [{ containerPort: 80, hostPort: 81 }] }] }',
    ),
    ['spec.containers[c].ports[80/TCP].hostPort: 80 → 81'],
  ],
  [
    'service links in a template',
    deployment('{}'),
    deployment('{}', '{}', '{ enableServiceLinks: true }'),
    ['spec.template.spec.enableServiceLinks: absent → true'],
  ],
  [
    'an empty security context of a container',
    deployment('{}'),
    deployment('{}', '{ securityContext: {} }'),
    ['spec.template.spec.containers[c].securityContext: absent → {}'],
  ],
  [
    'optional: false, which is a pointer',
    deployment('{}', '{}', volume(', secret: { secretName: s }')),
    deployment('{}', '{}', volume(', secret: { secretName: s, optional: false }')),
    ['spec.template.spec.volumes[v].secret.optional: absent → false'],
  ],
  [
    'another account',
    deployment('{}', '{}', '{ serviceAccountName: s }'),
    deployment('{}', '{}', '{ serviceAccount: t }'),
    ['spec.template.spec.serviceAccountName: "s" → "t"'],
  ],
  [
    'another target port',
    service('ports: [{ port: 9, targetPort: 9 }]'),
    service('ports: [{ port: 9, targetPort: 8 }]'),
    ['spec.ports[9/TCP].targetPort: 9 → 8'],
  ],
  [
    'a policy of one direction',
    policy('podSelector: {}, egress: [{}]'),
    policy('podSelector: {}, egress: [{}], policyTypes: [Egress]'),
    ['spec.policyTypes: absent → ["Egress"]'],
  ],
  [
    'a rule for all',
    policy('podSelector: {}, ingress: []'),
    policy('podSelector: {}, ingress: [{}]'),
    ['spec.ingress[0]: absent → {}'],
  ],
  [
    'a peer for nobody in particular',
    policy('podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }]'),
    policy('podSelector: {}, ingress: [{ from: [{ podSelector: {}, namespaceSelector: {} }] }]'),
    ['spec.ingress[0].from[0].namespaceSelector: absent → {}'],
  ],
  [
    'a budget for all pods',
    budget('minAvailable: 1'),
    budget('minAvailable: 1, selector: {}'),
    ['spec.selector: absent → {}'],
  ],
  [
    'an empty map of a kind that nobody knows',
    object('acme.io/v1 Thing', 'spec: {}'),
    object('acme.io/v1 Thing', 'spec: { all: {} }'),
    ['spec.all: absent → {}'],
  ],
  ['another kind of issuer', issuer('selfSigned: {}'), issuer(''), ['spec.selfSigned: {} → absent']],
  [
    'one more verb',
    role('{ verbs: [get] }'),
    role('{ verbs: [list, get] }'),
    ['rules[0].verbs[0]: absent → "list"'],
  ],
  [
    'a work queue',
    job('completions: 1'),
    job('parallelism: 1'),
    ['spec.completions: 1 → absent', 'spec.parallelism: absent → 1'],
  ],
  [
    'another folder',
    deployment('{}', '{}', volume(', emptyDir: {}')),
    deployment('{}', '{}', volume(', hostPath: { path: /a }')),
    [
      'spec.template.spec.volumes[v].hostPath: absent → {"path":"/a"}',
      'spec.template.spec.volumes[v].emptyDir: {} → absent',
    ],
  ],
  [
    'an argument before others',
    deployment('{}', '{ args: [a, b] }'),
    deployment('{}', '{ args: [x, a, b] }'),
    ['spec.template.spec.containers[c].args[0]: absent → "x"'],
  ],
  [
    'arguments in another order',
    deployment('{}', '{ args: [a, b] }'),
    deployment('{}', '{ args: [b, a] }'),
    ['spec.template.spec.containers[c].args: ["a","b"] → ["b","a"]'],
  ],
  [
    'a label',
    object('v1 ConfigMap', ''),
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: ns, labels: { x: z } }\n',
    ['metadata.labels.x: absent → "z"'],
  ],
];

test.each(OTHERS)('It is a change to have %s', (_, one, other, fields) => {
  expect([...changed(one, other).fields].sort()).toEqual([...fields].sort());
});

test('Of many items each is compared once', () => {
  const list = (count: number, from: number): string => {
    const items = Array.from(
      { length: count },
      (_, index) => `      - ${String(index + from)}.example\n`,
    ).join('');
    return deployment('{}', '{}', '{}').replace(
      '      containers',
      `      hostAliases:\n      - ip: 1.1.1.1\n        hostnames:\n${items.replaceAll('      -', '        -')}      containers`,
    );
  };
  const cost = (count: number): number => {
    const start = process.cpuUsage().user;
    expect(changed(list(count, 0), list(count, 1)).fields.length).toBe(1);
    return process.cpuUsage().user - start;
  };
  cost(100);
  const least = (count: number): number => Math.min(...[1, 2, 3].map(() => cost(count)));
  expect(least(8000) / least(2000)).toBeLessThan(10);
});
