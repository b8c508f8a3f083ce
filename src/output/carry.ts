import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  lutimesSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  chownSync,
} from 'node:fs';
import type { Entry } from './survey';

/** Where a file system makes no further name for a file, or not this one. */
const NO_LINK = ['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Gives a thing of somebody else a second place: as the same file, or else as the best copy there can be. */
export function carry(from: string, to: string, kind: Entry['kind']): void {
  if (kind === 'link') {
    copyLink(from, to);
    return;
  }
  try {
    linkSync(from, to);
  } catch (error) {
    if (!NO_LINK.includes(codeOf(error))) throw error;
    if (kind === 'other') throw unkept(from);
    copyFile(from, to);
  }
}

/** Gives one file or folder the mode of another, and its owner where we may; where both are there. */
export function takeOver(from: string, to: string): void {
  const model = lstatSync(from, { throwIfNoEntry: false });
  const made = lstatSync(to, { throwIfNoEntry: false });
  if (model === undefined || made === undefined) return;
  const { uid, gid, mode } = model;
  try {
    if (made.uid !== uid || made.gid !== gid) chownSync(to, uid, gid);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
  chmodSync(to, mode & 0o7777);
}

function copyLink(from: string, to: string): void {
  const { atime, mtime } = lstatSync(from);
  symlinkSync(readlinkSync(from, { encoding: 'buffer' }), to);
  lutimesSync(to, atime, mtime);
}

function copyFile(from: string, to: string): void {
  const { atime, mtime } = lstatSync(from);
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  } catch (error) {
    if (['EACCES', 'EPERM'].includes(codeOf(error))) throw unkept(from);
    throw error;
  }
  takeOver(from, to);
  utimesSync(to, atime, mtime);
}

function unkept(path: string): RangeError {
  return new RangeError(`Cannot keep "${path}": it can neither be linked nor copied; move it away`);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
