import { OPEN_CHECKS } from '../../../src/checks/references/network/open';
import { toldBy } from '../told';
import { policy, workload } from './objects';

type Fields = ReturnType<typeof policy>;

const told = toldBy(OPEN_CHECKS);
const store = (container: object = {}): Fields =>
  workload(
    'Deployment',
    {},
    {
      containers: [
        { name: 'proxy', image: 'envoy:1' },
        { name: 'minio', image: 'minio/minio:1', args: ['server', '/data'], ...container },
      ],
    },
  );
const ingress = (...rules: readonly object[]): Fields => policy({ policyTypes: ['Ingress'], ingress: rules });
const OPEN = ['policy-opens-minio spec.ingress[0]'];
const ALL = { from: [{ namespaceSelector: {} }] };
const at = (...ports: readonly object[]): object => ({ ports });

test.each([
  ['a server that is named by its command', { args: [], command: ['minio', 'server', '/data'] }],
  ['one that is started by a shell', { args: [], command: ['sh', '-c', 'exec minio server /data'] }],
  [
    'one that says nothing but its port',
    { args: [], ports: [{ containerPort: 1 }, { containerPort: 9000 }] },
  ],
  ['another build', { image: 'registry.example.com:5000/pgsty/silo@sha256:abc' }],
  ['an image without a tag', { image: 'minio' }],
])('Everybody may connect to %s', (_, container) => {
  expect(told(ingress({}), store(container))).toEqual(OPEN);
});

test.each([
  ['another program', { image: 'minio/mc:1' }],
  ['another program of a registry of that name', { image: 'minio:5000/tools/mc:1' }],
  ['an image that only begins so', { image: 'minio/minio-operator:1' }],
  ['a job with its image', { args: ['ls', 'serverless'] }],
  ['an image that is not said', { image: undefined }],
])('Everybody may connect to %s', (_, container) => {
  expect(told(ingress({}), store(container))).toEqual([]);
});

test('A server that is an init container serves nobody', () => {
  const init = workload(
    'Deployment',
    {},
    {
      containers: [{ name: 'a', image: 'alpine:3.22' }],
      initContainers: [{ name: 'b', image: 'minio/minio:1', args: ['server', '/data'] }],
    },
  );
  expect(told(ingress({}), init)).toEqual([]);
});

test.each([
  at({ port: 9000 }),
  at({ port: 1 }, { port: 9000, protocol: 'TCP' }),
  at({ protocol: 'TCP' }),
  at({ port: 8000, endPort: 9999 }),
  at({ port: 9090 }),
])('%j is open', (rule) => {
  expect(told(ingress(rule), store({ ports: [{ containerPort: 9090 }] }))).toEqual(OPEN);
});

test.each([
  at({ port: 9001 }),
  at({ port: 9000, protocol: 'UDP' }),
  at({ protocol: 'UDP' }),
  at({ port: 8000, endPort: 8000 }),
  at({ port: 8000 }),
])('%j opens nothing of it', (rule) => {
  expect(told(ingress(rule), store())).toEqual([]);
});

test.each([
  ['spec.ingress[0].from[0]', ALL],
  ['spec.ingress[0].from[0]', { from: [{ namespaceSelector: {}, podSelector: {} }] }],
  ['spec.ingress[0].from[1]', { from: [{ podSelector: {} }, { ipBlock: { cidr: '0.0.0.0/0' } }] }],
  ['spec.ingress[0].from[0]', { from: [{ ipBlock: { cidr: '::/0' } }] }],
])('At %s everybody may connect', (path, rule) => {
  expect(told(ingress(rule), store())).toEqual([`policy-opens-minio ${path}`]);
});

test.each([
  { from: [{ podSelector: {} }] },
  { from: [{ namespaceSelector: { matchLabels: { team: 'a' } } }] },
  { from: [{ namespaceSelector: {}, podSelector: { matchLabels: { team: 'a' } } }] },
  { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] },
  { from: [{ ipBlock: { cidr: '10.0.0.0/01' } }] },
])('%j is not everybody', (rule) => {
  expect(told(ingress(rule), store())).toEqual([]);
});

const JOBS = { matchLabels: { 'job.runner.gitlab.com/pod': 'a' } };
const forJobs = (...rules: readonly object[]): Fields =>
  policy({ podSelector: JOBS, policyTypes: ['Egress'], egress: rules });
const METADATA = ['policy-opens-metadata spec.egress[0]'];
const block = (cidr: string, ...except: readonly string[]): object => ({
  to: [{ ipBlock: { cidr, except } }],
});

test.each([
  [METADATA, {}],
  [METADATA, at({ port: 80 })],
  [METADATA, at({ port: 1, endPort: 1024 })],
  [['policy-opens-metadata spec.egress[0].to[0]'], block('0.0.0.0/0', '10.0.0.0/8')],
  [[], block('0.0.0.0/0', '169.254.0.0/16')],
  [[], block('10.0.0.0/8')],
  [[], at({ port: 443 })],
  [[], at({ port: 80, protocol: 'UDP' })],
  [[], { to: [{ namespaceSelector: {} }] }],
])('%j is told of job pods and %j', (expected, rule) => {
  expect(told(forJobs(rule))).toEqual(expected);
});

test('Pods that are of no runner may ask for what they like', () => {
  expect(told(policy({ policyTypes: ['Egress'], egress: [{}] }), workload('Deployment'))).toEqual([]);
});
