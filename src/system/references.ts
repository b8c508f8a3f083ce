import type { System } from './system';
import { namedByOthers } from './named-by-others';
import { namedByPods } from './named-by-pods';
import type { Reference } from './reference';

/** Everything that an object names by type and name alone. */
export function referencesOf({ workloads, manifests }: System): readonly Reference[] {
  return [...workloads.flatMap(namedByPods), ...manifests.flatMap(namedByOthers)];
}
