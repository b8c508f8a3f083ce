import { OUTSIDE } from '../network/network';
import type { System } from '../system/system';
import type { Need } from '../system/traffic/need';
import { needsOf } from '../system/traffic/needs';
import { worldOf, type World } from '../system/traffic/world';
import type { Link } from './graph';
import { nodeOf, outsideNode, serviceNode } from './nodes';

/** Each connection that the files speak of: by its Service where it has one, and whether policies let it pass. */
export function neededLinks(system: System): readonly Link[] {
  const world = system.view(worldOf);
  return system.view(needsOf).flatMap((need) => linksOf(system, world, need));
}

function linksOf(system: System, world: World, need: Need): readonly Link[] {
  const { kind, from, to, service, portsText, goal } = need;
  const isBlocked = blocks(world, need);
  // Everybody asks DNS: it is worth a line where it cannot be asked.
  if (kind === 'dns' && !isBlocked) return [];
  const start = nodeOf(from, system);
  const how = isBlocked ? 'blocked' : 'talks';
  if (to === undefined) {
    const end = outsideNode(kind === 'dns' ? 'DNS' : hostOf(goal));
    return [{ from: start, to: end, kind: how, text: portsText }];
  }
  const end = nodeOf(to, system);
  if (service === undefined) return [{ from: start, to: end, kind: how, text: portsText }];
  const door = serviceNode(service);
  return [
    { from: start, to: door, kind: how, text: portsText },
    { from: door, to: end, kind: 'serves', text: '' },
  ];
}

function blocks({ network }: World, { from, to, ports }: Need): boolean {
  if (network.blocking('egress', from.pod, to?.pod ?? OUTSIDE, ports).length > 0) return true;
  return to !== undefined && network.blocking('ingress', to.pod, from.pod, ports).length > 0;
}

/** `gitlab.example.com` of `"gitlab.example.com:443"`: the port stands on the edge. */
function hostOf(goal: string): string {
  return goal.replace(/^"(.*?)(?::\d+)?"$/, '$1').replace(/^the /, '');
}
