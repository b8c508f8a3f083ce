import { accessSync, constants, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { foldersOf } from './refuse';
import type { Survey } from './survey';

/** Refuses a tree that could be copied, but not removed once its copy is in its place. */
export function refuseUnremovable(target: string, found: Survey): void {
  const full = new Set([...found.keys()].map((path) => foldersOf(path).at(-1) ?? ''));
  const places = ['', ...found.keys()].filter((path) => found.get(path)?.kind !== 'link');
  const kept = places.find((path) => !isRemovable(join(target, path), full.has(path)));
  if (kept === undefined) return;
  throw new RangeError(
    `Cannot write to "${target}": "${join(target, kept)}" cannot be removed, as it is somebody else's or immutable; move it away`,
  );
}

/** EPERM is a mark as immutable; EACCES is a matter of the mode, which keeps in what a folder holds, and the owner can change. */
function isRemovable(place: string, isFull: boolean): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES') return !isFull || lstatSync(place).uid === process.getuid?.();
    return code !== 'EPERM';
  }
}
