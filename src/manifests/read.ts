import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isManifestFile, type SourceFile } from './source';

/** What a finding calls standard input. */
export const STANDARD_INPUT = 'stdin';

export interface Tree {
  /** What Argo CD takes for manifests, in its order. */
  readonly files: readonly SourceFile[];
  /** Paths of what lies beside them and is no manifest by its name. */
  readonly unread: readonly string[];
}

/** A folder; a single file, or `-` for standard input, stands for itself. */
export function readTree(root: string): Tree {
  if (root === '-') return { files: [{ path: STANDARD_INPUT, text: textOf(readFileSync(0)) }], unread: [] };
  if (!statSync(root).isDirectory())
    return { files: [{ path: root, text: textOf(readFileSync(root)) }], unread: [] };
  const paths = [...pathsBelow(root, '')];
  return {
    files: paths.filter(isManifestFile).map((path) => ({ path, text: textAt(join(root, path)) })),
    unread: paths.filter((path) => !isManifestFile(path)),
  };
}

/** Of a file, not of a pipe. Most manifests fit into one page: to read into it takes two thirds of the time of `readFileSync`. */
function textAt(path: string): string {
  const file = openSync(path, 'r');
  try {
    let [length, count] = [0, -1];
    for (; count !== 0 && length < PAGE.length; length += count)
      count = readSync(file, PAGE, length, PAGE.length - length, null);
    return textOf(length < PAGE.length ? PAGE.subarray(0, length) : readFileSync(path));
  } finally {
    closeSync(file);
  }
}

const PAGE = Buffer.alloc(2 ** 16);

/** Windows writes UTF-16 with a mark in front; Argo CD and kubectl read that too. */
export function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!isWide) return UTF_8.decode(bytes);
  return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
}

/** To make one takes as long as to decode a manifest. */
const UTF_8 = new TextDecoder();

/** Symbolic links are not followed: Argo CD refuses those that leave the tree. */
function* pathsBelow(root: string, folder: string): Generator<string> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== '.git') yield* pathsBelow(root, path);
    else if (entry.isFile()) yield path;
  }
}
