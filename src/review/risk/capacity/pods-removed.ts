import { groupByEach } from '../../../manifests/groups';
import { objectName } from '../../../manifests/identity';
import type { Manifest } from '../../../manifests/manifest';
import { workloadOf } from '../../../manifests/workload';
import { runnerConfigs, type RunnerConfig } from '../../../system/runners/runner-configs';
import type { System } from '../../../system/system';
import { keyOf } from '../../trees';
import { makesPods } from '../makers';
import type { Risk, World } from '../risk';
import { isRunner, jobsOf } from '../running-jobs';
import { isKeptFromPruning } from '../subject';

/** Pods that end, and are not replaced by their controller. */
export const PODS_REMOVED: Risk = {
  id: 'pods-removed',
  class: 'CAPACITY',
  change: 'a Deployment, StatefulSet or DaemonSet goes with its pods',
  why: 'Nothing comes in their place, unless another namespace gets the same. A manager of GitLab Runner takes its running jobs along, unless it may finish them.',
  source: 'https://docs.gitlab.com/runner/commands/#signals',
  *judge({ is, base }, world) {
    if (is !== 'removed' || !makesPods(base) || isKeptFromPruning(base)) return;
    const workload = workloadOf(base);
    const runner = workload?.containers.find(isRunner);
    const next = movedTo(base, world);
    const comes = next === undefined ? 'none come' : `those of ${objectName(next.identity)} come`;
    const message = `its pods go, and ${comes} instead`;
    if (workload === undefined || runner === undefined) yield { message };
    else
      yield {
        message: `${message}${jobsOf(workload, runner, world)}`,
        instead: `pause the runner in GitLab, wait for its jobs, then ${next === undefined ? 'remove' : 'move'} it`,
      };
  },
};

/** The same in a namespace that had none; a manager of other runners is not the same. */
function movedTo(base: Manifest, world: World): Manifest | undefined {
  const runners = runnersOf(world.base, base);
  const { group, kind, name } = base.identity;
  return world.head
    .ofKind(group, kind)
    .filter((head) => head.name === name && world.changeOf(keyOf(head))?.is === 'added' && makesPods(head))
    .find((head) => runners.length === 0 || runnersOf(world.head, head).some((one) => runners.includes(one)));
}

function runnersOf(system: System, manager: Manifest): readonly string[] {
  const configs = system.view(configsByManager).get(manager) ?? [];
  return configs.flatMap(({ runners }) => runners.map(({ name }) => name));
}

const configsByManager = (system: System): ReadonlyMap<Manifest, readonly RunnerConfig[]> =>
  groupByEach(system.view(runnerConfigs), ({ managers }) => managers.map(({ manifest }) => manifest));
