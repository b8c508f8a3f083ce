import { ARGO } from '../../facts/argocd';
import type { Manifest } from '../../manifests/manifest';
import { textsOf } from '../../manifests/value';
import type { FieldSpot } from '../check';
import type { System } from '../../system/system';

export const WAVE = `${ARGO}sync-wave`;
export const HOOK = `${ARGO}hook`;
export const DELETE_POLICY = `${ARGO}hook-delete-policy`;
export const SYNC_OPTIONS = `${ARGO}sync-options`;
export const COMPARE = `${ARGO}compare-options`;
export const HELM_HOOK = 'helm.sh/hook';
export const HELM_WEIGHT = 'helm.sh/hook-weight';
export const HELM_DELETE_POLICY = 'helm.sh/hook-delete-policy';

export function annotation(manifest: Manifest, key: string): string | undefined {
  const value = manifest.at('metadata', 'annotations', key);
  return typeof value === 'string' ? value : undefined;
}

/** The words of a list with commas, as Argo CD takes it apart. */
export function words(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

export function annotationSpot(manifest: Manifest, key: string, part: 'key' | 'value' = 'value'): FieldSpot {
  return { manifest, path: ['metadata', 'annotations', key], part };
}

export function isArgoKind({ identity }: Manifest): boolean {
  return identity.group === 'argoproj.io' && /^App(?:lication|licationSet|Project)$/.test(identity.kind);
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
