import { at, listOf, mapOf, textOf, type Value, type ValueMap } from '../../../manifests/value';
import { DEFAULT_CAPABILITIES, type PlainPower, type Power } from './power';

/** What one container may do; what it does not say itself, its pod says. (https://kubernetes.io/docs/tasks/configure-pod-container/security-context/) */
export function powersOfContainer(container: ValueMap, pod: ValueMap): readonly Power[] {
  const own = mapOf(container.securityContext);
  const said = (...path: readonly string[]): Value | undefined =>
    at(own, ...path) ?? at(pod.securityContext, ...path);
  return [
    ...plain('privileged', own.privileged === true),
    ...plain('proc', own.procMount === 'Unmasked'),
    ...plain('host-process', said('windowsOptions', 'hostProcess') === true),
    ...user(said('runAsUser'), said('runAsNonRoot')),
    ...plain('escalation', own.allowPrivilegeEscalation !== false, own.allowPrivilegeEscalation !== true),
    ...seccomp(said('seccompProfile', 'type')),
    ...plain('no-apparmor', said('appArmorProfile', 'type') === 'Unconfined'),
    ...capabilities(own.capabilities),
    ...listOf(container.ports).flatMap(hostPort),
  ];
}

export function plain(name: PlainPower, has: boolean, isDefault = false): readonly Power[] {
  return has ? [{ kind: 'plain', name, isDefault }] : [];
}

function user(runAsUser: Value | undefined, runAsNonRoot: Value | undefined): readonly Power[] {
  if (runAsUser === 0) return plain('root', true);
  return plain('maybe-root', runAsUser === undefined && runAsNonRoot !== true, true);
}

function seccomp(type: Value | undefined): readonly Power[] {
  return [...plain('no-seccomp', type === 'Unconfined'), ...plain('node-seccomp', type === undefined, true)];
}

/** Those that are added win over those that are dropped. */
function capabilities(value: Value | undefined): readonly Power[] {
  const [add, drop] = ['add', 'drop'].map((field) => listOf(at(value, field)).flatMap(capability));
  const dropped = new Set(drop);
  const left = dropped.has('ALL') ? [] : DEFAULT_CAPABILITIES.filter((name) => !dropped.has(name));
  return [
    ...(add ?? []).map((name): Power => ({ kind: 'capability', name, isDefault: false })),
    ...left.map((name): Power => ({ kind: 'capability', name, isDefault: true })),
  ];
}

function capability(name: Value): readonly string[] {
  const text = textOf(name)?.toUpperCase();
  return text === undefined ? [] : [text.replace(/^CAP_/, '')];
}

function hostPort(port: Value): readonly Power[] {
  const number = at(port, 'hostPort');
  if (typeof number !== 'number' || number === 0) return [];
  return [{ kind: 'host-port', port: `${textOf(at(port, 'protocol')) ?? 'TCP'} ${number}` }];
}
