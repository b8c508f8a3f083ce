import { ARGO, ARGO_KEYS } from '../../facts/argocd';
import type { Manifest } from '../../manifests/manifest';
import { mapOf, type Path } from '../../manifests/value';
import { workloadOf } from '../../manifests/workload';
import { suggestion } from '../../text/closest';
import type { Check, Fault } from '../check';

const DOCS = 'https://argo-cd.readthedocs.io/en/stable/user-guide/annotations-and-labels/';

/** Read on the object itself only, and as annotations only. */
const OF_OBJECTS = ['sync-wave', 'hook', 'hook-delete-policy', 'sync-options', 'compare-options'];

/** Annotations for Argo CD that it does not look at. */
export const KEY_CHECKS: readonly Check[] = [
  {
    id: 'unknown-argocd-annotation',
    severity: 'error',
    rule: 'Each annotation for Argo CD has a name that it knows',
    why: 'Argo CD passes over a misspelled annotation in silence: no wave, no hook, no protection.',
    source: DOCS,
    find: ({ manifests }) => manifests.flatMap(misspelled),
  },
  {
    id: 'argocd-annotation-not-read',
    severity: 'warning',
    rule: 'Waves, hooks and options stand in the annotations of the object itself',
    why: 'As labels, or on a pod template, they have no effect, and Argo CD says nothing.',
    source: DOCS,
    find: ({ manifests }) => manifests.flatMap(misplaced),
  },
];

function misspelled(manifest: Manifest): readonly Fault[] {
  return keysOf(manifest, ['metadata', 'annotations']).flatMap(([name, path]): Fault[] => {
    const near = known(name) ? '' : suggestion(name, ARGO_KEYS);
    if (near === '') return [];
    const message = `Argo CD knows no annotation "${name}"${near}`;
    return [{ spot: { manifest, path, part: 'key' }, message, remedy: 'correct the name of the annotation' }];
  });
}

function misplaced(manifest: Manifest): readonly Fault[] {
  const workload = workloadOf(manifest);
  const template =
    workload === undefined || workload.templatePath.length === 0
      ? []
      : keysOf(manifest, [...workload.templatePath, 'metadata', 'annotations']);
  return [...keysOf(manifest, ['metadata', 'labels']), ...template]
    .filter(([name]) => OF_OBJECTS.includes(name))
    .map(([name, path]) => ({
      spot: { manifest, path, part: 'key' },
      message: `Argo CD does not read "${name}" here, so it has no effect`,
      remedy: 'move it to "metadata.annotations" of the object',
    }));
}

function keysOf(manifest: Manifest, path: Path): readonly (readonly [string, Path])[] {
  return Object.keys(mapOf(manifest.at(...path)))
    .filter((key) => key.startsWith(ARGO))
    .map((key) => [key.slice(ARGO.length), [...path, key]]);
}

function known(name: string): boolean {
  return (ARGO_KEYS as readonly string[]).includes(name);
}
