import type { Manifest } from '../../../manifests/manifest';
import { at, listOf, textOf, type Value } from '../../../manifests/value';
import { beyond } from '../beyond';
import { bothWays, type Side } from '../both-ways';
import type { Judgement, Risk } from '../risk';
import { typeOf } from '../subject';

/** Services that the world outside of the cluster can reach. */
export const SERVICES: readonly Risk[] = bothWays(
  'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
  moreDoors,
  {
    id: 'service-published',
    class: 'EXPOSURE',
    change: 'a Service can be reached from outside of the cluster',
    why: 'A node port or a load balancer answers all who reach a node or the address, whatever network policies of pods say elsewhere.',
    message: (doors) => `it can be reached from outside of the cluster: ${doors}`,
  },
  {
    id: 'service-withdrawn',
    class: 'ROUTINE',
    change: 'a Service can be reached from outside of the cluster no more, or in fewer ways',
    why: 'Whoever outside used it has to find another way in.',
    message: (doors) => `it can no longer be reached from outside of the cluster: ${doors}`,
  },
);

/** One way in. */
interface Door {
  /** `node`, `balancer`, or an address. */
  readonly by: string;
  readonly port: string;
  /** Where in the pods it leads. */
  readonly target: string;
  /** Undefined: from everywhere. */
  readonly sources: readonly string[] | undefined;
}

function* moreDoors(from: Side, to: Side): Generator<Judgement> {
  const doors = beyond(doorsIn(from), doorsIn(to), doorCovers).map(doorText);
  if (doors.length > 0) yield { message: [...new Set(doors)].join(', ') };
}

function doorCovers(wide: Door, narrow: Door): boolean {
  if (wide.by !== narrow.by || wide.port !== narrow.port || wide.target !== narrow.target) return false;
  return wide.sources === undefined || narrow.sources?.every((one) => wide.sources?.includes(one)) === true;
}

function doorText({ by, port, target, sources }: Door): string {
  const way = BY[by] ?? `the address ${by}`;
  const leads = target === port ? '' : ` to ${target}`;
  return `port ${port}${leads} by ${way}${sources === undefined ? '' : ` from ${sources.join(', ')}`}`;
}

const BY: Readonly<Record<string, string>> = { node: 'its nodes', balancer: 'a load balancer' };

function doorsIn({ manifest }: Side): readonly Door[] {
  if (manifest === undefined || typeOf(manifest) !== '/Service') return [];
  const ways = [
    ...typeWays(manifest),
    ...textsIn(manifest.at('spec', 'externalIPs')).map((by) => ({ by, sources: undefined })),
  ];
  return listOf(manifest.at('spec', 'ports')).flatMap((port) =>
    ways.map((way) => {
      const number = told(at(port, 'port'));
      return { ...way, port: number, target: told(at(port, 'targetPort') ?? at(port, 'port')) };
    }),
  );
}

/** A load balancer has node ports behind it, unless it says that it needs none. */
function typeWays(service: Manifest): readonly Pick<Door, 'by' | 'sources'>[] {
  const type = service.at('spec', 'type');
  const node = { by: 'node', sources: undefined };
  if (type === 'NodePort') return [node];
  if (type !== 'LoadBalancer') return [];
  const ranges = textsIn(service.at('spec', 'loadBalancerSourceRanges'));
  const isAll = ranges.length === 0 || ranges.includes('0.0.0.0/0');
  const balancer = { by: 'balancer', sources: isAll ? undefined : ranges };
  return service.at('spec', 'allocateLoadBalancerNodePorts') === false ? [balancer] : [balancer, node];
}

function textsIn(value: Value | undefined): readonly string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? []);
}

function told(value: Value | undefined): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '?';
}
