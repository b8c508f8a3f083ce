import { HARDENING_CHECKS } from '../../../src/checks/hardening';
import { SECURITY_CHECKS } from '../../../src/checks/security';
import { found } from '../case';

const IDS = [
  'privilege-escalation',
  'root-allowed',
  'capabilities-kept',
  'seccomp-unsaid',
  'privileged-container',
  'host-namespaces',
  'host-path',
  'node-port-taken',
];
const CHECKS = [...HARDENING_CHECKS.filter(({ id }) => IDS.includes(id)), ...SECURITY_CHECKS];

const pod = (containers: string, spec = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: minio, namespace: minio }
spec:
  template:
    spec:
      ${spec}
      containers: [${containers}]
`;
const BARE = '{ name: minio, image: "minio:1.2" }';
const named = (context: string, name = 'minio'): string =>
  `{ name: ${name}, image: "minio:1.2", securityContext: { ${context} } }`;
const namespace = (labels: string): string =>
  `---\napiVersion: v1\nkind: Namespace\nmetadata: { name: minio, labels: { ${labels} } }\n`;
const enforcing = (level: string): string => namespace(`pod-security.kubernetes.io/enforce: ${level}`);

const told = (text: string): readonly string[] =>
  found(text, CHECKS)
    .filter(({ check }) => IDS.includes(check))
    .map(({ check, severity }) => `${check} ${severity}`);

const FOUR = [
  'capabilities-kept note',
  'privilege-escalation note',
  'root-allowed note',
  'seccomp-unsaid note',
];

test.each([
  ['the namespace is in no file', ''],
  ['the namespace says no level', namespace('team: cache')],
])(
  'what every scanner asks is asked where %s, and rights by which a user becomes root are a warning',
  (_, more) => {
    expect([...told(pod(BARE) + more)].sort()).toEqual(
      FOUR.map((one) => one.replace(/^(priv.*|root.*) note/, '$1 warning')),
    );
  },
);

test.each(['privileged', 'baseline'])('it is a note where the namespace enforces "%s"', (level) => {
  expect([...told(pod(BARE) + enforcing(level))].sort()).toEqual(FOUR);
});

test.each([
  ['enforces', 'enforce'],
  ['warns of', 'warn'],
  ['has an audit log for', 'audit'],
])('what Pod Security tells is not told again where the namespace %s "restricted"', (_, mode) => {
  expect(told(pod(BARE) + namespace(`pod-security.kubernetes.io/${mode}: restricted`))).toEqual([]);
});

test('of what is told of the baseline only the rest is told', () => {
  const text = pod(named('privileged: true'), 'hostNetwork: true');
  expect(found(text, CHECKS).map(({ check }) => check)).toEqual(
    expect.arrayContaining(['pod-security-baseline', 'root-allowed', 'seccomp-unsaid']),
  );
  expect(told(text)).toEqual(['root-allowed warning', 'seccomp-unsaid note']);
});

test('what a namespace lets in on purpose is told as a note, once for each question', () => {
  const text = pod(
    `${named('privileged: true')}, ${named('privileged: true', 'second')}`,
    'hostPID: true\n      hostIPC: true',
  );
  expect(told(text + enforcing('privileged')).filter((one) => /^privileged|^host/.test(one))).toEqual([
    'host-namespaces note',
    'privileged-container note',
  ]);
});

test('two containers are one finding, which says so', () => {
  const [finding] = found(pod(`${BARE}, { name: second, image: "a:1" }`), CHECKS).filter(
    ({ check }) => check === 'privilege-escalation',
  );
  expect(finding?.message).toMatch(/^Container "minio" may gain .*, and 1 more like it: /);
  expect(finding?.remedy).toMatch(/, and so for the others$/);
});

const HARD =
  'allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }, runAsNonRoot: true, seccompProfile: { type: RuntimeDefault }';

test.each([
  ['all of it is said for the container', pod(named(HARD))],
  [
    'the pod says what a pod can say',
    pod(
      named('allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }'),
      'securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }',
    ),
  ],
  ['a number says that nobody is root', pod(named(HARD.replace('runAsNonRoot: true', 'runAsUser: 1000')))],
  [
    'one capability is given back',
    pod(named(HARD.replace('drop: [ALL]', 'drop: [ALL], add: [NET_BIND_SERVICE]'))),
  ],
  ['a file of the node is the profile', pod(named(HARD.replace('RuntimeDefault', 'Localhost')))],
  ['a patch speaks of what it changes alone', pod('{ name: minio, args: [server] }')],
  ['Windows has none of it', pod(named('runAsNonRoot: true'), 'os: { name: windows }')],
  ['there is no container yet', pod('')],
])('nothing is told where %s', (_, text) => {
  expect(told(text)).toEqual([]);
});

test.each(['privileged: true', 'capabilities: { add: [SYS_ADMIN], drop: [ALL] }'])(
  'nobody is told to write what the API server refuses beside "%s"',
  (context) => {
    expect(told(pod(named(context)) + enforcing('privileged')).join()).not.toContain('privilege-escalation');
  },
);

test('root by number is told beside a number of the pod that is not', () => {
  const text = pod(
    `${named('runAsUser: 0')}, ${BARE.replace('minio,', 'second,')}`,
    'securityContext: { runAsUser: 1000 }',
  );
  expect(found(text, CHECKS).filter(({ check }) => check === 'root-allowed')).toHaveLength(1);
});
