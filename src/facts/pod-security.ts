/** The lists of Pod Security, by the minor release of Kubernetes since which they hold. (k8s.io/pod-security-admission 0.37.2) */
export const POD_SECURITY_SOURCE = 'https://kubernetes.io/docs/concepts/security/pod-security-standards/';

export const POD_SECURITY_LEVELS = ['privileged', 'baseline', 'restricted'] as const;
export type PodSecurityLevel = (typeof POD_SECURITY_LEVELS)[number];

/** What a container runtime grants by itself but for NET_RAW. */
export const BASELINE_CAPABILITIES: readonly string[] = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

interface Since {
  readonly minor: number;
  readonly values: readonly string[];
}

const SAFE_SYSCTLS: readonly Since[] = [
  {
    minor: 0,
    values: [
      'kernel.shm_rmid_forced',
      'net.ipv4.ip_local_port_range',
      'net.ipv4.tcp_syncookies',
      'net.ipv4.ping_group_range',
      'net.ipv4.ip_unprivileged_port_start',
    ],
  },
  { minor: 27, values: ['net.ipv4.ip_local_reserved_ports'] },
  {
    minor: 29,
    values: [
      'net.ipv4.tcp_keepalive_time',
      'net.ipv4.tcp_fin_timeout',
      'net.ipv4.tcp_keepalive_intvl',
      'net.ipv4.tcp_keepalive_probes',
    ],
  },
  { minor: 32, values: ['net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'] },
  { minor: 37, values: ['net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat'] },
];

const SELINUX_TYPES: readonly Since[] = [
  { minor: 0, values: ['', 'container_t', 'container_init_t', 'container_kvm_t'] },
  { minor: 31, values: ['container_engine_t'] },
];

export const safeSysctls = (minor: number): readonly string[] => knownAt(SAFE_SYSCTLS, minor);
export const selinuxTypes = (minor: number): readonly string[] => knownAt(SELINUX_TYPES, minor);

function knownAt(rows: readonly Since[], minor: number): readonly string[] {
  return rows.filter((row) => row.minor <= minor).flatMap(({ values }) => values);
}

export const RESTRICTED_VOLUMES: readonly string[] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** All other kinds of volumes. What is neither is no field of a volume, and the API server drops it. */
export const UNRESTRICTED_VOLUMES: readonly string[] = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'gitRepo',
  'glusterfs',
  'hostPath',
  'iscsi',
  'nfs',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
];
