import {
  daemonSet,
  deployment,
  issuer,
  job,
  object,
  policy,
  probe,
  role,
  rolling,
  secret,
  service,
  statefulSet,
  volume,
} from './objects';

export const SAME: readonly (readonly [string, string, string])[] = [
  [
    'a strategy that is the default',
    deployment('{}'),
    deployment(rolling(', rollingUpdate: { maxSurge: 25% }')),
  ],
  ['replicas', deployment('{}'), deployment('{ replicas: 1, paused: false, minReadySeconds: 0 }')],
  [
    'the defaults of a probe',
    deployment('{}', probe('')),
    deployment('{}', probe(", path: /, scheme: HTTP, host: ''")),
  ],
  [
    'a pull policy, by the tag',
    deployment('{}', '{ image: a:1 }'),
    deployment('{}', '{ image: a:1, imagePullPolicy: IfNotPresent }'),
  ],
  [
    'a pull policy of what has no tag',
    deployment('{}', '{ image: a }'),
    deployment('{}', '{ image: a, imagePullPolicy: Always }'),
  ],
  [
    'a pull policy of a digest',
    deployment('{}', '{ image: "a@sha256:1" }'),
    deployment('{}', '{ image: "a@sha256:1", imagePullPolicy: IfNotPresent }'),
  ],
  [
    'the defaults of a pod',
    deployment('{}'),
    deployment(
      '{}',
      '{}',
      '{ dnsPolicy: ClusterFirst, terminationGracePeriodSeconds: 30, hostNetwork: false, securityContext: {} }',
    ),
  ],
  [
    'the old name of an account',
    deployment('{}', '{}', '{ serviceAccountName: s }'),
    deployment('{}', '{}', '{ serviceAccount: s }'),
  ],
  [
    'both names of an account',
    deployment('{}', '{}', '{ serviceAccountName: s }'),
    deployment('{}', '{}', '{ serviceAccountName: s, serviceAccount: s }'),
  ],
  [
    'a mode',
    deployment('{}', '{}', volume(', secret: { secretName: s }')),
    deployment('{}', '{}', volume(', secret: { secretName: s, defaultMode: 0644 }')),
  ],
  [
    'a volume of no kind',
    deployment('{}', '{}', volume('')),
    deployment('{}', '{}', volume(', emptyDir: {}')),
  ],
  [
    'empty maps and lists of a pod',
    deployment('{}'),
    deployment('{}', '{ resources: {}, env: [], args: null }', '{ nodeSelector: {}, tolerations: [] }'),
  ],
  [
    'a variable of no value',
    deployment('{}', '{ env: [{ name: A }] }'),
    deployment('{}', "{ env: [{ name: A, value: '' }] }"),
  ],
  [
    'a partition of zero',
    statefulSet('{}'),
    statefulSet('{ updateStrategy: { type: RollingUpdate, rollingUpdate: { partition: 0 } } }'),
  ],
  [
    'claims that stay',
    statefulSet('{}'),
    statefulSet('{ persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain } }'),
  ],
  [
    'the strategy of a DaemonSet',
    daemonSet('{}'),
    daemonSet('{ updateStrategy: { rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } } }'),
  ],
  [
    'a target port',
    service('ports: [{ port: 9 }]'),
    service('ports: [{ port: 9, targetPort: 9, protocol: TCP }]'),
  ],
  [
    'the defaults of a Service',
    service('ports: [{ port: 9 }]'),
    service("type: ClusterIP, sessionAffinity: None, clusterIP: '', ports: [{ port: 9 }]"),
  ],
  [
    'an affinity of three hours',
    service('sessionAffinity: ClientIP'),
    service('sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } }'),
  ],
  [
    'the types of a policy',
    policy('podSelector: {}, ingress: []'),
    policy('podSelector: {}, policyTypes: [Ingress]'),
  ],
  [
    'the types of a policy with both',
    policy('podSelector: {}, egress: [{}]'),
    policy('podSelector: {}, egress: [{}], policyTypes: [Egress, Ingress]'),
  ],
  [
    'peers in another order',
    policy('podSelector: {}, ingress: [{ from: [{ podSelector: {} }, { ipBlock: { cidr: 10.0.0.0/8 } }] }]'),
    policy('podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }, { podSelector: {} }] }]'),
  ],
  [
    'a rule for all, two ways',
    policy('podSelector: {}, ingress: [{}]'),
    policy('podSelector: {}, ingress: [{ from: [], ports: [] }]'),
  ],
  [
    'rights in another order',
    role(
      '{ apiGroups: [""], resources: [a, b], verbs: [get, list] }, { apiGroups: [x], resources: [c], verbs: [get] }',
    ),
    role(
      '{ apiGroups: [x], resources: [c], verbs: [get] }, { verbs: [list, get, list], apiGroups: [""], resources: [b, a] }',
    ),
  ],
  ['one pod of a Job', job('completions: 1'), job('completions: 1, parallelism: 1, backoffLimit: 6')],
  ['base64 on two lines', secret('data: { a: aGVsbG8= }'), secret('data: { a: "aGVs\\nbG8=\\n" }')],
  ['text for base64', secret('data: { a: aGVsbG8= }'), secret('stringData: { a: hello }\ntype: Opaque')],
  [
    'text above base64',
    secret('data: { a: aGVsbG8= }'),
    secret('data: { a: Ym9v }\nstringData: { a: hello }'),
  ],
  [
    'quantities',
    deployment('{}', '{ resources: { limits: { cpu: "2.3", memory: 1Gi } } }'),
    deployment('{}', '{ resources: { limits: { cpu: 2300m, memory: 1024Mi } } }'),
  ],
  [
    'decimal quantities',
    deployment('{}', '{ resources: { limits: { memory: 1.1k } } }'),
    deployment('{}', '{ resources: { limits: { memory: 1100 } } }'),
  ],
  [
    'the ports of the host of a Pod on its network',
    object(
      'v1 Pod',
      'spec: { hostNetwork: true, containers: [{ name: c, ports: [{ containerPort: 80 }] }] }',
    ),
    object(
      'v1 Pod',
      'spec: { hostNetwork: true, containers: [{ name: c, ports: [{ containerPort: 80, hostPort: 80 }] }] }',
    ),
  ],
  [
    'requests that a Pod has of its limits',
    object('v1 Pod', 'spec: { containers: [{ name: c, resources: { limits: { cpu: 1 } } }] }'),
    object(
      'v1 Pod',
      'spec: { enableServiceLinks: true, containers: [{ name: c, resources: { limits: { cpu: 1 }, requests: { cpu: 1000m } } }] }',
    ),
  ],
  [
    'a date of creation, a status',
    object('v1 Service', 'spec: {}'),
    object('v1 Service', 'spec: {}\nstatus: { loadBalancer: {} }'),
  ],
  [
    'empty labels of a kind that nobody knows',
    object('acme.io/v1 Thing', 'spec: {}'),
    object('acme.io/v1 Thing', 'spec: {}').replace('ns }', 'ns, labels: {}, annotations: null }'),
  ],
  ['null of a custom kind', issuer('selfSigned: {}'), issuer('selfSigned: {}, ca: null')],
  [
    'flow style',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  b: "1"\n',
    '{"kind":"ConfigMap","data":{"b":"1"},"metadata":{"name":"a"},"apiVersion":"v1"}',
  ],
  [
    'an object in a List',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n',
    'apiVersion: v1\nkind: List\nitems: [{ apiVersion: v1, kind: ConfigMap, metadata: { name: a } }]\n',
  ],
];
