import type { Manifest } from './manifest';
import { at, isMap, listOf, mapOf, textOf, textsOf, type Path, type Value, type ValueMap } from './value';

/** Pods as a manifest makes them. */
export interface Workload {
  readonly manifest: Manifest;
  /** Of the template: what has `metadata` and `spec`; empty for a Pod itself. */
  readonly templatePath: Path;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: ValueMap;
  readonly specPath: Path;
  readonly containers: readonly Container[];
}

export interface Container {
  readonly list: (typeof CONTAINER_LISTS)[number];
  readonly path: Path;
  /** Empty where it is not said. */
  readonly name: string;
  readonly value: ValueMap;
}

export const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/** Where each kind that makes pods keeps its template. */
const TEMPLATES: Readonly<Record<string, Path>> = {
  '/Pod': [],
  '/PodTemplate': ['template'],
  '/ReplicationController': ['spec', 'template'],
  'apps/Deployment': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Undefined for what makes no pods. */
export function workloadOf(manifest: Manifest): Workload | undefined {
  const templatePath = TEMPLATES[`${manifest.identity.group}/${manifest.kind}`];
  if (templatePath === undefined) return undefined;
  const template = manifest.at(...templatePath);
  const specPath = [...templatePath, 'spec'];
  const spec = mapOf(at(template, 'spec'));
  return {
    manifest,
    templatePath,
    labels: textsOf(at(template, 'metadata', 'labels')),
    annotations: textsOf(at(template, 'metadata', 'annotations')),
    spec,
    specPath,
    containers: CONTAINER_LISTS.flatMap((list) => containersOf(spec[list], list, [...specPath, list])),
  };
}

/** Names of the volumes that containers mount; the kubelet skips all others. (kubernetes, pkg/kubelet/volumemanager/populator) */
export function volumesInUse({ containers }: Workload): ReadonlySet<string> {
  const names = containers.flatMap(({ value }) =>
    [...listOf(value.volumeMounts), ...listOf(value.volumeDevices)].map((use) => textOf(at(use, 'name'))),
  );
  return new Set(names.filter((name) => name !== undefined));
}

function containersOf(value: Value | undefined, list: Container['list'], path: Path): readonly Container[] {
  return listOf(value).flatMap((container, index): Container[] =>
    isMap(container)
      ? [{ list, path: [...path, index], name: textOf(container.name) ?? '', value: container }]
      : [],
  );
}
