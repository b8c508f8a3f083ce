import { RESTRICTED_VOLUMES, UNRESTRICTED_VOLUMES } from '../../../facts/pod-security';
import { at, listOf, textOf } from '../../../manifests/value';
import type { Workload } from '../../../manifests/workload';
import { addedCapabilities, procMountBreaches } from './baseline-rules';
import {
  containerSetters,
  entriesOf,
  hasOwnUsers,
  isWindows,
  podSetter,
  saidAt,
  settersOf,
  type Breach,
  type PodRule,
} from './pod-rule';
import { SECCOMP_RESTRICTED } from './profile-rules';

/** What hardly any pod needs; the level `restricted` asks for these on top of the baseline. */
export const RESTRICTED_RULES: readonly PodRule[] = [
  SECCOMP_RESTRICTED,
  {
    id: 'allowPrivilegeEscalation',
    reason: 'allowPrivilegeEscalation != false',
    level: 'restricted',
    since: 8,
    breaches: (pod, minor) =>
      (isWindows(pod, minor) ? [] : containerSetters(pod))
        .filter(({ value }) => at(value, 'allowPrivilegeEscalation') !== false)
        .map(({ who, path }) => ({
          path: [...path, 'allowPrivilegeEscalation'],
          what: `${who} may gain rights by set-user-ID programs`,
          remedy: 'set "allowPrivilegeEscalation" to false',
        })),
  },
  {
    id: 'capabilities_restricted',
    reason: 'unrestricted capabilities',
    level: 'restricted',
    since: 22,
    overrides: 'capabilities_baseline',
    breaches: (pod, minor) =>
      isWindows(pod, minor)
        ? []
        : [...keptCapabilities(pod), ...addedCapabilities(pod, ['NET_BIND_SERVICE'])],
  },
  {
    id: 'procMount_restricted',
    reason: 'procMount',
    level: 'restricted',
    since: 35,
    overrides: 'procMount',
    breaches: procMountBreaches,
  },
  {
    id: 'restrictedVolumes',
    reason: 'restricted volume types',
    level: 'restricted',
    since: 0,
    overrides: 'hostPathVolumes',
    breaches: volumeBreaches,
  },
  {
    id: 'runAsNonRoot',
    reason: 'runAsNonRoot != true',
    level: 'restricted',
    since: 0,
    breaches: (pod, minor) => (hasOwnUsers(pod, minor) ? [] : rootAllowed(pod)),
  },
  {
    id: 'runAsUser',
    reason: 'runAsUser=0',
    level: 'restricted',
    since: 23,
    breaches: (pod, minor) =>
      (hasOwnUsers(pod, minor) ? [] : settersOf(pod))
        .filter(({ value }) => at(value, 'runAsUser') === 0)
        .map(({ who, path }) => ({
          path: [...path, 'runAsUser'],
          what: `${who} runs as root`,
          remedy: 'set "runAsUser" to another number, such as 10001',
        })),
  },
];

function keptCapabilities(pod: Workload): readonly Breach[] {
  return containerSetters(pod)
    .filter(({ value }) => !listOf(at(value, 'capabilities', 'drop')).includes('ALL'))
    .map(({ who, path }) => ({
      path: [...path, 'capabilities', 'drop'],
      what: `${who} keeps capabilities`,
      remedy: 'set "capabilities.drop" to ["ALL"]',
    }));
}

function volumeBreaches({ spec, specPath }: Workload): readonly Breach[] {
  return entriesOf(spec.volumes, [...specPath, 'volumes'])
    .filter(({ entry }) => !RESTRICTED_VOLUMES.some((type) => saidAt(entry, type) !== undefined))
    .flatMap(({ entry, path }) =>
      UNRESTRICTED_VOLUMES.filter((type) => saidAt(entry, type) !== undefined).map((type) => ({
        path: [...path, type],
        part: 'key' as const,
        what: `volume "${textOf(at(entry, 'name')) ?? ''}" is of type "${type}"`,
        remedy: 'take a claim or an emptyDir instead',
      })),
    );
}

/** What is said to be root is told; only where nothing is, what is not said. */
function rootAllowed(pod: Workload): readonly Breach[] {
  const said = settersOf(pod).filter(({ value }) => at(value, 'runAsNonRoot') === false);
  if (said.length > 0) {
    return said.map(({ who, path }) => ({
      path: [...path, 'runAsNonRoot'],
      what: `${who} may run as root`,
      remedy: 'set "runAsNonRoot" to true',
    }));
  }
  const { path, value } = podSetter(pod);
  if (at(value, 'runAsNonRoot') === true) return [];
  const silent = containerSetters(pod).filter((setter) => at(setter.value, 'runAsNonRoot') !== true);
  if (silent.length === 0) return [];
  return [
    {
      path: [...path, 'runAsNonRoot'],
      what: `${silent.map(({ who }) => who).join(', ')} may run as root`,
      remedy: 'set "runAsNonRoot" of the pod to true',
    },
  ];
}
