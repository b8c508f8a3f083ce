import { RESTRICTED_VOLUMES, UNRESTRICTED_VOLUMES } from '../../../src/facts/pod-security';
import { breaches, container, pod, within, withVolume, type Fields } from './pods';

const RESTRICTED = 'restricted:latest';
const SECCOMP = { type: 'RuntimeDefault' };
const UNCONFINED = { type: 'Unconfined' };
const WINDOWS = {
  os: { name: 'windows' },
  securityContext: { runAsNonRoot: true },
  containers: [{ name: 'main' }],
};
const inContainer = (field: string): string => `spec.containers[0].securityContext.${field}`;
const withContext = (context: object): Fields =>
  pod({ containers: [container({ securityContext: context })] });
/** The pod's own security context, and fields of its container's. */
const said = (ofPod: object, ofContainer: Fields = {}): Fields => ({
  ...within(ofContainer),
  securityContext: ofPod,
});

const FORBIDDEN: readonly (readonly [string, Fields])[] = [
  [
    `allowPrivilegeEscalation ${inContainer('allowPrivilegeEscalation')}`,
    withContext({ capabilities: { drop: ['ALL'] } }),
  ],
  [
    `allowPrivilegeEscalation ${inContainer('allowPrivilegeEscalation')}`,
    within({ allowPrivilegeEscalation: true }),
  ],
  [
    `capabilities_restricted ${inContainer('capabilities.drop')}`,
    withContext({ allowPrivilegeEscalation: false }),
  ],
  [
    `capabilities_restricted ${inContainer('capabilities.drop')}`,
    within({ capabilities: { drop: ['all'] } }),
  ],
  [
    `capabilities_restricted ${inContainer('capabilities.add[0]')}`,
    within({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } }),
  ],
  ['runAsNonRoot spec.securityContext.runAsNonRoot', said({ seccompProfile: SECCOMP })],
  ['runAsNonRoot spec.securityContext.runAsNonRoot', pod({}, { runAsNonRoot: false })],
  [`runAsNonRoot ${inContainer('runAsNonRoot')}`, within({ runAsNonRoot: false })],
  ['runAsUser spec.securityContext.runAsUser', pod({}, { runAsUser: 0 })],
  [`runAsUser ${inContainer('runAsUser')}`, within({ runAsUser: 0 })],
  ['seccompProfile_restricted spec.securityContext.seccompProfile', said({ runAsNonRoot: true })],
  [
    'seccompProfile_restricted spec.securityContext.seccompProfile.type',
    pod({}, { seccompProfile: UNCONFINED }),
  ],
  [`seccompProfile_restricted ${inContainer('seccompProfile.type')}`, within({ seccompProfile: UNCONFINED })],
  [
    'runAsNonRoot spec.securityContext.runAsNonRoot',
    said({ runAsNonRoot: null, seccompProfile: SECCOMP }, { runAsNonRoot: null }),
  ],
  [
    `procMount_restricted ${inContainer('procMount')}`,
    { ...within({ procMount: 'Unmasked' }), hostUsers: false },
  ],
  [
    'windowsHostProcess spec.securityContext.windowsOptions.hostProcess',
    { ...WINDOWS, securityContext: { runAsNonRoot: true, windowsOptions: { hostProcess: true } } },
  ],
  ...UNRESTRICTED_VOLUMES.map(
    (type) => [`restrictedVolumes spec.volumes[0].${type}`, withVolume({ [type]: {} })] as const,
  ),
];

test.each(FORBIDDEN)('Restricted forbids %s', (told, spec) => {
  expect(breaches(RESTRICTED, spec)).toEqual([told]);
});

const TAKEN: readonly (readonly [string, Fields])[] = [
  ['a pod that says all', pod()],
  [
    'the one capability for ports below 1024',
    within({ capabilities: { drop: ['NET_RAW', 'ALL'], add: ['NET_BIND_SERVICE'] } }),
  ],
  ['another user', pod({}, { runAsUser: 10001 })],
  ['what each container says for itself', said({}, { runAsNonRoot: true, seccompProfile: SECCOMP })],
  ['a profile of the node', pod({}, { seccompProfile: { type: 'Localhost', localhostProfile: 'a' } })],
  ['a pod of Windows, which has no such things', WINDOWS],
  ['root in a user namespace', { ...said({ seccompProfile: SECCOMP, runAsUser: 0 }), hostUsers: false }],
  ...RESTRICTED_VOLUMES.map((type) => [`a volume of type ${type}`, withVolume({ [type]: {} })] as const),
  ['a volume without a type', withVolume({})],
  ['a volume that is of an allowed type too', withVolume({ emptyDir: {}, nfs: {} })],
];

test.each(TAKEN)('Restricted takes %s', (_, spec) => {
  expect(breaches(RESTRICTED, spec)).toEqual([]);
});

test('Of two containers the silent one is told, where the pod is silent too', () => {
  const loud = container({
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      runAsNonRoot: true,
      seccompProfile: SECCOMP,
    },
  });
  expect(breaches(RESTRICTED, { containers: [loud, container()] })).toEqual([
    'seccompProfile_restricted spec.securityContext.seccompProfile',
    'runAsNonRoot spec.securityContext.runAsNonRoot',
  ]);
  expect(breaches(RESTRICTED, { containers: [loud, loud] })).toEqual([]);
});

test.each([
  ['8', withContext({ capabilities: { drop: ['ALL'] } })],
  ['19', said({ runAsNonRoot: true })],
  ['22', withContext({ allowPrivilegeEscalation: false })],
  ['23', pod({}, { runAsUser: 0 })],
  ['35', { ...within({ procMount: 'Unmasked' }), hostUsers: false }],
])('What release 1.%s forbids, the one before says otherwise', (minor, spec) => {
  const before = breaches(`restricted:v1.${String(Number(minor) - 1)}`, spec);
  const since = breaches(`restricted:v1.${minor}`, spec);
  expect(since).toHaveLength(1);
  expect(before).not.toEqual(since);
});

test.each([
  withVolume({ nfs: {} }),
  said({ seccompProfile: SECCOMP }),
  pod({ hostNetwork: true }),
  within({ privileged: true }),
])('Each release forbids %j', (spec) => {
  expect(breaches('restricted:v1.0', spec)).toHaveLength(1);
});

test('Pods of Windows are asked the same as all until 1.25', () => {
  expect(breaches('restricted:v1.25', WINDOWS)).toEqual([]);
  expect(breaches('restricted:v1.24', WINDOWS)).toHaveLength(3);
});

test('User namespaces count since 1.35', () => {
  const spec = { ...said({ seccompProfile: SECCOMP, runAsUser: 0 }), hostUsers: false };
  expect(breaches('restricted:v1.34', spec)).toHaveLength(2);
  expect(breaches(RESTRICTED, { ...spec, hostUsers: true })).toHaveLength(2);
});

test('A rule of the baseline has its release under restricted too', () => {
  const spec = pod({ containers: [container({ livenessProbe: { tcpSocket: { host: 'a', port: 1 } } })] });
  expect(breaches('restricted:v1.33', spec)).toEqual([]);
  expect(breaches('restricted:v1.34', spec)).toHaveLength(1);
});
