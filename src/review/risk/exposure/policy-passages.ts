import { isWithin, passagesOf, type Passage } from '../../../network/passage';
import { DIRECTIONS, type Direction, type Policy } from '../../../network/policy';
import { selectorCovers, selectorsMeet } from '../../../network/selector-sets';
import { worldOf } from '../../../system/traffic/world';
import type { Found, Side } from '../both-ways';
import { passagesText } from './passage-text';
import { isEmptied, isolatingIn, policyIn } from './policy-side';

/** What a policy lets pass that was shut: to pods that nothing isolated before, a policy opens nothing. */
export function* morePassages(from: Side, to: Side): Generator<Found> {
  const policy = policyIn(to);
  if (policy === undefined || isEmptied(to, from, policy.manifest.namespace)) return;
  const found = DIRECTIONS.map((direction) => opened(policy, direction, from, to));
  const [message, part] = [found.map(({ fresh }) => fresh), found.map(({ had }) => had)].map((texts) =>
    texts.filter((text) => text !== '').join('; '),
  );
  if (message !== undefined && message !== '') yield { message, part: part ?? '' };
}

/** As text: what passes now and did not, and what of it did. */
interface Opened {
  readonly fresh: string;
  readonly had: string;
}

function opened(policy: Policy, direction: Direction, from: Side, to: Side): Opened {
  const { namespace } = policy.manifest;
  const isolating = isolatingIn(from, namespace, direction).filter(({ selector }) =>
    selectorsMeet(selector, policy.selector),
  );
  if (policy.rules[direction] === undefined || isolating.length === 0) return { fresh: '', had: '' };
  const site = { namespace, namespaces: to.system.view(worldOf).namespaces };
  const known = isolating
    .filter((old) => isForAll(old, policy, isolating, from))
    .flatMap((old) => passagesIn(old, direction, from));
  const fresh = passagesIn(policy, direction, to).filter((passage) => !isWithin(passage, known, site));
  const had = known.filter((passage) => isWithin(passage, fresh, site));
  return { fresh: passagesText(direction, fresh), had: passagesText(direction, had) };
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
