import { addTo } from '../manifests/groups';
import type { Manifest } from '../manifests/manifest';
import { keyOf } from './trees';

/**
 * Folders that hold the same objects as others beside them, as one for each cluster does. One object that lies in two by mistake
 * makes none: at least half of what the smaller one holds has to be in the other.
 */
export function foldersOfClusters(trees: readonly (readonly Manifest[])[]): ReadonlySet<string> {
  return new Set(trees.flatMap(twinsIn).flat());
}

type Twins = readonly [string, string];

function twinsIn(manifests: readonly Manifest[]): readonly Twins[] {
  const paths = new Map<string, string[]>();
  for (const manifest of manifests) addTo(paths, keyOf(manifest), manifest.file.path);
  const shared = new Map<string, Twins[]>();
  for (const same of paths.values())
    for (const twins of twinsOf([...new Set(same)].sort())) addTo(shared, twins.join('\n'), twins);
  if (shared.size === 0) return [];
  const sizes = sizesOf(manifests);
  return [...shared.values()].flatMap((same) => {
    const [twins] = same;
    if (twins === undefined) return [];
    const smaller = Math.min(...twins.map((folder) => sizes.get(folder) ?? 0));
    return same.length * 2 >= smaller ? [twins] : [];
  });
}

/** Where neighbours part, of the sorted paths of one object. */
function twinsOf(paths: readonly string[]): readonly Twins[] {
  return paths.slice(1).flatMap((path, index) => {
    const [one, other] = [(paths[index] ?? '').split('/'), path.split('/')];
    const depth = one.findIndex((step, at) => step !== other[at]) + 1;
    const areFolders = depth < one.length && depth < other.length;
    return areFolders ? [[one.slice(0, depth).join('/'), other.slice(0, depth).join('/')] as const] : [];
  });
}

/** Objects in each folder and below it. */
function sizesOf(manifests: readonly Manifest[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { file } of manifests) {
    const steps = file.path.split('/').slice(0, -1);
    for (const depth of steps.keys()) {
      const folder = steps.slice(0, depth + 1).join('/');
      sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
    }
  }
  return sizes;
}
