import { objectName } from '../../manifests/identity';
import type { Manifest } from '../../manifests/manifest';
import { textOf } from '../../manifests/value';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { holdsUpSync, needsOf, targetOf, type Need } from '../../system/needs';
import { orderSpot } from './order';
import { earliest, isLater, stepOf, stepText } from '../../system/sync-step';
import { secretMakersOf } from './secret-makers';

const WAVES = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/';

/** Objects in an order in which a sync waits for what it has not applied yet. Argo CD waits without an end. */
export const WAVE_CHECKS: readonly Check[] = [
  {
    id: 'claim-before-consumer',
    severity: 'error',
    rule: 'A claim comes in the same wave as the first pod that mounts it',
    why: 'Most storage classes bind a claim when a pod mounts it. Until then it is Progressing, so its wave never ends and the pod never comes.',
    source: `${WAVES}; argo-cd issue 12840; seen with Argo CD 3.2`,
    find: claimsBeforeConsumers,
  },
  {
    id: 'claim-in-later-wave',
    severity: 'error',
    rule: 'No pod comes in an earlier wave than a claim that it mounts',
    why: 'The pod stays Pending for want of the claim, its wave never ends, and the claim never comes.',
    source: WAVES,
    find: (system) => neededLater(system, 'PersistentVolumeClaim', claims),
  },
  {
    id: 'secret-in-later-wave',
    severity: 'error',
    rule: 'What makes a Secret comes no later than the pods that read it',
    why: 'The pod stays in CreateContainerConfigError for want of its keys, its wave never ends, and what makes them never runs.',
    source: `${WAVES}; argo-cd, gitops-engine/pkg/sync/sync_context.go`,
    find: (system) => neededLater(system, 'Secret', secretMakersOf),
  },
  {
    id: 'config-in-later-wave',
    severity: 'error',
    rule: 'The ConfigMaps and ServiceAccounts of a pod come no later than the pod',
    why: 'The pod cannot be made or started without them, its wave never ends, and they never come.',
    source: `${WAVES}; argo-cd, gitops-engine/pkg/sync/sync_context.go`,
    find: (system) => [
      ...neededLater(system, 'ConfigMap', configs),
      ...neededLater(system, 'ServiceAccount', accounts),
    ],
  },
];

type Makers = ReadonlyMap<string, readonly Manifest[]>;

const claims = (system: System): Makers => ofKind(system, 'PersistentVolumeClaim');
const configs = (system: System): Makers => ofKind(system, 'ConfigMap');
const accounts = (system: System): Makers => ofKind(system, 'ServiceAccount');

function ofKind(system: System, kind: string): Makers {
  return new Map(system.ofKind('', kind).map((manifest) => [targetOf(manifest), [manifest]]));
}

function neededLater(system: System, kind: Need['kind'], make: (system: System) => Makers): readonly Fault[] {
  const makers = system.view(make);
  return system
    .view(needsOf)
    .filter((need) => need.kind === kind && holdsUpSync(need.workload))
    .flatMap((need) => tooLate(need, makers.get(need.target) ?? []));
}

function tooLate(
  { workload: { manifest }, kind, name }: Need,
  makers: readonly Manifest[],
): readonly Fault[] {
  const own = stepOf(manifest);
  const [maker] = makers;
  const made = earliest(makers.flatMap((other) => stepOf(other) ?? []));
  if (own === undefined || maker === undefined || made === undefined || !isLater(made, own)) return [];
  const by = maker.kind === kind ? '' : `, which ${objectName(maker.identity)} makes`;
  return [
    {
      spot: orderSpot(maker, manifest),
      message: `${objectName(manifest.identity)} in ${stepText(own)} waits for ${kind} "${name}"${by} in ${stepText(made)}, which comes only when that one is healthy`,
      remedy: `put it into ${stepText(own)} or earlier, or take the waves off both`,
    },
  ];
}

function claimsBeforeConsumers(system: System): readonly Fault[] {
  const consumers = new Map<string, Manifest[]>();
  for (const { kind, target, workload } of system.view(needsOf)) {
    if (kind !== 'PersistentVolumeClaim') continue;
    consumers.set(target, [...(consumers.get(target) ?? []), workload.manifest]);
  }
  return system.ofKind('', 'PersistentVolumeClaim').flatMap((claim): Fault[] => {
    const mounted = consumers.get(targetOf(claim)) ?? [];
    const [consumer] = mounted;
    const own = stepOf(claim);
    const first = earliest(mounted.flatMap((manifest) => stepOf(manifest) ?? []));
    if (consumer === undefined || own === undefined || first === undefined) return [];
    if (!isLater(first, own) || bindsAtOnce(system, claim)) return [];
    return [
      {
        spot: orderSpot(claim, consumer),
        message: `Claim "${claim.name}" in ${stepText(own)} waits for the pod that mounts it, in ${stepText(first)}, and that waits for the claim`,
        remedy: `put the claim into ${stepText(first)}, or take the waves off both`,
      },
    ];
  });
}

/** To a volume that is named, or because its class says so. */
function bindsAtOnce(system: System, claim: Manifest): boolean {
  if (textOf(claim.at('spec', 'volumeName')) !== undefined) return true;
  const name = textOf(claim.at('spec', 'storageClassName')) ?? '';
  const storage = system.tryFind('storage.k8s.io', 'StorageClass', '', name);
  return storage !== undefined && storage.at('volumeBindingMode') !== 'WaitForFirstConsumer';
}
