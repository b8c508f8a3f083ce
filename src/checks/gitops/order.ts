import type { Manifest } from '../../manifests/manifest';
import { annotation, HELM_HOOK, HELM_WEIGHT, HOOK, WAVE } from '../../system/annotations';
import type { FieldSpot } from '../../manifests/spot';
import { annotationSpot } from './annotations';

/** What says when an object is applied, and nothing where it is left to the default. */
export function stepSpot(manifest: Manifest): FieldSpot | undefined {
  const key = [WAVE, HOOK, HELM_WEIGHT, HELM_HOOK].find((name) => annotation(manifest, name) !== undefined);
  return key === undefined ? undefined : annotationSpot(manifest, key);
}

/** Of two objects in the wrong order, the one that says so; the first before the second. */
export function orderSpot(first: Manifest, second: Manifest): FieldSpot {
  return stepSpot(first) ?? stepSpot(second) ?? { manifest: first, path: ['metadata', 'name'] };
}
