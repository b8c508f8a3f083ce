import { every, some, sure, type Certainty } from './certainty';
import { blockTakesOutside, blockTakesPods } from './blocks';
import type { Namespaces } from './namespaces';
import type { Pod } from './pod';
import { PolicyIndex } from './policy-index';
import type { Direction, Peer, Policy, PolicyPort, PolicyRule } from './policy';
import { selects } from './selector';

/** Ports of a protocol of which one has to be open. */
export interface Ports {
  readonly protocol: string;
  /** Whether one of them is in this range. */
  readonly isAmong: (first: number, last: number) => boolean;
}

export function port(number: number, protocol = 'TCP'): Ports {
  return { protocol, isAmong: (first, last) => first <= number && number <= last };
}

/** What is in no file: the API server, GitLab, the cluster's DNS. Its address, or its labels, are anybody's guess. */
export const OUTSIDE = 'outside';
export type FarEnd = Pod | typeof OUTSIDE;

/** NetworkPolicies as the API documents them: what isolates a pod in a direction lets through only what one rule of all allows. */
export class Network {
  private readonly index: PolicyIndex;

  constructor(
    policies: readonly Policy[],
    private readonly namespaces: Namespaces,
  ) {
    this.index = new PolicyIndex(policies);
  }

  /** Those that select the pod for sure; a pod on its node's network is isolated by none. */
  isolating(pod: Pod, direction: Direction): readonly Policy[] {
    if (pod.isOnHost) return [];
    return this.index
      .near(pod)
      .filter(
        ({ rules, selector }) => rules[direction] !== undefined && selects(selector, pod.labels) === 'yes',
      );
  }

  /** Those that may select the pod, in any direction. */
  mayIsolate(pod: Pod): readonly Policy[] {
    return this.index.near(pod).filter(({ selector }) => selects(selector, pod.labels) !== 'no');
  }

  /** Those that surely keep a pod from connecting to (egress) or being connected to by (ingress) the far end; none if it may pass. */
  blocking(direction: Direction, pod: Pod, far: FarEnd, ports: Ports): readonly Policy[] {
    const isolating = this.isolating(pod, direction);
    if (isolating.length === 0) return [];
    return this.allows(direction, pod, far, ports) === 'no' ? isolating : [];
  }

  /** Whether some rule lets it pass, of those that do select the pod or may. */
  private allows(direction: Direction, pod: Pod, far: FarEnd, ports: Ports): Certainty {
    const served = direction === 'ingress' ? pod : far;
    return some(
      this.index
        .near(pod)
        .map((policy) =>
          every([
            selects(policy.selector, pod.labels),
            some(
              (policy.rules[direction] ?? []).map((rule) => this.passes(policy, rule, far, served, ports)),
            ),
          ]),
        ),
    );
  }

  private passes(policy: Policy, rule: PolicyRule, far: FarEnd, served: FarEnd, ports: Ports): Certainty {
    return every([
      rule.ports === 'all' ? 'yes' : some(rule.ports.map((open) => isOpen(open, served, ports))),
      rule.peers === 'everyone' ? 'yes' : some(rule.peers.map((peer) => this.takes(policy, peer, far))),
    ]);
  }

  /** Whether a peer of a policy means the far end. */
  takes(policy: Policy, peer: Peer, far: FarEnd): Certainty {
    if (peer.kind === 'malformed') return 'maybe';
    if (peer.kind === 'block') return far === OUTSIDE ? blockTakesOutside(peer) : blockTakesPods(peer);
    const own = policy.manifest.namespace;
    if (far === OUTSIDE) {
      if (peer.namespaces !== undefined)
        return every(['maybe', this.namespaces.selectsStranger(peer.namespaces)]);
      return this.namespaces.isKnown(own) ? 'no' : 'maybe';
    }
    const there =
      peer.namespaces === undefined
        ? sure(far.namespace === own)
        : selects(peer.namespaces, this.namespaces.labelsOf(far.namespace));
    const taken = every([there, selects(peer.pods, far.labels)]);
    return far.isOnHost ? some(['maybe', taken]) : taken;
  }
}

/** A name is that of a port of the pod that is connected to. */
function isOpen(open: PolicyPort, served: FarEnd, { protocol, isAmong }: Ports): Certainty {
  if (open.protocol !== protocol) return 'no';
  if (open.port === undefined) return 'yes';
  if (typeof open.port === 'number') return isAmong(open.port, open.endPort ?? open.port) ? 'yes' : 'no';
  if (served === OUTSIDE) return 'maybe';
  const named = served.ports.filter((port) => port.name === open.port && port.protocol === protocol);
  return named.some(({ number }) => isAmong(number, number)) ? 'yes' : 'no';
}
