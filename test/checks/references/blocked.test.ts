import { BLOCKED_CHECKS } from '../../../src/checks/references/network/blocked';
import { found, readCases } from '../case';
import { object, policy, workload } from './objects';

type Fields = ReturnType<typeof object>;

const findings = (...objects: readonly object[]): ReturnType<typeof found> =>
  found(objects.map((one) => JSON.stringify(one)).join('\n---\n'), BLOCKED_CHECKS);
const findingOf = (name: string): ReturnType<typeof found>[number] | undefined =>
  found(readCases().find((one) => one.name === name)!.wrong, BLOCKED_CHECKS)[0];

test.each([
  [
    'policy-blocks-api/dns-only.yaml',
    'isolates Deployment/minio/client, and no rule lets it connect to the API server on TCP 443 or 6443',
    'add an egress rule for it: "{ ports: [{ port: 443, protocol: TCP }, { port: 6443, protocol: TCP }] }"',
  ],
  [
    'policy-blocks-cache/no-ingress.yaml',
    'lets it be reached by the job pods of runner "main" on TCP 9000, for "minio.minio.svc.cluster.local:9000"',
    'add an ingress rule for it: "{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: gitlab-jobs } }, podSelector: { matchExpressions: [{ key: job.runner.gitlab.com/pod, operator: Exists }] } }], ports: [{ port: 9000, protocol: TCP }] }"',
  ],
  [
    'policy-blocks-service/no-egress.yaml',
    'lets it connect to Deployment/minio/minio on TCP 9000, for "http://minio.minio.svc.cluster.local:9000"',
    'add an egress rule for it: "{ to: [{ podSelector: { matchLabels: { app.kubernetes.io/name: minio } } }], ports: [{ port: 9000, protocol: TCP }] }"',
  ],
])('%s: the message and the rule to add', (name, message, remedy) => {
  const finding = findingOf(name);
  expect(finding?.message.endsWith(message)).toBe(true);
  expect(finding).toMatchObject({ remedy, severity: 'error' });
});

test.each(['policy-blocks-cache', 'policy-blocks-dns', 'policy-blocks-gitlab'])(
  '%s speaks of many job pods, and of one of any other kind',
  (check) => {
    const messages = readCases()
      .filter((one) => one.check === check)
      .flatMap(({ wrong }) => found(wrong, BLOCKED_CHECKS))
      .map(({ message }) => message);
    for (const message of messages)
      expect(message).toMatch(/isolates the job pods .* lets them |isolates (?!the job).* lets it /);
    expect(messages).not.toEqual([]);
  },
);

test('Names are looked up by UDP, and by TCP where an answer is long', () => {
  const [udp, tcp] = ['udp', 'tcp'].map((protocol) => findingOf(`policy-blocks-dns/${protocol}.yaml`));
  expect(udp).toMatchObject({ severity: 'error' });
  expect(udp?.message).toMatch(/on UDP 53$/);
  expect(tcp).toMatchObject({ severity: 'note' });
  expect(tcp?.message).toMatch(/on TCP 53$/);
});

const labels = (app: string): object => ({ matchLabels: { app } });
const pods = (app: string, container: object): Fields =>
  workload(
    'Deployment',
    { template: { metadata: { labels: { app } }, spec: { containers: [{ name: 'a', ...container }] } } },
    {},
    app,
  );
const CLIENT = pods('client', { env: [{ name: 'URL', value: 'http://store:9000' }] });
const STORE = [
  pods('store', { ports: [{ name: 's3', containerPort: 9000 }] }),
  object(
    'Service',
    { spec: { selector: { app: 'store' }, ports: [{ port: 9000, targetPort: 's3' }] } },
    'store',
  ),
];
const egress = (name: string, podSelector: object, ...rules: readonly object[]): Fields => ({
  ...policy({ podSelector, policyTypes: ['Egress'], egress: rules }),
  metadata: { name, namespace: 'ci' },
});
const port = (number: number, protocol = 'TCP'): object => ({ ports: [{ port: number, protocol }] });
const DNS = {
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};
const blamed = (...policies: readonly object[]): readonly string[] =>
  findings(CLIENT, ...STORE, ...policies).map(({ check, object: of }) => `${check} ${of?.name ?? ''}`);

test('That of the policies is blamed which one would change', () => {
  const all = egress('all', {});
  const own = egress('own', labels('client'), DNS);
  const other = egress('other', labels('client'));
  const open = egress('open', {}, DNS);
  expect(blamed(all, own)).toEqual(['policy-blocks-service own']);
  expect(blamed(own, all)).toEqual(['policy-blocks-service own']);
  expect(blamed(other, own)).toEqual(['policy-blocks-service own']);
  expect(blamed(own, other)).toEqual(['policy-blocks-service own']);
  expect(blamed(all, open)).toEqual(['policy-blocks-service open']);
  expect(blamed(open, other)).toEqual(['policy-blocks-service other']);
  expect(blamed(own, egress('twin', labels('client'), DNS))).toEqual(['policy-blocks-service own']);
});

test.each([
  ['no policy', []],
  ['the port of the pods', [egress('a', labels('client'), DNS, port(9000))]],
  ['the pods themselves', [egress('a', labels('client'), DNS, { to: [{ podSelector: labels('store') }] })]],
  ['two policies together', [egress('a', labels('client'), DNS), egress('b', labels('client'), port(9000))]],
  ['a policy for others', [egress('a', labels('store'))]],
])('Nothing is blocked with %s', (_, policies) => {
  expect(blamed(...policies)).toEqual([]);
});

test('A DNS of the files’ own may be the one that is asked', () => {
  const dns = (protocol: string, number = 53): Fields =>
    pods('dns', { ports: [{ containerPort: number, protocol }] });
  const toDns = egress('a', labels('client'), port(9000), { to: [{ podSelector: labels('dns') }] });
  const told = (...more: readonly object[]): readonly string[] =>
    findings(CLIENT, ...STORE, toDns, ...more).map(({ check, severity }) => `${check} ${severity}`);
  expect(told(dns('UDP'))).toEqual([]);
  expect(told(dns('TCP'))).toContain('policy-blocks-dns error');
  expect(told(dns('UDP', 54))).toContain('policy-blocks-dns error');
  expect(told()).toContain('policy-blocks-dns error');
});
