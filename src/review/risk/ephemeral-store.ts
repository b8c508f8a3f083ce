import type { Manifest } from '../../manifests/manifest';
import { at, listOf, textOf } from '../../manifests/value';
import { workloadOf } from '../../manifests/workload';
import { dataFolders } from '../../system/minio-server';

/** Whether a MinIO keeps its objects in an emptyDir, which goes with its pod. */
export function isEphemeralStore(manifest: Manifest): boolean {
  const workload = workloadOf(manifest);
  if (workload === undefined) return false;
  const ephemeral = listOf(workload.spec.volumes)
    .filter((volume) => at(volume, 'emptyDir') !== undefined)
    .map((volume) => at(volume, 'name'));
  return workload.containers.some((container) =>
    dataFolders(container).some((folder) =>
      listOf(container.value.volumeMounts).some((mount) => {
        const target = (textOf(at(mount, 'mountPath')) ?? '').replace(/\/+$/, '');
        const isOver = folder === target || folder.startsWith(`${target}/`);
        return isOver && ephemeral.includes(at(mount, 'name'));
      }),
    ),
  );
}
