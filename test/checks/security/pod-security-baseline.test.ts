import { BASELINE_CAPABILITIES, UNRESTRICTED_VOLUMES } from '../../../src/facts/pod-security';
import { breaches, container, pod, within, withVolume, type Fields } from './pods';

const BASELINE = 'baseline:latest';
const HANDLER = { port: 9000, host: 'example.com' };
const UNCONFINED = { type: 'Unconfined' };
const PROBE = 'hostProbesAndHostLifecycle spec.containers[0]';
const inContainer = (field: string): string => `spec.containers[0].securityContext.${field}`;
const withContainer = (more: Fields): Fields => pod({ containers: [container(more)] });
const sysctl = (name: string): Fields => pod({}, { sysctls: [{ name, value: '1' }] });

test.each([
  ['hostNamespaces spec.hostNetwork', pod({ hostNetwork: true })],
  ['hostNamespaces spec.hostPID', pod({ hostPID: true })],
  ['hostNamespaces spec.hostIPC', pod({ hostIPC: true })],
  ['hostPathVolumes spec.volumes[0].hostPath', withVolume({ hostPath: { path: '/' } })],
  [
    'hostPorts spec.containers[0].ports[0].hostPort',
    withContainer({ ports: [{ containerPort: 80, hostPort: 80 }] }),
  ],
  [
    'hostPorts spec.initContainers[0].ports[0].hostPort',
    pod({ initContainers: [container({ ports: [{ containerPort: 80, hostPort: 80 }] })] }),
  ],
  [`${PROBE}.livenessProbe.tcpSocket.host`, withContainer({ livenessProbe: { tcpSocket: HANDLER } })],
  [`${PROBE}.readinessProbe.httpGet.host`, withContainer({ readinessProbe: { httpGet: HANDLER } })],
  [`${PROBE}.startupProbe.httpGet.host`, withContainer({ startupProbe: { httpGet: HANDLER } })],
  [
    `${PROBE}.lifecycle.postStart.httpGet.host`,
    withContainer({ lifecycle: { postStart: { httpGet: HANDLER } } }),
  ],
  [
    `${PROBE}.lifecycle.preStop.tcpSocket.host`,
    withContainer({ lifecycle: { preStop: { tcpSocket: HANDLER } } }),
  ],
  [
    'windowsHostProcess spec.securityContext.windowsOptions.hostProcess',
    pod({}, { windowsOptions: { hostProcess: true } }),
  ],
  [`privileged ${inContainer('privileged')}`, within({ privileged: true })],
  [
    `capabilities_baseline ${inContainer('capabilities.add[1]')}`,
    within({ capabilities: { add: ['CHOWN', 'NET_RAW'] } }),
  ],
  [`capabilities_baseline ${inContainer('capabilities.add[0]')}`, within({ capabilities: { add: ['ALL'] } })],
  [`procMount ${inContainer('procMount')}`, within({ procMount: 'Unmasked' })],
  [
    'seccompProfile_baseline spec.securityContext.seccompProfile.type',
    pod({}, { seccompProfile: UNCONFINED }),
  ],
  [`seccompProfile_baseline ${inContainer('seccompProfile.type')}`, within({ seccompProfile: UNCONFINED })],
  ['appArmorProfile spec.securityContext.appArmorProfile.type', pod({}, { appArmorProfile: UNCONFINED })],
  [`appArmorProfile ${inContainer('appArmorProfile.type')}`, within({ appArmorProfile: UNCONFINED })],
  ['seLinuxOptions spec.securityContext.seLinuxOptions.type', pod({}, { seLinuxOptions: { type: 'spc_t' } })],
  [`seLinuxOptions ${inContainer('seLinuxOptions.user')}`, within({ seLinuxOptions: { user: 'sysadm_u' } })],
  [`seLinuxOptions ${inContainer('seLinuxOptions.role')}`, within({ seLinuxOptions: { role: 'sysadm_r' } })],
  ['sysctls spec.securityContext.sysctls[0].name', sysctl('kernel.msgmax')],
])('The baseline forbids %s', (told, spec) => {
  expect(breaches(BASELINE, spec)).toEqual([told]);
});

const TAKEN: readonly (readonly [string, Fields])[] = [
  ['a pod that says nothing', { containers: [{ name: 'main' }] }],
  ['namespaces of its own, in words', pod({ hostNetwork: false, hostPID: false, hostIPC: false })],
  ['a port of the pod', withContainer({ ports: [{ containerPort: 80, hostPort: 0 }] })],
  ['a host of null', withContainer({ ports: [{ containerPort: 80, hostPort: null }] })],
  ['a probe of the pod itself', withContainer({ livenessProbe: { httpGet: { port: 9000, host: '' } } })],
  [
    'a header that names a host',
    withContainer({ livenessProbe: { httpGet: { port: 1, httpHeaders: [HANDLER] } } }),
  ],
  ['no process of a Windows node', pod({}, { windowsOptions: { hostProcess: false } })],
  ['a container that says that it is not privileged', within({ privileged: false })],
  ['what each runtime grants', within({ capabilities: { add: BASELINE_CAPABILITIES } })],
  ['/proc as it is', within({ procMount: 'Default' })],
  ['/proc of null', within({ procMount: null })],
  ['all of /proc, in a user namespace', { ...within({ procMount: 'Unmasked' }), hostUsers: false }],
  [
    'a seccomp profile of the node',
    pod({}, { seccompProfile: { type: 'Localhost', localhostProfile: 'a' } }),
  ],
  [
    'an AppArmor profile of the node',
    within({ appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } }),
  ],
  ['the runtime’s AppArmor profile', within({ appArmorProfile: { type: 'RuntimeDefault' } })],
  ['a level of SELinux', within({ seLinuxOptions: { level: 's0:c1', user: '', role: '' } })],
  ['a type of SELinux for containers', within({ seLinuxOptions: { type: 'container_t' } })],
  ['a sysctl of the pod’s own', sysctl('net.ipv4.ip_unprivileged_port_start')],
  ['a folder of null', withVolume({ hostPath: null, emptyDir: {} })],
  ...UNRESTRICTED_VOLUMES.filter((type) => type !== 'hostPath').map(
    (type) => [`a volume of type ${type}`, withVolume({ [type]: {} })] as const,
  ),
];

test.each(TAKEN)('The baseline takes %s', (_, spec) => {
  expect(breaches(BASELINE, spec)).toEqual([]);
});

test.each([
  ['34', withContainer({ livenessProbe: { tcpSocket: HANDLER } })],
  ['19', pod({}, { seccompProfile: UNCONFINED })],
])('What release 1.%s forbids, the one before does not', (minor, spec) => {
  expect(breaches(`baseline:v1.${minor}`, spec)).toHaveLength(1);
  expect(breaches(`baseline:v1.${String(Number(minor) - 1)}`, spec)).toEqual([]);
});

test.each([
  ['27', sysctl('net.ipv4.ip_local_reserved_ports')],
  ['29', sysctl('net.ipv4.tcp_keepalive_time')],
  ['31', within({ seLinuxOptions: { type: 'container_engine_t' } })],
  ['32', sysctl('net.ipv4.tcp_wmem')],
  ['35', { ...within({ procMount: 'Unmasked' }), hostUsers: false }],
])('What release 1.%s takes, the one before does not', (minor, spec) => {
  expect(breaches(`baseline:v1.${minor}`, spec)).toEqual([]);
  expect(breaches(`baseline:v1.${String(Number(minor) - 1)}`, spec)).toHaveLength(1);
});

test.each([
  pod({ hostNetwork: true }),
  withVolume({ hostPath: { path: '/' } }),
  withContainer({ ports: [{ hostPort: 80 }] }),
  within({ privileged: true }),
  within({ capabilities: { add: ['NET_RAW'] } }),
  within({ procMount: 'Unmasked' }),
  pod({}, { windowsOptions: { hostProcess: true } }),
  pod({}, { appArmorProfile: UNCONFINED }),
  pod({}, { seLinuxOptions: { type: 'spc_t' } }),
  sysctl('kernel.msgmax'),
])('Each release forbids %j', (spec) => {
  expect(breaches('baseline:v1.0', spec)).toHaveLength(1);
});
