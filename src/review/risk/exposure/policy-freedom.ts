import type { Identity } from '../../../manifests/identity';
import { DIRECTIONS, type Direction, type Policy } from '../../../network/policy';
import { isEmptySelector, selects } from '../../../network/selector';
import { selectorCovers } from '../../../network/selector-sets';
import { worldOf, type Inhabitant } from '../../../system/traffic/world';
import type { Side } from '../both-ways';
import type { Judgement } from '../risk';
import { isEmptied, isolatingIn, policyIn } from './policy-side';

/** Pods that a policy isolates on one side, and that nothing isolates on the other. */
export function* freedPods(from: Side, to: Side): Generator<Judgement> {
  const policy = policyIn(from);
  if (policy === undefined || isEmptied(from, to, policy.manifest.namespace)) return;
  const freed = DIRECTIONS.filter((direction) => isShut(policy, direction)).flatMap(
    (direction) => freedIn(policy, direction, to) ?? [],
  );
  if (freed.length === 0) return;
  const affected = [...new Set(freed.flatMap(({ pods }) => pods))].flatMap(identityOf);
  yield { message: freed.map(({ direction }) => WORDS[direction]).join(' and '), affected };
}

/** A policy whose one rule lets everything pass leaves its pods as open as none does. */
function isShut({ rules }: Policy, direction: Direction): boolean {
  return rules[direction]?.some(({ peers, ports }) => peers === 'everyone' && ports === 'all') === false;
}

/** What pods do that are not isolated. */
const WORDS: Readonly<Record<Direction, string>> = {
  ingress: 'take all connections',
  egress: 'make all connections',
};

interface Freed {
  readonly direction: Direction;
  /** As far as files make them. */
  readonly pods: readonly Inhabitant[];
}

/** Undefined where all that it isolates stays isolated. */
function freedIn(policy: Policy, direction: Direction, to: Side): Freed | undefined {
  const { selector, manifest } = policy;
  const left = isolatingIn(to, manifest.namespace, direction);
  if (left.some((other) => selectorCovers(other.selector, selector))) return undefined;
  const taken = to.system
    .view(worldOf)
    .pods.taken(manifest.namespace, selector)
    .filter(({ pod }) => selects(selector, pod.labels) === 'yes');
  const pods = taken.filter(
    ({ pod }) => !left.some((other) => selects(other.selector, pod.labels) === 'yes'),
  );
  // What means all pods of a namespace also means those that are yet to come.
  const isAboutKnown = taken.length > 0 && !isEmptySelector(selector);
  return isAboutKnown && pods.length === 0 ? undefined : { direction, pods };
}

function identityOf(inhabitant: Inhabitant): readonly Identity[] {
  return inhabitant.kind === 'workload' ? [inhabitant.workload.manifest.identity] : [];
}
