import { rangesWithout } from './address';
import { rangesOfBlock } from './blocks';
import { namesAskedFor, type Namespaces } from './namespaces';
import type { Pod } from './pod';
import type { BlockPeer, Direction, Peer, PodPeer, Policy, PolicyPort } from './policy';
import { selects } from './selector';
import { selectorCovers } from './selector-sets';

/** One peer with one port that a policy lets pass. */
export interface Passage {
  readonly peer: Peer | 'everyone';
  readonly port: PolicyPort | 'all';
}

/** Where the policies are whose passages are compared. */
export interface PassageSite {
  readonly namespace: string;
  readonly namespaces: Namespaces;
}

/** `served`: the pods that a policy selects, by which the name of a port of theirs is a number. */
export function passagesOf(policy: Policy, direction: Direction, served: readonly Pod[]): readonly Passage[] {
  return (policy.rules[direction] ?? []).flatMap(({ peers, ports }) =>
    (peers === 'everyone' ? [peers] : peers).flatMap((peer) =>
      (ports === 'all' ? [ports] : ports).map((port) => ({
        peer,
        port: port === 'all' || direction === 'egress' ? port : numbered(port, served),
      })),
    ),
  );
}

/** Whether all of a passage lies within others, which may share it among them. */
export function isWithin(passage: Passage, others: readonly Passage[], site: PassageSite): boolean {
  return portionsOf(passage.port, others).every((port) => {
    const open = others.filter((other) => portCovers(other.port, port));
    return (
      open.some((other) => peerCovers(other.peer, passage.peer, site)) ||
      (isBlock(passage.peer) && blocksCover(open, passage.peer))
    );
  });
}

function numbered(port: PolicyPort, served: readonly Pod[]): PolicyPort {
  const named = served
    .flatMap(({ ports }) => ports)
    .filter(({ name, protocol }) => name === port.port && protocol === port.protocol);
  const [number, ...more] = new Set(named.map((one) => one.number));
  return number === undefined || more.length > 0 ? port : { ...port, port: number };
}

/** A range of ports, cut where one of the others begins or ends. */
function portionsOf(port: Passage['port'], others: readonly Passage[]): readonly Passage['port'][] {
  if (port === 'all' || typeof port.port !== 'number') return [port];
  const [first, last] = [port.port, port.endPort ?? port.port];
  const begins = others.flatMap(({ port: other }) =>
    other === 'all' || typeof other.port !== 'number' ? [] : [other.port, (other.endPort ?? other.port) + 1],
  );
  const cuts = [...new Set([first, ...begins.filter((cut) => first < cut && cut <= last)])].sort(
    (a, b) => a - b,
  );
  return cuts.map((cut, index) => ({ ...port, port: cut, endPort: (cuts[index + 1] ?? last + 1) - 1 }));
}

function portCovers(wide: Passage['port'], narrow: Passage['port']): boolean {
  if (wide === 'all') return true;
  if (narrow === 'all' || wide.protocol !== narrow.protocol) return false;
  if (wide.port === undefined) return true;
  if (typeof wide.port === 'string' || typeof narrow.port !== 'number') return wide.port === narrow.port;
  return wide.port <= narrow.port && (narrow.endPort ?? narrow.port) <= (wide.endPort ?? wide.port);
}

function peerCovers(wide: Passage['peer'], narrow: Passage['peer'], site: PassageSite): boolean {
  if (wide === 'everyone') return true;
  if (narrow === 'everyone' || wide.kind === 'malformed' || narrow.kind === 'malformed') return false;
  if (wide.kind === 'block' || narrow.kind === 'block')
    return isBlock(wide) && isBlock(narrow) && sameBlock(wide, narrow);
  return selectorCovers(wide.pods, narrow.pods) && namespacesCover(wide, narrow, site);
}

function namespacesCover(wide: PodPeer, narrow: PodPeer, { namespace, namespaces }: PassageSite): boolean {
  if (
    wide.namespaces !== undefined &&
    narrow.namespaces !== undefined &&
    selectorCovers(wide.namespaces, narrow.namespaces)
  )
    return true;
  const names = narrow.namespaces === undefined ? [namespace] : namesAskedFor(narrow.namespaces);
  return (
    names?.every((name) =>
      wide.namespaces === undefined
        ? name === namespace
        : selects(wide.namespaces, namespaces.labelsOf(name)) === 'yes',
    ) === true
  );
}

function isBlock(peer: Passage['peer']): peer is BlockPeer {
  return peer !== 'everyone' && peer.kind === 'block';
}

/** Of text that is no address nothing else is known. */
function sameBlock(one: BlockPeer, other: BlockPeer): boolean {
  return one.cidr === other.cidr && JSON.stringify(one.except) === JSON.stringify(other.except);
}

function blocksCover(open: readonly Passage[], block: BlockPeer): boolean {
  const blocks = open.map(({ peer }) => peer).filter(isBlock);
  const ranges = rangesOfBlock(block);
  return (
    ranges !== undefined &&
    rangesWithout(
      ranges,
      blocks.flatMap((one) => rangesOfBlock(one) ?? []),
    ).length === 0
  );
}
