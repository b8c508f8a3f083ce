import { groupBy, groupByEach } from '../../../manifests/groups';
import type { Manifest } from '../../../manifests/manifest';
import { listOf, textOf } from '../../../manifests/value';
import { accountsIn } from '../../../system/accounts';
import type { System } from '../../../system/system';
import { beyond } from '../beyond';
import { isBinding, isRole, RBAC_GROUP } from './rbac';
import { placeOfRight, rightCovers, rightsOfRule, type Right } from './rbac-right';

/** A right, and where it holds. */
export interface ScopedRight {
  /** Empty for all namespaces. */
  readonly namespace: string;
  readonly right: Right;
}

function scopedCovers(wide: ScopedRight, narrow: ScopedRight): boolean {
  return (
    (wide.namespace === '' || wide.namespace === narrow.namespace) && rightCovers(wide.right, narrow.right)
  );
}

/** What a ServiceAccount, `namespace/name`, may do by the bindings and roles of the files. */
export function rightsOfAccount(system: System, account: string): readonly ScopedRight[] {
  const asked = system.view(askedRights);
  const bindings = system.view(bindingsByAccount).get(account) ?? [];
  const rights = asked.get(account) ?? bindings.flatMap((binding) => rightsGiven(system, binding));
  asked.set(account, rights);
  return rights;
}

/** What of these rights an account has not got. */
export function rightsMissing(
  system: System,
  account: string,
  rights: readonly ScopedRight[],
): readonly ScopedRight[] {
  return beyond(rightsOfAccount(system, account), rights, scopedCovers, ({ right }) => placeOfRight(right));
}

/** Of each account once: the one of a keys Job has a binding for every runner, and each of these asks. */
const askedRights = (): Map<string, readonly ScopedRight[]> => new Map();

const bindingsByAccount = (system: System): ReadonlyMap<string, readonly Manifest[]> =>
  groupByEach(system.view(bindingsOf), accountsIn);

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
  return system.view(bindingsByRole).get(manifest) ?? [];
}

function roleGiven(system: System, binding: Manifest): Manifest | undefined {
  const [kind, name] = ['kind', 'name'].map((field) => textOf(binding.at('roleRef', field)) ?? '');
  return system.tryFind(RBAC_GROUP, kind ?? '', kind === 'Role' ? binding.namespace : '', name ?? '');
}

function bindingsOf({ manifests }: System): readonly Manifest[] {
  return manifests.filter(isBinding);
}

const bindingsByRole = (system: System): ReadonlyMap<Manifest | undefined, readonly Manifest[]> =>
  groupBy(system.view(bindingsOf), (binding) => roleGiven(system, binding));
