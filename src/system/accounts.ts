import type { Manifest } from '../manifests/manifest';
import { at, listOf, textOf } from '../manifests/value';
import type { Workload } from '../manifests/workload';
import type { System } from './system';

/** The name of the ServiceAccount that pods run as. */
export function accountName({ spec }: Workload): string {
  return textOf(spec.serviceAccountName) ?? textOf(spec.serviceAccount) ?? 'default';
}

/** `namespace/name` of the ServiceAccount that pods run as. */
export function accountOf(workload: Workload): string {
  return `${workload.manifest.namespace}/${accountName(workload)}`;
}

/** `namespace/name` of each ServiceAccount that a binding gives its rights. */
export function accountsIn(binding: Manifest): readonly string[] {
  return listOf(binding.at('subjects'))
    .filter((subject) => at(subject, 'kind') === 'ServiceAccount')
    .map(
      (subject) =>
        `${textOf(at(subject, 'namespace')) ?? binding.namespace}/${textOf(at(subject, 'name')) ?? ''}`,
    );
}

/** `namespace/name` of each ServiceAccount that some binding names. */
export function boundAccounts(system: System): ReadonlySet<string> {
  const bindings = ['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) =>
    system.ofKind('rbac.authorization.k8s.io', kind),
  );
  return new Set(bindings.flatMap(accountsIn));
}
