import type { Manifest } from '../../../manifests/manifest';
import { numberAt } from '../subject';

/** Why pods do not follow their template by themselves, as the end of a sentence; undefined where they do. */
export function holdOf(workload: Manifest): string | undefined {
  if (workload.at('spec', 'paused') === true) return 'until it is paused no more';
  if (workload.at('spec', 'updateStrategy', 'type') === 'OnDelete')
    return 'until somebody deletes them: its strategy is OnDelete';
  const partition = partitionOf(workload);
  return partition > 0 && partition >= replicasOf(workload)
    ? `until its partition, which is ${String(partition)}, is lowered`
    : undefined;
}

/** Of a StatefulSet: pods with a lower number keep the template that they have. */
export function partitionOf(workload: Manifest): number {
  return numberAt(workload, 0, 'spec', 'updateStrategy', 'rollingUpdate', 'partition');
}

export function replicasOf(workload: Manifest): number {
  return numberAt(workload, 1, 'spec', 'replicas');
}
