import { manifestsOf } from '../../src/manifests/manifests';
import { Namespaces } from '../../src/network/namespaces';
import { isWithin, passagesOf } from '../../src/network/passage';
import { policyOf } from '../../src/network/policy';
import { NAMESPACES, MINIO } from './passes';

const namespaces = new Namespaces(
  manifestsOf([{ path: 'namespaces.yaml', text: NAMESPACES }]).manifests,
  new Set(['minio', 'jobs']),
);
const site = { namespace: 'minio', namespaces };

function passages(rules: string) {
  const text = `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a, namespace: minio }, spec: { podSelector: {}, ingress: ${rules} } }`;
  const { manifests } = manifestsOf([{ path: 'policy.yaml', text }]);
  return passagesOf(policyOf(manifests[0]!), 'ingress', [MINIO]);
}

const from = (peer: string, ports = '[{ port: 9000 }]'): string => `[{ from: [${peer}], ports: ${ports} }]`;
const NAME = 'kubernetes.io/metadata.name';

test.each([
  ['everybody takes a peer', '[{ ports: [{ port: 9000 }] }]', from('{ podSelector: {} }')],
  ['all ports take one', from('{ podSelector: {} }', '[]'), from('{ podSelector: {} }')],
  [
    'all ports of TCP take one',
    from('{ podSelector: {} }', '[{ protocol: TCP }]'),
    from('{ podSelector: {} }'),
  ],
  [
    'a range takes its parts',
    '[{ ports: [{ port: 1, endPort: 9 }] }]',
    '[{ ports: [{ port: 2, endPort: 3 }] }]',
  ],
  ['a name is its number', '[{ ports: [{ port: 9000 }] }]', '[{ ports: [{ port: s3 }] }]'],
  [
    'a block takes a part',
    from('{ ipBlock: { cidr: 10.0.0.0/8 } }'),
    from('{ ipBlock: { cidr: 10.2.0.0/16 } }'),
  ],
  [
    'exceptions take away',
    from('{ ipBlock: { cidr: 10.0.0.0/8 } }'),
    from('{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }'),
  ],
  [
    'an IPv6 block takes a part',
    from('{ ipBlock: { cidr: "fc00::/7" } }'),
    from('{ ipBlock: { cidr: "fd00::/8" } }'),
  ],
  [
    'all namespaces take the own one',
    from('{ namespaceSelector: {} }'),
    from('{ podSelector: { matchLabels: { app: a } } }'),
  ],
  [
    'labels take a namespace by its name',
    from('{ namespaceSelector: { matchLabels: { tier: ci } } }'),
    from(`{ namespaceSelector: { matchLabels: { ${NAME}: jobs } } }`),
  ],
  [
    'the own namespace, by its name',
    from('{ podSelector: {} }'),
    from(`{ namespaceSelector: { matchLabels: { ${NAME}: minio } } }`),
  ],
])('%s', (_, wide, narrow) => {
  const [old, fresh] = [passages(wide), passages(narrow)];
  expect(fresh.every((passage) => isWithin(passage, old, site))).toBe(true);
});

test.each([
  ['a peer is less than everybody', from('{ podSelector: {} }'), '[{ ports: [{ port: 9000 }] }]'],
  [
    'every address is less than everybody',
    from('{ ipBlock: { cidr: 0.0.0.0/0 } }'),
    '[{ ports: [{ port: 9000 }] }]',
  ],
  ['addresses are no pods', from('{ ipBlock: { cidr: 0.0.0.0/0 } }'), from('{ podSelector: {} }')],
  ['one port is less than all', from('{ podSelector: {} }'), from('{ podSelector: {} }', '[]')],
  ['UDP is not TCP', '[{ ports: [{ port: 53 }] }]', '[{ ports: [{ port: 53, protocol: UDP }] }]'],
  ['a range has a gap', '[{ ports: [{ port: 1 }, { port: 3 }] }]', '[{ ports: [{ port: 1, endPort: 3 }] }]'],
  ['a name that no pod has', '[{ ports: [{ port: 9000 }] }]', '[{ ports: [{ port: other }] }]'],
  [
    'half a block is less than all of it',
    from('{ ipBlock: { cidr: 10.0.0.0/9 } }'),
    from('{ ipBlock: { cidr: 10.0.0.0/8 } }'),
  ],
  [
    'the other half lets another port pass',
    '[{ from: [{ ipBlock: { cidr: 10.0.0.0/9 } }], ports: [{ port: 1 }] }, { from: [{ ipBlock: { cidr: 10.128.0.0/9 } }], ports: [{ port: 2 }] }]',
    from('{ ipBlock: { cidr: 10.0.0.0/8 } }', '[{ port: 1 }]'),
  ],
  [
    'a namespace without the label',
    from('{ namespaceSelector: { matchLabels: { tier: ci } } }'),
    from(`{ namespaceSelector: { matchLabels: { ${NAME}: minio } } }`),
  ],
  [
    'a namespace of which nobody knows the labels',
    from('{ namespaceSelector: { matchLabels: { tier: ci } } }'),
    from(`{ namespaceSelector: { matchLabels: { ${NAME}: other } } }`),
  ],
  ['another namespace is not the own one', from('{ podSelector: {} }'), from('{ namespaceSelector: {} }')],
])('not within: %s', (_, wide, narrow) => {
  const [old, fresh] = [passages(wide), passages(narrow)];
  expect(fresh.some((passage) => !isWithin(passage, old, site))).toBe(true);
});
