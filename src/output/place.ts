import { realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { kindAt } from './beside';

/** Where a folder is, with no link on the way to it. */
export function placeOf(folder: string): string {
  const target = resolve(folder);
  return join(real(dirname(target)), basename(target));
}

/** Refuses a place at which no tree may change places with another. */
export function refusePlace(target: string): void {
  if (target === dirname(target)) throw new RangeError('Cannot write to the root of the file system');
  const kind = kindAt(target);
  if (kind === 'link') {
    throw new RangeError(`Cannot write to "${target}": it is a link; name the folder it leads to`);
  }
  if (kind === 'other') {
    throw new RangeError(`Cannot write to "${target}": it is no folder; name another one with --output`);
  }
  if (kind === 'folder' && kindAt(join(target, '.git')) !== undefined) {
    throw new RangeError(
      `Cannot write to "${target}": it is the top of a Git checkout; name a folder below it`,
    );
  }
  for (const [place, what] of busyPlaces()) {
    if (`${real(place)}${sep}`.startsWith(`${target}${sep}`)) {
      throw new RangeError(`Cannot write to "${target}": ${what} inside of it; name a folder below it`);
    }
  }
}

/** A folder changes place with its copy, which would pull it away from under whoever works there. */
function busyPlaces(): readonly (readonly [string, string])[] {
  return [
    [process.cwd(), 'the command runs'],
    [homedir(), 'a home folder is'],
    [tmpdir(), 'the folder of temporary files is'],
  ];
}

/** What does not exist has no links. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return path;
    throw error;
  }
}
