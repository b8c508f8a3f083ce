import { SELECTED_CHECKS } from '../../../src/checks/references/network/selected';
import { WRITTEN_CHECKS } from '../../../src/checks/references/network/written';
import { toldBy } from '../told';
import { named, object, policy, workload } from './objects';

type Fields = ReturnType<typeof object>;

const told = toldBy([...SELECTED_CHECKS, ...WRITTEN_CHECKS]);
const ingress = (...rules: readonly object[]): Fields => policy({ policyTypes: ['Ingress'], ingress: rules });
const at = (...ports: readonly object[]): object => ({ ports });
const JOBS = { matchLabels: { 'job.runner.gitlab.com/pod': 'a' } };
const forJobs = (...rules: readonly object[]): Fields =>
  policy({ podSelector: JOBS, policyTypes: ['Egress'], egress: rules });
const block = (cidr: string, ...except: readonly string[]): object => ({
  to: [{ ipBlock: { cidr, except } }],
});
const WEB = { ports: [{ name: 'web', containerPort: 80 }] };
const pods = (container: object = WEB): Fields =>
  workload('Deployment', {}, { containers: [{ name: 'a', ...container }] });

test.each([
  ['a port by name', [ingress(at({ port: 'web' })), pods()]],
  [
    'a port by a name of one of two pods',
    [ingress(at({ port: 'web' })), pods(), workload('Job', {}, {}, 'b')],
  ],
  ['a port by name of pods that are in no file', [ingress(at({ port: 'web' }))]],
  [
    'a policy for jobs of a runner that is in no file',
    [
      forJobs(block('10.0.0.0/8')),
      named(pods(), { name: 'b' }),
      policy({ podSelector: {}, policyTypes: ['Ingress'] }),
    ],
  ],
  [
    'a peer in the own namespace',
    [ingress({ from: [{ podSelector: { matchLabels: { app: 'app' } } }] }), pods()],
  ],
  [
    'a peer of a namespace of which no file tells',
    [
      ingress({ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'b' } } }] }),
      pods(),
    ],
  ],
  ['job pods of a runner that is in no file as a peer', [ingress({ from: [{ podSelector: JOBS }] }), pods()]],
  [
    'any namespace with a label as a peer',
    [ingress({ from: [{ namespaceSelector: { matchLabels: { a: 'b' } } }] }), pods()],
  ],
  [
    'a pod in the network of its node',
    [
      policy({}),
      pods(),
      workload('Deployment', { template: { spec: { hostNetwork: true, containers: [] } } }, {}, 'b'),
    ],
  ],
  [
    'an address that is of no Service',
    [
      policy({ policyTypes: ['Egress'], egress: [block('10.0.0.9/32')] }),
      pods(),
      object('Service', { spec: { clusterIP: '10.0.0.1' } }),
    ],
  ],
  [
    'a range in which a Service is',
    [
      policy({ policyTypes: ['Egress'], egress: [block('10.0.0.1/24')] }),
      pods(),
      object('Service', { spec: { clusterIP: '10.0.0.0' } }),
    ],
  ],
  ['a policy of which no pods are in a file', [policy({})]],
])('Nothing is told of %s', (_, objects) => {
  expect(told(...objects)).toEqual([]);
});

test.each([
  ['policy-port-name-unknown spec.ingress[0].ports[0].port', [ingress(at({ port: 's3' })), pods()]],
  [
    'policy-port-name-unknown spec.ingress[0].ports[0].port',
    [ingress(at({ port: 'web', protocol: 'UDP' })), pods()],
  ],
  [
    'policy-selects-nothing spec.podSelector',
    [
      policy({}),
      workload('Deployment', { template: { metadata: { labels: { app: 'b' } }, spec: {} } }),
      policy({ podSelector: {} }),
    ],
  ],
  [
    'policy-peer-selects-nothing spec.ingress[0].from[0]',
    [ingress({ from: [{ podSelector: { matchLabels: { app: 'b' } } }] }), pods()],
  ],
  [
    'policy-peer-selects-nothing spec.ingress[0].from[1]',
    [
      ingress({
        from: [
          { podSelector: {} },
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ci' } },
            podSelector: { matchLabels: { app: 'b' } },
          },
        ],
      }),
      pods(),
    ],
  ],
  [
    'policy-misses-pod spec.template.metadata.labels',
    [
      policy({}),
      pods(),
      workload('Deployment', { template: { metadata: { labels: { app: 'b' } }, spec: {} } }, {}, 'b'),
    ],
  ],
  [
    'policy-names-service-address spec.egress[0].to[0].ipBlock.cidr',
    [
      policy({ policyTypes: ['Egress'], egress: [block('10.0.0.1/32')] }),
      pods(),
      object('Service', { spec: { clusterIP: '10.0.0.1' } }),
    ],
  ],
  [
    'policy-names-service-address spec.egress[0].to[0].ipBlock.cidr',
    [
      policy({ policyTypes: ['Egress'], egress: [block('fd00::1/128')] }),
      pods(),
      object('Service', { spec: { clusterIP: 'fd00::1' } }),
    ],
  ],
  [
    'policy-rules-ignored spec.egress',
    [policy({ policyTypes: ['Ingress'], egress: [block('10.0.0.0/8')] }), pods()],
  ],
  ['policy-empty-peers spec.ingress[0].from', [ingress({ from: [] }), pods()]],
])('%s is told', (field, objects) => {
  expect(told(...objects)).toEqual([field]);
});
