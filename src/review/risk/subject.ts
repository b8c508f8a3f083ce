import type { Manifest } from '../../manifests/manifest';
import type { Path } from '../../manifests/value';
import { annotation, SYNC_OPTIONS, words } from '../../system/annotations';
import type { Change } from '../change';

/** `GROUP/KIND`; of a core kind `/KIND`. */
export function typeOf({ identity: { group, kind } }: Manifest): string {
  return `${group}/${kind}`;
}

export function isApplication(manifest: Manifest): boolean {
  return typeOf(manifest) === 'argoproj.io/Application';
}

export function syncOptions(manifest: Manifest): ReadonlySet<string> {
  return new Set(words(annotation(manifest, SYNC_OPTIONS)));
}

/** Whether Argo CD deletes an object and makes it anew, instead of changing it. */
export function isForced(manifest: Manifest): boolean {
  const options = syncOptions(manifest);
  return options.has('Force=true') && options.has('Replace=true');
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

/** What an API server writes counts where nothing fit is said. */
export function numberAt(manifest: Manifest, otherwise: number, ...path: Path): number {
  const value = manifest.at(...path);
  return typeof value === 'number' ? value : otherwise;
}
