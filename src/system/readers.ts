import type { Manifest } from '../manifests/manifest';
import { namedByPods } from './named-by-pods';
import type { Reference } from './reference';
import type { System } from './system';

/** What pods name, by `TYPE NAMESPACE/NAME`. */
export function namedObjects(system: System): ReadonlyMap<string, readonly Reference[]> {
  const named = new Map<string, Reference[]>();
  for (const reference of system.workloads.flatMap(namedByPods)) {
    const key = targetKey(reference.type, reference);
    const list = named.get(key);
    if (list === undefined) named.set(key, [reference]);
    else list.push(reference);
  }
  return named;
}

/** Who makes pods that name an object, each once. */
export function readersOf(
  system: System,
  { identity: { group, kind, namespace, name } }: Manifest,
): readonly Manifest[] {
  const references = system.view(namedObjects).get(targetKey(`${group}/${kind}`, { namespace, name })) ?? [];
  return [...new Set(references.map(({ manifest }) => manifest))];
}

function targetKey(
  type: string,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): string {
  return `${type} ${namespace}/${name}`;
}
