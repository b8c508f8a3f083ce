import type { Manifest } from '../manifests/manifest';
import { at, isList, isMap, listOf, textOf, type Path, type Value } from '../manifests/value';

export type Direction = 'ingress' | 'egress';

/** A NetworkPolicy as the API server understands it. */
export interface Policy {
  readonly manifest: Manifest;
  /** Of the pods that it isolates; what is absent takes all pods of the namespace, like an empty one. */
  readonly selector: Value | undefined;
  /** Only the directions in which it isolates. */
  readonly rules: Readonly<Partial<Record<Direction, readonly PolicyRule[]>>>;
}

/** Lets through what has one of the peers and one of the ports. */
export interface PolicyRule {
  readonly path: Path;
  readonly peers: readonly Peer[] | 'everyone';
  readonly ports: readonly PolicyPort[] | 'all';
}

export type Peer = PodPeer | BlockPeer | { readonly kind: 'malformed'; readonly path: Path };

export interface PodPeer {
  readonly kind: 'pods';
  readonly path: Path;
  /** Undefined stands for the namespace of the policy. */
  readonly namespaces: Value | undefined;
  /** Undefined stands for all pods. */
  readonly pods: Value | undefined;
}

export interface BlockPeer {
  readonly kind: 'block';
  readonly path: Path;
  readonly cidr: string;
  readonly except: readonly string[];
}

export interface PolicyPort {
  readonly path: Path;
  readonly protocol: string;
  /** Undefined stands for all ports of the protocol; a name is looked up in the pod that is connected to. */
  readonly port: number | string | undefined;
  readonly endPort: number | undefined;
}

export function policyOf(manifest: Manifest): Policy {
  const rules = Object.fromEntries(
    directionsOf(manifest).map((direction) => [direction, rulesOf(manifest, direction)]),
  );
  return { manifest, selector: manifest.at('spec', 'podSelector'), rules };
}

/**
 * Without `policyTypes` a policy isolates for ingress, and for egress only if it has an egress rule: an empty list of them
 * does not count. (kubernetes, pkg/apis/networking/v1/defaults.go)
 */
function directionsOf(manifest: Manifest): readonly Direction[] {
  const types = listOf(manifest.at('spec', 'policyTypes'));
  if (types.length === 0)
    return listOf(manifest.at('spec', 'egress')).length > 0 ? ['ingress', 'egress'] : ['ingress'];
  return DIRECTIONS.filter((direction) => types.includes(TYPES[direction]));
}

export const DIRECTIONS = ['ingress', 'egress'] as const satisfies readonly Direction[];
/** What `policyTypes` calls them. */
export const TYPES = { ingress: 'Ingress', egress: 'Egress' } as const;
/** What the rules of each call their peers. */
export const PEERS = { ingress: 'from', egress: 'to' } as const;

/** All rules that are written, also those that `policyTypes` leaves without effect. */
export function rulesOf(manifest: Manifest, direction: Direction): readonly PolicyRule[] {
  return listOf(manifest.at('spec', direction)).map((rule, index) => {
    const path = ['spec', direction, index];
    const [peers, ports] = [listOf(at(rule, PEERS[direction])), listOf(at(rule, 'ports'))];
    return {
      path,
      peers:
        peers.length === 0
          ? 'everyone'
          : peers.map((peer, at) => peerOf(peer, [...path, PEERS[direction], at])),
      ports: ports.length === 0 ? 'all' : ports.map((port, at) => portOf(port, [...path, 'ports', at])),
    };
  });
}

function peerOf(peer: Value, path: Path): Peer {
  const cidr = textOf(at(peer, 'ipBlock', 'cidr'));
  if (cidr !== undefined) {
    const except = listOf(at(peer, 'ipBlock', 'except')).flatMap((range) => textOf(range) ?? []);
    return { kind: 'block', path, cidr, except };
  }
  const [namespaces, pods] = [at(peer, 'namespaceSelector'), at(peer, 'podSelector')];
  if (!isMap(namespaces) && !isMap(pods)) return { kind: 'malformed', path };
  return { kind: 'pods', path, namespaces: mapOrAbsent(namespaces), pods: mapOrAbsent(pods) };
}

function mapOrAbsent(value: Value | undefined): Value | undefined {
  return isMap(value) ? value : undefined;
}

function portOf(value: Value, path: Path): PolicyPort {
  const [port, endPort] = [at(value, 'port'), at(value, 'endPort')];
  return {
    path,
    protocol: textOf(at(value, 'protocol')) ?? 'TCP',
    port: typeof port === 'number' || typeof port === 'string' ? port : undefined,
    endPort: typeof endPort === 'number' ? endPort : undefined,
  };
}

/** Whether a list is written and empty, which people take for "nobody". */
export function isEmptyList(value: Value | undefined): boolean {
  return isList(value) && value.length === 0;
}
