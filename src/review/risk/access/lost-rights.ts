import { accountOf, accountsIn } from '../../../system/accounts';
import type { System } from '../../../system/system';
import { beyond } from '../beyond';
import { isOfMetadata } from '../both-ways';
import type { Judgement, Risk, World } from '../risk';
import {
  bindingsAbout,
  rightsGiven,
  rightsOfAccount,
  scopedCovers,
  type ScopedRight,
} from './account-rights';
import { placeOfRight, rightsText } from './rbac-right';
import { RBAC } from './rights';

/** Pods that are refused what they were allowed. */
export const LOST_RIGHTS: readonly Risk[] = [
  {
    id: 'rights-lost',
    class: 'ACCESS',
    change: 'the account of pods loses a right',
    why: 'Their next request is refused: a runner without its rights makes no job pods.',
    source: RBAC,
    *judge(change, world) {
      const { base } = change;
      if (base === undefined || isOfMetadata(change)) return;
      const bindings = bindingsAbout(world.base, base);
      for (const account of new Set(bindings.flatMap(accountsIn))) {
        const given = bindings
          .filter((binding) => accountsIn(binding).includes(account))
          .flatMap((binding) => rightsGiven(world.base, binding));
        yield* lostBy(account, given, world);
      }
    },
  },
];

/**
 * Nothing where another binding gives the same, or where no pods of the files run as the account: they may be in a namespace that
 * the change does not touch.
 */
function* lostBy(account: string, given: readonly ScopedRight[], world: World): Generator<Judgement> {
  const lostIn = (system: System): readonly ScopedRight[] =>
    beyond(rightsOfAccount(system, account), given, scopedCovers, ({ right }) => placeOfRight(right));
  if (lostIn(world.head).length === 0) return;
  const { head } = world.around();
  const affected = head.workloads
    .filter((workload) => accountOf(workload) === account)
    .map(({ manifest }) => manifest.identity);
  const rights = [...new Set(lostIn(head).map(({ right }) => right))];
  if (affected.length > 0 && rights.length > 0)
    yield {
      message: `pods that run as ServiceAccount/${account} may no longer: ${rightsText(rights)}`,
      affected,
    };
}
