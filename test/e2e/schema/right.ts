import { exampleManifests } from './examples';

/** Objects that are right, by a name that is told when they are not. */
export interface Sample {
  readonly name: string;
  readonly object: object;
}

const meta = (name: string) => ({ name, labels: { 'app.kubernetes.io/name': 'sample' } });
const labels = { app: 'sample' };

const container = {
  name: 'main',
  image: 'alpine:3.22',
  imagePullPolicy: 'IfNotPresent',
  command: ['sleep', '1d'],
  env: [
    { name: 'LEVEL', value: '1' },
    { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    { name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'access', optional: true } } },
  ],
  envFrom: [{ configMapRef: { name: 'settings' } }],
  ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: 1, memory: '128Mi' } },
  readinessProbe: { httpGet: { path: '/', port: 'http' }, periodSeconds: 5 },
  livenessProbe: { tcpSocket: { port: 8080 } },
  lifecycle: { preStop: { exec: { command: ['true'] } } },
  volumeMounts: [
    { name: 'work', mountPath: '/work' },
    { name: 'settings', mountPath: '/etc/settings', readOnly: true },
  ],
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsUser: 1000 },
};

const pod = {
  containers: [container],
  initContainers: [{ name: 'first', image: 'alpine:3.22' }],
  volumes: [
    { name: 'work', emptyDir: { sizeLimit: '1Gi' } },
    { name: 'settings', configMap: { name: 'settings', items: [{ key: 'a', path: 'b/c' }] } },
  ],
  securityContext: { runAsNonRoot: true, fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'cache', effect: 'NoSchedule' }],
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: labels },
    },
  ],
  affinity: {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 10,
          podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: labels } },
        },
      ],
    },
  },
};

const template = { metadata: { labels }, spec: pod };
const ending = { metadata: { labels }, spec: { ...pod, restartPolicy: 'Never' } };
const rbac = 'rbac.authorization.k8s.io';

/** One of each kind that people keep in Git, with most of the fields that they write. */
const TEMPLATES: readonly object[] = [
  { apiVersion: 'v1', kind: 'Pod', metadata: meta('pod'), spec: pod },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: meta('deployment'),
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
      template,
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: meta('stateful'),
    spec: {
      serviceName: 'peers',
      replicas: 1,
      selector: { matchLabels: labels },
      template,
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      ],
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: meta('daemon'),
    spec: { selector: { matchLabels: labels }, template },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: meta('job'),
    spec: { backoffLimit: 2, activeDeadlineSeconds: 600, ttlSecondsAfterFinished: 60, template: ending },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: meta('cron'),
    spec: {
      schedule: '*/5 2-4 * jan-mar mon',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      jobTemplate: { spec: { template: ending } },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: meta('service'),
    spec: {
      selector: labels,
      ports: [
        { name: 'http', port: 80, targetPort: 'http' },
        { name: 'metrics', port: 9090, targetPort: 9090, protocol: 'TCP' },
      ],
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: meta('elsewhere'),
    spec: { type: 'ExternalName', externalName: 's3.example.com' },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: meta('settings'),
    data: { 'config.toml': 'a = 1', _x: '' },
    binaryData: { logo: 'AAEC' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: meta('keys'),
    type: 'Opaque',
    data: { access: 'YWJj' },
    stringData: { secret: 'xyz' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: meta('tls'),
    type: 'kubernetes.io/tls',
    stringData: { 'tls.crt': '', 'tls.key': '' },
  },
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: meta('account'),
    automountServiceAccountToken: false,
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: meta('claim'),
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
  },
  {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: meta('quota'),
    spec: { hard: { pods: '10', 'requests.cpu': 4, 'limits.memory': '8Gi', 'count/jobs.batch': '20' } },
  },
  {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: meta('limits'),
    spec: {
      limits: [
        {
          type: 'Container',
          min: { cpu: '10m' },
          default: { cpu: '500m' },
          defaultRequest: { cpu: '100m' },
          max: { cpu: 2 },
        },
      ],
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'rc-schema-sample', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: meta('policy'),
    spec: {
      podSelector: { matchLabels: labels },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [
            {
              namespaceSelector: {
                matchExpressions: [
                  { key: 'kubernetes.io/metadata.name', operator: 'In', values: ['a', 'b'] },
                ],
              },
              podSelector: {},
            },
          ],
          ports: [{ port: 9000, endPort: 9010 }],
        },
      ],
      egress: [
        {
          to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }],
          ports: [{ protocol: 'UDP', port: 53 }],
        },
      ],
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: meta('ingress'),
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: ['s3.example.com'], secretName: 'tls' }],
      rules: [
        {
          host: 's3.example.com',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'minio', port: { number: 9000 } } },
              },
            ],
          },
        },
      ],
    },
  },
  {
    apiVersion: `${rbac}/v1`,
    kind: 'Role',
    metadata: meta('role'),
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
  },
  {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRole',
    metadata: meta('rc-schema-role'),
    rules: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }],
  },
  {
    apiVersion: `${rbac}/v1`,
    kind: 'RoleBinding',
    metadata: meta('binding'),
    roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'view' },
    subjects: [
      { kind: 'ServiceAccount', name: 'account', namespace: 'x' },
      { kind: 'Group', name: 'team', apiGroup: rbac },
    ],
  },
  {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: meta('rc-schema-binding'),
    roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'view' },
    subjects: [{ kind: 'User', name: 'someone', apiGroup: rbac }],
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: meta('budget'),
    spec: { minAvailable: '50%', selector: { matchLabels: labels } },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: meta('scaler'),
    spec: {
      minReplicas: 1,
      maxReplicas: 3,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' },
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
        },
      ],
    },
  },
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'rc-schema-class' },
    provisioner: 'example.com/disk',
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
  },
  {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: 'rc-schema-priority' },
    value: 1000,
  },
];

export function rightSamples(): readonly Sample[] {
  const templates = TEMPLATES.map((object) => ({ name: `the ${nameOf(object)}`, object }));
  return [...templates, ...exampleManifests()];
}

export function nameOf(object: object): string {
  const { kind, metadata } = object as { kind: string; metadata?: { name?: string } };
  return `${kind} ${metadata?.name ?? ''}`;
}

export const TEMPLATE_SAMPLES: readonly Sample[] = TEMPLATES.map((object) => ({
  name: nameOf(object),
  object,
}));
