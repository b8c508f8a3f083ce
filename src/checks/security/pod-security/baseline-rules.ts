import { BASELINE_CAPABILITIES, safeSysctls, selinuxTypes } from '../../../facts/pod-security';
import { at, isMap, textOf } from '../../../manifests/value';
import type { Workload } from '../../../manifests/workload';
import { HOST_RULES } from './host-rules';
import {
  containerSetters,
  entriesOf,
  hasOwnUsers,
  saidAt,
  settersOf,
  type Breach,
  type PodRule,
} from './pod-rule';
import { profileBreaches, SECCOMP_BASELINE } from './profile-rules';

/** What nobody needs but who manages nodes. */
export const BASELINE_RULES: readonly PodRule[] = [
  ...HOST_RULES,
  SECCOMP_BASELINE,
  {
    id: 'appArmorProfile',
    reason: 'forbidden AppArmor profile',
    level: 'baseline',
    since: 0,
    breaches: (pod) => [...profileBreaches(pod, 'appArmorProfile'), ...appArmorAnnotations(pod)],
  },
  {
    id: 'capabilities_baseline',
    reason: 'non-default capabilities',
    level: 'baseline',
    since: 0,
    breaches: (pod) => addedCapabilities(pod, BASELINE_CAPABILITIES),
  },
  {
    id: 'privileged',
    reason: 'privileged',
    level: 'baseline',
    since: 0,
    breaches: (pod) =>
      containerSetters(pod)
        .filter(({ value }) => at(value, 'privileged') === true)
        .map(({ who, path }) => ({
          path: [...path, 'privileged'],
          what: `${who} is privileged`,
          remedy: 'set "privileged" to false',
        })),
  },
  {
    id: 'procMount',
    reason: 'procMount',
    level: 'baseline',
    since: 0,
    breaches: (pod, minor) => (hasOwnUsers(pod, minor) ? [] : procMountBreaches(pod)),
  },
  {
    id: 'seLinuxOptions',
    reason: 'seLinuxOptions',
    level: 'baseline',
    since: 0,
    breaches: (pod, minor) => selinuxBreaches(pod, selinuxTypes(minor)),
  },
  {
    id: 'sysctls',
    reason: 'forbidden sysctls',
    level: 'baseline',
    since: 0,
    breaches: (pod, minor) => sysctlBreaches(pod, safeSysctls(minor)),
  },
];

export function addedCapabilities(pod: Workload, allowed: readonly string[]): readonly Breach[] {
  return containerSetters(pod).flatMap(({ who, path, value }) =>
    entriesOf(at(value, 'capabilities', 'add'), [...path, 'capabilities', 'add'])
      .filter(({ entry }) => !allowed.includes(textOf(entry) ?? ''))
      .map(({ entry, path: place }) => ({
        path: place,
        what: `${who} adds the capability "${textOf(entry) ?? ''}"`,
        remedy: 'remove it',
      })),
  );
}

export function procMountBreaches(pod: Workload): readonly Breach[] {
  return containerSetters(pod)
    .filter(({ value }) => (saidAt(value, 'procMount') ?? 'Default') !== 'Default')
    .map(({ who, path }) => ({
      path: [...path, 'procMount'],
      what: `${who} sees all of /proc`,
      remedy: 'remove "procMount"',
    }));
}

const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';

function appArmorAnnotations({ annotations, templatePath }: Workload): readonly Breach[] {
  return Object.entries(annotations)
    .filter(
      ([name, profile]) =>
        name.startsWith(APPARMOR) && !/^(?:|runtime\/default|localhost\/.*)$/s.test(profile),
    )
    .map(([name]) => ({
      path: [...templatePath, 'metadata', 'annotations', name],
      what: `container "${name.slice(APPARMOR.length)}" runs without the AppArmor profile of its runtime`,
      remedy: 'remove the annotation',
    }));
}

function selinuxBreaches(pod: Workload, types: readonly string[]): readonly Breach[] {
  return settersOf(pod).flatMap(({ who, path, value }) => {
    const options = at(value, 'seLinuxOptions');
    if (!isMap(options)) return [];
    const wrong = [
      ...(types.includes(textOf(options.type) ?? '') ? [] : ['type']),
      ...['user', 'role'].filter((field) => (textOf(options[field]) ?? '') !== ''),
    ];
    return wrong.map((field) => ({
      path: [...path, 'seLinuxOptions', field],
      what: `${who} chooses its own SELinux ${field}`,
      remedy: `remove "${field}"`,
    }));
  });
}

function sysctlBreaches({ spec, specPath }: Workload, safe: readonly string[]): readonly Breach[] {
  return entriesOf(at(spec.securityContext, 'sysctls'), [...specPath, 'securityContext', 'sysctls'])
    .map(({ entry, path }) => ({ name: textOf(at(entry, 'name')) ?? '', path }))
    .filter(({ name }) => !safe.includes(name))
    .map(({ name, path }) => ({
      path: [...path, 'name'],
      what: `the pod sets "${name}", which is no safe sysctl`,
      remedy: 'remove it',
    }));
}
