import { manifestsOf } from '../../../src/manifests/manifests';
import { NEWEST } from '../../../src/api/release';
import { System } from '../../../src/system/system';
import { serviceNamed, servicesIn } from '../../../src/system/traffic/service-names';
import { NETWORK_CHECKS } from '../../../src/checks/references/network';
import { found } from '../../checks/case';

const SERVICES = `
apiVersion: v1
kind: Service
metadata: { name: minio, namespace: store }
spec: { selector: { app: minio }, ports: [{ port: 80, targetPort: 9000 }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: own }
spec: { selector: { app: web }, ports: [{ port: 9000 }] }
`;
const system = new System(manifestsOf([{ path: 'case.yaml', text: SERVICES }]), NEWEST);

test.each<[string, string | undefined]>([
  ['web', 'web'],
  ['web.own', 'web'],
  ['web.own.svc', 'web'],
  ['minio.store.svc.cluster.local', 'minio'],
  ['minio.store.svc.example.org.', 'minio'],
  ['minio-0.minio.store.svc', 'minio'],
  ['minio', undefined],
  ['a.minio.store', undefined],
  ['a.b.minio.store.svc', undefined],
  ['example.com', undefined],
])('seen from namespace "own", %s is Service %s', (host, name) => {
  expect(serviceNamed(system, host, 'own')?.name).toBe(name);
});

test.each<[string, readonly [string, number | undefined][]]>([
  ['http://minio.store.svc', [['minio', 80]]],
  ['https://user:pass@minio.store/bucket', [['minio', 443]]],
  ['minio.store.svc:9000', [['minio', 9000]]],
  [
    'curl http://web:9000 && nc web:9000',
    [
      ['web', 9000],
      ['web', 9000],
    ],
  ],
  ['http://minio-{0...3}.minio.store.svc.cluster.local:9000/data', [['minio', 9000]]],
  ['redis://minio.store.svc', [['minio', undefined]]],
  ['s3://web', []],
  ['minio.store.svc and: web', []],
  ['  # http://minio.store.svc', []],
  ['registry/web:9000', []],
  ['my_web:9000', []],
])('%s names %j', (text, expected) => {
  expect(servicesIn(system, text, 'own').map(({ service, port }) => [service.name, port])).toEqual(expected);
});

const policy = (spec: string, namespace = 'own'): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: it, namespace: ${namespace} }\nspec: ${spec}\n`;
const pod = (app: string, spec: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${app}, namespace: own, labels: { app: ${app} } }\nspec: ${spec}\n`;
const told = (...texts: string[]): string[] =>
  found(texts.join('\n---\n'), NETWORK_CHECKS).map(({ check }) => check);

const CLIENT = pod('web', '{ containers: [{ name: a, args: ["http://minio.store.svc"] }] }');
const DENY = '{ podSelector: {}, policyTypes: [Ingress, Egress] }';
const CUSTOM = 'apiVersion: minio.min.io/v2\nkind: Tenant\nmetadata: { name: it, namespace: own }\n';

test.each<[string, readonly string[], readonly string[]]>([
  ['nothing isolates', [SERVICES, CLIENT], []],
  ['a Service without pods in the files', [SERVICES, CLIENT, policy(DENY)], []],
  [
    'a policy that selects nothing',
    [CLIENT, policy('{ podSelector: { matchLabels: { app: x } } }')],
    ['policy-selects-nothing'],
  ],
  [
    '... where an operator may make pods',
    [CLIENT, CUSTOM, policy('{ podSelector: { matchLabels: { app: x } } }')],
    [],
  ],
  [
    '... in a namespace of which no file has pods',
    [CLIENT, policy('{ podSelector: { matchLabels: { app: x } } }', 'x')],
    [],
  ],
  [
    '... but job pods of a runner that is in no file',
    [
      CLIENT,
      policy(DENY),
      policy('{ podSelector: { matchExpressions: [{ key: job.runner.gitlab.com/pod, operator: Exists }] } }'),
    ],
    [],
  ],
  [
    'a peer in a namespace of which no file has pods',
    [
      CLIENT,
      policy(
        '{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }] }] }',
      ),
    ],
    [],
  ],
  [
    'a peer that nobody is',
    [
      CLIENT,
      policy('{ podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: x } } }] }] }'),
    ],
    ['policy-peer-selects-nothing'],
  ],
  ['a token that nobody asked for', [pod('web', '{ containers: [] }'), policy(DENY)], []],
  [
    'a token that is asked for',
    [pod('web', '{ automountServiceAccountToken: true, containers: [] }'), policy(DENY)],
    ['policy-blocks-api'],
  ],
  [
    'a token for somebody else',
    [
      pod(
        'web',
        '{ volumes: [{ projected: { sources: [{ serviceAccountToken: { audience: vault, path: t } }] } }], containers: [] }',
      ),
      policy(DENY),
    ],
    [],
  ],
  [
    'a pod on the network of its node',
    [pod('web', '{ hostNetwork: true, automountServiceAccountToken: true, containers: [] }'), policy(DENY)],
    [],
  ],
  [
    'an API server on any other port',
    [
      pod('web', '{ automountServiceAccountToken: true, containers: [] }'),
      policy('{ podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 7443 }] }] }'),
    ],
    [],
  ],
  [
    'an empty egress where the type is said',
    [CLIENT, policy('{ podSelector: {}, policyTypes: [Egress], egress: [] }')],
    [],
  ],
])('%s', (_, texts, expected) => {
  expect(told(...texts)).toEqual(expected);
});
