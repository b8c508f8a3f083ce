import { at, listOf, mapOf, textOf } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import type { Check, Fault } from '../check';

export const VOLUME_CHECKS: readonly Check[] = [
  {
    id: 'volume-nobody-mounts',
    severity: 'note',
    rule: 'Each volume of a pod is mounted by a container',
    why: 'The pod waits for the volume all the same, and who reads the file takes it for used.',
    source: 'https://kubernetes.io/docs/concepts/storage/volumes/#how-volumes-work',
    find: ({ workloads }) => workloads.flatMap(idle),
  },
];

function idle({ manifest, spec, specPath, containers }: Workload): readonly Fault[] {
  const used = new Set(
    containers.flatMap(({ value }) => [
      ...listOf(value.volumeMounts).map((mount) => textOf(at(mount, 'name'))),
      ...listOf(value.volumeDevices).map((device) => textOf(at(device, 'name'))),
    ]),
  );
  return listOf(spec.volumes).flatMap((volume, index): readonly Fault[] => {
    const name = textOf(at(volume, 'name'));
    if (name === undefined || used.has(name) || containers.length === 0) return [];
    const isEmptyDir = mapOf(volume).emptyDir !== undefined;
    return [
      {
        spot: { manifest, path: [...specPath, 'volumes', index, 'name'] },
        message: `No container mounts volume "${name}"${isEmptyDir ? '' : ', but the pod does not start without it'}`,
        remedy: 'mount it or remove it',
      },
    ];
  });
}
