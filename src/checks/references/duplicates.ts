import { groupBy } from '../../manifests/groups';
import type { Manifest } from '../../manifests/manifest';
import { objectName } from '../../manifests/identity';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { ownersOf } from '../../system/delivery/synced';

export const DUPLICATE_CHECKS: readonly Check[] = [
  {
    id: 'duplicate-object',
    severity: 'error',
    rule: 'Each object stands in one place',
    why: 'Argo CD takes the last of two and says so in a condition that nobody reads; kubectl applies both in turn.',
    source: 'argo-cd, controller/state.go (DeduplicateTargetObjects)',
    find: (system) =>
      twins(system)
        .filter(([first, second]) => first.apiVersion === second.apiVersion)
        .map(([first, second]) =>
          told(
            second,
            `${objectName(second.identity)} stands in ${first.file.path} already: only the last one counts`,
          ),
        ),
  },
  {
    id: 'object-in-two-versions',
    severity: 'error',
    rule: 'Each object is written in one version of its API',
    why: 'Both versions show the same object: the second overwrites the first, whatever its file says.',
    source: 'https://kubernetes.io/docs/reference/using-api/#api-versioning',
    find: (system) =>
      twins(system)
        .filter(([first, second]) => first.apiVersion !== second.apiVersion)
        .map(([first, second]) =>
          told(
            second,
            `${objectName(second.identity)} stands in ${first.file.path} already, as ${first.apiVersion}: the two are one object`,
          ),
        ),
  },
];

/** Each further one, with the one before it. */
function twins(system: System): readonly (readonly [Manifest, Manifest])[] {
  return [...system.view(byIdentity).values()]
    .flatMap((same) => (same.length === 1 ? [] : ofOneOwner(system, same)))
    .flatMap((same) => same.slice(1).map((manifest, index) => [same[index] ?? manifest, manifest] as const));
}

/** Applications of two clusters may have an object of one name each; those of one cluster are told by a check of their own. */
function ofOneOwner(system: System, same: readonly Manifest[]): readonly (readonly Manifest[])[] {
  const owners = ownersOf(system);
  if (!same.every((manifest) => owners.has(manifest))) return [same];
  const ownersText = (manifest: Manifest): string =>
    (owners.get(manifest) ?? []).map((owner) => objectName(owner.manifest.identity)).join(' ');
  return [...groupBy(same, ownersText).values()];
}

/** What has no name gets one from the API server, a new one each time. */
function byIdentity({ manifests }: System): ReadonlyMap<string, readonly Manifest[]> {
  return groupBy(
    manifests.filter(({ name }) => name !== ''),
    ({ identity: { group, kind, namespace, name } }) =>
      [MOVED[`${group}/${kind}`] ?? group, kind, namespace, name].join(' '),
  );
}

/** Kinds that moved to another group, which shows the same objects. (https://kubernetes.io/docs/reference/using-api/deprecation-guide/) */
const MOVED: Readonly<Record<string, string>> = {
  'extensions/DaemonSet': 'apps',
  'extensions/Deployment': 'apps',
  'extensions/Ingress': 'networking.k8s.io',
  'extensions/NetworkPolicy': 'networking.k8s.io',
  'extensions/ReplicaSet': 'apps',
};

function told(manifest: Manifest, message: string): Fault {
  return {
    spot: { manifest, path: ['metadata', 'name'] },
    message,
    remedy: 'remove one of the two, or rename it',
  };
}
