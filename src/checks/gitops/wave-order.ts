import { objectName, type Identity } from '../../manifests/identity';
import type { Manifest } from '../../manifests/manifest';
import { at, listOf, textOf } from '../../manifests/value';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { orderSpot } from './order';
import { earliest, isLater, stepOf, stepText, type Step } from '../../system/sync-step';

const WAVES = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/';

/** Waves in which what others build on comes after them. */
export const WAVE_ORDER_CHECKS: readonly Check[] = [
  {
    id: 'store-after-external-secret',
    severity: 'error',
    rule: 'A secret store comes no later than the ExternalSecrets that read it',
    why: 'Without its store an ExternalSecret is Degraded, which fails the sync before the store is applied.',
    source: `${WAVES}; argo-cd, resource_customizations/external-secrets.io/ExternalSecret/health.lua`,
    find: (system) =>
      system.ofKind('external-secrets.io', 'ExternalSecret').flatMap((secret) => lateStore(system, secret)),
  },
  {
    id: 'wave-not-honoured',
    severity: 'note',
    rule: 'Namespaces and CustomResourceDefinitions come no later than what needs them',
    why: 'Argo CD moves them before the first object that needs them, so the wave that is written here is not the one that happens.',
    source: 'argo-cd, gitops-engine/pkg/sync/sync_tasks.go, adjustDeps',
    find: movedUp,
  },
];

function lateStore(system: System, secret: Manifest): readonly Fault[] {
  const kind = textOf(secret.at('spec', 'secretStoreRef', 'kind')) ?? 'SecretStore';
  const name = textOf(secret.at('spec', 'secretStoreRef', 'name')) ?? '';
  const namespace = kind === 'SecretStore' ? secret.namespace : '';
  const stores = [
    system.tryFind('external-secrets.io', kind, namespace, name),
    ...generatorsOf(system, secret),
  ];
  return stores.flatMap((store): Fault[] => {
    const [own, other] = [stepOf(secret), store && stepOf(store)];
    if (store === undefined || own === undefined || other === undefined || !isLater(other, own)) return [];
    return [
      {
        spot: orderSpot(store, secret),
        message: `ExternalSecret "${secret.name}" in ${stepText(own)} reads ${objectName(store.identity)}, which comes in ${stepText(other)}, and fails the sync before that`,
        remedy: `put ${store.kind} "${store.name}" into ${stepText(own)} or earlier`,
      },
    ];
  });
}

function generatorsOf(system: System, secret: Manifest): readonly (Manifest | undefined)[] {
  return listOf(secret.at('spec', 'dataFrom')).map((source) => {
    const [kind, name] = ['kind', 'name'].map(
      (key) => textOf(at(source, 'sourceRef', 'generatorRef', key)) ?? '',
    );
    return system.tryFind('generators.external-secrets.io', kind ?? '', secret.namespace, name ?? '');
  });
}

function movedUp(system: System): readonly Fault[] {
  const bases = [
    ...system.ofKind('', 'Namespace').map((manifest) => [manifest, `Namespace ${manifest.name}`] as const),
    ...system
      .ofKind('apiextensions.k8s.io', 'CustomResourceDefinition')
      .map((manifest) => [manifest, definedBy(manifest)] as const),
  ].filter(([manifest]) => stepOf(manifest) !== undefined);
  if (bases.length === 0) return [];
  const first = system.view(firstUsers);
  return bases.flatMap(([manifest, key]): Fault[] => {
    const [own, used] = [stepOf(manifest), first.get(key)];
    if (own === undefined || used === undefined || !isLater(own, used)) return [];
    return [
      {
        spot: orderSpot(manifest, manifest),
        message: `Argo CD moves this from ${stepText(own)} to ${stepText(used)}, where the first object needs it`,
        remedy: `write ${stepText(used)} here, or move what needs it to ${stepText(own)} or later`,
      },
    ];
  });
}

function definedBy(definition: Manifest): string {
  const [group, kind] = [definition.at('spec', 'group'), definition.at('spec', 'names', 'kind')];
  return `${textOf(group) ?? ''}/${textOf(kind) ?? ''}`;
}

/** The first step that needs each namespace and each kind of custom resource. */
function firstUsers({ manifests }: System): ReadonlyMap<string, Step> {
  const first = new Map<string, Step>();
  for (const manifest of manifests) {
    const step = stepOf(manifest);
    if (step === undefined) continue;
    for (const key of basesOf(manifest.identity)) {
      const known = first.get(key);
      first.set(key, known === undefined ? step : (earliest([known, step]) ?? step));
    }
  }
  return first;
}

function basesOf({ group, kind, namespace }: Identity): readonly string[] {
  return [`${group}/${kind}`, ...(namespace === '' ? [] : [`Namespace ${namespace}`])];
}
