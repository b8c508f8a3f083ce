import type { Manifest } from '../../../manifests/manifest';
import { listOf, textOf } from '../../../manifests/value';
import { accountsIn } from '../../../system/accounts';
import type { System } from '../../../system/system';
import { isBinding, isRole, RBAC_GROUP } from './rbac';
import { rightCovers, rightsOfRule, type Right } from './rbac-right';

/** A right, and where it holds. */
export interface ScopedRight {
  /** Empty for all namespaces. */
  readonly namespace: string;
  readonly right: Right;
}

export function scopedCovers(wide: ScopedRight, narrow: ScopedRight): boolean {
  return (
    (wide.namespace === '' || wide.namespace === narrow.namespace) && rightCovers(wide.right, narrow.right)
  );
}

/** What a ServiceAccount, `namespace/name`, may do by the bindings and roles of the files. */
export function rightsOfAccount(system: System, account: string): readonly ScopedRight[] {
  return system
    .view(bindingsOf)
    .filter((binding) => accountsIn(binding).includes(account))
    .flatMap((binding) => rightsGiven(system, binding));
}

/** What a binding gives; nothing where its role is in no file. */
export function rightsGiven(system: System, binding: Manifest): readonly ScopedRight[] {
  const role = roleGiven(system, binding);
  return listOf(role?.object.rules)
    .flatMap(rightsOfRule)
    .map((right) => ({ namespace: binding.namespace, right }));
}

/** The bindings that a change of a role or of a binding is about. */
export function bindingsAbout(system: System, manifest: Manifest): readonly Manifest[] {
  if (isBinding(manifest)) return [manifest];
  if (!isRole(manifest)) return [];
  return system.view(bindingsOf).filter((binding) => roleGiven(system, binding) === manifest);
}

function roleGiven(system: System, binding: Manifest): Manifest | undefined {
  const [kind, name] = ['kind', 'name'].map((field) => textOf(binding.at('roleRef', field)) ?? '');
  return system.tryFind(RBAC_GROUP, kind ?? '', kind === 'Role' ? binding.namespace : '', name ?? '');
}

function bindingsOf({ manifests }: System): readonly Manifest[] {
  return manifests.filter(isBinding);
}
