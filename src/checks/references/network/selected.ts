import { keysOf } from '../../../network/selector';
import { namesAskedFor } from '../../../network/namespaces';
import { DIRECTIONS, PEERS, type Policy, type PodPeer, type Direction } from '../../../network/policy';
import type { Value } from '../../../manifests/value';
import type { Check, Fault } from '../../check';
import { isRunnersLabel } from '../../../system/traffic/job-pod';
import { eachPolicy } from './each-policy';
import { selectorText, worldOf, type Inhabitant, type World } from '../../../system/traffic/world';

const SOURCE = 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/';

/** Whether policies mean pods that are there, and pods have policies that mean them. */
export const SELECTED_CHECKS: readonly Check[] = [
  {
    id: 'policy-selects-nothing',
    severity: 'warning',
    rule: 'Each NetworkPolicy selects pods',
    why: 'The pods that it was written for are not isolated, or lack what it would allow them; nothing says so.',
    source: SOURCE,
    find: eachPolicy((world, policy) => (selectsNothing(world, policy) ? [nothingSelected(policy)] : [])),
  },
  {
    id: 'policy-peer-selects-nothing',
    severity: 'note',
    rule: 'Each peer of a NetworkPolicy is some pod',
    why: 'A peer with a wrong label lets nobody through, and nobody is told.',
    source: SOURCE,
    find: eachPolicy((world, policy) =>
      DIRECTIONS.flatMap((direction) => nobodies(world, policy, direction)),
    ),
  },
  {
    id: 'policy-misses-pod',
    severity: 'warning',
    rule: 'Where a namespace has NetworkPolicies, each of its pods has one',
    why: 'A pod that no policy selects talks to everybody, and everybody to it, while its neighbours look safe.',
    source: SOURCE,
    find: (system) => {
      const world = system.view(worldOf);
      const used = world.policies.filter((policy) => selectedBy(world, policy).length > 0);
      const guarded = new Set(used.map(({ manifest }) => manifest.namespace));
      return world.inhabitants.flatMap((inhabitant): Fault[] =>
        guarded.has(inhabitant.pod.namespace) && isFree(world, inhabitant) ? [missed(inhabitant)] : [],
      );
    },
  },
];

function selectsNothing(world: World, policy: Policy): boolean {
  const { manifest, selector } = policy;
  return (
    world.namespaces.isKnown(manifest.namespace) &&
    selectedBy(world, policy).length === 0 &&
    !isForUnknownJobs(selector, world.pods.in(manifest.namespace))
  );
}

function selectedBy(world: World, { manifest, selector }: Policy): readonly Inhabitant[] {
  return world.pods.taken(manifest.namespace, selector);
}

/** A runner that is in no file has job pods too. */
function isForUnknownJobs(selector: Value | undefined, pods: readonly Inhabitant[]): boolean {
  return keysOf(selector).some(isRunnersLabel) && !pods.some(({ kind }) => kind === 'job');
}

function nothingSelected({ manifest, selector }: Policy): Fault {
  return {
    spot: { manifest, path: ['spec', 'podSelector'] },
    message: `No pod of namespace "${manifest.namespace}" has the labels ${selectorText(selector)}, so this policy isolates nothing`,
    remedy: 'select labels of a pod template, or remove the policy',
  };
}

function nobodies(world: World, policy: Policy, direction: Direction): readonly Fault[] {
  return (policy.rules[direction] ?? [])
    .flatMap(({ peers }) => (peers === 'everyone' ? [] : peers))
    .filter((peer): peer is PodPeer => peer.kind === 'pods' && isNobody(world, policy, peer))
    .map((peer) => ({
      spot: { manifest: policy.manifest, path: peer.path },
      message: `No pod of the files is this peer, so the rule lets nobody ${direction === 'ingress' ? 'in' : 'out'} for it: ${peerText(peer)}`,
      remedy: `name labels in "${PEERS[direction]}" that the pods and their namespace have`,
    }));
}

function isNobody(world: World, policy: Policy, peer: PodPeer): boolean {
  const own = policy.manifest.namespace;
  const names = peer.namespaces === undefined ? [own] : namesAskedFor(peer.namespaces);
  if (!names?.every((name) => world.namespaces.isKnown(name))) return false;
  return (
    names.every((name) => world.pods.taken(name, peer.pods).length === 0) &&
    !names.some((name) => isForUnknownJobs(peer.pods, world.pods.in(name)))
  );
}

function peerText({ namespaces, pods }: PodPeer): string {
  return [
    ...(namespaces === undefined ? [] : [`namespaceSelector ${selectorText(namespaces)}`]),
    ...(pods === undefined ? [] : [`podSelector ${selectorText(pods)}`]),
  ].join(', ');
}

function isFree(world: World, { pod }: Inhabitant): boolean {
  return !pod.isOnHost && world.network.mayIsolate(pod).length === 0;
}

function missed(inhabitant: Inhabitant): Fault {
  const { pod, name, selector } = inhabitant;
  return {
    spot:
      inhabitant.kind === 'job'
        ? inhabitant.runner.spotOf('kubernetes', 'namespace')
        : {
            manifest: inhabitant.workload.manifest,
            path: [...inhabitant.workload.templatePath, 'metadata', 'labels'],
            part: 'key',
          },
    message: `No NetworkPolicy${pod.namespace === '' ? '' : ` of namespace "${pod.namespace}"`} selects ${name}, so it may talk to everybody`,
    remedy: `add a NetworkPolicy with "podSelector: ${selectorText(selector)}", or one that denies all with "podSelector: {}"`,
  };
}
