import { namesAskedFor } from '../network/namespaces';
import type { Ports } from '../network/network';
import type { Peer, Policy, PolicyPort, PolicyRule } from '../network/policy';
import type { System } from '../system/system';
import { worldOf, type Inhabitant, type World } from '../system/traffic/world';
import type { Link, Node } from './graph';
import { nodeOf, outsideNode } from './nodes';

/**
 * What policies open beyond what anybody is known to need: to pods of the files, to and from everybody. That no policy isolates a
 * pod is no edge: it would lead to all others.
 */
export function allowedLinks(system: System, needed: readonly Link[]): readonly Link[] {
  const world = system.view(worldOf);
  const known = new Set(needed.map(({ from, to }) => pairOf(from, to)));
  const served = new Map(
    needed.filter(({ kind }) => kind === 'serves').map(({ from, to }) => [from.id, to] as const),
  );
  for (const { from, to } of needed) known.add(pairOf(from, served.get(to.id) ?? to));
  const leaving = new Set(needed.filter(({ to }) => to.kind === 'outside').map(({ from }) => from.id));
  return world.policies
    .flatMap((policy) => [
      ...fromPods(system, world, policy),
      ...strangers(system, world, policy).filter((link) => !isUsed(link, leaving)),
    ])
    .filter(({ from, to }) => from.id !== to.id && !known.has(pairOf(from, to)));
}

/** Some ports of anywhere are how a policy says GitLab or the API server: nobody knows their addresses. */
function isUsed({ from, to, text }: Link, leaving: ReadonlySet<string>): boolean {
  return to.kind === 'outside' && text !== ANY_PORT && leaving.has(from.id);
}

function pairOf(from: Node, to: Node): string {
  return JSON.stringify([from.id, to.id]);
}

/** Where both ends are in the files, both have to let it pass. */
function fromPods(system: System, world: World, policy: Policy): readonly Link[] {
  const { network } = world;
  const own = world.pods.taken(policy.manifest.namespace, policy.selector);
  return (policy.rules.ingress ?? []).flatMap((rule) => {
    const ports = portsOf(rule);
    return peersOf(rule)
      .flatMap((peer) => podsOf(world, policy, peer))
      .flatMap((from) =>
        own
          .filter((to) => network.blocking('egress', from.pod, to.pod, ports).length === 0)
          .map((to): Link => {
            const text = textOfPorts(rule);
            return { from: nodeOf(from, system), to: nodeOf(to, system), kind: 'allowed', text };
          }),
      );
  });
}

function podsOf(world: World, policy: Policy, peer: Peer): readonly Inhabitant[] {
  if (peer.kind !== 'pods') return [];
  const own = [policy.manifest.namespace];
  const all = (): readonly string[] => [...new Set(world.inhabitants.map(({ pod }) => pod.namespace))];
  const namespaces = peer.namespaces === undefined ? own : (namesAskedFor(peer.namespaces) ?? all());
  return namespaces
    .flatMap((namespace) => world.pods.taken(namespace, peer.pods))
    .filter(({ pod }) => world.network.takes(policy, peer, pod) === 'yes');
}

/** A rule without peers, and one with addresses. DNS is for everybody. */
function strangers(system: System, world: World, policy: Policy): readonly Link[] {
  const own = world.pods.taken(policy.manifest.namespace, policy.selector);
  const links = (rule: PolicyRule, isIn: boolean): readonly Link[] =>
    endsOf(rule).flatMap((end) =>
      own.map((inhabitant): Link => {
        const [node, far] = [nodeOf(inhabitant, system), outsideNode(end)];
        const text = textOfPorts(rule);
        return isIn
          ? { from: far, to: node, kind: 'allowed', text }
          : { from: node, to: far, kind: 'allowed', text };
      }),
    );
  const isForNames = ({ ports }: PolicyRule): boolean =>
    ports !== 'all' && ports.every(({ port }) => port === 53);
  return [
    ...(policy.rules.ingress ?? []).flatMap((rule) => links(rule, true)),
    ...(policy.rules.egress ?? []).filter((rule) => !isForNames(rule)).flatMap((rule) => links(rule, false)),
  ];
}

function endsOf(rule: PolicyRule): readonly string[] {
  if (rule.peers === 'everyone') return [ANYWHERE];
  const blocks = rule.peers.flatMap((peer) => (peer.kind === 'block' ? [peer.cidr] : []));
  return [...new Set(blocks.map((cidr) => (cidr.endsWith('/0') ? ANYWHERE : cidr)))];
}

const ANYWHERE = 'any address';
const ANY_PORT = 'any port';

function peersOf({ peers }: PolicyRule): readonly Peer[] {
  return peers === 'everyone' ? [] : peers;
}

function portsOf({ ports }: PolicyRule): Ports {
  if (ports === 'all') return { protocol: 'TCP', isAmong: () => true };
  const [{ protocol } = { protocol: 'TCP' }] = ports;
  const numbers = ports.flatMap(({ port }) => (typeof port === 'number' ? [port] : []));
  return {
    protocol,
    isAmong: (first, last) =>
      numbers.length === 0 || numbers.some((number) => first <= number && number <= last),
  };
}

/** `TCP 443, 6443` */
function textOfPorts({ ports }: PolicyRule): string {
  if (ports === 'all') return ANY_PORT;
  const protocols = [...new Set(ports.map(({ protocol }) => protocol))];
  return protocols
    .map((protocol) => {
      const numbers = ports.filter((port) => port.protocol === protocol).map(numberText);
      return `${protocol} ${numbers.join(', ')}`;
    })
    .join(', ');
}

function numberText({ port, endPort }: PolicyPort): string {
  return `${String(port ?? 'any')}${endPort === undefined ? '' : `-${String(endPort)}`}`;
}
