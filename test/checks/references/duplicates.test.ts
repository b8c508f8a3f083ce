import { DUPLICATE_CHECKS } from '../../../src/checks/references/duplicates';
import { OVERLAP_CHECKS } from '../../../src/checks/references/overlaps';
import { toldBy } from '../told';
import { named, object, workload } from './objects';

const told = toldBy([...DUPLICATE_CHECKS, ...OVERLAP_CHECKS]);
const generated = { ...object('Job'), metadata: { generateName: 'a-', namespace: 'ci' } };
const labelled = (kind: string, app: string, name = 'other'): object =>
  workload(
    kind,
    { selector: { matchLabels: { app } }, template: { metadata: { labels: { app } } } },
    {},
    name,
  );
const OVERLAP = ['selectors-overlap spec.selector'];

test.each([
  ['two kinds of one name', [object('Secret'), object('ConfigMap')]],
  [
    'two groups of one kind',
    [object('Service'), { ...object('Service'), apiVersion: 'serving.knative.dev/v1' }],
  ],
  ['two namespaces', [object('Secret'), named(object('Secret'), { namespace: 'other' })]],
  ['objects that get their names from the API server', [generated, generated]],
  ['workloads with labels of their own', [workload('Deployment'), labelled('Deployment', 'other')]],
  [
    'the same labels in two namespaces',
    [workload('Deployment'), named(workload('DaemonSet'), { namespace: 'b' })],
  ],
  [
    'Jobs, whose selector Kubernetes makes',
    [workload('Deployment'), workload('Job'), workload('Job', {}, {}, 'b')],
  ],
  [
    'a workload that misses its own pods',
    [workload('Deployment', { selector: { matchLabels: { app: 'x' } } }), labelled('Deployment', 'x')],
  ],
  [
    'selectors that say nothing',
    [workload('Deployment', { selector: {} }), workload('DaemonSet', { selector: {} })],
  ],
  [
    'pods of which one label more is asked',
    [
      workload('Deployment'),
      workload('DaemonSet', {
        selector: { matchLabels: { app: 'app', part: 'b' } },
        template: { metadata: { labels: { part: 'b' } } },
      }),
    ],
  ],
])('Nothing is told of %s', (_, objects) => {
  expect(told(...objects)).toEqual([]);
});

test.each(['DaemonSet', 'Deployment', 'ReplicaSet', 'Ingress', 'NetworkPolicy'])(
  '%s of the group that it had once is the same object',
  (kind) => {
    const group = kind === 'Ingress' || kind === 'NetworkPolicy' ? 'networking.k8s.io' : 'apps';
    const [old, now] = ['extensions/v1beta1', `${group}/v1`].map((apiVersion) => ({
      ...object(kind),
      apiVersion,
    }));
    expect(told(old!, now!)).toEqual(['object-in-two-versions metadata.name']);
    expect(told(now!, now!)).toEqual(['duplicate-object metadata.name']);
  },
);

test.each(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'])(
  'A %s takes the pods of another workload',
  (kind) => {
    expect(told(workload('Deployment'), workload(kind, {}, {}, 'other'))).toEqual(OVERLAP);
    expect(told(workload(kind, {}, {}, 'other'), workload('Deployment'))).toEqual(OVERLAP);
    if (kind !== 'Deployment') expect(told(workload('Deployment'), workload(kind))).toEqual(OVERLAP);
  },
);
