import { isAbsolute, join, relative } from 'node:path';
import { STANDARD_INPUT } from '../manifests/read';

/** A file of the tree as one writes it in the folder where the command runs, which is what GitLab and GitHub look up. */
export function pathFrom(folder: string, root: string, file: string): string {
  if (root === '-' || file === STANDARD_INPUT) return file;
  const path = file === root ? join(root) : join(root, file);
  const inside = isAbsolute(path) ? relative(folder, path) : path;
  return inside.startsWith('..') && isAbsolute(path) ? path : inside;
}
