import { at, listOf, mapOf, textOf, type Path, type Value } from '../manifests/value';
import { volumesInUse, type Container, type Workload } from '../manifests/workload';
import { reference, referenceWithKeys, type Reference } from './reference';

/** Everything that a pod names in its own namespace. */
export function namedByPods(workload: Workload): readonly Reference[] {
  const { spec, specPath, containers } = workload;
  const used = volumesInUse(workload);
  const isUsed = (volume: Value): boolean =>
    containers.length === 0 || used.has(textOf(at(volume, 'name')) ?? '');
  return [
    ...containers.flatMap((container) => namedByContainer(workload, container)),
    ...listOf(spec.volumes).flatMap((volume, index) =>
      isReplaced(workload, volume)
        ? []
        : namedByVolume(workload, volume, [...specPath, 'volumes', index], isUsed(volume)),
    ),
    ...listOf(spec.imagePullSecrets).flatMap((_, index) =>
      reference(workload.manifest, '/Secret', [...specPath, 'imagePullSecrets', index, 'name'], UNPULLED, {
        isLoose: true,
      }),
    ),
    ...accountOf(workload),
  ];
}

/** By the claim of a StatefulSet, whatever the volume says. (kubernetes, pkg/controller/statefulset, updateStorage) */
function isReplaced({ manifest }: Workload, volume: Value): boolean {
  const { name } = mapOf(volume);
  return (
    manifest.kind === 'StatefulSet' &&
    listOf(manifest.at('spec', 'volumeClaimTemplates')).some(
      (claim) => name !== undefined && at(claim, 'metadata', 'name') === name,
    )
  );
}

const UNPULLED = 'the images are pulled without it, and refused by a registry that asks';
const UNMADE = 'no pod is made';
const UNSTARTED = 'the container does not start';
const UNMOUNTED = 'the pod waits for its volume and does not start';

/** `serviceAccount` is the old name of the field. */
function accountOf({ manifest, spec, specPath }: Workload): readonly Reference[] {
  const field = spec.serviceAccountName === undefined ? 'serviceAccount' : 'serviceAccountName';
  return reference(manifest, '/ServiceAccount', [...specPath, field], UNMADE);
}

const IN_ENV = { secretKeyRef: '/Secret', configMapKeyRef: '/ConfigMap' } as const;
const IN_ENV_FROM = { secretRef: '/Secret', configMapRef: '/ConfigMap' } as const;

function namedByContainer({ manifest }: Workload, { value, path }: Container): readonly Reference[] {
  const sources = [
    ...listOf(value.env).map((_, index) => [[...path, 'env', index, 'valueFrom'], IN_ENV] as const),
    ...listOf(value.envFrom).map((_, index) => [[...path, 'envFrom', index], IN_ENV_FROM] as const),
  ];
  return sources.flatMap(([source, fields]) =>
    Object.entries(fields).flatMap(([field, type]) =>
      referenceWithKeys(manifest, type, [...source, field], 'name', UNSTARTED),
    ),
  );
}

function namedByVolume(
  { manifest }: Workload,
  volume: Value,
  path: Path,
  isUsed: boolean,
): readonly Reference[] {
  const { projected } = mapOf(volume);
  const sources = listOf(mapOf(projected).sources).map((_, index) => [
    ...path,
    'projected',
    'sources',
    index,
  ]);
  const mounted = [
    ...referenceWithKeys(manifest, '/Secret', [...path, 'secret'], 'secretName', UNMOUNTED),
    ...[path, ...sources].flatMap((source) =>
      referenceWithKeys(manifest, '/ConfigMap', [...source, 'configMap'], 'name', UNMOUNTED),
    ),
    ...sources.flatMap((source) =>
      referenceWithKeys(manifest, '/Secret', [...source, 'secret'], 'name', UNMOUNTED),
    ),
    ...reference(manifest, '/Secret', [...path, 'csi', 'nodePublishSecretRef', 'name'], UNMOUNTED),
  ];
  return [
    ...mounted.map((one) => (isUsed ? one : { ...one, isOptional: true })),
    // The scheduler waits for a claim even where nobody mounts it.
    ...reference(
      manifest,
      '/PersistentVolumeClaim',
      [...path, 'persistentVolumeClaim', 'claimName'],
      'the pod is not scheduled',
    ),
  ];
}
