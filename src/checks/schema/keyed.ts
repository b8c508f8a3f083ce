import type { Definition } from '../../facts/kubernetes';
import { at, textOf, type Value } from '../../manifests/value';
import type { Mistake } from './mistake';

/** Two entries of a list with the same key: the server refuses them, or one of them hides the other. */
export function listFaults(list: readonly Value[], definition: Definition): readonly Mistake[] {
  const keys = definition['x-kubernetes-list-map-keys'];
  if (keys === undefined || list.length < 2) return [];
  const seen = new Set<string>();
  return list.flatMap((item, index): Mistake[] => {
    const values = keys.map((key) => at(item, key) ?? DEFAULTS[key]);
    if (values.every((value) => value === undefined)) return [];
    const key = JSON.stringify(values);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [duplicate([index, keys[0] ?? ''], values.map(String).join('/'), REFUSED.has(nameOf(definition)))];
  });
}

export function duplicate(path: Mistake['path'], text: string, refused: boolean): Mistake {
  return {
    check: refused ? 'duplicate-entry' : 'hidden-entry',
    path,
    message: refused
      ? `"${text}" stands twice in this list, and the API server refuses the object`
      : `"${text}" stands twice in this list: only one of the two counts, and server-side apply refuses both`,
    remedy: 'remove one of the two, or give it another key',
  };
}

const DEFAULTS: Readonly<Record<string, string>> = { protocol: 'TCP' };

function nameOf({ items }: Definition): string {
  return textOf(items?.$ref)?.slice('#/definitions/'.length) ?? '';
}

/** Lists of which the API server itself wants the keys to differ. (kubernetes, pkg/apis/core/validation) */
const REFUSED: ReadonlySet<string> = new Set([
  'core.v1.Container',
  'core.v1.EphemeralContainer',
  'core.v1.Volume',
  'core.v1.VolumeMount',
  'core.v1.VolumeDevice',
  'core.v1.ServicePort',
  'core.v1.TopologySpreadConstraint',
  'core.v1.PodResourceClaim',
  'core.v1.PodSchedulingGate',
]);
