import { at, listOf, textOf, type Value } from '../../manifests/value';
import type { System } from '../../system/system';

/** `NAMESPACE NAME` of the Secrets and ConfigMaps into which somebody may write, by a Role that names them. */
export function patchedSecrets(system: System): ReadonlySet<string> {
  return new Set(
    system.ofKind('rbac.authorization.k8s.io', 'Role').flatMap((role) =>
      listOf(role.at('rules'))
        .filter(mayWrite)
        .flatMap((rule) => listOf(at(rule, 'resourceNames')))
        .map((name) => `${role.namespace} ${textOf(name) ?? ''}`),
    ),
  );
}

function mayWrite(rule: Value): boolean {
  const [resources, verbs] = ['resources', 'verbs'].map((field) => listOf(at(rule, field)));
  return isAmong(resources, ['secrets', 'configmaps', '*']) && isAmong(verbs, ['patch', 'update', '*']);
}

function isAmong(said: readonly Value[] = [], meant: readonly Value[]): boolean {
  return said.some((one) => meant.includes(one));
}
