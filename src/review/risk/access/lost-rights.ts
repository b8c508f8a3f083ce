import type { Manifest } from '../../../manifests/manifest';
import type { Workload } from '../../../manifests/workload';
import { accountOf, accountsIn } from '../../../system/accounts';
import type { System } from '../../../system/system';
import { keyOf } from '../../trees';
import { isOfMetadata } from '../both-ways';
import { firstOf } from '../../../text/first-of';
import type { Judgement, Risk, World } from '../risk';
import { isRunner } from '../running-jobs';
import { bindingsAbout, rightsGiven, rightsMissing, type ScopedRight } from './account-rights';
import { isBinding, roleOf } from './rbac';
import { rightsText } from './rbac-right';
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
  if (rightsMissing(world.head, account, given).length === 0) return;
  const { head } = world.around();
  const lost = rightsMissing(head, account, given);
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
  const speech = speechOf(JSON.stringify(spec), manifest.namespace);
  return lost.some((one) => maySpeakOf(speech, one));
}

/** What the spec of a Job says, whatever it means by it. */
interface Speech {
  /** Its own, which it need not say. */
  readonly namespace: string;
  readonly words: ReadonlySet<string>;
  readonly paths: readonly string[];
}

function speechOf(said: string, namespace: string): Speech {
  return {
    namespace,
    words: new Set(said.match(/[\w-]+/g)),
    paths: (said.match(/[\w./-]+/g) ?? []).filter((word) => word.includes('/')).map((word) => `/${word}`),
  };
}

/** Where it names such resources by their paths in the API, only that path counts. */
function maySpeakOf({ namespace: own, words, paths }: Speech, { namespace, right }: ScopedRight): boolean {
  const isNear = ['', own].includes(namespace) || words.has(namespace);
  if (right.kind === 'url' || right.name === undefined) return isNear;
  const { resource, name } = right;
  if (!paths.some((path) => path.includes(`/${resource}/`)))
    return isNear && (name === '' || words.has(name));
  return paths.some((path) => path.endsWith(`/${namespace}/${resource}/${name}`));
}
