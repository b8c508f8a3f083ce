import { BASELINE_CAPABILITIES } from '../../../facts/pod-security';

/** Something that a container or its pod may do to the node, or to the API. */
export type Power =
  | { readonly kind: 'plain'; readonly name: PlainPower; readonly isDefault: boolean }
  | { readonly kind: 'capability'; readonly name: string; readonly isDefault: boolean }
  | { readonly kind: 'host-path'; readonly path: string; readonly isWritten: boolean }
  | { readonly kind: 'host-port'; readonly port: string }
  | { readonly kind: 'account'; readonly name: string }
  /** What a job may choose by a variable; `pattern` is an expression that its choice has to match. */
  | { readonly kind: 'choice'; readonly of: string; readonly pattern: string };

/** As people read them. */
const PLAIN = {
  privileged: 'privileged',
  'host-network': 'the network of its node',
  'host-pid': 'the processes of its node',
  'host-ipc': 'the shared memory of its node',
  'host-process': 'a process of its node',
  'host-users': 'the user ids of its node',
  root: 'uid 0',
  'maybe-root': 'uid 0 where its image says so',
  escalation: 'privilege escalation',
  proc: 'an unmasked /proc',
  'no-seccomp': 'seccomp "Unconfined"',
  'node-seccomp': 'no seccomp profile of its own',
  'no-apparmor': 'no AppArmor profile',
  token: "its account's token",
} as const;
export type PlainPower = keyof typeof PLAIN;

/** What a pod has that says nothing: it is news only where it was taken away before. */
export function isDefault(power: Power): boolean {
  return power.kind === 'account' || ('isDefault' in power && power.isDefault);
}

/** Whether who has the one needs no other. */
export function powerCovers(wide: Power, narrow: Power): boolean {
  switch (wide.kind) {
    case 'plain':
      if (narrow.kind === 'plain')
        return wide.name === narrow.name || (WITHIN[wide.name] ?? []).includes(narrow.name);
      if (narrow.kind === 'capability') return wide.name === 'privileged';
      return narrow.kind === 'host-port' && wide.name === 'host-network';
    case 'capability':
      return narrow.kind === 'capability' && (wide.name === 'ALL' || wide.name === narrow.name);
    case 'host-path':
      return (
        narrow.kind === 'host-path' &&
        (wide.isWritten || !narrow.isWritten) &&
        `${narrow.path}/`.startsWith(wide.path === '/' ? '/' : `${wide.path}/`)
      );
    case 'host-port':
      return narrow.kind === 'host-port' && wide.port === narrow.port;
    case 'account':
      return narrow.kind === 'account' && wide.name === narrow.name;
    case 'choice':
      return (
        narrow.kind === 'choice' && wide.of === narrow.of && [narrow.pattern, '.*'].includes(wide.pattern)
      );
  }
}

/** A privileged container has no profile, an unmasked /proc, and may always gain more. */
const WITHIN: Partial<Record<PlainPower, readonly PlainPower[]>> = {
  privileged: ['escalation', 'proc', 'no-seccomp', 'node-seccomp', 'no-apparmor'],
  root: ['maybe-root'],
  'no-seccomp': ['node-seccomp'],
};

/** All default capabilities are told as one. */
export function powersText(powers: readonly Power[]): readonly string[] {
  const defaults = powers.filter((power) => power.kind === 'capability' && power.isDefault);
  const isAll = defaults.length === DEFAULT_CAPABILITIES.length;
  return [
    ...powers.filter((power) => !isAll || !defaults.includes(power)).map(powerText),
    ...(isAll ? ['all capabilities that containers have by default'] : []),
  ];
}

function powerText(power: Power): string {
  switch (power.kind) {
    case 'plain':
      return PLAIN[power.name];
    case 'capability':
      return `capability ${power.name}`;
    case 'host-path':
      return `hostPath "${power.path}"${power.isWritten ? '' : ' to read'}`;
    case 'host-port':
      return `port ${power.port} of its node`;
    case 'account':
      return `the account "${power.name}"`;
    case 'choice':
      return `the choice of ${power.of}${power.pattern === '' ? '' : `, "${power.pattern}"`}`;
  }
}

/** What containerd and CRI-O give to a container that drops none. (containerd, pkg/oci/spec.go, `defaultUnixCaps`) */
export const DEFAULT_CAPABILITIES: readonly string[] = [...BASELINE_CAPABILITIES, 'NET_RAW'];
