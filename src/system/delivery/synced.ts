import { OTHER_TOOLS } from '../../facts/argocd';
import { addTo, groupBy } from '../../manifests/groups';
import type { Manifest } from '../../manifests/manifest';
import { isMap, textOf } from '../../manifests/value';
import type { System } from '../system';
import { applicationsOf, type Application, type Source } from './applications';
import { tryFindFolder } from './folders';
import { matches } from './glob';

/** What an Application syncs of a folder of plain manifests. */
export interface Synced {
  readonly application: Application;
  readonly source: Source;
  readonly folder: string;
  readonly manifests: readonly Manifest[];
  /** In folders of the folder that it does not enter; empty where it enters all. */
  readonly notEntered: readonly Manifest[];
}

/** Those alone of which it can be told: of charts, Kustomize and plugins nothing is said. */
export function syncedOf(system: System): readonly Synced[] {
  return system.view(find);
}

/** What one Application syncs, of all its folders. */
export function manifestsOfApplication(system: System, application: Application): readonly Manifest[] {
  const found = syncedOf(system).filter((synced) => synced.application === application);
  return [...new Set(found.flatMap(({ manifests }) => manifests))];
}

/** The Applications that sync each object, where that can be told of one at all. */
export function ownersOf(system: System): ReadonlyMap<Manifest, readonly Application[]> {
  return system.view(findOwners);
}

function findOwners(system: System): ReadonlyMap<Manifest, readonly Application[]> {
  const owners = new Map<Manifest, Application[]>();
  for (const { application, manifests } of syncedOf(system))
    for (const manifest of manifests) addTo(owners, manifest, application);
  return owners;
}

function find(system: System): readonly Synced[] {
  return applicationsOf(system).flatMap((application) =>
    application.sources.flatMap((source): Synced[] => {
      const folder = isPlain(source) ? tryFindFolder(system, source) : undefined;
      if (folder === undefined || (!isMap(source.value.directory) && hasOtherTool(system, folder))) return [];
      return [{ application, source, folder, ...takenFrom(system, folder, source) }];
    }),
  );
}

function isPlain({ value }: Source): boolean {
  return ['helm', 'kustomize', 'plugin', 'chart'].every((key) => value[key] === undefined);
}

/** Argo CD tells another tool by a file of the folder itself. (argo-cd, util/app/discovery/discovery.go) */
function hasOtherTool({ tree }: System, folder: string): boolean {
  return [...tree.files.map(({ path }) => path), ...tree.unread].some(
    (path) => path.startsWith(`${folder}/`) && OTHER_TOOLS.test(path.slice(folder.length + 1)),
  );
}

/** `exclude` counts first, and both are globs that go over folders. (argo-cd, reposerver/repository/repository.go) */
function takenFrom(
  system: System,
  folder: string,
  { value: { directory } }: Source,
): Pick<Synced, 'manifests' | 'notEntered'> {
  const { recurse, include, exclude } = isMap(directory) ? directory : {};
  const [included, excluded] = [textOf(include) ?? '', textOf(exclude) ?? ''];
  const all = (system.view(byFolder).get(folder) ?? []).flatMap(([path, manifests]) => {
    const inside = path.slice(folder.length + 1);
    const isTaken =
      (excluded === '' || !matches(excluded, inside)) && (included === '' || matches(included, inside));
    return isTaken ? manifests.map((manifest) => ({ inside, manifest })) : [];
  });
  const isEntered = recurse === true;
  const parts = groupBy(all, ({ inside }) => isEntered || !inside.includes('/'));
  const [manifests, notEntered] = [true, false].map((isIn) =>
    (parts.get(isIn) ?? []).map(({ manifest }) => manifest),
  );
  return { manifests: manifests ?? [], notEntered: notEntered ?? [] };
}

/** Files with their manifests, by each folder that they lie below. */
function byFolder({
  manifests,
}: System): ReadonlyMap<string, readonly (readonly [string, readonly Manifest[]])[]> {
  const folders = new Map<string, (readonly [string, readonly Manifest[]])[]>();
  for (const file of groupBy(manifests, (manifest) => manifest.file.path))
    for (let slash = file[0].indexOf('/'); slash >= 0; slash = file[0].indexOf('/', slash + 1))
      addTo(folders, file[0].slice(0, slash), file);
  return folders;
}
