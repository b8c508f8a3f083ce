import { manifestsOf } from '../../src/manifests/manifests';
import { Namespaces } from '../../src/network/namespaces';
import { Network, OUTSIDE, port, type FarEnd } from '../../src/network/network';
import type { Pod } from '../../src/network/pod';
import { policyOf, type Direction } from '../../src/network/policy';
import { labels } from '../../src/network/selector';

const NAMESPACES = `
apiVersion: v1
kind: Namespace
metadata: { name: minio, labels: { tier: store } }
---
apiVersion: v1
kind: Namespace
metadata: { name: jobs, labels: { tier: ci } }
`;

const pod = (namespace: string, app: string, more: Partial<Pod> = {}): Pod => ({
  namespace,
  labels: labels({ app }),
  ports: [],
  isOnHost: false,
  ...more,
});
const MINIO = pod('minio', 'minio', {
  ports: [
    { name: 's3', number: 9000, protocol: 'TCP' },
    { name: 'dns', number: 5353, protocol: 'UDP' },
  ],
});
const INIT = pod('minio', 'init');
const JOB: Pod = {
  ...pod('jobs', ''),
  labels: {
    values: new Map([
      ['job', undefined],
      ['team', 'web'],
    ]),
    open: false,
  },
};
const ELSEWHERE = pod('elsewhere', 'minio');

/** Whether the policies of MinIO's namespace, given by their specs, let it pass. */
function passes(
  specs: readonly string[],
  direction: Direction,
  far: FarEnd,
  ports = port(9000),
  near = MINIO,
): boolean {
  const policies = specs.map(
    (spec) =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: it, namespace: ${near.namespace} }\nspec: ${spec}\n`,
  );
  const { manifests, faults } = manifestsOf([
    { path: 'case.yaml', text: [NAMESPACES, ...policies].join('\n---\n') },
  ]);
  expect(faults).toEqual([]);
  const namespaces = new Namespaces(
    manifests.filter(({ kind }) => kind === 'Namespace'),
    new Set(['minio', 'jobs']),
  );
  const network = new Network(
    manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(policyOf),
    namespaces,
  );
  return network.blocking(direction, near, far, ports).length === 0;
}

const ALL = 'podSelector: {}';
const minioNamed = 'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: minio } }';

describe('isolation', () => {
  test.each<[string, readonly string[], boolean, boolean]>([
    ['no policy', [], true, true],
    ['a policy without rules or types: ingress only', [`{ ${ALL} }`], false, true],
    ['no podSelector at all takes every pod', ['{ policyTypes: [Ingress] }'], false, true],
    ['both types', [`{ ${ALL}, policyTypes: [Ingress, Egress] }`], false, false],
    ['Egress alone leaves ingress open', [`{ ${ALL}, policyTypes: [Egress] }`], true, false],
    ['an empty list of types is the default', [`{ ${ALL}, policyTypes: [] }`], false, true],
    ['an empty list of egress rules does not isolate by itself', [`{ ${ALL}, egress: [] }`], false, true],
    ['an egress rule does, without its type', [`{ ${ALL}, egress: [{ to: [{ ${ALL} }] }] }`], false, true],
    [
      'an empty list of egress rules isolates where the type is said',
      [`{ ${ALL}, policyTypes: [Egress], egress: [] }`],
      true,
      false,
    ],
    [
      'rules of a type that is not said have no effect',
      [`{ ${ALL}, policyTypes: [Ingress], egress: [{}] }`],
      false,
      true,
    ],
    ['a rule without anything allows all', [`{ ${ALL}, ingress: [{}], egress: [{}] }`], true, true],
    [
      'empty lists of peers and ports allow all',
      [`{ ${ALL}, ingress: [{ from: [], ports: [] }] }`],
      true,
      true,
    ],
    ['another pod is selected', ['{ podSelector: { matchLabels: { app: other } } }'], true, true],
    ['this pod is selected', ['{ podSelector: { matchLabels: { app: minio } } }'], false, true],
    [
      'policies add up: one that allows is enough',
      [`{ ${ALL} }`, '{ podSelector: { matchLabels: { app: minio } }, ingress: [{}] }'],
      true,
      true,
    ],
    [
      'a policy that allows counts only for the pods that it selects',
      [`{ ${ALL} }`, '{ podSelector: { matchLabels: { app: other } }, ingress: [{}] }'],
      false,
      true,
    ],
  ])('%s', (_, specs, ingress, egress) => {
    expect(passes(specs, 'ingress', INIT)).toBe(ingress);
    expect(passes(specs, 'egress', INIT)).toBe(egress);
  });

  test('a pod on the network of its node is not isolated', () => {
    expect(passes([`{ ${ALL} }`], 'ingress', INIT, port(9000), { ...MINIO, isOnHost: true })).toBe(true);
  });

  test('a policy that only may select the pod isolates nothing for sure', () => {
    const specs = ['{ podSelector: { matchLabels: { job: "1" } } }'];
    expect(passes(specs, 'ingress', INIT, port(9000), { ...JOB, namespace: 'minio' })).toBe(true);
  });
});

describe('peers', () => {
  test.each<[string, string, FarEnd, boolean]>([
    [
      'podSelector means pods of the own namespace',
      '{ podSelector: { matchLabels: { app: init } } }',
      INIT,
      true,
    ],
    ['... and no others', '{ podSelector: {} }', JOB, false],
    [
      'namespaceSelector means all pods there',
      '{ namespaceSelector: { matchLabels: { tier: ci } } }',
      JOB,
      true,
    ],
    ['... by labels of the Namespace', '{ namespaceSelector: { matchLabels: { tier: other } } }', JOB, false],
    ['an empty one means all namespaces', '{ namespaceSelector: {} }', ELSEWHERE, true],
    ['both together mean both', `{ ${minioNamed}, podSelector: { matchLabels: { app: init } } }`, INIT, true],
    ['... the pods', `{ ${minioNamed}, podSelector: { matchLabels: { app: x } } }`, INIT, false],
    ['... the namespace', `{ ${minioNamed}, podSelector: {} }`, JOB, false],
    ['each namespace has its name for a label', `{ ${minioNamed} }`, INIT, true],
    ['... also one that no file makes', `{ ${minioNamed} }`, ELSEWHERE, false],
    [
      'of that one other labels are unknown',
      '{ namespaceSelector: { matchLabels: { tier: x } } }',
      ELSEWHERE,
      true,
    ],
    [
      'a label with an unknown value exists',
      `{ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: job, operator: Exists }] } }`,
      JOB,
      true,
    ],
    [
      '... may have this value',
      '{ namespaceSelector: {}, podSelector: { matchLabels: { job: x } } }',
      JOB,
      true,
    ],
    [
      '... but is not absent',
      '{ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: job, operator: DoesNotExist }] } }',
      JOB,
      false,
    ],
    ['a block with private addresses may be pods', '{ ipBlock: { cidr: 10.0.0.0/8 } }', INIT, true],
    ['a block of public addresses is no pod', '{ ipBlock: { cidr: 203.0.113.0/24 } }', INIT, false],
    [
      'all but the private ones neither',
      '{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16] } }',
      INIT,
      false,
    ],
    ['carrier addresses are pods where they are named', '{ ipBlock: { cidr: 100.64.0.0/16 } }', INIT, true],
    ['::/0 may be pods', '{ ipBlock: { cidr: "::/0" } }', INIT, true],
    ['a block is outside', '{ ipBlock: { cidr: 203.0.113.7/32 } }', OUTSIDE, true],
    [
      'an empty block is nobody',
      '{ ipBlock: { cidr: 203.0.113.0/24, except: [203.0.113.0/25, 203.0.113.128/25] } }',
      OUTSIDE,
      false,
    ],
    [
      'outside may be any namespace that is in no file',
      '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: gitlab } } }',
      OUTSIDE,
      true,
    ],
    ['... but no known one', `{ ${minioNamed} }`, OUTSIDE, false],
    ['... nor the own one', '{ podSelector: {} }', OUTSIDE, false],
    ['a peer that the API server refuses is nobody’s fault here', '{}', JOB, true],
  ])('%s: %s', (_, peer, far, expected) => {
    expect(passes([`{ ${ALL}, policyTypes: [Egress], egress: [{ to: [${peer}] }] }`], 'egress', far)).toBe(
      expected,
    );
    expect(
      passes([`{ ${ALL}, policyTypes: [Ingress], ingress: [{ from: [${peer}] }] }`], 'ingress', far),
    ).toBe(expected);
  });

  test('several peers of a rule add up', () => {
    const peers =
      '[{ podSelector: { matchLabels: { app: x } } }, { podSelector: { matchLabels: { app: init } } }]';
    expect(passes([`{ ${ALL}, ingress: [{ from: ${peers} }] }`], 'ingress', INIT)).toBe(true);
  });
});

describe('ports of an ingress rule', () => {
  test.each<[string, string, ReturnType<typeof port>, boolean]>([
    ['this one', '[{ port: 9000 }]', port(9000), true],
    ['another one', '[{ port: 9001 }]', port(9000), false],
    ['the protocol is TCP where it is not said', '[{ port: 9000 }]', port(9000, 'UDP'), false],
    ['another protocol', '[{ port: 9000, protocol: UDP }]', port(9000), false],
    ['a protocol without a port means all of them', '[{ protocol: TCP }]', port(9000), true],
    ['... of that protocol', '[{ protocol: UDP }]', port(9000), false],
    ['endPort includes both ends', '[{ port: 8000, endPort: 9000 }]', port(9000), true],
    ['... and nothing above', '[{ port: 8000, endPort: 8999 }]', port(9000), false],
    ['a name of the pod’s port', '[{ port: s3 }]', port(9000), true],
    ['a name that it has not', '[{ port: http }]', port(9000), false],
    ['a name of another protocol', '[{ port: dns }]', port(5353), false],
    ['one of several', '[{ port: 9001 }, { port: 9000 }]', port(9000), true],
  ])('%s', (_, ports, wanted, expected) => {
    expect(passes([`{ ${ALL}, ingress: [{ ports: ${ports} }] }`], 'ingress', INIT, wanted)).toBe(expected);
  });

  test('a name in an egress rule is looked up in the pod that is connected to', () => {
    const spec = `{ ${ALL}, policyTypes: [Egress], egress: [{ ports: [{ port: s3 }] }] }`;
    expect(passes([spec], 'egress', MINIO, port(9000), INIT)).toBe(true);
    expect(passes([spec], 'egress', INIT)).toBe(false);
    expect(passes([spec], 'egress', OUTSIDE)).toBe(true);
  });

  test('peer and port of the same rule have to fit', () => {
    const rules = `[{ from: [{ ${ALL} }], ports: [{ port: 1 }] }, { from: [{ podSelector: { matchLabels: { app: x } } }], ports: [{ port: 9000 }] }]`;
    expect(passes([`{ ${ALL}, ingress: ${rules} }`], 'ingress', INIT)).toBe(false);
  });
});
