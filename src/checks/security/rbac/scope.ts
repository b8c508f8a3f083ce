import type { Manifest } from '../../../manifests/manifest';
import { groupBy } from '../../../manifests/groups';
import { at, isMap, listOf, textsOf } from '../../../manifests/value';
import type { System } from '../../../system/system';
import type { Check } from '../../check';
import { bindingsOf, type Binding } from './grants';

const GROUP = 'rbac.authorization.k8s.io';

/** How far roles and bindings reach, beyond what they are for. */
export const SCOPE_CHECKS: readonly Check[] = [
  {
    id: 'rbac-cluster-role',
    severity: 'note',
    rule: 'What is granted in one namespace alone is a Role',
    why: 'A ClusterRole lies there for every namespace: whoever may bind roles somewhere can hand it out, and one binding of another kind makes it hold everywhere.',
    source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    find: (system) =>
      system.ofKind(GROUP, 'ClusterRole').flatMap((manifest) => {
        const namespace = onlyNamespace(system.view(boundClusterRoles).get(manifest.name) ?? []);
        return namespace === undefined || isForCluster(manifest)
          ? []
          : [
              {
                spot: { manifest, path: ['kind'] },
                message: `In these files ClusterRole "${manifest.name}" is granted in namespace "${namespace}" alone`,
                remedy: `make it a Role in "${namespace}", and name it in "roleRef"`,
              },
            ];
      }),
  },
  {
    id: 'rbac-subject-namespace',
    severity: 'note',
    rule: 'A binding says the namespace of each ServiceAccount',
    why: 'Unsaid, it is that of the binding: copied into another namespace, the binding gives its rights to another account.',
    source: 'kubernetes, pkg/registry/rbac/validation/rule.go, appliesToUser',
    find: (system) =>
      system
        .view(bindingsOf)
        // One without its own namespace is for any.
        .filter(({ manifest }) => manifest.namespace !== '')
        .flatMap(({ manifest, subjects }) =>
          subjects
            .filter(({ kind, namespace }) => kind === 'ServiceAccount' && namespace === '')
            .map(({ name, path }) => ({
              spot: { manifest, path },
              message: `Which account "${name}" is meant depends on where this binding lies`,
              remedy: `write "namespace", "${manifest.namespace}"`,
            })),
        ),
  },
];

function boundClusterRoles(system: System): ReadonlyMap<string, readonly Binding[]> {
  return groupBy(
    system.view(bindingsOf).filter(({ role }) => role.kind === 'ClusterRole'),
    ({ role }) => role.name,
  );
}

/** Undefined where it is bound nowhere, in several namespaces, in the cluster, or who knows where. */
function onlyNamespace(bindings: readonly Binding[]): string | undefined {
  const [namespace, ...others] = new Set(
    bindings.map(({ manifest }) => (manifest.kind === 'RoleBinding' ? manifest.namespace : '')),
  );
  return others.length > 0 || namespace === '' ? undefined : namespace;
}

/** What no Role can be: one of parts, a part of another, or one for URLs. */
function isForCluster(role: Manifest): boolean {
  return (
    isMap(role.at('aggregationRule')) ||
    Object.keys(textsOf(role.at('metadata', 'labels'))).some((label) => label.startsWith(`${GROUP}/`)) ||
    listOf(role.at('rules')).some((rule) => listOf(at(rule, 'nonResourceURLs')).length > 0)
  );
}
