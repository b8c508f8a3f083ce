import { CONFIG_FILE } from './config-file';
import type { Outcome } from './outcome';

/** What the file system refuses is told in one line; everything else is a defect of ours and keeps its stack. */
export function explain(error: unknown): Outcome {
  if (error instanceof RangeError) return { out: '', err: `${error.message}\n`, code: 1 };
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  const hint = code === 'ENOENT' && path === CONFIG_FILE ? '; `runner-cache init` writes one' : '';
  return {
    out: '',
    err: `Cannot ${syscall} ${path ?? 'this file'}: ${REASONS[code] ?? code}${hint}\n`,
    code: 1,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be touched',
  EPERM: 'it may not be touched',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
};
