import { groupBy } from '../../manifests/groups';
import { objectName } from '../../manifests/identity';
import type { Manifest } from '../../manifests/manifest';
import { at, listOf, textOf } from '../../manifests/value';
import { quoted } from '../../text/shown';
import type { Check, Fault } from '../check';
import { applicationsOf, projectOf, type Application } from '../../system/delivery/applications';
import {
  allowsDestination,
  allowsRepository,
  tryFindRefusal,
  type KindList,
} from '../../system/delivery/project';
import { manifestsOfApplication } from '../../system/delivery/synced';
import { scopeOf } from '../../system/scope';
import { stepOf } from '../../system/sync-step';
import type { System } from '../../system/system';

const SOURCE = 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/';
/** Projects that refuse what their own Applications ask for. Of a project that is not in these files nothing is said. */
export const PROJECT_CHECKS: readonly Check[] = [
  {
    id: 'project-refuses-kind',
    severity: 'error',
    rule: 'A project allows each kind that its Applications sync',
    why: 'One object of a kind that the project does not allow stops the whole sync: nothing of the Application is applied.',
    source: `${SOURCE}; argo-cd, controller/sync.go (WithPermissionValidator); seen with Argo CD 3.2`,
    find: (system) => system.view(pairsOf).flatMap((pair) => refusedKinds(system, pair)),
  },
  {
    id: 'project-refuses-namespace',
    severity: 'error',
    rule: 'A project allows each namespace that its Applications sync to',
    why: 'One object in a namespace that the project does not allow stops the whole sync: nothing of the Application is applied.',
    source: `${SOURCE}; argo-cd, controller/sync.go (WithPermissionValidator)`,
    find: (system) => system.view(pairsOf).flatMap((pair) => refusedNamespaces(system, pair)),
  },
  {
    id: 'project-refuses-destination',
    severity: 'error',
    rule: 'A project allows the destination of each of its Applications',
    why: 'Argo CD calls the Application invalid and never syncs it, also where every object names a namespace of its own.',
    source: `${SOURCE}; argo-cd, util/argo/argo.go (ValidatePermissions); seen with Argo CD 3.2`,
    find: (system) => system.view(pairsOf).filter(isLost).map(refusedDestination),
  },
  {
    id: 'project-refuses-repository',
    severity: 'error',
    rule: 'A project allows the repository of each of its Applications',
    why: 'Argo CD calls the Application invalid and never syncs it. In "sourceRepos" one "*" stops at a slash.',
    source: `${SOURCE}; argo-cd, pkg/apis/application/v1alpha1/app_project_types.go, IsSourcePermitted`,
    find: (system) => system.view(pairsOf).flatMap(refusedRepositories),
  },
];

interface Pair {
  readonly application: Application;
  readonly project: Manifest;
}

function pairsOf(system: System): readonly Pair[] {
  return applicationsOf(system).flatMap((application) => {
    const project = projectOf(system, application);
    return project === undefined ? [] : [{ application, project }];
  });
}

function refusedKinds(system: System, { application, project }: Pair): readonly Fault[] {
  const refused = tasksOf(system, application).flatMap((manifest) => {
    const scope = scopeOf(system, manifest);
    const list = scope && tryFindRefusal(project, manifest.identity, scope);
    return list === undefined ? [] : [{ manifest, list }];
  });
  const kinds = groupBy(
    refused,
    ({ manifest: { identity }, list }) => `${list} ${identity.group}/${identity.kind}`,
  );
  return [...kinds.values()].flatMap(([first]) =>
    first === undefined ? [] : [refusedKind(application, project, first)],
  );
}

function refusedKind(
  application: Application,
  project: Manifest,
  { manifest, list }: { readonly manifest: Manifest; readonly list: KindList },
): Fault {
  const { group, kind } = manifest.identity;
  const entry = `{ group: ${JSON.stringify(group)}, kind: ${kind} }`;
  return {
    spot: { manifest: project, path: ['spec', list], part: 'key' },
    message: `Project "${project.name}" does not allow ${kind}, so nothing of Application "${application.manifest.name}" is applied, which has ${objectName(manifest.identity)}`,
    remedy: list.endsWith('Whitelist')
      ? `add ${entry} to "${list}"`
      : `take ${entry} out of "${list}", or the object out of the folder`,
  };
}

/** What lies in the Application's own namespace goes wherever that goes, and is told there. */
function refusedNamespaces(system: System, { application, project }: Pair): readonly Fault[] {
  const placed = tasksOf(system, application).filter(
    (manifest) =>
      manifest.namespace !== '' &&
      manifest.namespace !== application.namespace &&
      scopeOf(system, manifest) === 'namespaced',
  );
  const refused = [...groupBy(placed, ({ namespace }) => namespace)].filter(
    ([namespace]) => !allowsDestination(project, application.cluster, namespace),
  );
  return refused.map(([namespace, [first]]) => ({
    spot: { manifest: project, path: ['spec', 'destinations'], part: 'key' },
    message: `Project "${project.name}" does not allow namespace "${namespace}", so nothing of Application "${application.manifest.name}" is applied, which has ${first === undefined ? '' : objectName(first.identity)}`,
    remedy: `add the namespace to "destinations"`,
  }));
}

/** What an ordinary sync applies. */
function tasksOf(system: System, application: Application): readonly Manifest[] {
  return manifestsOfApplication(system, application).filter((manifest) => stepOf(manifest) !== undefined);
}

function isLost({ application: { cluster, namespace }, project }: Pair): boolean {
  return !allowsDestination(project, cluster, namespace);
}

function refusedDestination({ application: { manifest, cluster, namespace }, project }: Pair): Fault {
  const allowed = listOf(project.at('spec', 'destinations')).flatMap(
    (item) => textOf(at(item, 'namespace')) ?? [],
  );
  const isNamed = allowed.some((pattern) => pattern === namespace);
  const place = `${namespace === '' ? 'no namespace' : `namespace "${namespace}"`} of cluster "${cluster.name ?? cluster.server ?? ''}"`;
  return {
    spot: {
      manifest,
      path: ['spec', 'destination', isNamed ? (cluster.name === undefined ? 'server' : 'name') : 'namespace'],
    },
    message: `Project "${project.name}" has no destination for ${place}, so Argo CD refuses this Application`,
    remedy:
      isNamed || allowed.length === 0
        ? 'add it to "destinations" of the project'
        : `name one that the project allows, ${quoted([...new Set(allowed)])}, or add it to "destinations" there`,
  };
}

function refusedRepositories({ application: { manifest, sources }, project }: Pair): readonly Fault[] {
  return sources
    .filter(({ repository }) => repository !== '' && !allowsRepository(project, repository))
    .map((source) => ({
      spot: { manifest, path: [...source.at, 'repoURL'] },
      message: `Project "${project.name}" does not allow repository "${source.repository}", so Argo CD refuses this Application`,
      remedy: 'add it to "sourceRepos" of the project; "**" there stands for any number of folders',
    }));
}
