import type { Manifest } from '../../../manifests/manifest';
import { at, isMap, listOf, mapOf, textOf, type Value } from '../../../manifests/value';
import { gained } from '../access/pods';
import type { Risk } from '../risk';

const SOURCE = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';

/** What network policies let pass. */
export const POLICIES: readonly Risk[] = [
  {
    id: 'policy-removed',
    class: 'EXPOSURE',
    change: 'a NetworkPolicy is removed',
    why: 'Pods that no other policy selects take and make all connections.',
    source: SOURCE,
    *judge({ is, base }) {
      if (is === 'removed' && isPolicy(base))
        yield {
          message:
            'the policy goes, and what it kept out may come in unless another policy selects the same pods',
        };
    },
  },
  {
    id: 'policy-widened',
    class: 'EXPOSURE',
    change: 'a NetworkPolicy lets more pass',
    why: 'Policies only allow, so one more peer or port is one more way in or out.',
    source: SOURCE,
    *judge(change) {
      if (change.is === 'changed' && isPolicy(change.head)) yield* gained(change, passagesOf, 'it lets pass');
    },
  },
  {
    id: 'policy-freed',
    class: 'EXPOSURE',
    change: 'a NetworkPolicy no longer isolates a direction, or selects other pods',
    why: 'Pods that it no longer means are open, unless another policy isolates them.',
    source: SOURCE,
    *judge({ is, base, head }) {
      if (is !== 'changed' || !isPolicy(head)) return;
      const lost = [...directionsOf(base)].filter((direction) => !directionsOf(head).has(direction));
      if (lost.length > 0) yield { message: `it no longer isolates its pods for ${lost.join(' and ')}` };
      if (JSON.stringify(base.at('spec', 'podSelector')) !== JSON.stringify(head.at('spec', 'podSelector')))
        yield { message: 'it selects other pods, and those that it selected may be open' };
    },
  },
];

function isPolicy({ kind, identity: { group } }: Manifest): boolean {
  return kind === 'NetworkPolicy' && group === 'networking.k8s.io';
}

/** Absent: ingress, and egress where there are rules for it. */
function directionsOf(policy: Manifest): ReadonlySet<string> {
  const types = listOf(policy.at('spec', 'policyTypes')).filter((type) => typeof type === 'string');
  if (types.length > 0) return new Set(types);
  return new Set(policy.at('spec', 'egress') === undefined ? ['Ingress'] : ['Ingress', 'Egress']);
}

/** Each peer with each port that it may use. */
function passagesOf(policy: Manifest): ReadonlySet<string> {
  const spec = policy.at('spec');
  return new Set([...passages(spec, 'ingress', 'from'), ...passages(spec, 'egress', 'to')]);
}

function passages(
  spec: Value | undefined,
  direction: 'ingress' | 'egress',
  side: 'from' | 'to',
): readonly string[] {
  return listOf(at(spec, direction)).flatMap((rule) => {
    const peers = listOf(at(rule, side)).map(peerText);
    const ports = listOf(at(rule, 'ports')).map(portText);
    return (peers.length === 0 ? ['anybody'] : peers).flatMap((peer) =>
      (ports.length === 0 ? ['all ports'] : ports).map((port) => `${side} ${peer} at ${port}`),
    );
  });
}

function peerText(peer: Value): string {
  const cidr = textOf(at(peer, 'ipBlock', 'cidr'));
  if (cidr !== undefined) {
    const except = listOf(at(peer, 'ipBlock', 'except')).filter((hole) => typeof hole === 'string');
    return `${cidr}${except.length === 0 ? '' : ` but ${[...except].sort().join(', ')}`}`;
  }
  const [pods, spaces] = [at(peer, 'podSelector'), at(peer, 'namespaceSelector')];
  const which = isMap(pods) && Object.keys(pods).length > 0 ? `pods with ${selectorText(pods)}` : 'all pods';
  if (spaces === undefined) return `${which} of its namespace`;
  return isMap(spaces) && Object.keys(spaces).length > 0
    ? `${which} of namespaces with ${selectorText(spaces)}`
    : `${which} of all namespaces`;
}

function selectorText(selector: Value): string {
  const labels = Object.entries(mapOf(at(selector, 'matchLabels'))).map(
    ([key, value]) => `${key}=${textOf(value) ?? ''}`,
  );
  const more = listOf(at(selector, 'matchExpressions')).map((expression) => JSON.stringify(expression));
  return [...labels, ...more].sort().join(' and ');
}

function portText(port: Value): string {
  const number = at(port, 'port');
  const end = at(port, 'endPort');
  const name = typeof number === 'number' || typeof number === 'string' ? String(number) : 'all ports';
  const protocol = textOf(at(port, 'protocol')) ?? 'TCP';
  return `${protocol} ${name}${typeof end === 'number' ? `-${String(end)}` : ''}`;
}
