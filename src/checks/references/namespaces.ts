import { BUILT_IN_NAMESPACES } from '../../facts/built-in-objects';
import type { Manifest } from '../../manifests/manifest';
import { suggestion } from '../../text/closest';
import type { Check } from '../check';
import { isArgoKind } from '../../system/delivery/kinds';
import type { System } from '../../system/system';

export const NAMESPACE_CHECKS: readonly Check[] = [
  {
    id: 'namespace-nobody-makes',
    severity: 'note',
    rule: 'Where files make namespaces, they make each that their objects lie in',
    why: 'What lies in a namespace that is not there is refused, and Argo CD makes none but that of its own destination.',
    source: 'argo-cd, docs/user-guide/sync-options.md (CreateNamespace)',
    find: (system) => {
      const made = system.ofKind('', 'Namespace').map(({ name }) => name);
      if (made.length === 0) return [];
      return [...firstIn(system)]
        .filter(([namespace]) => !made.includes(namespace) && !BUILT_IN_NAMESPACES.includes(namespace))
        .map(([namespace, manifest]) => ({
          spot: { manifest, path: ['metadata', 'namespace'] },
          message: `No file makes namespace "${namespace}": if it is not in the cluster, all that lies in it is refused`,
          remedy: `add the Namespace, or see that it is there${suggestion(namespace, made)}`,
        }));
    },
  },
];

/** The first object in each namespace. Where Argo CD's own objects lie it is at home, and no file of theirs makes that. */
function firstIn({ manifests }: System): ReadonlyMap<string, Manifest> {
  const firsts = new Map<string, Manifest>();
  for (const manifest of manifests.filter((one) => !isArgoKind(one))) {
    if (manifest.namespace !== '' && !firsts.has(manifest.namespace))
      firsts.set(manifest.namespace, manifest);
  }
  return firsts;
}
