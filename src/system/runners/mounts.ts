import { groupBy } from '../../manifests/groups';
import type { Path, Value } from '../../manifests/value';
import { at, isMap, listOf, textOf } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import type { System } from '../system';

/** A ConfigMap or Secret as a volume of a workload has it. */
export interface Mount {
  readonly workload: Workload;
  /** Of the volume or of the projected source, from the object's root. */
  readonly path: Path;
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Which keys, under which file names; undefined where all are mounted under their own. */
  readonly items: readonly MountedItem[] | undefined;
  readonly optional: boolean;
}

export interface MountedItem {
  readonly key: string;
  readonly file: string;
}

/** All volumes of ConfigMaps and Secrets. */
export function mountsOf({ workloads }: System): readonly Mount[] {
  return workloads.flatMap((workload) =>
    listOf(workload.spec.volumes).flatMap((volume, index) =>
      sourcesOf(volume, [...workload.specPath, 'volumes', index]).flatMap(
        ({ kind, source, nameKey, path }): Mount[] => {
          const name = textOf(at(source, nameKey));
          const optional = at(source, 'optional') === true;
          return name === undefined
            ? []
            : [{ workload, path, kind, name, optional, items: itemsOf(at(source, 'items')) }];
        },
      ),
    ),
  );
}

interface Source {
  readonly kind: Mount['kind'];
  readonly source: Value;
  readonly nameKey: string;
  readonly path: Path;
}

function sourcesOf(volume: Value, path: Path): readonly Source[] {
  return [
    ...named(at(volume, 'configMap'), 'ConfigMap', 'name', [...path, 'configMap']),
    ...named(at(volume, 'secret'), 'Secret', 'secretName', [...path, 'secret']),
    ...listOf(at(volume, 'projected', 'sources')).flatMap((source, index) => {
      const inside = [...path, 'projected', 'sources', index];
      return [
        ...named(at(source, 'configMap'), 'ConfigMap', 'name', [...inside, 'configMap']),
        ...named(at(source, 'secret'), 'Secret', 'name', [...inside, 'secret']),
      ];
    }),
  ];
}

function named(source: Value | undefined, kind: Mount['kind'], nameKey: string, path: Path): Source[] {
  return isMap(source) ? [{ kind, source, nameKey, path }] : [];
}

function itemsOf(items: Value | undefined): readonly MountedItem[] | undefined {
  if (items === undefined || items === null) return undefined;
  return listOf(items).map((item) => ({
    key: textOf(at(item, 'key')) ?? '',
    file: textOf(at(item, 'path')) ?? '',
  }));
}

/** Mounts by `Kind/namespace/name` of what is mounted. */
export function mountsByObject(system: System): ReadonlyMap<string, readonly Mount[]> {
  return groupBy(
    system.view(mountsOf),
    ({ kind, workload, name }) => `${kind}/${workload.manifest.namespace}/${name}`,
  );
}

/** Mounts by the workload that has them. */
export function mountsByWorkload(system: System): ReadonlyMap<Workload, readonly Mount[]> {
  return groupBy(system.view(mountsOf), ({ workload }) => workload);
}
