import { CLUSTER_KINDS } from '../facts/cluster-kinds';
import { CUSTOM_KINDS } from '../facts/kubernetes';
import { kindsOf } from '../api/kinds';
import type { Manifest } from '../manifests/manifest';
import { textOf } from '../manifests/value';
import type { System } from './system';

export type Scope = 'cluster' | 'namespaced';

/** Whether a kind has namespaces; undefined where neither the object nor a definition says it. */
export function scopeOf(
  system: System,
  { identity: { group, kind, namespace } }: Manifest,
): Scope | undefined {
  const type = `${group}/${kind}`;
  if (CLUSTER_KINDS.has(type)) return 'cluster';
  const defined = system.view(definedScopes).get(type);
  if (defined !== undefined) return defined;
  return namespace !== '' || system.view(knownKinds).has(type) ? 'namespaced' : undefined;
}

function definedScopes(system: System): ReadonlyMap<string, Scope> {
  return new Map(
    system.ofKind('apiextensions.k8s.io', 'CustomResourceDefinition').map((definition): [string, Scope] => {
      const [group, kind] = [definition.at('spec', 'group'), definition.at('spec', 'names', 'kind')];
      const scope = definition.at('spec', 'scope') === 'Cluster' ? 'cluster' : 'namespaced';
      return [`${textOf(group) ?? ''}/${textOf(kind) ?? ''}`, scope];
    }),
  );
}

/** All whose definition is at hand; those of the cluster have been sorted out before. */
function knownKinds({ kubernetes }: System): ReadonlySet<string> {
  return new Set([
    ...kindsOf(kubernetes.api).versions.keys(),
    ...Object.keys(CUSTOM_KINDS.definitions).map((type) => type.replace(/\/[^/]*\//, '/')),
  ]);
}
