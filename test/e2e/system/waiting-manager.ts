import { patch, podsOf } from '../cluster/api';
import { isReady, type Pod } from '../cluster/objects';
import { until } from '../cluster/until';
import type { System } from './system';

/** Starts the next manager beside the working one, as a changed configuration does. */
export async function rollManager(system: System): Promise<void> {
  const { metadata } = await system.manager();
  const annotations = { 'e2e/rolled': new Date().toISOString() };
  await patch('deployments', metadata.namespace, metadata.name, {
    spec: { template: { metadata: { annotations } } },
  });
}

/** The pod of the manager that follows `old`, once it has ended so often because its cache does not work. */
export async function managerThatFailed(system: System, old: Pod, times: number): Promise<Pod> {
  return until(
    `a manager that has failed ${times} times`,
    240,
    async () => {
      const pods = await podsOf(await system.manager());
      const next = pods.find(({ metadata }) => metadata.uid !== old.metadata.uid);
      if (next !== undefined && isReady(next)) throw new Error('A manager is ready without a cache');
      return next !== undefined && failuresOf(next) >= times ? next : undefined;
    },
    () => system.explain(),
  );
}

export function failuresOf({ status }: Pod): number {
  return status.containerStatuses?.[0]?.restartCount ?? 0;
}
