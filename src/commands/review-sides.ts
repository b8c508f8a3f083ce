import { readTree } from '../manifests/read';
import { commitOf, gitFolder, mergeBase, readGitFolder } from '../manifests/read-git';
import type { SourceFile } from '../manifests/source';
import { pathFrom } from './paths';

/** One of the two trees of a review. */
export interface Side {
  /** As a reader of the report knows it: `dist`, `dist at 1a2b3c4d5e6f`. */
  readonly name: string;
  readonly files: readonly SourceFile[];
  /** A file of the tree as one writes it where the command runs, or from the root of the repository. */
  readonly pathOf: (file: string) => string;
}

/**
 * Reads both trees: folders, or folders of commits. A base that is a commit is taken where the head left it, so that what
 * others have merged since then is no part of the change; `isExact` takes it as it is.
 */
export function sidesOf(base: string, head: string, isExact: boolean, folder: string): readonly [Side, Side] {
  const [from, to] = [gitFolder(base), gitFolder(head)];
  const newer = commitOfSide(to);
  const older = from === undefined ? undefined : commitOf(from.ref);
  const parted = from === undefined || isExact ? older : mergeBase(from.ref, to?.ref ?? 'HEAD');
  return [sideOf(base, parted, folder), sideOf(head, newer, folder)];
}

function commitOfSide(folder: { readonly ref: string } | undefined): string | undefined {
  return folder === undefined ? undefined : commitOf(folder.ref);
}

function sideOf(text: string, commit: string | undefined, folder: string): Side {
  const named = gitFolder(text);
  if (named === undefined || commit === undefined)
    return { name: text, files: readTree(text).files, pathOf: (file) => pathFrom(folder, text, file) };
  const { path } = named;
  return {
    name: `${path === '' ? 'all' : path} at ${commit.slice(0, 12)}`,
    files: readGitFolder(commit, path),
    pathOf: (file) => (path === '' ? file : `${path}/${file}`),
  };
}
