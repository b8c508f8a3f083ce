import { explain } from '../../src/commands/explain';

const failed = (code: string, syscall: string, path: string | undefined): Error =>
  Object.assign(new Error(code), { code, syscall, path });

test.each([
  [
    'EBUSY',
    'rename',
    '/x/dist',
    'Cannot rename /x/dist: it is a mount point or in use; name a folder below it\n',
  ],
  [
    'EXDEV',
    'rename',
    '/x/dist',
    'Cannot rename /x/dist: it lies on another file system, or in a layer of a container image; name another folder with --output\n',
  ],
  ['ELOOP', 'lstat', '/x/dist', 'Cannot lstat /x/dist: its links lead in a circle\n'],
  [
    'EACCES',
    'open',
    '/x/.dist.runner-cache-lock-1-2-3-h',
    'Cannot write to /x: it may not be touched; synth makes the new tree there, beside the old one\n',
  ],
  [
    'ENOSPC',
    'write',
    '/x/.dist.runner-cache-new/a/b',
    'Cannot write to /x: the disk is full; synth makes the new tree there, beside the old one\n',
  ],
  ['ENOSPC', 'write', undefined, 'Cannot write: the disk is full\n'],
  [
    'EACCES',
    'open',
    '/x\ny/.dist.runner-cache-lock-1-2-3-h',
    'Cannot write to /x\ny: it may not be touched; synth makes the new tree there, beside the old one\n',
  ],
  [
    'EACCES',
    'rmdir',
    '/x/.dist.runner-cache-gone/a',
    'Cannot remove /x/.dist.runner-cache-gone/a: it may not be touched; it is no longer needed, remove it yourself\n',
  ],
  [
    'ENOENT',
    'open',
    'runner-cache.yaml',
    'Cannot open runner-cache.yaml: there is no such file; `runner-cache init` writes one\n',
  ],
])('%s of %s is told in one line', (code, syscall, path, err) => {
  expect(explain(failed(code, syscall, path))).toEqual({ out: '', err, code: 1 });
});

test('What is neither a refusal nor of the file system keeps its stack', () => {
  expect(() => explain(new TypeError('ours'))).toThrow(TypeError);
});
