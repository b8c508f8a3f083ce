import type { Manifest } from '../../../manifests/manifest';
import { workloadOf } from '../../../manifests/workload';
import { isServer } from '../../../system/minio-server';
import { isRunner } from '../running-jobs';

/** What comes of other keys of the cache, as the end of a sentence. */
export function missesOf(readers: readonly Manifest[]): string {
  const containers = readers.flatMap((reader) => workloadOf(reader)?.containers ?? []);
  const isOfCache = containers.some((container) => isServer(container) || isRunner(container));
  return isOfCache ? '; the cache misses until all who read them have the new ones' : '';
}
