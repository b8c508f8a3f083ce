import { workloadOf } from '../../../manifests/workload';
import { makesPods } from '../makers';
import type { Risk } from '../risk';
import { isRunner, jobsOfGone } from '../running-jobs';
import { isKeptFromPruning } from '../subject';

/** Pods that end without others that begin. */
export const PODS_REMOVED: Risk = {
  id: 'pods-removed',
  class: 'CAPACITY',
  change: 'a Deployment, StatefulSet or DaemonSet goes with its pods',
  why: 'Nothing comes in their place. A manager of GitLab Runner takes its running jobs along, unless it may finish them.',
  source: 'https://docs.gitlab.com/runner/commands/#signals',
  *judge({ is, base }, world) {
    if (is !== 'removed' || !makesPods(base) || isKeptFromPruning(base)) return;
    const workload = workloadOf(base);
    const runner = workload?.containers.find(isRunner);
    if (workload === undefined || runner === undefined)
      yield { message: 'its pods go, and none come instead' };
    else
      yield {
        message: `its pods go, and none come instead${jobsOfGone(workload, runner, world)}`,
        instead: 'pause the runner in GitLab, wait for its jobs, then remove it',
      };
  },
};
