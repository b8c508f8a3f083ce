import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beside, removeTree } from './beside';
import { differenceOf, isCurrent, type Difference } from './difference';
import { catchUp, foreignOf, keepFolders, keepForeign } from './foreign';
import { PATIENCE_MS, waitForWriters, withLock } from './lock';
import type { ManifestFiles } from './manifest-files';
import { refuseMounts } from './mounts';
import { makeWay, placeOf, refusePlace } from './place';
import { recover, refuseLeftBehind, standing } from './recover';
import { refuseUnremovable } from './removable';
import { refuse, refuseTwins } from './refuse';
import { swap } from './swap';
import { survey } from './survey';

/** Compares without writing. Refuses what `writeTree` would, but a mount inside; files that are not ours do not count. */
export function difference(folder: string, files: ManifestFiles): Difference {
  const target = placeOf(folder);
  refusePlace(target);
  waitForWriters(target, PATIENCE_MS);
  refuseLeftBehind(target, files);
  const found = standing(target);
  refuse(target, found, files);
  refuseTwins(target, found, files);
  return differenceOf(found, files);
}

/**
 * Makes a folder hold exactly these files and what others have put there. The new tree is complete beside the old one
 * before they change places, so whoever is killed leaves one of them whole.
 */
export function writeTree(folder: string, files: ManifestFiles): Difference {
  const target = placeOf(folder);
  refusePlace(target);
  makeWay(target);
  return withLock(target, PATIENCE_MS, () => {
    recover(target, files);
    refusePlace(target);
    return replace(target, files);
  });
}

function replace(target: string, files: ManifestFiles): Difference {
  const found = standing(target);
  refuse(target, found, files);
  refuseTwins(target, found, files);
  const changes = differenceOf(found, files);
  if (isCurrent(changes)) return changes;
  refuseMounts(target, found);
  refuseUnremovable(target, found);
  const next = beside(target, 'new');
  try {
    const kept = keepForeign(target, next, foreignOf(found, files));
    write(next, files);
    keepFolders(target, next, found);
    swap(target, (old) => {
      const late = survey(old);
      refuse(target, late, files);
      catchUp(old, target, foreignOf(late, files), kept);
      keepFolders(old, target, late);
    });
  } finally {
    removeTree(next);
  }
  return changes;
}

/** Never into a file that is there: it may be one of others, which has two names just now. */
function write(folder: string, files: ManifestFiles): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, text, { flag: 'wx', flush: true });
    } catch (error) {
      // Where the disk is full, Node does not say for which file.
      throw Object.assign(error as NodeJS.ErrnoException, { path: file });
    }
  }
}
