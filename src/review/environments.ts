import { addTo, groupBy } from '../manifests/groups';
import type { Manifests } from '../manifests/manifests';
import { foldersOfClusters } from './folders';
import { keyOf, type Trees } from './trees';

/** What one cluster gets of two trees. */
export interface Environment {
  /** Where it lies in the new tree, such as `clusters/dev`; empty where the same objects lie in no other folder. */
  readonly folder: string;
  readonly trees: Trees;
}

/**
 * A tree may have a folder for each cluster, with objects of the same names: `dev/minio.yaml`, `prod/minio.yaml`. Each is a system
 * of its own, and what becomes of one says nothing of the other.
 */
export function environmentsOf(trees: Trees): readonly Environment[] {
  const folders = foldersOfClusters([trees.base.manifests, trees.head.manifests]);
  if (folders.size === 0) return [{ folder: '', trees }];
  const [base, head] = [partsOf(trees.base, folders), partsOf(trees.head, folders)];
  const moved = movedFolders(base, head);
  const all = new Set([...head.keys(), ...[...base.keys()].filter((folder) => !moved.has(folder))]);
  const cameFrom = new Map([...moved].map(([from, to]) => [to, from]));
  return [...all].map((folder) => ({
    folder,
    trees: {
      base: base.get(cameFrom.get(folder) ?? folder) ?? NOTHING,
      head: head.get(folder) ?? NOTHING,
      far: trees.far.filter(({ path }) => folderOf(path, folders) === folder),
    },
  }));
}

type Parts = ReadonlyMap<string, Manifests>;

const NOTHING: Manifests = { manifests: [], files: [], faults: [], strangers: [], unread: [] };

function partsOf(tree: Manifests, folders: ReadonlySet<string>): Parts {
  const manifests = groupBy(tree.manifests, ({ file }) => folderOf(file.path, folders));
  const files = groupBy(tree.files, ({ path }) => folderOf(path, folders));
  return new Map(
    [...files].map(([folder, own]) => [
      folder,
      { ...NOTHING, files: own, manifests: manifests.get(folder) ?? [] },
    ]),
  );
}

/** The deepest that a file lies in; empty for what lies beside all of them. */
function folderOf(path: string, folders: ReadonlySet<string>): string {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end);
    if (folders.has(folder)) return folder;
  }
  return '';
}

/** A folder that goes and one that comes, with the same objects for the most part, are one with another name. */
function movedFolders(base: Parts, head: Parts): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  const holders = new Map<string, string[]>();
  for (const [folder, { manifests }] of head)
    if (!base.has(folder)) for (const manifest of manifests) addTo(holders, keyOf(manifest), folder);
  const taken = new Set<string>();
  for (const [folder, { manifests }] of base) {
    if (head.has(folder)) continue;
    const likest = mostFrequent(
      manifests.flatMap((manifest) => holders.get(keyOf(manifest)) ?? []).filter((to) => !taken.has(to)),
    );
    if (likest === undefined || likest.count * 2 < manifests.length) continue;
    moved.set(folder, likest.word);
    taken.add(likest.word);
  }
  return moved;
}

function mostFrequent(
  words: readonly string[],
): { readonly word: string; readonly count: number } | undefined {
  const counts = [...groupBy(words, (word) => word)].map(([word, same]) => ({ word, count: same.length }));
  return counts.reduce<(typeof counts)[number] | undefined>(
    (most, one) => (most !== undefined && most.count >= one.count ? most : one),
    undefined,
  );
}
