/** Pods that each break or meet one thing of Pod Security. All else of them is as `restricted` wants it. */
export interface TriedPod {
  readonly name: string;
  readonly pod: { readonly annotations?: Readonly<Record<string, string>>; readonly spec: object };
}

const CONTEXT = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
};
const POD_CONTEXT = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
const container = (more: object = {}, name = 'main'): object => ({
  name,
  image: 'alpine:3.22',
  securityContext: CONTEXT,
  ...more,
});
const within = (context: object): object => container({ securityContext: { ...CONTEXT, ...context } });

/** A pod with other fields, and other fields of its security context. */
const pod = (spec: object = {}, context: object = {}): object => ({
  securityContext: { ...POD_CONTEXT, ...context },
  containers: [container()],
  ...spec,
});
const withContainer = (context: object): object => pod({ containers: [within(context)] });
const withVolume = (source: object): object => pod({ volumes: [{ name: 'data', ...source }] });
const withoutPodWord = (context: object, containerContext: object): object => ({
  securityContext: context,
  containers: [within(containerContext)],
});
const SECCOMP = { type: 'RuntimeDefault' };
const HANDLER = { port: 9000, host: 'example.com' };

const SPECS: Readonly<Record<string, object>> = {
  good: pod(),
  bare: { containers: [{ name: 'main', image: 'alpine:3.22' }] },
  'host-network': pod({ hostNetwork: true }),
  'host-pid': pod({ hostPID: true }),
  'host-ipc': pod({ hostIPC: true }),
  'host-none': pod({ hostNetwork: false, hostPID: false, hostIPC: false }),
  'host-port': pod({ containers: [container({ ports: [{ containerPort: 80, hostPort: 80 }] })] }),
  'host-port-zero': pod({ containers: [container({ ports: [{ containerPort: 80, hostPort: 0 }] })] }),
  'host-port-init': pod({
    initContainers: [container({ ports: [{ containerPort: 80, hostPort: 80 }] }, 'init')],
  }),
  privileged: withContainer({ privileged: true, allowPrivilegeEscalation: true }),
  unprivileged: withContainer({ privileged: false }),
  'privileged-init': pod({
    initContainers: [container({ securityContext: { privileged: true } }, 'init')],
  }),
  'proc-default': withContainer({ procMount: 'Default' }),
  'escalation-true': withContainer({ allowPrivilegeEscalation: true }),
  'escalation-unsaid': pod({
    containers: [container({ securityContext: { capabilities: { drop: ['ALL'] } } })],
  }),
  'escalation-init': pod({
    initContainers: [container({ securityContext: { capabilities: { drop: ['ALL'] } } }, 'init')],
  }),
  'capability-added': withContainer({ capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } }),
  'capability-default': withContainer({ capabilities: { drop: ['ALL'], add: ['CHOWN'] } }),
  'capability-bind': withContainer({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }),
  'capability-raw': withContainer({ capabilities: { drop: ['ALL'], add: ['NET_RAW'] } }),
  'capability-lower': withContainer({ capabilities: { drop: ['all'] } }),
  'capability-some': withContainer({ capabilities: { drop: ['NET_RAW', 'CHOWN'] } }),
  'capability-more': withContainer({ capabilities: { drop: ['NET_RAW', 'ALL'] } }),
  'capability-unsaid': pod({
    containers: [container({ securityContext: { allowPrivilegeEscalation: false } })],
  }),
  'capability-prefix': withContainer({ capabilities: { drop: ['ALL'], add: ['CAP_CHOWN'] } }),
  'nonroot-unsaid': withoutPodWord({ seccompProfile: SECCOMP }, {}),
  'nonroot-false': pod({}, { runAsNonRoot: false }),
  'nonroot-container': withoutPodWord({ seccompProfile: SECCOMP }, { runAsNonRoot: true }),
  'nonroot-overridden': withContainer({ runAsNonRoot: false }),
  'nonroot-mended': pod({ containers: [within({ runAsNonRoot: true })] }, { runAsNonRoot: false }),
  'nonroot-one-of-two': withoutPodWord({ seccompProfile: SECCOMP }, { runAsNonRoot: true }),
  'user-root': pod({}, { runAsUser: 0 }),
  'user-root-container': withContainer({ runAsUser: 0 }),
  'user-other': pod({}, { runAsUser: 10001 }),
  'user-root-mended': pod({ containers: [within({ runAsUser: 10001 })] }, { runAsUser: 0 }),
  'user-root-init': pod({
    initContainers: [container({ securityContext: { ...CONTEXT, runAsUser: 0 } }, 'init')],
  }),
  'own-users': pod({ hostUsers: false }, { runAsUser: 0 }),
  'seccomp-unsaid': withoutPodWord({ runAsNonRoot: true }, {}),
  'seccomp-container': withoutPodWord({ runAsNonRoot: true }, { seccompProfile: SECCOMP }),
  'seccomp-unconfined': pod({}, { seccompProfile: { type: 'Unconfined' } }),
  'seccomp-local': pod({}, { seccompProfile: { type: 'Localhost', localhostProfile: 'mine.json' } }),
  'seccomp-overridden': withContainer({ seccompProfile: { type: 'Unconfined' } }),
  'seccomp-mended': pod(
    { containers: [within({ seccompProfile: SECCOMP })] },
    { seccompProfile: { type: 'Unconfined' } },
  ),
  'apparmor-runtime': pod({}, { appArmorProfile: { type: 'RuntimeDefault' } }),
  'apparmor-unconfined': pod({}, { appArmorProfile: { type: 'Unconfined' } }),
  'apparmor-container': withContainer({ appArmorProfile: { type: 'Unconfined' } }),
  'apparmor-local': withContainer({ appArmorProfile: { type: 'Localhost', localhostProfile: 'mine' } }),
  'selinux-type': pod({}, { seLinuxOptions: { type: 'spc_t' } }),
  'selinux-good': pod({}, { seLinuxOptions: { type: 'container_t', level: 's0' } }),
  'selinux-engine': withContainer({ seLinuxOptions: { type: 'container_engine_t' } }),
  'selinux-user': pod({}, { seLinuxOptions: { user: 'sysadm_u' } }),
  'selinux-role': withContainer({ seLinuxOptions: { role: 'sysadm_r' } }),
  'sysctl-safe': pod({}, { sysctls: [{ name: 'kernel.shm_rmid_forced', value: '0' }] }),
  'sysctl-unsafe': pod({}, { sysctls: [{ name: 'kernel.msgmax', value: '65536' }] }),
  'sysctl-27': pod({}, { sysctls: [{ name: 'net.ipv4.ip_local_reserved_ports', value: '8080' }] }),
  'sysctl-29': pod({}, { sysctls: [{ name: 'net.ipv4.tcp_keepalive_time', value: '60' }] }),
  'sysctl-32': pod({}, { sysctls: [{ name: 'net.ipv4.tcp_wmem', value: '4096' }] }),
  'sysctl-37': pod({}, { sysctls: [{ name: 'net.ipv4.tcp_notsent_lowat', value: '4096' }] }),
  'volume-host': withVolume({ hostPath: { path: '/srv' } }),
  'volume-nfs': withVolume({ nfs: { server: 'example.com', path: '/' } }),
  'volume-iscsi': withVolume({
    iscsi: { targetPortal: '10.0.0.1', iqn: 'iqn.2001-04.com.example:a', lun: 0 },
  }),
  'volume-rbd': withVolume({ rbd: { monitors: ['10.0.0.1'], image: 'a' } }),
  'volume-azure': withVolume({ azureFile: { secretName: 'a', shareName: 'b' } }),
  'volume-empty': withVolume({ emptyDir: {} }),
  'volume-unsaid': withVolume({}),
  'volume-claim': withVolume({ persistentVolumeClaim: { claimName: 'a' } }),
  'volume-secret': withVolume({ secret: { secretName: 'a' } }),
  'volume-map': withVolume({ configMap: { name: 'a' } }),
  'volume-projected': withVolume({ projected: { sources: [] } }),
  'volume-csi': withVolume({ csi: { driver: 'a.example.com' } }),
  'volume-ephemeral': withVolume({
    ephemeral: {
      volumeClaimTemplate: {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    },
  }),
  'probe-host': pod({ containers: [container({ livenessProbe: { tcpSocket: HANDLER } })] }),
  'lifecycle-host': pod({ containers: [container({ lifecycle: { preStop: { httpGet: HANDLER } } })] }),
  'windows-good': {
    os: { name: 'windows' },
    securityContext: { runAsNonRoot: true },
    containers: [{ name: 'main', image: 'alpine:3.22' }],
  },
  'windows-host-process': {
    os: { name: 'windows' },
    hostNetwork: true,
    securityContext: { runAsNonRoot: true, windowsOptions: { hostProcess: true } },
    containers: [{ name: 'main', image: 'alpine:3.22' }],
  },
};

const ANNOTATED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'apparmor-annotation': { 'container.apparmor.security.beta.kubernetes.io/main': 'unconfined' },
  'apparmor-annotation-good': { 'container.apparmor.security.beta.kubernetes.io/main': 'runtime/default' },
  'apparmor-annotation-local': { 'container.apparmor.security.beta.kubernetes.io/main': 'localhost/mine' },
};

export const PODS: readonly TriedPod[] = [
  ...Object.entries(SPECS).map(([name, spec]) => ({ name, pod: { spec } })),
  ...Object.entries(ANNOTATED).map(([name, annotations]) => ({ name, pod: { annotations, spec: pod() } })),
];
