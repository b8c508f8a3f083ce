import { mkdirSync, realpathSync } from 'node:fs';
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
  refuseWay(target);
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

/** Refuses a path through a file. What is still a link after `placeOf` leads nowhere. */
function refuseWay(target: string): void {
  const way = waysTo(target).find((path) => kindAt(path) !== 'folder');
  const kind = way === undefined ? undefined : kindAt(way);
  if (way === undefined || kind === undefined) return;
  const fault = kind === 'link' ? 'a link that leads nowhere' : 'no folder';
  throw new RangeError(`Cannot write to "${target}": "${way}" is ${fault}; name another one with --output`);
}

/** Makes the folders on the way, one by one: asked for all at once, Node says ENOENT whatever is the matter. */
export function makeWay(target: string): void {
  for (const path of waysTo(target).filter((path) => kindAt(path) === undefined)) makeFolder(path);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The folders above a path, outermost first. */
function waysTo(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [] : [...waysTo(parent), parent];
}

/** A folder changes place with its copy, which would pull it away from under whoever works there. */
function busyPlaces(): readonly (readonly [string, string])[] {
  return [
    [process.cwd(), 'the command runs'],
    [homedir(), 'a home folder is'],
    [tmpdir(), 'the folder of temporary files is'],
  ];
}

/** With the links of as much of a path as there is. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (!NOWHERE.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return join(real(dirname(path)), basename(path));
  }
}

/** Nothing, a link in a circle, or a path through a file. */
const NOWHERE = ['ENOENT', 'ELOOP', 'ENOTDIR'];
