import type { Policy } from '../../../network/policy';
import type { System } from '../../../system/system';
import { worldOf, type World } from '../../../system/traffic/world';
import type { Fault } from '../../check';

/** What a check says of each policy, in the world that it is for. */
export function eachPolicy(
  faultsOf: (world: World, policy: Policy) => readonly Fault[],
): (system: System) => readonly Fault[] {
  return (system) => {
    const world = system.view(worldOf);
    return world.policies.flatMap((policy) => faultsOf(world, policy));
  };
}
