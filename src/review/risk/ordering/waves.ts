import { addTo } from '../../../manifests/groups';
import type { Identity } from '../../../manifests/identity';
import type { Manifest } from '../../../manifests/manifest';
import { holdsUpSync, needsOf, type Need } from '../../../system/needs';
import { isLater, stepOf, stepText } from '../../../system/sync-step';
import type { System } from '../../../system/system';
import { keyOf } from '../../trees';
import type { Risk } from '../risk';

/** Objects that a sync now applies in an order in which it waits for itself. */
export const WAVES: readonly Risk[] = [
  {
    id: 'applied-after-consumer',
    class: 'ORDERING',
    change: 'a pod comes in an earlier wave than the claim, Secret, ConfigMap or account that it needs',
    why: 'The pod does not start without it, its wave never ends, and what it needs never comes.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
    *judge({ head }, world) {
      if (head === undefined) return;
      const known = new Set((world.base.view(stuckOf).get(keyOf(head)) ?? []).map(textOfKnot));
      const fresh = (world.head.view(stuckOf).get(keyOf(head)) ?? []).filter(
        (knot) => !known.has(textOfKnot(knot)),
      );
      if (fresh.length === 0) return;
      yield {
        message: 'the sync waits for ever: pods come in an earlier wave than what they need',
        instead: 'put both into the same wave, or what is needed into an earlier one',
        affected: fresh.map(({ other }) => other),
      };
    },
  },
  {
    id: 'claim-before-consumer',
    class: 'ORDERING',
    change: 'a claim comes in an earlier wave than all pods that mount it',
    why: 'Most storage classes bind a claim when a pod mounts it: until then its wave does not end, and the pod never comes.',
    source: 'https://github.com/argoproj/argo-cd/issues/12840',
    *judge({ head }, world) {
      if (head === undefined) return;
      const [before, after] = [world.base, world.head].map((system) =>
        system.view(earlyClaims).has(keyOf(head)),
      );
      if (!after || before) return;
      yield {
        message: 'the sync may wait for ever: the claim binds when a pod mounts it, in a later wave',
        instead: 'put the claim into the wave of the first pod that mounts it',
      };
    },
  },
];

interface Knot {
  readonly other: Identity;
}

function textOfKnot({ other }: Knot): string {
  return JSON.stringify(other);
}

/** Of each object, with whom it stands in the wrong order; under both names. */
function stuckOf(system: System): ReadonlyMap<string, readonly Knot[]> {
  const knots = new Map<string, Knot[]>();
  for (const { workload, target } of system.view(metNeeds)) {
    const [first, second] = [stepOf(workload.manifest), stepOf(target)];
    if (first === undefined || second === undefined || !isLater(second, first)) continue;
    if (!holdsUpSync(workload)) continue;
    addTo(knots, keyOf(workload.manifest), { other: target.identity });
    addTo(knots, keyOf(target), { other: workload.manifest.identity });
  }
  return knots;
}

/** Claims of which every consumer comes later. */
function earlyClaims(system: System): ReadonlySet<string> {
  const early = new Map<string, boolean>();
  for (const { workload, kind, target } of system.view(metNeeds)) {
    if (kind !== 'PersistentVolumeClaim') continue;
    const [pod, claim] = [stepOf(workload.manifest), stepOf(target)];
    const isEarly = pod !== undefined && claim !== undefined && isLater(pod, claim);
    early.set(keyOf(target), isEarly && (early.get(keyOf(target)) ?? true));
  }
  return new Set([...early].filter(([, isEarly]) => isEarly).map(([key]) => key));
}

/** None where all comes in one step, and nothing waits for another. */
function metNeeds(system: System): readonly (Omit<Need, 'target'> & { readonly target: Manifest })[] {
  const steps = new Set(system.manifests.map(stepOf).map((step) => step && stepText(step)));
  if (steps.size < 2) return [];
  return needsOf(system).flatMap((need) => {
    const target = system.tryFind('', need.kind, need.workload.manifest.namespace, need.name);
    return target === undefined ? [] : [{ ...need, target }];
  });
}
