import { OUTSIDE, type FarEnd } from '../../src/network/network';
import { INIT, JOB, ELSEWHERE, passes, ALL, minioNamed } from './passes';

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
