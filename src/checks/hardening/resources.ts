import { at, isMap, listOf, mapOf } from '../../manifests/value';
import type { Severity } from '../../findings/finding';
import type { Check } from '../check';
import type { System } from '../../system/system';
import { eachContainer, type ContainerOf } from './row';

const SOURCE = 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/';

interface Room {
  readonly resource: 'cpu' | 'memory' | 'ephemeral-storage';
  readonly side: 'requests' | 'limits';
  readonly severity: Severity;
  readonly why: string;
  /** What stands behind "container x". */
  readonly comes: string;
}

const ROOMS: readonly Room[] = [
  {
    resource: 'cpu',
    side: 'requests',
    severity: 'note',
    why: 'The scheduler counts nothing for it, and on a busy node it gets next to nothing.',
    comes: 'is scheduled as if it needed no CPU',
  },
  {
    resource: 'cpu',
    side: 'limits',
    severity: 'note',
    why: 'One container can take all CPUs that its node has to spare. Be generous: a tight limit slows down what nobody competes with.',
    comes: 'may take every spare CPU of its node',
  },
  {
    resource: 'memory',
    side: 'requests',
    severity: 'note',
    why: 'The scheduler counts nothing for it, and it is among the first to go when the node runs out of memory.',
    comes: 'is scheduled as if it needed no memory',
  },
  {
    resource: 'memory',
    side: 'limits',
    severity: 'warning',
    why: 'A leak takes the memory of the whole node, and the kernel ends somebody else.',
    comes: 'may take all memory of its node',
  },
  {
    resource: 'ephemeral-storage',
    side: 'requests',
    severity: 'note',
    why: 'The scheduler counts nothing for its logs and its emptyDirs, and it is evicted first when the disk is full.',
    comes: 'is scheduled as if it wrote nothing',
  },
  {
    resource: 'ephemeral-storage',
    side: 'limits',
    severity: 'note',
    why: 'Its logs and its emptyDirs can fill the disk of the node, and other pods are evicted.',
    comes: 'may fill the disk of its node',
  },
];

/** What a container gets of its node at least, and at most. */
export const RESOURCES: readonly Check[] = ROOMS.map((room) =>
  eachContainer({
    id: `${room.resource}-${room.side === 'requests' ? 'request' : 'limit'}`,
    severity: room.severity,
    rule: `Each container has "${room.resource}" in its ${room.side}`,
    why: room.why,
    source: SOURCE,
    breaks: (of, system) =>
      isSaid(room, of, system)
        ? undefined
        : {
            field: ['resources', room.side, room.resource],
            message: `Container "${of.container.name}" ${room.comes}`,
            remedy: `set "resources.${room.side}.${room.resource}"`,
          },
  }),
);

/** The API server takes a missing request from the limit, and both from the namespace's LimitRange. */
function isSaid({ resource, side }: Room, { container, workload }: ContainerOf, system: System): boolean {
  const places = [container.value.resources, workload.spec.resources].filter(isMap);
  const sides = side === 'requests' ? ['requests', 'limits'] : ['limits'];
  const own = places.some((place) => sides.some((name) => mapOf(place[name])[resource] !== undefined));
  return own || system.view(limitRangeDefaults).has(`${workload.manifest.namespace}/${side}/${resource}`);
}

function limitRangeDefaults(system: System): ReadonlySet<string> {
  const defaults = new Set<string>();
  for (const range of system.ofKind('', 'LimitRange')) {
    for (const limit of listOf(range.at('spec', 'limits'))) {
      if (at(limit, 'type') !== 'Container') continue;
      for (const resource of Object.keys(mapOf(at(limit, 'default'))))
        for (const side of ['limits', 'requests']) defaults.add(`${range.namespace}/${side}/${resource}`);
      for (const resource of Object.keys(mapOf(at(limit, 'defaultRequest'))))
        defaults.add(`${range.namespace}/requests/${resource}`);
    }
  }
  return defaults;
}
