import type { System } from '../system/system';
import { worldOf } from '../system/traffic/world';
import type { Link } from './graph';
import { jobsNode, workloadNode } from './nodes';

/** Which runner makes the pods of its jobs in which namespace. */
export function jobLinks(system: System): readonly Link[] {
  return system.view(worldOf).inhabitants.flatMap((inhabitant) =>
    inhabitant.kind === 'workload'
      ? []
      : inhabitant.runner.config.managers.map((manager): Link => ({
          from: workloadNode(manager, system),
          to: jobsNode(inhabitant.runner, inhabitant.pod.namespace),
          kind: 'makes',
          text: '',
        })),
  );
}
