import { ARGO } from '../facts/argocd';
import type { Manifest } from '../manifests/manifest';

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
  if (text === undefined) return [];
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
