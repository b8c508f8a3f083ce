import type { Manifest } from '../manifests/manifest';
import { at, listOf, mapOf, textOf, type Value } from '../manifests/value';
import type { Container, Workload } from '../manifests/workload';
import type { System } from './system';

/** What a pod does not start without. */
export interface Need {
  readonly workload: Workload;
  readonly kind: 'PersistentVolumeClaim' | 'Secret' | 'ConfigMap' | 'ServiceAccount';
  /** `namespace/name` */
  readonly target: string;
  readonly name: string;
}

/** Of all pods, each thing once a workload. */
export function needsOf({ workloads }: System): readonly Need[] {
  return workloads.flatMap((workload) => {
    const found = new Map(
      [...podNeeds(workload)].map(([kind, name]) => [`${kind}/${name}`, { kind, name }] as const),
    );
    const { namespace } = workload.manifest;
    return [...found.values()].map(({ kind, name }) => ({
      workload,
      kind,
      name,
      target: `${namespace}/${name}`,
    }));
  });
}

/** Whose health a sync waits for, and which starts its pods at once. */
export function holdsUpSync({ manifest }: Workload): boolean {
  const waits = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'].includes(
    manifest.kind,
  );
  return waits && manifest.at('spec', 'replicas') !== 0 && manifest.at('spec', 'suspend') !== true;
}

/** `namespace/name` of an object. */
export function targetOf({ namespace, name }: Manifest): string {
  return `${namespace}/${name}`;
}

type Found = readonly [Need['kind'], string];

function* podNeeds({ spec, containers }: Workload): Generator<Found> {
  yield* named('ServiceAccount', spec.serviceAccountName);
  for (const volume of listOf(spec.volumes)) {
    yield* named('PersistentVolumeClaim', at(volume, 'persistentVolumeClaim', 'claimName'));
    yield* required('Secret', at(volume, 'secret'), 'secretName');
    yield* required('ConfigMap', at(volume, 'configMap'), 'name');
    for (const source of listOf(at(volume, 'projected', 'sources'))) {
      yield* required('Secret', at(source, 'secret'), 'name');
      yield* required('ConfigMap', at(source, 'configMap'), 'name');
    }
  }
  for (const container of containers) yield* containerNeeds(container);
}

function* containerNeeds({ value }: Container): Generator<Found> {
  for (const variable of listOf(value.env)) {
    yield* required('Secret', at(variable, 'valueFrom', 'secretKeyRef'), 'name');
    yield* required('ConfigMap', at(variable, 'valueFrom', 'configMapKeyRef'), 'name');
  }
  for (const source of listOf(value.envFrom)) {
    yield* required('Secret', at(source, 'secretRef'), 'name');
    yield* required('ConfigMap', at(source, 'configMapRef'), 'name');
  }
}

function* required(kind: Need['kind'], reference: Value | undefined, key: string): Generator<Found> {
  if (mapOf(reference).optional !== true) yield* named(kind, at(reference, key));
}

function* named(kind: Need['kind'], value: Value | undefined): Generator<Found> {
  const name = textOf(value);
  if (name !== undefined) yield [kind, name];
}
