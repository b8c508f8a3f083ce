import type { Manifest } from '../../../manifests/manifest';
import { listOf } from '../../../manifests/value';
import { workloadOf, type Workload } from '../../../manifests/workload';
import { isServer } from '../../../system/minio-server';
import { matches, selectorOfService } from '../../../system/selector';
import type { System } from '../../../system/system';
import type { World } from '../risk';
import { isRunner, jobsOf } from '../running-jobs';
import { replicasOf } from './held';

/** What nobody answers meanwhile, as the end of a sentence; empty where others answer, or nobody asks. */
export function outageOf(base: Manifest, head: Manifest, world: World): string {
  const [old, next] = [workloadOf(base), workloadOf(head)];
  const runner = old?.containers.find(isRunner);
  if (old !== undefined && runner !== undefined) return jobsOf(old, runner, world);
  if (next === undefined || !stops(head)) return '';
  if (next.containers.some(isServer)) return '; until it is up again jobs miss their cache';
  return isAsked(next, world.head) ? '; nobody answers until the new pod is ready' : '';
}

/** Whether the only pod goes before the next one comes. */
function stops(head: Manifest): boolean {
  if (head.kind === 'DaemonSet' || replicasOf(head) > 1) return false;
  if (head.kind === 'StatefulSet' || head.at('spec', 'strategy', 'type') === 'Recreate') return true;
  // Of one pod 25 % may be missing, which is rounded to none.
  const missing = head.at('spec', 'strategy', 'rollingUpdate', 'maxUnavailable');
  return missing === '100%' || (typeof missing === 'number' && missing > 0);
}

/** Whether pods have a port, or a Service leads to them. */
function isAsked({ manifest, containers, labels }: Workload, system: System): boolean {
  const services = system.ofKind('', 'Service').filter(({ namespace }) => namespace === manifest.namespace);
  return (
    containers.some(({ value }) => listOf(value.ports).length > 0) ||
    services.some((service) => {
      const selector = selectorOfService(service);
      return selector !== undefined && matches(selector, labels);
    })
  );
}
