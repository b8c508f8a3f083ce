import { lstatSync, mkdirSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { carry, takeOver } from './carry';
import { oursOf } from './generated';
import type { ManifestFiles } from './manifest-files';
import { foldersOf } from './refuse';
import type { Survey } from './survey';

/** What of others was brought into a new tree: by its path, what it was when it was brought. */
export type Kept = ReadonlyMap<string, string>;

/** What in a folder is not ours: no folders in which only files of ours lie, but empty ones. */
export function foreignOf(found: Survey, files: ManifestFiles): Survey {
  const ours = oursOf(found, files);
  const parents = new Set([...found.keys()].map((path) => foldersOf(path).at(-1)));
  const kept = new Set<string>();
  for (const [path, { kind }] of found) {
    if (ours.has(path) || (kind === 'folder' && parents.has(path))) continue;
    for (const part of [...foldersOf(path), path]) kept.add(part);
  }
  return new Map([...found].filter(([path]) => kept.has(path)));
}

/** Brings what others have put into one tree over into the next. */
export function keepForeign(from: string, to: string, foreign: Survey): Kept {
  mkdirSync(to, { recursive: true });
  const kept = new Map<string, string>();
  for (const [path, { kind }] of foreign) {
    kept.set(path, stateOf(join(from, path)));
    if (kind === 'folder') mkdirSync(join(to, path), { recursive: true });
    else carry(join(from, path), join(to, path), kind);
  }
  return kept;
}

/** Brings over what others had changed before the old tree left its place, and their reach. */
export function catchUp(from: string, to: string, foreign: Survey, kept: Kept): void {
  const isNew = (path: string): boolean => !foreign.has(path) || stateOf(join(from, path)) !== kept.get(path);
  for (const path of [...kept.keys()].filter(isNew).reverse()) drop(join(to, path));
  keepForeign(from, to, new Map([...foreign].filter(([path]) => isNew(path))));
}

/** Gives folders that were there the mode and the owner they had; after what is put into them, as some may be read-only. */
export function keepFolders(from: string, to: string, found: Survey): void {
  const folders = [...found].filter(([, { kind }]) => kind === 'folder').map(([path]) => path);
  for (const path of [...folders.reverse(), '']) takeOver(join(from, path), join(to, path));
}

/** A folder stays where files of ours lie in it. */
function drop(path: string): void {
  if (!lstatSync(path).isDirectory()) {
    rmSync(path);
    return;
  }
  try {
    rmdirSync(path);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Changes when a file is saved, in place or as a new one under the same name. */
function stateOf(path: string): string {
  const stat = lstatSync(path, { bigint: true });
  return stat.isDirectory() ? 'folder' : `${stat.ino}:${stat.mode}:${stat.size}:${stat.mtimeNs}`;
}
