import { isWithin, passagesOf, type Passage } from '../../../network/passage';
import { DIRECTIONS, type Direction, type Policy } from '../../../network/policy';
import { selectorCovers, selectorsMeet } from '../../../network/selector-sets';
import { worldOf } from '../../../system/traffic/world';
import type { Side } from '../both-ways';
import type { Judgement } from '../risk';
import { passagesText } from './passage-text';
import { isEmptied, isolatingIn, policyIn } from './policy-side';

/** What a policy lets pass that was shut: to pods that nothing isolated before, a policy opens nothing. */
export function* morePassages(from: Side, to: Side): Generator<Judgement> {
  const policy = policyIn(to);
  if (policy === undefined || isEmptied(to, from, policy.manifest.namespace)) return;
  const texts = DIRECTIONS.flatMap((direction) => {
    const passages = opened(policy, direction, from, to);
    return passages.length === 0 ? [] : [passagesText(direction, passages)];
  });
  if (texts.length > 0) yield { message: texts.join('; ') };
}

function opened(policy: Policy, direction: Direction, from: Side, to: Side): readonly Passage[] {
  const { namespace } = policy.manifest;
  const isolating = isolatingIn(from, namespace, direction).filter(({ selector }) =>
    selectorsMeet(selector, policy.selector),
  );
  if (policy.rules[direction] === undefined || isolating.length === 0) return [];
  const site = { namespace, namespaces: to.system.view(worldOf).namespaces };
  const known = isolating
    .filter((old) => isForAll(old, policy, isolating, from))
    .flatMap((old) => passagesIn(old, direction, from));
  return passagesIn(policy, direction, to).filter((passage) => !isWithin(passage, known, site));
}

/**
 * Whether all pods that the policy selects had what an old one lets pass, or all that is not isolated lets: those that its own
 * former version did not select were free, unless others isolated them.
 */
function isForAll(old: Policy, policy: Policy, isolating: readonly Policy[], from: Side): boolean {
  if (selectorCovers(old.selector, policy.selector)) return true;
  const others = isolating.filter((one) => one !== old && !selectorCovers(old.selector, one.selector));
  return old.manifest === from.manifest && others.length === 0;
}

function passagesIn(policy: Policy, direction: Direction, { system }: Side): readonly Passage[] {
  const pods = system.view(worldOf).pods.taken(policy.manifest.namespace, policy.selector);
  return passagesOf(
    policy,
    direction,
    pods.map(({ pod }) => pod),
  );
}
