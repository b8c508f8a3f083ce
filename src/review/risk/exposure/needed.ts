import { Network, OUTSIDE } from '../../../network/network';
import { policyOf, type Policy } from '../../../network/policy';
import type { System } from '../../../system/system';
import type { Need } from '../../../system/traffic/need';
import { needsOf } from '../../../system/traffic/needs';
import { worldOf } from '../../../system/traffic/world';
import type { Change } from '../../change';
import { isOfMetadata } from '../both-ways';
import type { Risk, World } from '../risk';
import { isPolicy } from './policy-side';

/** Connections that the system does not work without. */
export const NEEDED: readonly Risk[] = [
  {
    id: 'passage-closed',
    class: 'EXPOSURE',
    change: 'network policies shut off what pods need to reach',
    why: 'A connection that a policy drops is not refused: the client waits until its own timeout, and a job misses its cache.',
    source:
      'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
    *judge(change, world) {
      if (isOfMetadata(change)) return;
      const closed = closedNeeds(world).filter((one) => isDueTo(change, one, world));
      for (const text of new Set(closed.map(({ need }) => needText(need))))
        yield { message: text, instead: 'leave a rule that lets it pass' };
    },
  },
];

interface Closed {
  readonly need: Need;
  /** How it was while it was open. */
  readonly was: Need;
  readonly by: readonly Policy[];
}

const KNOWN = new WeakMap<World, readonly Closed[]>();

/** Found once for all changes of a review. */
function closedNeeds(world: World): readonly Closed[] {
  const known = KNOWN.get(world) ?? findClosed(world);
  KNOWN.set(world, known);
  return known;
}

function findClosed({ changes, around }: World): readonly Closed[] {
  const touches = changes.some(
    (change) =>
      !isOfMetadata(change) && [change.base, change.head].some((one) => one !== undefined && isPolicy(one)),
  );
  if (!touches) return [];
  const { base, head } = around();
  const before = new Map(base.view(needsOf).map((need) => [keyOf(need), need]));
  return head.view(needsOf).flatMap((need): readonly Closed[] => {
    const [was, by] = [before.get(keyOf(need)), blockersOf(head, need)];
    return was === undefined || by.length === 0 || blockersOf(base, was).length > 0
      ? []
      : [{ need, was, by }];
  });
}

function keyOf({ kind, from, to, portsText, goal }: Need): string {
  return JSON.stringify([kind, from.name, to?.name, portsText, goal]);
}

function blockersOf(system: System, { from, to, ports }: Need): readonly Policy[] {
  const { network } = system.view(worldOf);
  return [
    ...network.blocking('egress', from.pod, to?.pod ?? OUTSIDE, ports),
    ...(to === undefined ? [] : network.blocking('ingress', to.pod, from.pod, ports)),
  ];
}

/** A policy that isolates now, or one that let it pass and does so no more. */
function isDueTo({ base, head }: Change, { was, by }: Closed, world: World): boolean {
  if (head !== undefined && by.some(({ manifest }) => manifest === head)) return true;
  if (base === undefined || !isPolicy(base)) return false;
  const { namespaces } = world.around().base.view(worldOf);
  const alone = new Network([policyOf(base)], namespaces);
  const { from, to, ports } = was;
  const lets = (
    direction: 'ingress' | 'egress',
    pod: Need['from']['pod'],
    far: Need['from']['pod'] | typeof OUTSIDE,
  ): boolean =>
    alone.isolating(pod, direction).length > 0 && alone.blocking(direction, pod, far, ports).length === 0;
  return (
    lets('egress', from.pod, to?.pod ?? OUTSIDE) || (to !== undefined && lets('ingress', to.pod, from.pod))
  );
}

function needText({ from, to, portsText, goal }: Need): string {
  const where = to === undefined ? '' : ` of ${to.name}`;
  return `${from.name} can no longer connect to ${portsText}${where} to reach ${goal}`;
}
