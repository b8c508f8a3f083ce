import { DISRUPTION_CHECKS } from '../../../src/checks/references/disruption';
import { found } from '../case';
import { toldBy } from '../told';
import { named, object, workload } from './objects';

const told = toldBy(DISRUPTION_CHECKS);
const budget = (fields: object, app = 'app'): ReturnType<typeof object> =>
  object('PodDisruptionBudget', { spec: { selector: { matchLabels: { app } }, ...fields } });
const deployment = (replicas?: unknown): object => workload('Deployment', { replicas });
const scaler = (name = 'app', kind = 'Deployment'): object =>
  object('HorizontalPodAutoscaler', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind, name } } });
const custom = (group: string, kind = 'Thing'): object => ({ ...object(kind), apiVersion: `${group}/v1` });
const ONE_GOES = { maxUnavailable: 1 };

test.each([
  ['one of two that stays', [budget({ minAvailable: 1 }), deployment(2)]],
  ['one that may go', [budget(ONE_GOES), deployment(1)]],
  ['a percentage that leaves some', [budget({ minAvailable: '50%' }), deployment(2)]],
  ['a budget whose pods are nobody’s', [budget({ minAvailable: 1 }, 'other')]],
  [
    'pods of another namespace',
    [budget({ minAvailable: 1 }), named(workload('Deployment'), { namespace: 'b' })],
  ],
  ['pods that an autoscaler counts', [budget({ minAvailable: 1 }), deployment(), scaler()]],
  ['one pod a node', [budget({ minAvailable: 1 }), workload('DaemonSet')]],
  ['pods of a Job', [budget({ minAvailable: 1 }), workload('Job')]],
  ['replicas that are no number', [budget({ minAvailable: 1 }), deployment('1')]],
  [
    'a budget without a selector',
    [object('PodDisruptionBudget', { spec: { minAvailable: 1 } }), deployment()],
  ],
  ['a budget that says nothing', [budget({}), deployment()]],
  [
    'pods of an operator, which are in no file',
    [budget(ONE_GOES, 'b'), deployment(), custom('minio.min.io', 'Tenant')],
  ],
])('Nothing is told of %s', (_, objects) => {
  expect(told(...objects)).toEqual([]);
});

test.each([
  ['pdb-blocks-evictions spec.maxUnavailable', [budget({ maxUnavailable: 0 })]],
  ['pdb-blocks-evictions spec.maxUnavailable', [budget({ maxUnavailable: '0%' }), deployment(3)]],
  ['pdb-blocks-evictions spec.minAvailable', [budget({ minAvailable: '100%' }), deployment(3)]],
  ['pdb-blocks-evictions spec.minAvailable', [budget({ minAvailable: 1 }), deployment()]],
  [
    'pdb-blocks-evictions spec.minAvailable',
    [budget({ minAvailable: 2 }), workload('StatefulSet', { replicas: 2 })],
  ],
  ['pdb-blocks-evictions spec.minAvailable', [budget({ minAvailable: 2 }), workload('ReplicaSet')]],
  ['pdb-blocks-evictions spec.minAvailable', [budget({ minAvailable: 1 }), deployment(), scaler('other')]],
  [
    'pdb-blocks-evictions spec.minAvailable',
    [budget({ minAvailable: 1 }), deployment(), scaler('app', 'StatefulSet')],
  ],
  ['pdb-selects-nothing spec.selector', [budget(ONE_GOES, 'other'), deployment()]],
  ...['bitnami.com', 'cert-manager.io', 'cilium.io', 'external-secrets.io', 'kyverno.io'].map(
    (group) =>
      [
        'pdb-selects-nothing spec.selector',
        [budget(ONE_GOES, 'other'), deployment(), custom(group)],
      ] as const,
  ),
  ...['ServiceMonitor', 'PodMonitor', 'PrometheusRule', 'Probe'].map(
    (kind) =>
      [
        'pdb-selects-nothing spec.selector',
        [budget(ONE_GOES, 'other'), deployment(), custom('monitoring.coreos.com', kind)],
      ] as const,
  ),
  [
    'pdb-selects-nothing spec.selector',
    [budget(ONE_GOES, 'other'), deployment(), custom('networking.k8s.io', 'NetworkPolicy')],
  ],
] as readonly (readonly [string, readonly object[]])[])('%s is told', (field, objects) => {
  expect(told(...objects)).toEqual([field]);
});

test.each([
  [1, 'There is 1 pod of Deployment/ci/app, and 1 must stay'],
  [2, 'There are 2 pods of Deployment/ci/app, and 2 must stay'],
])('Of %d pods it says how many', (count, text) => {
  const objects = [budget({ minAvailable: count }), deployment(count)].map((one) => JSON.stringify(one));
  expect(found(objects.join('\n---\n'), DISRUPTION_CHECKS)[0]?.message).toContain(text);
});
