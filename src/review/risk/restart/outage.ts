import type { Manifest } from '../../../manifests/manifest';
import { at, listOf } from '../../../manifests/value';
import { workloadOf } from '../../../manifests/workload';

/** What nobody answers meanwhile, as the end of a sentence; empty where others answer. */
export function outageOf(head: Manifest): string {
  const workload = workloadOf(head);
  const isAlone = (head.at('spec', 'replicas') ?? 1) === 1 && head.kind !== 'DaemonSet';
  const stops = head.kind === 'StatefulSet' || head.at('spec', 'strategy', 'type') === 'Recreate';
  const names =
    workload?.containers.map(({ value }) => listOf(value.args).concat(listOf(value.command))) ?? [];
  const words = names.flat().filter((word) => typeof word === 'string');
  const isMinio =
    words.includes('server') && (workload?.containers.some(({ name }) => name === 'minio') ?? false);
  const isEmptied = listOf(workload?.spec.volumes).some((volume) => at(volume, 'emptyDir') !== undefined);
  const isRunner = workload?.containers.some(({ name }) => name === 'gitlab-runner') ?? false;
  if (isRunner) return '; running jobs end first, as far as the grace period of the pod allows';
  if (isMinio)
    return `; until it is up again jobs miss their cache${isEmptied ? ', and what an emptyDir holds is gone' : ''}`;
  return isAlone && stops ? '; nobody answers until the new pod is ready' : '';
}
