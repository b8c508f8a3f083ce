import type { ApiObject } from 'cdk8s';
import { WAVE } from './argocd';
import { NAMES, SELECTOR_LABEL } from '../model/names';

/**
 * Puts each object into a sync wave: Argo CD begins one when all of the one before is healthy. What a pod waits for comes
 * in its own wave or in an earlier one, and a claim together with the pod that mounts it.
 *
 * @throws Error for an object that has no wave.
 */
export function addWaves(objects: readonly ApiObject[]): void {
  for (const object of objects) {
    const wave = waveOf(object);
    if (wave !== 0) object.metadata.addAnnotation(WAVE, String(wave));
  }
}

/** The first row that holds. */
const WAVES: readonly (readonly [wave: number, isIn: (object: ApiObject) => boolean])[] = [
  [-20, ({ kind }) => kind === 'Namespace'],
  // Before any pod: what nobody allows is dropped from the first moment.
  [-20, ({ kind, name }) => kind === 'NetworkPolicy' && name === 'default-deny'],
  [-10, ({ kind }) => SECRET_KINDS.includes(kind)],
  [-10, (object) => isPartOf(object, NAMES.keysJob)],
  [0, (object) => isPartOf(object, NAMES.minio)],
  [5, (object) => isPartOf(object, NAMES.bucketInit)],
  // It reads the ConfigMap of bucket-init.
  [5, (object) => isPartOf(object, NAMES.bucketKeeper)],
  // With `cache.verify: boot` it is not ready without its bucket.
  [10, (object) => isPartOf(object, NAMES.runner, NAMES.job, NAMES.jobPods)],
];

/** Secrets, and what becomes one. */
const SECRET_KINDS: readonly string[] = ['Secret', 'ExternalSecret', 'SealedSecret'];

function waveOf(object: ApiObject): number {
  const row = WAVES.find(([, isIn]) => isIn(object));
  if (row === undefined) throw new Error(`Cannot find a wave for ${object.kind} "${object.name}"`);
  return row[0];
}

function isPartOf({ metadata }: ApiObject, ...names: readonly string[]): boolean {
  return names.includes(metadata.getLabel(SELECTOR_LABEL) ?? '');
}
