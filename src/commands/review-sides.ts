import { readTree } from '../manifests/read';
import { commitOf, gitFolder, mergeBase, readGitFolder } from '../manifests/read-git';
import type { SourceFile } from '../manifests/source';

/** One of the two trees of a review. */
export interface Side {
  /** As a reader of the report knows it: `dist`, `dist at 1a2b3c4d5e6f`. */
  readonly name: string;
  readonly files: readonly SourceFile[];
}

/**
 * Reads both trees: folders, or folders of commits. A base that is a commit is taken where the head left it, so that what
 * others have merged since then is no part of the change; `isExact` takes it as it is.
 */
export function sidesOf(base: string, head: string, isExact: boolean): readonly [Side, Side] {
  const [from, to] = [gitFolder(base), gitFolder(head)];
  const newer = commitOfSide(to);
  const older = from === undefined ? undefined : commitOf(from.ref);
  const parted = older === undefined || isExact ? older : mergeBase(older, newer ?? commitOf('HEAD'));
  return [sideOf(base, parted), sideOf(head, newer)];
}

function commitOfSide(folder: { readonly ref: string } | undefined): string | undefined {
  return folder === undefined ? undefined : commitOf(folder.ref);
}

function sideOf(text: string, commit: string | undefined): Side {
  const folder = gitFolder(text);
  if (folder === undefined || commit === undefined) return { name: text, files: readTree(text).files };
  const name = `${folder.path === '' ? 'all' : folder.path} at ${commit.slice(0, 12)}`;
  return { name, files: readGitFolder(commit, folder.path) };
}
