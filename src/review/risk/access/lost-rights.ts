import type { Manifest } from '../../../manifests/manifest';
import type { Workload } from '../../../manifests/workload';
import { accountOf, accountsIn } from '../../../system/accounts';
import type { System } from '../../../system/system';
import { keyOf } from '../../trees';
import { beyond } from '../beyond';
import { isOfMetadata } from '../both-ways';
import { firstOf } from '../first-of';
import type { Judgement, Risk, World } from '../risk';
import { isRunner } from '../running-jobs';
import {
  bindingsAbout,
  rightsGiven,
  rightsOfAccount,
  scopedCovers,
  type ScopedRight,
} from './account-rights';
import { isBinding, roleOf } from './rbac';
import { placeOfRight, rightsText } from './rbac-right';
import { RBAC } from './rights';

/** Pods that are refused what they were allowed. */
export const LOST_RIGHTS: readonly Risk[] = [
  {
    id: 'rights-lost',
    class: 'ACCESS',
    change: 'the account of pods loses a right',
    why: 'Their next request is refused: a runner without its rights makes no job pods. A Job that is made anew loses what it speaks of.',
    source: RBAC,
    *judge(change, world) {
      const { base } = change;
      if (base === undefined || isOfMetadata(change)) return;
      const bindings = bindingsAbout(world.base, base);
      for (const account of new Set(bindings.flatMap(accountsIn))) {
        const given = bindings
          .filter((binding) => accountsIn(binding).includes(account))
          .filter((binding) => isTaken(binding, account, world.head) === isBinding(base))
          .flatMap((binding) => rightsGiven(world.base, binding));
        yield* lostBy(account, given, world);
      }
    },
  },
];

/** Whether an account has nothing by a binding any more: that is told of the binding, and of its role only what else it loses. */
function isTaken(binding: Manifest, account: string, head: System): boolean {
  const { group, kind, namespace, name } = binding.identity;
  const left = head.tryFind(group, kind, namespace, name);
  return left === undefined || roleOf(left) !== roleOf(binding) || !accountsIn(left).includes(account);
}

/**
 * Nothing where another binding gives the same, or where no pods of the files run as the account: they may be in a namespace that
 * the change does not touch.
 */
function* lostBy(account: string, given: readonly ScopedRight[], world: World): Generator<Judgement> {
  const lostIn = (system: System): readonly ScopedRight[] =>
    beyond(rightsOfAccount(system, account), given, scopedCovers, ({ right }) => placeOfRight(right));
  if (given.length === 0 || lostIn(world.head).length === 0) return;
  const { head } = world.around();
  const lost = lostIn(head);
  const pods = head.workloads.filter((one) => accountOf(one) === account && misses(one, lost, world));
  if (pods.length === 0 || lost.length === 0) return;
  const rights = [...new Set(lost.map(({ right }) => right))];
  const isOfRunner = pods.some(({ containers }) => containers.some(isRunner));
  yield {
    message: `pods that run as ServiceAccount/${account} may no longer${placeText(lost)}: ${rightsText(rights)}`,
    ...(isOfRunner && { instead: 'pause the runner in GitLab, and wait for its jobs' }),
    affected: pods.map(({ manifest }) => manifest.identity),
  };
}

function placeText(lost: readonly ScopedRight[]): string {
  const places = [...new Set(lost.map(({ namespace }) => namespace))];
  return places.includes('')
    ? ''
    : ` in ${firstOf(
        places.map((place) => `"${place}"`),
        MOST_PLACES,
      )}`;
}

const MOST_PLACES = 3;

/** A Job of another name is a new one: it misses what it speaks of, or may mean without a word. */
function misses({ manifest, spec }: Workload, lost: readonly ScopedRight[], { changeOf }: World): boolean {
  const is = changeOf(keyOf(manifest))?.is;
  if (manifest.kind !== 'Job' || is === undefined || is === 'changed') return true;
  const said = JSON.stringify(spec);
  return lost.some((one) => maySpeakOf(said, one, manifest.namespace));
}

/** Where it names such resources by their paths in the API, only that path counts. */
function maySpeakOf(said: string, { namespace, right }: ScopedRight, own: string): boolean {
  if (right.kind === 'url' || right.name === undefined) return hasWord(said, namespace, own);
  const { resource, name } = right;
  if (!said.includes(`/${resource}/`)) return hasWord(said, namespace, own) && hasWord(said, name);
  const path = `/${namespace}/${resource}/${name}`;
  return (said.match(PATHS) ?? []).some((one) => `/${one}`.endsWith(path));
}

const PATHS = /[\w./-]+/g;

function hasWord(said: string, word: string, known = ''): boolean {
  return word === '' || word === known || said.match(/[\w-]+/g)?.includes(word) === true;
}
