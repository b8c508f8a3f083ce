import { groupBy } from '../../../manifests/groups';
import type { Manifest } from '../../../manifests/manifest';
import { policyOf, type Direction, type Policy } from '../../../network/policy';
import type { System } from '../../../system/system';
import { worldOf } from '../../../system/traffic/world';
import type { Side } from '../both-ways';
import { typeOf } from '../subject';

export function isPolicy(manifest: Manifest): boolean {
  return typeOf(manifest) === 'networking.k8s.io/NetworkPolicy';
}

export function policyIn({ manifest }: Side): Policy | undefined {
  return manifest === undefined || !isPolicy(manifest) ? undefined : policyOf(manifest);
}

/** All policies of a namespace that isolate in a direction, the one itself among them. */
export function isolatingIn({ system }: Side, namespace: string, direction: Direction): readonly Policy[] {
  const all = system.view(policiesByNamespace).get(namespace) ?? [];
  return all.filter(({ rules }) => rules[direction] !== undefined);
}

const policiesByNamespace = (system: System): ReadonlyMap<string, readonly Policy[]> =>
  groupBy(system.view(worldOf).policies, ({ manifest }) => manifest.namespace);

/** Whether a side has the namespace no more that another one has: then none of its pods is left. */
export function isEmptied(from: Side, to: Side, namespace: string): boolean {
  const [had, has] = [from, to].map(
    ({ system }) => system.tryFind('', 'Namespace', '', namespace) !== undefined,
  );
  return had === true && has === false;
}
