import { OUTSIDE, port } from '../../src/network/network';
import { MINIO, INIT, JOB, passes, ALL } from './passes';

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
