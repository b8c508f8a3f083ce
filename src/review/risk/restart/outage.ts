import type { Manifest } from '../../../manifests/manifest';
import { workloadOf } from '../../../manifests/workload';
import { isServer } from '../../../system/minio-server';
import { isEphemeralStore } from '../ephemeral-store';
import { replicasOf } from './held';
import { jobsOf, isRunner } from '../running-jobs';

/** What nobody answers meanwhile, as the end of a sentence; empty where others answer. */
export function outageOf(base: Manifest, head: Manifest): string {
  const [old, next] = [workloadOf(base), workloadOf(head)];
  const runner = old?.containers.find(isRunner);
  if (old !== undefined && runner !== undefined) return jobsOf(old, runner);
  if (next?.containers.some(isServer) === true) {
    const loss = isEphemeralStore(base) ? ', and what its emptyDir held is gone' : '';
    return stops(head) ? `; until it is up again jobs miss their cache${loss}` : loss;
  }
  return stops(head) ? '; nobody answers until the new pod is ready' : '';
}

/** Whether the only pod goes before the next one comes. */
function stops(head: Manifest): boolean {
  if (head.kind === 'DaemonSet' || replicasOf(head) > 1) return false;
  if (head.kind === 'StatefulSet' || head.at('spec', 'strategy', 'type') === 'Recreate') return true;
  // Of one pod 25 % may be missing, which is rounded to none.
  const missing = head.at('spec', 'strategy', 'rollingUpdate', 'maxUnavailable');
  return missing === '100%' || (typeof missing === 'number' && missing > 0);
}
