import { meta, labels, pod, template, ending } from './pod-parts';

/** One of each kind that people keep in Git, with most of the fields that they write: the first half. */
export const FIRST_KINDS: readonly object[] = [
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
];
