import { at, isMap, textOf } from '../../../manifests/value';
import type { Workload } from '../../../manifests/workload';
import { containerSetters, isWindows, podSetter, settersOf, type Breach, type PodRule } from './pod-rule';

export const SECCOMP_BASELINE: PodRule = {
  id: 'seccompProfile_baseline',
  reason: 'seccompProfile',
  level: 'baseline',
  since: 0,
  breaches: (pod, minor) => (minor < 19 ? seccompAnnotations(pod) : profileBreaches(pod, 'seccompProfile')),
};

export const SECCOMP_RESTRICTED: PodRule = {
  id: 'seccompProfile_restricted',
  reason: 'seccompProfile',
  level: 'restricted',
  since: 19,
  overrides: 'seccompProfile_baseline',
  breaches: (pod, minor) => {
    if (isWindows(pod, minor)) return [];
    const wrong = profileBreaches(pod, 'seccompProfile');
    return wrong.length > 0 ? wrong : withoutSeccomp(pod);
  },
};

/** Of a profile that is said, and is neither the runtime's nor a file of the node. */
export function profileBreaches(
  pod: Workload,
  field: 'seccompProfile' | 'appArmorProfile',
): readonly Breach[] {
  return settersOf(pod)
    .map((setter) => ({ ...setter, profile: at(setter.value, field) }))
    .filter(({ profile }) => isMap(profile) && !isConfined(textOf(profile.type)))
    .map(({ who, path }) => ({
      path: [...path, field, 'type'],
      what: `${who} runs without ${field === 'seccompProfile' ? 'a seccomp' : 'an AppArmor'} profile`,
      remedy: 'set "type" to "RuntimeDefault"',
    }));
}

function isConfined(type: string | undefined): boolean {
  return type === 'RuntimeDefault' || type === 'Localhost';
}

/** The pod's word holds for its containers. */
function withoutSeccomp(pod: Workload): readonly Breach[] {
  const { path, value } = podSetter(pod);
  if (isMap(at(value, 'seccompProfile'))) return [];
  const silent = containerSetters(pod).filter((setter) => !isMap(at(setter.value, 'seccompProfile')));
  if (silent.length === 0) return [];
  return [
    {
      path: [...path, 'seccompProfile'],
      what: `no seccomp profile is said for ${silent.map(({ who }) => who).join(', ')}`,
      remedy: 'set "seccompProfile.type" of the pod to "RuntimeDefault"',
    },
  ];
}

const SECCOMP = 'seccomp.security.alpha.kubernetes.io/pod';

/** How it was said before Kubernetes 1.19. */
function seccompAnnotations({ annotations, containers, templatePath }: Workload): readonly Breach[] {
  const names = [SECCOMP, ...containers.map(({ name }) => `container.${SECCOMP.replace(/pod$/, name)}`)];
  return [...new Set(names)]
    .filter((name) => Object.hasOwn(annotations, name))
    .filter((name) => !/^(?:runtime\/default|docker\/default|localhost\/.*)$/s.test(annotations[name] ?? ''))
    .map((name) => ({
      path: [...templatePath, 'metadata', 'annotations', name],
      what: 'the pod runs without a seccomp profile',
      remedy: 'set it to "runtime/default"',
    }));
}
