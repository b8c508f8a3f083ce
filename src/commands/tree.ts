import { manifestsOf, type Manifests } from '../manifests/manifests';
import { readTree } from '../manifests/read';

/** A folder without manifests is a mistake in its name, and must not look like one without faults. */
export function treeOf(root: string): Manifests {
  const { files, unread } = readTree(root);
  const tree = manifestsOf(files, unread);
  if (tree.manifests.length === 0 && tree.faults.length === 0)
    throw new RangeError(
      `Cannot find manifests in "${root}": expected .yaml, .yml or .json files with Kubernetes objects`,
    );
  return tree;
}
