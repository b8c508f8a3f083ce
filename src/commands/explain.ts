import { parentOfBeside } from '../output/beside';
import { CONFIG_FILE } from './config-file';
import type { Outcome } from './outcome';

/** What the file system refuses is told in one line; everything else is a defect of ours and keeps its stack. */
export function explain(error: unknown): Outcome {
  if (error instanceof RangeError) return failure(error.message);
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  const reason = REASONS[code] ?? code;
  const parent = parentOfBeside(path ?? '');
  const what = path === undefined ? syscall : `${syscall} ${path}`;
  if (parent === undefined) return failure(`Cannot ${what}: ${reason}${hintOf(code, path)}`);
  if (REMOVING.includes(syscall))
    return failure(`Cannot remove ${path ?? ''}: ${reason}; it is no longer needed, remove it yourself`);
  return failure(`Cannot write to ${parent}: ${reason}; synth makes the new tree there, beside the old one`);
}

function failure(message: string): Outcome {
  return { out: '', err: `${message}\n`, code: 1 };
}

function hintOf(code: string, path: string | undefined): string {
  return code === 'ENOENT' && path === CONFIG_FILE ? '; `runner-cache init` writes one' : '';
}

/** What fails only once the new tree is in its place, or has been given up. */
const REMOVING = ['rm', 'rmdir', 'unlink'];

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be touched',
  EPERM: 'it may not be touched',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENOTEMPTY: 'somebody else has just written there',
  EEXIST: 'somebody else has just written there',
  EBUSY: 'it is a mount point or in use; name a folder below it',
  EXDEV:
    'it lies on another file system, or in a layer of a container image; name another folder with --output',
  ELOOP: 'its links lead in a circle',
  EDQUOT: 'the quota of the disk is used up',
  ENAMETOOLONG: 'a name is too long',
  EMFILE: 'too many files are open; see `ulimit -n`',
  ENFILE: 'too many files are open on this machine',
  EIO: 'the disk fails',
};
