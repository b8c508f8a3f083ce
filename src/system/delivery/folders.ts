import { groupBy } from '../../manifests/groups';
import type { System } from '../system';
import { applicationsOf, type Source } from './applications';
import { isArgoKind } from './kinds';
import { normalRepository } from './repository';

/**
 * The folder of these manifests that a source names; undefined where that cannot be told. Files say neither which repository
 * they lie in nor how deep: both are read from what the Applications name. Where folders of two repositories would be here, a
 * namesake is more likely than both, and none is.
 */
export function tryFindFolder(system: System, { repository, folder }: Source): string | undefined {
  const here = system.view(findHere);
  if (here === undefined || folder === undefined || keyOf(repository) !== here.repository) return undefined;
  const found = here.top === '' ? folder : below(here.top, folder);
  return found !== undefined && system.view(fullFolders).has(found) ? found : undefined;
}

/** What the tree of manifests is a part of. */
interface Here {
  readonly repository: string;
  /** Of the tree, from the top of the repository; empty where they are the same. */
  readonly top: string;
}

function findHere(system: System): Here | undefined {
  const folders = system.view(fullFolders);
  const sources = applicationsOf(system).flatMap((application) => application.sources);
  const found = [...groupBy(sources, ({ repository }) => keyOf(repository))].flatMap(([repository, some]) => {
    const top = topOf(
      some.flatMap(({ folder }) => folder ?? []),
      folders,
    );
    return top === undefined ? [] : [{ repository, top }];
  });
  return found.length === 1 ? found[0] : undefined;
}

function keyOf(repository: string): string {
  return normalRepository(repository) ?? repository;
}

/** The one below which most of the folders are found; of equals the shortest, for which most of each name has to agree. */
function topOf(folders: readonly string[], known: ReadonlySet<string>): string | undefined {
  const tops = new Map<string, number>();
  for (const folder of folders)
    for (const top of aboveAll(folder)) {
      const rest = top === '' ? folder : folder.slice(top.length + 1);
      if (known.has(rest)) tops.set(top, (tops.get(top) ?? 0) + 1);
    }
  return [...tops].sort(([a, many], [b, others]) => others - many || a.length - b.length)[0]?.[0];
}

/** `a/b/c` lies below ``, `a` and `a/b`. */
function aboveAll(folder: string): readonly string[] {
  const parts = folder.split('/');
  return parts.map((_, depth) => parts.slice(0, depth).join('/'));
}

function below(top: string, folder: string): string | undefined {
  return folder.startsWith(`${top}/`) ? folder.slice(top.length + 1) : undefined;
}

/**
 * Folders with more in them than Applications and projects: such a folder often has the name of one elsewhere, `prod` for
 * example, because it holds the Applications of that one.
 */
function fullFolders({ manifests }: System): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const manifest of manifests)
    if (!isArgoKind(manifest)) for (const folder of aboveAll(manifest.file.path)) folders.add(folder);
  folders.delete('');
  return folders;
}
