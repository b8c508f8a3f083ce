import { SERVICE_CHECKS } from '../../../src/checks/references/services';
import { found } from '../case';
import { toldBy } from '../told';
import { named, object, workload } from './objects';

type Fields = ReturnType<typeof object>;

const told = toldBy(SERVICE_CHECKS);
const service = (selector: object, spec: object = {}, name = 'app'): Fields =>
  object('Service', { spec: { selector, ...spec } }, name);
const labelled = (labels: object, name = 'other', kind = 'Deployment'): Fields =>
  workload(kind, { template: { metadata: { labels }, spec: { containers: [] } } }, {}, name);
const set = (spec: object): Fields => workload('StatefulSet', { serviceName: 'app', ...spec });
const NOTHING = 'service-selects-nothing spec.selector';
const JOB = 'service-selects-job spec.selector';
const HEAD = 'statefulset-service-not-headless spec.serviceName';
const first = (...objects: readonly object[]): { readonly severity?: string; readonly message?: string } =>
  found(objects.map((one) => JSON.stringify(one)).join('\n---\n'), SERVICE_CHECKS)[0] ?? {};

test.each([
  ['pods with one label more', [service({ app: 'app' }), labelled({ app: 'app', tier: 'a' })]],
  [
    'a Service in a namespace of an operator',
    [service({ a: 'b' }), workload('Deployment'), { ...object('Tenant'), apiVersion: 'minio.min.io/v2' }],
  ],
  [
    'a Service of the system itself',
    [
      named(service({ a: 'b' }), { namespace: 'kube-system' }),
      named(workload('Deployment'), { namespace: 'kube-system' }),
    ],
  ],
  ['a Service in front of a Job alone', [service({ app: 'app' }), workload('Job')]],
  [
    'a Service in front of servers',
    [service({ app: 'app' }), workload('Deployment'), workload('DaemonSet', {}, {}, 'b')],
  ],
  ['a headless Service', [service({ app: 'app' }, { clusterIP: 'None' }), set({})]],
  ['a Service of which no file tells', [service({ app: 'app' }), set({ serviceName: 'other' })]],
  ['a Service of another namespace', [named(service({}), { namespace: 'b' }), set({})]],
])('Nothing is told of %s', (_, objects) => {
  expect(told(...objects)).toEqual([]);
});

test.each([
  [NOTHING, [service({ app: 'ap' }), workload('Deployment')]],
  [NOTHING, [service({ app: 'app' }), named(workload('Deployment'), { namespace: 'b' })]],
  [JOB, [service({ app: 'app' }), workload('Deployment'), workload('Job', {}, {}, 'b')]],
  [HEAD, [service({ app: 'app' }), set({})]],
])('%s is told', (field, objects) => {
  expect(told(...objects)).toEqual([field]);
});

test('The pods of a CronJob are those of a Job', () => {
  const cron = {
    ...object(
      'CronJob',
      { spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: 'app' } } } } } } },
      'b',
    ),
    apiVersion: 'batch/v1',
  };
  expect(told(service({ app: 'app' }), workload('Deployment'), cron)).toEqual([JOB]);
  expect(first(service({ app: 'app' }), cron, workload('Deployment')).message).toContain(
    'the pods of CronJob/ci/b too',
  );
});

test.each([
  ['error', '; Deployment/ci/other has "app: minio"', [service({ app: 'mino' }), labelled({ app: 'minio' })]],
  [
    'error',
    '; Deployment/ci/app has no "part"',
    [service({ app: 'app', part: 'a' }), workload('Deployment')],
  ],
  ['error', '; Deployment/ci/app has "app: app"', [service({ app: 'far-away' }), workload('Deployment')]],
  [
    'error',
    '; Deployment/ci/b has "app: minio"',
    [
      service({ app: 'mino', part: 'a' }),
      labelled({ app: 'minix', part: 'b' }, 'c'),
      labelled({ app: 'minio', part: 'a' }, 'b'),
    ],
  ],
  ['note', 'these labels: where', [service({ app: 'far-away' }), labelled({ app: 'minio' })]],
  [
    'note',
    'these labels: where',
    [service({ app: 'mino', part: 'far-away' }), labelled({ app: 'minio', part: 'b' })],
  ],
])(
  'What is nearly meant is an error, what may come from elsewhere a note: %s%s',
  (severity, text, objects) => {
    const { severity: said, message } = first(...objects);
    expect(said).toBe(severity);
    expect(message).toContain(text);
  },
);

test('One pod alone looks for no other', () => {
  expect(first(service({ app: 'app' }), set({ replicas: 2 })).severity).toBe('warning');
  for (const replicas of [1, undefined, '3'])
    expect(first(service({ app: 'app' }), set({ replicas })).severity).toBe('note');
});

test('Where a file cannot be read, the pods may be in it', () => {
  const text = [service({ app: 'mino' }), labelled({ app: 'minio' })]
    .map((one) => JSON.stringify(one))
    .join('\n---\n');
  const severities = (more: string): readonly string[] =>
    found(text + more, SERVICE_CHECKS).map((one) => one.severity);
  expect(severities('')).toEqual(['error']);
  expect(severities('\n#@ b.yaml\na: [\n')).toEqual(['note']);
});
