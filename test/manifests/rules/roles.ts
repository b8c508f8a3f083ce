import type { Manifest } from '../load';
import { namespaceOf, ofKind, tryFind, type Brought, type Rule } from './rule';

interface Reference {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** A RoleBinding has its Role and its ServiceAccount; a Role has somebody bound to it, and the Secrets that it names. */
export const roles: Rule = (tree, brought) => [
  ...ofKind(tree, 'RoleBinding').flatMap(({ path, object }) => {
    const role = { ...(object.roleRef as Reference), namespace: namespaceOf(object) };
    return [role, ...(object.subjects as readonly Reference[])]
      .filter(({ kind, namespace, name }) => tryFind(tree, kind, namespace, name) === undefined)
      .map(({ kind, namespace, name }) => `${path}: there is no ${kind} ${namespace}/${name}`);
  }),
  ...ofKind(tree, 'Role').flatMap((role) => [...unbound(tree, role), ...unknown(tree, brought, role)]),
];

function unbound(tree: readonly Manifest[], { path, object }: Manifest): readonly string[] {
  const isBound = ofKind(tree, 'RoleBinding').some(
    ({ object: binding }) =>
      namespaceOf(binding) === namespaceOf(object) &&
      (binding.roleRef as Reference).name === object.metadata.name,
  );
  return isBound ? [] : [`${path}: nobody is bound to it`];
}

function unknown(
  tree: readonly Manifest[],
  { secrets }: Brought,
  { path, object }: Manifest,
): readonly string[] {
  const namespace = namespaceOf(object);
  const named = (object.rules as readonly { resourceNames?: readonly string[] }[]).flatMap(
    ({ resourceNames = [] }) => resourceNames,
  );
  return named
    .filter(
      (name) =>
        tryFind(tree, 'Secret', namespace, name) === undefined &&
        !secrets.some((secret) => secret.namespace === namespace && secret.name === name),
    )
    .map((name) => `${path}: there is no Secret ${name}`);
}
