import type { Manifest } from '../../manifests/manifest';
import { replicasOf } from './restart/held';

/** Whether a manifest keeps pods running now. */
export function makesPods(manifest: Manifest): boolean {
  return isMaker(manifest) && hasPods(manifest);
}

/** Whether its controller keeps pods running, and replaces them where its template changes. */
export function isMaker({ kind, identity: { group } }: Manifest): boolean {
  return MAKERS.has(kind) && group === 'apps';
}

const MAKERS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** Whether it asks for any. */
export function hasPods(workload: Manifest): boolean {
  return workload.kind === 'DaemonSet' || replicasOf(workload) > 0;
}
