import type { Manifest } from '../../../manifests/manifest';
import { listOf } from '../../../manifests/value';
import { rangeOf } from '../../../network/address';
import {
  DIRECTIONS,
  isEmptyList,
  PEERS,
  rulesOf,
  TYPES,
  type Direction,
  type Policy,
  type PolicyPort,
} from '../../../network/policy';
import type { Check, Fault } from '../../check';
import type { System } from '../../../system/system';
import { eachPolicy } from './each-policy';
import { worldOf, type World } from '../../../system/traffic/world';

const SOURCE = 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/';

/** Whether what a policy says is what it does. */
export const WRITTEN_CHECKS: readonly Check[] = [
  {
    id: 'policy-empty-peers',
    severity: 'warning',
    rule: 'No NetworkPolicy has an empty list of peers',
    why: 'An empty "from" or "to" reads like nobody and means everybody.',
    source: SOURCE,
    find: eachPolicy((_, policy) => emptyPeers(policy)),
  },
  {
    id: 'policy-rules-ignored',
    severity: 'error',
    rule: 'The rules of a NetworkPolicy have an effect',
    why: 'Rules of a type that "policyTypes" leaves out, and an empty "egress" without "policyTypes", do nothing: the pods stay open in that direction.',
    source:
      'kubernetes, pkg/apis/networking/v1/defaults.go; https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    find: eachPolicy((_, policy) => ignoredRules(policy)),
  },
  {
    id: 'policy-port-name-unknown',
    severity: 'error',
    rule: 'A port that a NetworkPolicy names is a port of the pods',
    why: 'A name that no container port has matches nothing, so the rule lets nothing through.',
    source: SOURCE,
    find: eachPolicy(unknownPorts),
  },
  {
    id: 'policy-names-service-address',
    severity: 'error',
    rule: 'No NetworkPolicy names the address of a Service',
    why: 'The address of a Service is replaced by that of a pod before policies are applied, so the block matches nothing.',
    source:
      'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
    find: (system) => {
      const services = serviceAddresses(system);
      return system.view(worldOf).policies.flatMap((policy) => namedAddresses(policy, services));
    },
  },
];

function emptyPeers({ manifest, rules }: Policy): readonly Fault[] {
  return DIRECTIONS.flatMap((direction) =>
    (rules[direction] ?? [])
      .filter(({ path }) => isEmptyList(manifest.at(...path, PEERS[direction])))
      .map(({ path }) => ({
        spot: { manifest, path: [...path, PEERS[direction]], part: 'key' },
        message: `"${PEERS[direction]}: []" means everybody, not nobody`,
        remedy: `remove the rule to allow nobody, or leave "${PEERS[direction]}" out to allow everybody`,
      })),
  );
}

function ignoredRules({ manifest, rules }: Policy): readonly Fault[] {
  const isSaid = listOf(manifest.at('spec', 'policyTypes')).length > 0;
  return DIRECTIONS.filter((direction) => rules[direction] === undefined).flatMap((direction): Fault[] => {
    const written = manifest.at('spec', direction);
    if (listOf(written).length === 0 && (isSaid || !isEmptyList(written))) return [];
    const message = isSaid
      ? `"policyTypes" has no "${TYPES[direction]}", so these rules have no effect and the pods stay open`
      : `Without "policyTypes" an empty "${direction}" has no effect: the pods may connect to everything`;
    const remedy = `add "${TYPES[direction]}" to "policyTypes"${isSaid ? ', or remove the rules' : ''}`;
    return [{ spot: { manifest, path: ['spec', direction], part: 'key' }, message, remedy }];
  });
}

/** Of ingress rules: their ports are those of the pods that the policy selects, which the files hold. */
function unknownPorts(world: World, policy: Policy): readonly Fault[] {
  const { manifest, selector, rules } = policy;
  const selected = world.pods.taken(manifest.namespace, selector);
  const isKnown =
    world.namespaces.isKnown(manifest.namespace) && selected.every(({ kind }) => kind !== 'job');
  if (!isKnown || selected.length === 0) return [];
  const there = selected.flatMap(({ pod }) => pod.ports);
  const isThere = ({ port, protocol }: PolicyPort): boolean =>
    typeof port !== 'string' || there.some((own) => own.name === port && own.protocol === protocol);
  return (rules.ingress ?? [])
    .flatMap(({ ports }) => (ports === 'all' ? [] : ports))
    .filter((port) => !isThere(port))
    .map(({ path, port, protocol }) => ({
      spot: { manifest, path: [...path, 'port'] },
      message: `No pod that this policy selects has a ${protocol} port "${String(port)}", so the rule lets nothing through`,
      remedy: 'write the number, or a name of the container’s "ports"',
    }));
}

function serviceAddresses(system: System): ReadonlyMap<bigint, Manifest> {
  return new Map(
    system.ofKind('', 'Service').flatMap((service) => {
      const address = service.at('spec', 'clusterIP');
      const range =
        typeof address === 'string'
          ? rangeOf(`${address}/${address.includes(':') ? '128' : '32'}`)
          : undefined;
      return range === undefined ? [] : [[range.first, service] as const];
    }),
  );
}

function namedAddresses({ manifest }: Policy, services: ReadonlyMap<bigint, Manifest>): readonly Fault[] {
  const rules = DIRECTIONS.flatMap((direction: Direction) => rulesOf(manifest, direction));
  return rules
    .flatMap(({ peers }) => (peers === 'everyone' ? [] : peers))
    .flatMap((peer): Fault[] => {
      const range = peer.kind === 'block' ? rangeOf(peer.cidr) : undefined;
      const service =
        range?.first === range?.last && range !== undefined ? services.get(range.first) : undefined;
      if (service === undefined || peer.kind !== 'block') return [];
      return [
        {
          spot: { manifest, path: [...peer.path, 'ipBlock', 'cidr'] },
          message: `"${peer.cidr}" is the address of Service "${service.name}", which no policy sees: the rule matches nothing`,
          remedy: 'select the pods behind the Service with "podSelector"',
        },
      ];
    });
}
