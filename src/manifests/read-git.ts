import { execFileSync } from 'node:child_process';
import { textOf } from './read';
import { isManifestFile, type SourceFile } from './source';

/** A folder of a commit: `git:REF`, or `git:REF:PATH` with the path from the root of the repository. */
export interface GitFolder {
  readonly ref: string;
  /** Empty: the whole repository. */
  readonly path: string;
}

/** Undefined for what is no name of such a folder. */
export function gitFolder(text: string): GitFolder | undefined {
  const [, ref = '', path = ''] = /^git:([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  if (ref === '') return undefined;
  return { ref, path: path.replace(/^\.?\/+|\/+$/g, '') };
}

/** The commit of a reference. Throws a `RangeError` for what is none. */
export function commitOf(ref: string): string {
  return git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    `find "${ref}"`,
    HINT,
  ).trim();
}

/** Where two commits parted. Throws a `RangeError` where they have no ancestor in common, as in a shallow clone. */
export function mergeBase(base: string, head: string): string {
  const what = `find where "${base}" and "${head}" parted`;
  return git(['merge-base', base, head], what, isShallow() ? SHALLOW : UNRELATED).trim();
}

function isShallow(): boolean {
  return run(['rev-parse', '--is-shallow-repository']).toString().trim() === 'true';
}

/** What CI systems clone unless they are told otherwise. */
const SHALLOW =
  'this clone has only the last commits; get all with "git fetch --unshallow", or in CI with "GIT_DEPTH: 0" (GitLab) or "fetch-depth: 0" (GitHub)';
const UNRELATED = 'they have no commit in common; take the base as it is with --no-merge-base';

/** The manifests of a folder of a commit, without a checkout. Symbolic links are not followed. */
export function readGitFolder(commit: string, path: string): readonly SourceFile[] {
  const tree = path === '' ? commit : `${commit}:${path}`;
  const what = `read "${path}" of ${commit.slice(0, 12)}`;
  const listed = git(['ls-tree', '-r', '-z', '--full-tree', tree], what, 'name a folder that the commit has');
  const entries = listed
    .split('\0')
    .map((line) => /^100(?:644|755) blob (\w+)\t(.*)$/s.exec(line))
    .flatMap((match) => (match === null ? [] : [{ hash: match[1] ?? '', path: match[2] ?? '' }]))
    .filter((entry) => isManifestFile(entry.path));
  const texts = blobs(entries.map(({ hash }) => hash));
  return entries.map((entry, index) => ({ path: entry.path, text: texts[index] ?? '' }));
}

/** All in one process: each start of git takes longer than to read a hundred files. */
function blobs(hashes: readonly string[]): readonly string[] {
  if (hashes.length === 0) return [];
  const out = run(['cat-file', '--batch'], `${hashes.join('\n')}\n`);
  const texts: string[] = [];
  let at = 0;
  while (at < out.length) {
    const end = out.indexOf('\n', at);
    const size = Number(out.toString('latin1', at, end).split(' ')[2]);
    texts.push(textOf(out.subarray(end + 1, end + 1 + size)));
    at = end + 1 + size + 1;
  }
  return texts;
}

const HINT = 'name a branch, a tag or a commit that this repository has; a CI job may have to fetch it first';

function git(args: readonly string[], what: string, hint: string): string {
  try {
    return run(args).toString();
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { readonly stderr?: Buffer };
    if (code === 'ENOENT') throw new RangeError(`Cannot ${what}: git is not installed`);
    const [said = ''] = (stderr?.toString() ?? '').trim().split('\n');
    const reason = said === '' ? '' : `${said.replace(/^fatal: /, '')}; `;
    throw new RangeError(`Cannot ${what}: ${reason}${hint}`);
  }
}

function run(args: readonly string[], input = ''): Buffer {
  return execFileSync('git', args, { input, maxBuffer: LARGEST, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** 1 GB; a tree of manifests has some megabytes. */
const LARGEST = 2 ** 30;
