import type { Manifest } from '../../manifests/manifest';
import { textsOf } from '../../manifests/value';
import { workloadOf } from '../../manifests/workload';
import { commandOf } from '../../system/minio-server';
import { typeOf } from './subject';

/** What a ConfigMap or Secret holds as plain text, or what containers are started with. */
export function textsIn(manifest: Manifest): readonly string[] {
  if (['/ConfigMap', '/Secret'].includes(typeOf(manifest)))
    return ['data', 'stringData'].flatMap((field) => Object.values(textsOf(manifest.at(field))));
  return workloadOf(manifest)?.containers.map(({ value }) => commandOf(value)) ?? [];
}
