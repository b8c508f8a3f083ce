import { at, listOf, mapOf, textOf } from '../../manifests/value';
import { volumesInUse, type Workload } from '../../manifests/workload';
import type { Check, Fault } from '../check';

export const VOLUME_CHECKS: readonly Check[] = [
  {
    id: 'volume-nobody-mounts',
    severity: 'note',
    rule: 'Each volume of a pod is mounted by a container',
    why: 'Who reads the file takes it for used, and a claim keeps its pod waiting all the same.',
    source: 'kubernetes, pkg/kubelet/volumemanager/populator/desired_state_of_world_populator.go',
    find: ({ workloads }) => workloads.flatMap(idle),
  },
];

function idle(workload: Workload): readonly Fault[] {
  const { manifest, spec, specPath, containers } = workload;
  const used = volumesInUse(workload);
  return listOf(spec.volumes).flatMap((volume, index): readonly Fault[] => {
    const name = textOf(at(volume, 'name'));
    if (name === undefined || used.has(name) || containers.length === 0) return [];
    // The kubelet skips what nobody mounts; only the scheduler waits for a claim.
    const { persistentVolumeClaim, ephemeral } = mapOf(volume);
    const isClaim = persistentVolumeClaim !== undefined || ephemeral !== undefined;
    return [
      {
        spot: { manifest, path: [...specPath, 'volumes', index, 'name'] },
        message: `No container mounts volume "${name}"${isClaim ? ', but the pod does not start without it' : ''}`,
        remedy: 'mount it or remove it',
      },
    ];
  });
}
