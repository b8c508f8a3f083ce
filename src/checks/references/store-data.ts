import { dataFolders, hasServerImage } from '../../system/minio-server';
import { groupBy } from '../../manifests/groups';
import { objectName } from '../../manifests/identity';
import { at, listOf, mapOf, textOf, textsOf, type Path } from '../../manifests/value';
import type { Container, Workload } from '../../manifests/workload';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { lookUp } from '../../system/lookup';

/** Who owns the data of an object store. */
export const STORE_CHECKS: readonly Check[] = [
  {
    id: 'bucket-lost-with-pod',
    severity: 'error',
    rule: 'The bucket of a store on an emptyDir is made again whenever its pod is',
    why: 'Buckets, users and policies lie on the data drive. A new pod has none of them, and a Job that is done does not run again: each cache fails from then on, in green jobs.',
    source: 'https://github.com/minio/minio/issues/4769',
    find: (system) => storesOnEmptyDirs(system.workloads).flatMap((store) => lost(system, store)),
  },
  {
    id: 'store-data-shared',
    severity: 'warning',
    rule: 'Nobody but the server writes into its data folder',
    why: 'MinIO keeps objects in a format of its own there; what another process changes is lost or found damaged.',
    source: 'https://min.io/docs/minio/linux/operations/installation.html',
    find: (system) => storesOnEmptyDirs(system.workloads).flatMap(intruders),
  },
];

interface Store {
  readonly workload: Workload;
  readonly server: Container;
  readonly volume: string;
  /** Of the emptyDir. */
  readonly path: Path;
}

function storesOnEmptyDirs(workloads: readonly Workload[]): readonly Store[] {
  return workloads.flatMap((workload) =>
    workload.containers.flatMap((server) => {
      const folders = hasServerImage(server.value) ? dataFolders(server) : [];
      const mounts = listOf(server.value.volumeMounts).filter((mount) =>
        folders.some((folder) => isBelow(folder, textOf(at(mount, 'mountPath')) ?? '')),
      );
      const volumes = new Set(mounts.map((mount) => textOf(at(mount, 'name'))));
      return listOf(workload.spec.volumes).flatMap((one, index): readonly Store[] => {
        const volume = textOf(at(one, 'name')) ?? '';
        const path = [...workload.specPath, 'volumes', index, 'emptyDir'];
        const isEmptyDir = mapOf(one).emptyDir !== undefined && volumes.has(volume);
        return isEmptyDir ? [{ workload, server, volume, path }] : [];
      });
    }),
  );
}

function isBelow(folder: string, mount: string): boolean {
  return folder === mount || folder.startsWith(`${mount.replace(/\/$/, '')}/`);
}

function lost(system: System, { workload, path }: Store): readonly Fault[] {
  const { manifest } = workload;
  const makers = system.view(bucketMakers).get(manifest.namespace) ?? [];
  const jobs = makers.filter((maker) => maker.manifest.kind === 'Job');
  const [job] = jobs;
  if (job === undefined || jobs.length < makers.length) return [];
  return [
    {
      spot: { manifest, path, part: 'key' },
      message: `The data are gone with the pod, and only ${objectName(job.manifest.identity)} makes the bucket, once: a new pod has none`,
      remedy:
        'put the data on a PersistentVolumeClaim, or make the bucket from a container that keeps running',
    },
  ];
}

/** `mc mb`, `aws s3 mb`, `mkdir` in an init container of the server, or variables that the image makes buckets of. */
const MAKES_BUCKET = /\bmb\s|create-bucket|mkdir|_DEFAULT_BUCKETS|makeBucket/;

function bucketMakers(system: System): ReadonlyMap<string, readonly Workload[]> {
  return groupBy(
    system.workloads.filter((workload) => MAKES_BUCKET.test(textsOfPod(system, workload))),
    ({ manifest }) => manifest.namespace,
  );
}

/** What its containers run, with the ConfigMaps that hold their scripts. */
function textsOfPod(system: System, { manifest, spec, containers }: Workload): string {
  const names = listOf(spec.volumes).flatMap((volume) => [
    at(volume, 'configMap', 'name'),
    ...listOf(at(volume, 'projected', 'sources')).map((source) => at(source, 'configMap', 'name')),
  ]);
  const scripts = names.flatMap((name) => {
    const sight = lookUp(system, '/ConfigMap', manifest.namespace, textOf(name) ?? '');
    return sight.kind === 'here' ? sight.provided : [];
  });
  return [
    ...containers.map(({ value }) => JSON.stringify([value.command, value.args, value.env, value.lifecycle])),
    ...scripts.map((script) => Object.values(textsOf(script.manifest.at('data'))).join('\n')),
  ].join('\n');
}

function intruders({ workload, server, volume }: Store): readonly Fault[] {
  return workload.containers
    .filter(({ list, value }) => list === 'containers' && value !== server.value)
    .flatMap(({ value, path, name }) =>
      listOf(value.volumeMounts).flatMap((mount, index): readonly Fault[] =>
        at(mount, 'name') === volume && at(mount, 'readOnly') !== true
          ? [
              {
                spot: { manifest: workload.manifest, path: [...path, 'volumeMounts', index, 'name'] },
                message: `Container "${name}" may write into the data of "${server.name}", behind its back`,
                remedy: 'mount another volume, or this one with "readOnly: true"',
              },
            ]
          : [],
      ),
    );
}
