import type { Manifest } from '../../manifests/manifest';
import { selectsByLabels } from '../../network/selector';
import type { Ports } from '../../network/network';
import type { System } from '../system';
import { targetPorts } from './service-names';
import { worldOf, type Inhabitant, type World } from './world';

/** A connection that the system does not work without. */
export interface Need {
  readonly kind: 'service' | 'cache' | 'gitlab' | 'api' | 'dns';
  readonly from: Inhabitant;
  /** Undefined for what is in no file. */
  readonly to: Inhabitant | undefined;
  /** By whose name it is reached; undefined for what is in no file. */
  readonly service: Manifest | undefined;
  readonly ports: Ports;
  /** `TCP 9000` */
  readonly portsText: string;
  /** What it is there for, behind "to reach". */
  readonly goal: string;
  /** Whether something looks up a name for it. */
  readonly isNamed: boolean;
}

/** To each kind of pod behind a Service. */
export function needsOfService(
  world: World,
  kind: Need['kind'],
  from: Inhabitant,
  { service, port, word }: { service: Manifest; port: number | undefined; word: string },
): readonly Need[] {
  return world.pods
    .taken(service.namespace, { matchLabels: service.at('spec', 'selector') ?? {} })
    .flatMap((to): Need[] => {
      if (to.kind === 'job' || selectsByLabels(service.at('spec', 'selector'), to.pod.labels) !== 'yes')
        return [];
      const numbers = targetPorts(service, port, to.pod);
      if (numbers.length === 0 || (to === from && !isSeveral(to))) return [];
      return [
        {
          kind,
          from,
          to,
          service,
          ports: {
            protocol: 'TCP',
            isAmong: (first, last) => numbers.some((number) => first <= number && number <= last),
          },
          portsText: `TCP ${numbers.join(' or ')}`,
          goal: `"${word}"`,
          isNamed: true,
        },
      ];
    });
}

/** Whether there is another pod of the same kind to connect to. */
function isSeveral({ workload }: Extract<Inhabitant, { kind: 'workload' }>): boolean {
  const replicas = workload.manifest.at('spec', 'replicas');
  return workload.manifest.kind === 'DaemonSet' || (typeof replicas === 'number' && replicas > 1);
}

/** TCP to what is in no file. Which port it has behind a Service is unknown, but it is none that is known for something else. */
export function outsidePort(number: number, served: ReadonlySet<number>): Ports {
  return {
    protocol: 'TCP',
    isAmong: (first, last) =>
      (first <= number && number <= last) || first !== last || !(served.has(first) || FOR_OTHERS.has(first)),
  };
}

/** DNS, and HTTP, which only sends people on. */
const FOR_OTHERS: ReadonlySet<number> = new Set([53, 80, 5353]);

/** Ports that pods of the files serve. */
export function servedPorts(system: System): ReadonlySet<number> {
  const { inhabitants } = system.view(worldOf);
  return new Set(inhabitants.flatMap(({ pod }) => pod.ports.map(({ number }) => number)));
}
