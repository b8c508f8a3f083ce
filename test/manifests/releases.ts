import { kubernetesSchema, NEWEST, OLDEST } from './kubernetes-schema';
import type { Manifest } from './load';

/** Fields that the oldest release does not know, with the minor release from which on we write them. */
const NEWER_FIELDS: readonly (readonly [field: RegExp, since: number])[] = [
  [/\/lifecycle\/preStop\/sleep is unknown$/, 30],
];

const oldest = kubernetesSchema(OLDEST);
const newest = kubernetesSchema(NEWEST);

/**
 * What a cluster of a minor release would refuse. An API only grows, so what both ends accept is well between them,
 * and a cluster newer than both is taken for the newest.
 */
export function refusedBy(minor: number, manifests: readonly Manifest[]): readonly string[] {
  return manifests.flatMap(({ path, object }) => {
    const old = oldest(object).filter(
      (refusal) => !NEWER_FIELDS.some(([field, since]) => minor >= since && field.test(refusal)),
    );
    return [...old, ...newest(object)].map((refusal) => `${path}: ${refusal}`);
  });
}
