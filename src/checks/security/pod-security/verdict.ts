import { pathText } from '../../../manifests/value';
import type { Workload } from '../../../manifests/workload';
import type { System } from '../../../system/system';
import { breachesOf, type LevelBreach } from './level';
import { policyOf, type Mode, type Policy, type Standard } from './policy';

/** Why a pod does not meet what is asked of it. */
export interface PodBreach {
  readonly pod: Workload;
  readonly breach: LevelBreach;
  /** Who asks it; `unsaid` where the namespace enforces no level, so that the baseline is asked. */
  readonly mode: Mode | 'unsaid';
  readonly standard: string;
}

/** The breaches of all pods, each of them once: by who asks most sternly. */
export function breachesOfSystem(system: System): readonly PodBreach[] {
  const server = system.kubernetes.minor;
  const policies = new Map(
    system.ofKind('', 'Namespace').map((namespace) => [namespace.name, policyOf(namespace, server)]),
  );
  return system.workloads.flatMap((pod) => {
    const told = new Set<string>();
    return asked(policies.get(pod.manifest.namespace), server).flatMap(({ mode, level, minor, text }) =>
      breachesOf(pod, level, minor)
        .filter(({ path }) => isNew(pathText(path), told))
        .map((breach) => ({ pod, breach, mode, standard: text })),
    );
  });
}

function asked(policy: Policy | undefined, server: number): readonly (Standard & Pick<PodBreach, 'mode'>)[] {
  const { enforce, warn, audit } = policy?.standards ?? {};
  return [
    enforce === undefined
      ? { mode: 'unsaid' as const, level: 'baseline' as const, minor: server, text: 'baseline:latest' }
      : { mode: 'enforce' as const, ...enforce },
    ...(warn === undefined ? [] : [{ mode: 'warn' as const, ...warn }]),
    ...(audit === undefined ? [] : [{ mode: 'audit' as const, ...audit }]),
  ];
}

function isNew(path: string, told: Set<string>): boolean {
  if (told.has(path)) return false;
  told.add(path);
  return true;
}
