import { OTHER_TOOLS } from '../../facts/argocd';
import { addTo, groupBy } from '../../manifests/groups';
import { objectName } from '../../manifests/identity';
import type { Manifest } from '../../manifests/manifest';
import { textOf } from '../../manifests/value';
import { plural } from '../../findings/report';
import type { Check, Fault } from '../check';
import { applicationsOf, syncOptions, type Cluster } from '../../system/delivery/applications';
import { tryFindFolder } from '../../system/delivery/folders';
import { isArgoKind } from '../../system/delivery/kinds';
import { syncedOf, type Synced } from '../../system/delivery/synced';
import { scopeOf } from '../../system/scope';
import type { System } from '../../system/system';

/** Folders that an Application syncs, or does not, otherwise than somebody thinks. */
export const SYNCED_FOLDER_CHECKS: readonly Check[] = [
  {
    id: 'application-syncs-itself',
    severity: 'warning',
    rule: 'An Application lies outside of the folder that it syncs',
    why: 'Whoever may write a manifest there may point the Application at anything, in any project. A commit without the file prunes the Application. Folders of Applications alone, and of what goes into the namespace of Argo CD, are taken for what an administrator keeps.',
    source:
      'https://argo-cd.readthedocs.io/en/stable/operator-manual/cluster-bootstrapping/ ("App of Apps is an admin-only tool")',
    find: (system) => syncedOf(system).filter(syncsItself).map(selfSync),
  },
  {
    id: 'subfolder-not-synced',
    severity: 'warning',
    rule: 'An Application of a folder with manifests in further folders enters them',
    why: 'Without "directory.recurse" Argo CD reads the files of the folder itself. What lies deeper is never applied, the Application is Synced and Healthy, and nothing says so.',
    source:
      'https://argo-cd.readthedocs.io/en/stable/user-guide/directory/; argo-cd, reposerver/repository/repository.go',
    find: (system) => syncedOf(system).flatMap((synced) => unentered(system, synced)),
  },
  {
    id: 'object-of-two-applications',
    severity: 'error',
    rule: 'Each object belongs to one Application',
    why: 'Both Applications write their name on the object with each sync, so each finds it taken by the other. With "FailOnSharedResource=true" the sync of the later one fails.',
    source:
      'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found; argo-cd, controller/state.go (SharedResourceWarning)',
    find: shared,
  },
];

function syncsItself({ application: { manifest }, manifests }: Synced): boolean {
  const others = manifests.filter((other) => !isArgoKind(other) && other.kind !== 'Namespace');
  return (
    manifests.includes(manifest) &&
    others.length > 0 &&
    !others.some(({ namespace }) => namespace !== '' && namespace === manifest.namespace)
  );
}

function selfSync({ application: { manifest }, source, folder }: Synced): Fault {
  return {
    spot: { manifest, path: [...source.at, 'path'] },
    message: `This Application lies in "${folder}", which it syncs: who may write there may make it apply anything, and a commit without this file prunes it`,
    remedy: 'move it to a folder that no Application syncs, or one for Applications alone',
  };
}

function unentered(system: System, synced: Synced): readonly Fault[] {
  const { application, source, folder } = synced;
  const lost = synced.notEntered.filter((manifest) => !isOfOthers(system, synced, manifest));
  const [first] = lost;
  if (first === undefined) return [];
  return [
    {
      spot: { manifest: application.manifest, path: [...source.at, 'path'] },
      message: `Application "${application.manifest.name}" reads the files of "${folder}" alone: ${objectName(first.identity)} in ${first.file.path} is never applied${lost.length === 1 ? '' : `, nor ${plural(lost.length - 1, 'object')} more`}`,
      remedy: 'set "directory.recurse" to true, or move there what shall be applied',
    },
  ];
}

/** Synced by somebody else, kept out of a sync on purpose, or of a tool that reads such folders; a generator may name any. */
function isOfOthers(system: System, { folder }: Synced, manifest: Manifest): boolean {
  if (isArgoKind(manifest) || system.ofKind('argoproj.io', 'ApplicationSet').length > 0) return true;
  const { path } = manifest.file;
  const inside = (other: string): boolean => other !== folder && path.startsWith(`${other}/`);
  return (
    system.view(namedFolders).some(inside) ||
    system.view(toolFolders).some(inside) ||
    system.view(allTaken).has(manifest)
  );
}

/** By any source, also of Kustomize and Helm. */
function namedFolders(system: System): readonly string[] {
  const sources = applicationsOf(system).flatMap(({ sources: some }) => some);
  return [...new Set(sources.flatMap((source) => tryFindFolder(system, source) ?? []))];
}

function toolFolders({ tree }: System): readonly string[] {
  return [...tree.files.map(({ path }) => path), ...tree.unread].flatMap((path) => {
    const slash = path.lastIndexOf('/');
    return slash > 0 && OTHER_TOOLS.test(path.slice(slash + 1)) ? [path.slice(0, slash)] : [];
  });
}

function allTaken(system: System): ReadonlySet<Manifest> {
  return new Set(syncedOf(system).flatMap(({ manifests }) => manifests));
}

/** Of each two Applications one finding, at the later one. */
function shared(system: System): readonly Fault[] {
  const pairs = [...objectsOf(system).values()].flatMap((makers) =>
    makers.flatMap((later, index) =>
      makers
        .slice(0, index)
        .filter((earlier) => mayMeet(earlier.synced, later.synced))
        .map((earlier) => ({ earlier, later })),
    ),
  );
  const applications = groupBy(pairs, ({ earlier, later }) =>
    [earlier, later].map(({ synced }) => objectName(synced.application.manifest.identity)).join(' '),
  );
  return [...applications.values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [sharedFault(first.later, first.earlier.synced, more.length)],
  );
}

interface Maker {
  readonly synced: Synced;
  readonly manifest: Manifest;
}

/** On one cluster and of one commit: another one may hold other manifests. */
function mayMeet({ application, source }: Synced, other: Synced): boolean {
  return (
    isOneCluster(application.cluster, other.application.cluster) &&
    revisionOf(source.value) === revisionOf(other.source.value) &&
    objectName(application.manifest.identity) !== objectName(other.application.manifest.identity)
  );
}

function isOneCluster(one: Cluster, other: Cluster): boolean {
  return (
    (one.server !== undefined && one.server === other.server) ||
    (one.name !== undefined && one.name === other.name)
  );
}

function revisionOf({ targetRevision }: Synced['source']['value']): string {
  return textOf(targetRevision) ?? 'HEAD';
}

/** Who makes each object in a cluster: where no namespace is said, in that of the Application. */
function objectsOf(system: System): ReadonlyMap<string, readonly Maker[]> {
  const objects = new Map<string, Maker[]>();
  for (const synced of syncedOf(system))
    for (const manifest of synced.manifests) {
      const { identity } = manifest;
      const isPlaced = identity.namespace !== '' || scopeOf(system, manifest) === 'cluster';
      const namespace = isPlaced ? identity.namespace : synced.application.namespace;
      if (identity.name !== '')
        addTo(objects, `${identity.group} ${objectName({ ...identity, namespace })}`, { synced, manifest });
    }
  return objects;
}

function sharedFault({ synced, manifest: first }: Maker, other: Synced, more: number): Fault {
  const { application, source } = synced;
  const { manifest } = application;
  const rest = more === 0 ? '' : `, and ${plural(more, 'object')} more`;
  const outcome = syncOptions(application).includes('FailOnSharedResource=true')
    ? 'so its sync fails'
    : 'so each takes it from the other with each sync';
  return {
    spot: { manifest, path: [...source.at, 'path'] },
    message: `Application "${other.application.manifest.name}" syncs ${objectName(first.identity)} too${rest}, ${outcome}`,
    remedy: 'let one of the two have it: a folder for each, or "directory.exclude" in one',
  };
}
