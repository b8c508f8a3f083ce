import { at, listOf, pathText } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import { addTo } from '../../manifests/groups';
import type { System } from '../../system/system';
import { breachesOf, type LevelBreach } from '../security/pod-security/level';
import { ENFORCE } from '../security/pod-security/policy';
import { breachesOfSystem } from '../security/pod-security/verdict';

/** What of a pod Pod Security would refuse somewhere, and no label of its namespace speaks of. */
export interface Unasked {
  readonly pod: Workload;
  /** Whether its namespace is in the files and says which level it enforces. */
  readonly isDecided: boolean;
  readonly breaches: readonly LevelBreach[];
}

export function unaskedOf(system: System): readonly Unasked[] {
  const { minor } = system.kubernetes;
  const told = new Map<Workload, string[]>();
  for (const { pod, breach } of system.view(breachesOfSystem)) addTo(told, pod, pathText(breach.path));
  return system.workloads.filter(hasImage).map((pod) => {
    const seen = new Set(told.get(pod));
    return {
      pod,
      isDecided: enforces(pod, system),
      breaches: [...breachesOf(pod, 'baseline', minor), ...breachesOf(pod, 'restricted', minor)].filter(
        (breach) => isNew(pathText(breach.path), seen) && isMendable(pod, breach) && !isNumbered(pod, breach),
      ),
    };
  });
}

/** A patch of Kustomize has none, and speaks only of what it changes. */
function hasImage({ containers }: Workload): boolean {
  return containers.some(({ value }) => value.image !== undefined);
}

function enforces({ manifest }: Workload, system: System): boolean {
  return (
    system.tryFind('', 'Namespace', '', manifest.namespace)?.at('metadata', 'labels', ENFORCE) !== undefined
  );
}

function isNew(path: string, seen: Set<string>): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  return true;
}

/**
 * Of a privileged container the API server refuses `allowPrivilegeEscalation: false`, and with `SYS_ADMIN` too; what a
 * privileged one drops it has all the same. (kubernetes, pkg/apis/core/validation)
 */
function isMendable({ manifest }: Workload, { rule, path }: LevelBreach): boolean {
  const context = manifest.at(...path.slice(0, path.lastIndexOf('securityContext') + 1));
  const isPrivileged = at(context, 'privileged') === true;
  switch (rule.id) {
    case 'allowPrivilegeEscalation':
      return (
        !isPrivileged &&
        !listOf(at(context, 'capabilities', 'add')).some(
          (one) => one === 'SYS_ADMIN' || one === 'CAP_SYS_ADMIN',
        )
      );
    case 'capabilities_baseline':
    case 'capabilities_restricted':
      return !isPrivileged;
    default:
      return true;
  }
}

/** A number other than root's is as good as the word that nobody is root. */
function isNumbered({ spec, containers }: Workload, { rule }: LevelBreach): boolean {
  if (rule.id !== 'runAsNonRoot') return false;
  const pod = at(spec, 'securityContext', 'runAsUser');
  return containers.every(({ value }) => {
    const user = at(value, 'securityContext', 'runAsUser') ?? pod;
    return (typeof user === 'number' && user > 0) || at(value, 'securityContext', 'runAsNonRoot') === true;
  });
}
