import { workloadOf, type Container, type Workload } from '../../../manifests/workload';
import { beyond } from '../beyond';
import { bothWays, type Side } from '../both-ways';
import type { Judgement, Risk } from '../risk';
import { powersOfContainer } from './container-powers';
import { counterpartOf, goneFrom } from './counterparts';
import { powersOfPod } from './pod-powers';
import { isDefault, powerCovers, powersText, type Power } from './power';
import { tokenReaders } from './token-readers';

/** What pods may do on their node, and to the API. */
export const PODS: readonly Risk[] = bothWays(
  'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  function* (from, to) {
    yield* morePower(from, to);
    yield* tokenReaders(from, to);
  },
  {
    id: 'pod-privileges',
    class: 'ACCESS',
    change: 'pods get more power over their node, or an account of the API',
    why: 'Who breaks into such a pod has what it may do.',
    message: (powers) => `its pods may do more: ${powers}`,
  },
  {
    id: 'pod-privileges-dropped',
    class: 'ROUTINE',
    skips: ({ is }) => is === 'removed',
    change: 'pods get less power over their node, or another account of the API',
    why: 'A program that still needs it fails, at its start or later.',
    message: (powers) => `its pods may do less: ${powers}`,
  },
);

function* morePower(from: Side, to: Side): Generator<Judgement> {
  const [old, fresh] = [podsOf(from), podsOf(to)];
  if (fresh === undefined) return;
  const ofPod = newsOf(old?.powers, fresh.powers);
  const ofContainers = fresh.workload.containers.flatMap((container) =>
    powersText(powersGained(container, fresh, old)).map((power) => `${power} in "${container.name}"`),
  );
  const all = [...new Set([...powersText(ofPod), ...ofContainers])];
  if (all.length > 0) yield { message: all.join(', ') };
}

interface Pods {
  readonly workload: Workload;
  readonly powers: readonly Power[];
}

function podsOf({ manifest, system }: Side): Pods | undefined {
  const workload = manifest === undefined ? undefined : workloadOf(manifest);
  return workload === undefined ? undefined : { workload, powers: powersOfPod(workload, system) };
}

/** A container that is new altogether is compared with those that go, and by default has what any of its pod had. */
function powersGained(container: Container, fresh: Pods, old: Pods | undefined): readonly Power[] {
  const powers = powersOfContainer(container.value, fresh.workload.spec);
  if (old === undefined) return newsOf(undefined, powers);
  const before = (containers: readonly Container[]): readonly Power[] => [
    ...old.powers,
    ...containers.flatMap((one) => powersOfContainer(one.value, old.workload.spec)),
  ];
  const counterpart = counterpartOf(container, fresh.workload, old.workload);
  if (counterpart !== undefined) return newsOf(before([counterpart]), powers);
  const known = before(old.workload.containers).filter(isDefault);
  return newsOf([...before(goneFrom(old.workload, fresh.workload)), ...known], powers);
}

/** Of what had no pods before, what every pod has by default is no news. */
function newsOf(old: readonly Power[] | undefined, fresh: readonly Power[]): readonly Power[] {
  return old === undefined
    ? beyond(
        [],
        fresh.filter((power) => !isDefault(power)),
        powerCovers,
      )
    : beyond(old, fresh, powerCovers);
}
