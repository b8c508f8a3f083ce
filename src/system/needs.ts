import type { Manifest } from '../manifests/manifest';
import type { Workload } from '../manifests/workload';
import { namedByPods } from './named-by-pods';
import type { System } from './system';

/** What a pod does not start without. */
export interface Need {
  readonly workload: Workload;
  readonly kind: (typeof NEEDED)[number];
  /** `namespace/name` */
  readonly target: string;
  readonly name: string;
}

const NEEDED = ['PersistentVolumeClaim', 'Secret', 'ConfigMap', 'ServiceAccount'] as const;

/** Of all pods, each thing once a workload. */
export function needsOf({ workloads }: System): readonly Need[] {
  return workloads.flatMap((workload) => {
    const needs = new Map<string, Need>();
    for (const { type, namespace, name, isOptional, isLoose } of namedByPods(workload)) {
      const kind = NEEDED.find((needed) => type === `/${needed}`);
      if (kind !== undefined && !isOptional && !isLoose)
        needs.set(`${type} ${name}`, { workload, kind, name, target: `${namespace}/${name}` });
    }
    return [...needs.values()];
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
