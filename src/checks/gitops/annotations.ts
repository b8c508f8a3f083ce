import { ARGO } from '../../facts/argocd';
import type { Manifest } from '../../manifests/manifest';
import { textsOf } from '../../manifests/value';
import type { FieldSpot } from '../../manifests/spot';
import { isArgoKind } from '../../system/delivery/kinds';
import type { System } from '../../system/system';

export function annotationSpot(manifest: Manifest, key: string, part: 'key' | 'value' = 'value'): FieldSpot {
  return { manifest, path: ['metadata', 'annotations', key], part };
}

/** Whether somebody syncs this tree with Argo CD: what is harmless or right elsewhere is told only then. */
export function isSynced(system: System): boolean {
  return system.view(findSync);
}

function findSync({ manifests }: System): boolean {
  return manifests.some(
    (manifest) =>
      isArgoKind(manifest) ||
      Object.keys(textsOf(manifest.at('metadata', 'annotations'))).some((key) => key.startsWith(ARGO)),
  );
}
