import { CLIENT, deployment, edgesIn, graphIn, policy, role, runner, SECRET, SERVER, SERVICE } from './case';

const TALKS = 'Deployment/one/client -talks-> Service/one/server TCP 9000';
const CLOSED = policy('{ podSelector: { matchLabels: { app: server } }, policyTypes: [Ingress] }');
const OPEN = policy(
  '{ podSelector: { matchLabels: { app: server } }, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 9000 }] }] }',
);
const robot = (spec: string): string => deployment('robot', spec, 'two');
const ROBOT = robot('{ serviceAccountName: robot, containers: [{ name: c }] }');

test.each<[string, readonly string[], string]>([
  ['a Service that a pod names', [CLIENT, SERVER, SERVICE], TALKS],
  ['what a policy lets pass', [CLIENT, SERVER, SERVICE, OPEN], TALKS],
  ['what a policy drops', [CLIENT, SERVER, SERVICE, CLOSED], TALKS.replace('talks', 'blocked')],
  ['the pods of a Service', [CLIENT, SERVER, SERVICE], 'Service/one/server -serves-> Deployment/one/server'],
  [
    'what a policy opens and nobody asks for',
    [deployment('other', '{ containers: [{ name: c }] }'), SERVER, OPEN],
    'Deployment/one/other -allowed-> Deployment/one/server TCP 9000',
  ],
  [
    'a policy that lets everybody in',
    [SERVER, policy('{ podSelector: {}, ingress: [{}] }')],
    'outside/any address -allowed-> Deployment/one/server any port',
  ],
  [
    'a policy that lets out to addresses',
    [SERVER, policy('{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 10.1.0.0/16 } }] }] }')],
    'Deployment/one/server -allowed-> outside/10.1.0.0/16 any port',
  ],
  [
    'a Secret as a volume',
    [deployment('a', '{ volumes: [{ name: v, secret: { secretName: keys } }] }')],
    'Deployment/one/a -mounts-> Secret/one/keys',
  ],
  [
    'a Secret in the environment',
    [deployment('a', '{ containers: [{ name: c, envFrom: [{ secretRef: { name: keys } }] }] }')],
    'Deployment/one/a -reads-> Secret/one/keys',
  ],
  [
    'a right to read, of another namespace',
    [ROBOT, role('get', ', resourceNames: [keys]')],
    'Deployment/two/robot -reads-> Secret/one/keys by the API',
  ],
  [
    'a right to change',
    [ROBOT, role('get, patch', ', resourceNames: [keys]')],
    'Deployment/two/robot -fills-> Secret/one/keys',
  ],
  [
    'a right to all Secrets',
    [ROBOT, SECRET, role('list', '')],
    'Deployment/two/robot -reads-> Secret/one/keys by the API',
  ],
  ['job pods', [runner('kubernetes')], 'Deployment/one/manager -makes-> jobs/jobs/ConfigMap/one/config/web'],
  ['GitLab', [runner('kubernetes')], 'Deployment/one/manager -talks-> outside/gitlab.example.com TCP 443'],
  [
    'DNS that cannot be asked',
    [CLIENT, SERVER, SERVICE, policy('{ podSelector: {}, policyTypes: [Egress] }')],
    'Deployment/one/client -blocked-> outside/DNS UDP 53, TCP 53',
  ],
])('draws %s', (_, documents, edge) => {
  expect(edgesIn(...documents)).toContain(edge);
});

test.each<[string, readonly string[], string]>([
  ['a name that is no Service of the files', [CLIENT, SERVER], '-talks->'],
  ['as blocked what passes', [CLIENT, SERVER, SERVICE, OPEN], '-blocked->'],
  ['as allowed what is needed', [CLIENT, SERVER, SERVICE, OPEN], 'client -allowed->'],
  [
    'a Service without pods',
    [CLIENT, SERVICE, SERVER.replace('app: server', 'app: x').replace('{ app: server', '{ app: x')],
    '-serves->',
  ],
  [
    'a policy without pods',
    [SERVER, policy('{ podSelector: { matchLabels: { app: none } }, ingress: [{}] }')],
    '-allowed->',
  ],
  ['a ConfigMap', [deployment('a', '{ volumes: [{ name: v, configMap: { name: keys } }] }')], '-mounts->'],
  ['a right to make new Secrets', [ROBOT, SECRET, role('create', '')], '-> Secret'],
  [
    'a right of another account',
    [robot('{ containers: [{ name: c }] }'), SECRET, role('get', '')],
    'robot -',
  ],
  ['jobs of an executor without pods', [runner('docker')], '-makes->'],
  ['DNS that answers', [CLIENT, SERVER, SERVICE], 'DNS'],
])('does not draw %s', (_, documents, part) => {
  expect(edgesIn(...documents).filter((edge) => edge.includes(part))).toEqual([]);
});

test('a Secret that a controller makes is drawn once, and one that nobody makes says so', () => {
  const sealed =
    'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: keys, namespace: one }';
  const use = deployment(
    'a',
    '{ volumes: [{ name: v, secret: { secretName: keys } }, { name: w, secret: { secretName: none } }] }',
  );
  const secrets = graphIn(sealed, use).nodes.filter(({ kind }) => kind === 'secret');
  expect(secrets.map(({ id, subtitle }) => [id, subtitle])).toEqual([
    ['Secret/one/keys', 'Secret, of SealedSecret'],
    ['Secret/one/none', 'Secret, in no file'],
  ]);
});
