import { addTo } from '../manifests/groups';
import type { Manifest } from '../manifests/manifest';
import { namedByPods } from './named-by-pods';
import { secretsMadeBy } from './provided';
import type { Reference } from './reference';
import type { System } from './system';

/** What pods name, by `TYPE NAMESPACE/NAME`. */
export function namedObjects(system: System): ReadonlyMap<string, readonly Reference[]> {
  const named = new Map<string, Reference[]>();
  for (const reference of system.workloads.flatMap(namedByPods)) {
    addTo(named, targetKey(reference.type, reference), reference);
  }
  return named;
}

/** Who makes pods that name an object, each once. */
export function readersOf(system: System, { identity }: Manifest): readonly Manifest[] {
  return readersOfNamed(system, `${identity.group}/${identity.kind}`, identity);
}

/** Who makes pods that name what a controller makes of an object, such as the Secret of a SealedSecret. */
export function readersOfMade(system: System, maker: Manifest): readonly Manifest[] {
  return [...new Set(secretsMadeBy(maker).flatMap((one) => readersOfNamed(system, one.type, one)))];
}

function readersOfNamed(system: System, type: string, target: Target): readonly Manifest[] {
  const references = system.view(namedObjects).get(targetKey(type, target)) ?? [];
  return [...new Set(references.map(({ manifest }) => manifest))];
}

type Target = Pick<Reference, 'namespace' | 'name'>;

function targetKey(type: string, { namespace, name }: Target): string {
  return `${type} ${namespace}/${name}`;
}
