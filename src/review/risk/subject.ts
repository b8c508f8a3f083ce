import type { Manifest } from '../../manifests/manifest';
import { annotation, SYNC_OPTIONS, words } from '../../system/annotations';
import type { Change } from '../change';

/** `GROUP/KIND`; of a core kind `/KIND`. */
export function typeOf({ identity: { group, kind } }: Manifest): string {
  return `${group}/${kind}`;
}

export function syncOptions(manifest: Manifest): ReadonlySet<string> {
  return new Set(words(annotation(manifest, SYNC_OPTIONS)));
}

/** What was there under this name, and will not be. */
export function goneOf({ is, base }: Change): Manifest | undefined {
  return is === 'removed' || is === 'renamed' ? base : undefined;
}

/** Whether Argo CD leaves an object alone that is in Git no more, or asks a person first. */
export function isKeptFromPruning(manifest: Manifest): boolean {
  const options = syncOptions(manifest);
  return ['Prune=false', 'Prune=confirm'].some((option) => options.has(option)) || isKeptByHelm(manifest);
}

/** Argo CD honours it when it prunes and when the Application goes. (argo-cd, gitops-engine/pkg/sync/sync_context.go) */
export function isKeptByHelm(manifest: Manifest): boolean {
  return words(annotation(manifest, 'helm.sh/resource-policy')).includes('keep');
}
