import { at, isMap, listOf, textOf, type Value, type ValueMap } from '../../../manifests/value';
import type { ConfiguredRunner } from '../../../system/runners/runner-configs';
import type { FieldChange } from '../../change';
import { settingIn } from '../runner-setting';
import { plain } from './container-powers';
import type { Power } from './power';

/** The containers of a job pod. */
export const ROLES = ['build', 'helper', 'service'] as const;
export type Role = (typeof ROLES)[number];

/** A container and its pod as the runner makes them; what the container's own table does not say, the tables around it do. */
export function contextOf(runner: ConfiguredRunner, role: Role): readonly [ValueMap, ValueMap] {
  if (!runner.isOnKubernetes) return dockerContext(runner, role);
  const own = (...path: readonly string[]): Value | undefined =>
    runner.at('kubernetes', `${role}_container_security_context`, ...path);
  const all = (key: string): Value | undefined => runner.at('kubernetes', key);
  const securityContext = {
    ...context(own),
    ...said('privileged', own('privileged') ?? all('privileged')),
    ...said(
      'allowPrivilegeEscalation',
      own('allow_privilege_escalation') ?? all('allow_privilege_escalation'),
    ),
    capabilities: {
      add: [...listOf(all('cap_add')), ...listOf(own('capabilities', 'add'))],
      drop: [...listOf(all('cap_drop')), ...listOf(own('capabilities', 'drop'))],
    },
  };
  return [
    { securityContext },
    { securityContext: context((...path) => runner.at('kubernetes', 'pod_security_context', ...path)) },
  ];
}

/** The pod's own, for all of its containers. */
export function powersOfJobPod(runner: ConfiguredRunner): readonly Power[] {
  if (!runner.isOnKubernetes) return [];
  const setting = (key: string): string => textOf(runner.at('kubernetes', key)) ?? '';
  const choice = (of: string, pattern: string): readonly Power[] =>
    pattern === '' ? [] : [{ kind: 'choice', of, pattern }];
  const token = runner.at('kubernetes', 'automount_service_account_token');
  const chooses = runner.at('kubernetes', 'bearer_token_overwrite_allowed') === true;
  return [
    { kind: 'account', name: setting('service_account') || 'default' },
    ...plain('token', token !== false, token === undefined),
    ...choice('their account', setting('service_account_overwrite_allowed')),
    ...choice('their namespace', setting('namespace_overwrite_allowed')),
    ...choice('the token by which they are made', chooses ? '.*' : ''),
    ...listOf(runner.at('kubernetes', 'volumes', 'host_path')).flatMap(hostPath),
  ];
}

/** Settings of which each value is told as a power that jobs have or lose. */
export function isOfPowers(change: FieldChange): boolean {
  const setting = settingIn(change);
  if (setting[0] !== 'runners') return false;
  const added = [change.before, change.after].filter((value) => value !== undefined);
  return (
    setting.some((step) => POWERS.has(step)) ||
    added.every((table) => isMap(table) && Object.keys(table).every((key) => POWERS.has(key)))
  );
}

const POWERS: ReadonlySet<string> = new Set([
  ...['privileged', 'services_privileged', 'allow_privilege_escalation', 'run_as_non_root'],
  ...['capabilities', 'cap_add', 'cap_drop', 'automount_service_account_token', 'service_account'],
  ...['service_account', 'namespace', 'bearer_token'].map((of) => `${of}_overwrite_allowed`),
]);

/** Docker's containers have no context but these. */
function dockerContext(runner: ConfiguredRunner, role: Role): readonly [ValueMap, ValueMap] {
  const services = role === 'service' ? runner.at('docker', 'services_privileged') : undefined;
  const [add, drop] = ['cap_add', 'cap_drop'].map((key) => listOf(runner.at('docker', key)));
  return [
    {
      securityContext: {
        ...said('privileged', services ?? runner.at('docker', 'privileged')),
        capabilities: { add: add ?? [], drop: drop ?? [] },
      },
    },
    {},
  ];
}

function context(table: (...path: readonly string[]) => Value | undefined): ValueMap {
  return {
    ...said('runAsUser', table('run_as_user')),
    ...said('runAsNonRoot', table('run_as_non_root')),
    ...said('procMount', table('proc_mount')),
    seccompProfile: said('type', table('seccomp_profile', 'type')),
    appArmorProfile: said('type', table('app_armor_profile', 'type')),
  };
}

function said(key: string, value: Value | undefined): ValueMap {
  return value === undefined ? {} : { [key]: value };
}

function hostPath(volume: Value): readonly Power[] {
  const path = textOf(at(volume, 'host_path')) ?? textOf(at(volume, 'mount_path'));
  return path === undefined ? [] : [{ kind: 'host-path', path, isWritten: at(volume, 'read_only') !== true }];
}
